import ArgumentParser
import Foundation
import PondGraph

/// `pond import PATH…`: learns files and folders into the pond file.
struct Import: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Learn files, folders or archives: lists, exports, databases.",
    usage: "pond import PATH… [options]",
    discussion: """
      Each file is learned whole or not at all, whatever is wrong with the others, and learning it \
      again changes nothing. A newer \
      export of a list takes the place of the old one, wherever it lies, and Pond says which and \
      who left; one that is cut short or goes back to a date only takes nobody away. \
      pond lists shows what counts. What was not taken is named with its reason.

      Give Pond whatever you have: lists, reader databases, the archive a network gave you, a \
      browser's history; files, folders, zip and tar.gz as they are. pond explain formats lists \
      them all.
      """)

  @Argument(help: "Files or folders; - reads standard input.", completion: .file())
  var paths: [String]

  @OptionGroup var pond: PondOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: JSONOption

  @Option(
    help: ArgumentHelp(
      "It is the export or blogroll of this account of your list: whom it follows, pond discover "
        + "counts.", valueName: "account"))
  var of: String?

  @Flag(help: "Name everything that was not taken, not only the first few.")
  var verbose = false

  @Flag(help: "Let a list that names nobody take the place of one that did.")
  var allowEmpty = false

  @Flag(help: "Let a list stand beside those that are there, whatever it looks like.")
  var beside = false

  @Option(
    help: ArgumentHelp(
      "Let the list take the place of this one, by its number or path (pond lists).",
      valueName: "list"))
  var replaces: String?

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard !beside || replaces == nil else {
      throw ValidationError("Say --beside or --replaces, not both.")
    }
    guard replaces == nil || paths.count == 1 else {
      throw ValidationError("--replaces is said of one list: pond import NEWER --replaces OLDER.")
    }
  }

  private var placing: ListPlacing {
    beside ? .beside : replaces.map(ListPlacing.replacing) ?? .recognized
  }

  func run() throws {
    var options = reading.options(now: try pond.clock.present())
    options.owner = of
    let file = try Pond(at: pond.path, for: .learning)
    let out = StandardOutput()
    var reports: [Pond.ImportReport] = []
    let inputs = try EachInput(paths) { path in
      try learn(path, options, in: file)
    } tell: { path, learned in
      reports += learned
      if !output.json { try show(learned, of: path, on: out) }
    }
    if output.json { try JSONText.write(ImportJSON(reports, inputs), to: out) }
    try out.flush()
    try inputs.end(losses: reports.reduce(0) { $0 + $1.skipped.count(where: \.isLoss) })
  }

  private func learn(
    _ path: String, _ options: Pond.ReadingOptions, in file: Pond
  ) throws -> [Pond.ImportReport] {
    var learned: [Pond.ImportReport] = []
    try Patience.during("learning \(path)", isQuiet: pond.quiet) {
      try file.learn(path, options, allowsEmpty: allowEmpty, placing: placing) {
        learned.append($0)
      }
    }
    return learned
  }

  private func show(
    _ learned: [Pond.ImportReport], of path: String, on out: StandardOutput
  ) throws {
    for report in verbose ? learned : ImportText.joiningFeeds(learned, below: path) {
      for line in ImportText(report: report, limit: verbose ? 0 : 5).lines { try out.line(line) }
    }
    try out.flush()
  }
}
