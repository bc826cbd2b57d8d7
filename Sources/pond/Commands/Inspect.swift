import ArgumentParser
import Foundation
import PondGraph

/// `pond inspect PATH…`: looks at files without opening a pond file.
struct Inspect: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what a file, folder or archive would teach, and keep nothing.",
    usage: "pond inspect PATH… [options]",
    discussion: """
      The format is told by the bytes, not by the name. Everything that would not be taken is \
      named with its reason.
      """)

  @Argument(help: "Files or folders; - reads standard input.", completion: .file())
  var paths: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var output: JSONOption
  @OptionGroup(visibility: .hidden) var clock: ClockOptions

  @Option(help: "How many of each to show; 0 shows everything.")
  var limit = 20

  @Flag(help: .hidden)
  var quiet = false

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
  }

  func run() throws {
    let out = StandardOutput()
    let options = reading.options(now: try clock.present())
    var losses = 0
    let inputs = try EachInput(paths) { path in
      try Pond.inspect(path, options)
    } tell: { _, imported in
      losses += imported.skipped.count { $0.isLoss }
      if output.json {
        try JSONText.write(InspectionJSON(imported, limit: limit), to: out)
      } else {
        for line in InspectionText(imported: imported, limit: limit).lines { try out.line(line) }
      }
      try out.flush()
    } tellTrouble: { trouble in
      if output.json { try JSONText.write(FailureJSON.Input(trouble), to: out) }
    }
    try inputs.end(losses: losses)
  }
}
