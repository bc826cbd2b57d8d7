public import ArgumentParser
import Foundation
public import PondGraph

/// `pond export FORMAT`: the list without those who were let go.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the trimmed list that your reader takes back.",
    usage: "pond export FORMAT [options]",
    discussion: """
      opml      the OPML you imported, byte for byte, without the outlines of those you let go or \
      archived
      newsboat  the urls file you imported, without their lines

      Only your decisions remove anything. Most readers add what an OPML holds and remove nothing: \
      delete the old list there first, or import into an empty account. newsboat reads its urls \
      file as it is.
      """)

  @Argument(help: "opml or newsboat.")
  var format: Pond.ExportFormat

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Which of the imported lists to trim, by its path; default the newest.", valueName: "path"))
  var list: String?

  @Flag(help: "Also cut folders that became empty.")
  var dropEmptyFolders = false

  @Flag(help: "Say what would be cut, and write nothing.")
  var dryRun = false

  @OptionGroup var pond: PondOptions

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let exported = try file.export(format, list: list, dropsEmptyFolders: dropEmptyFolders)
    if !dryRun { try write(exported.bytes) }
    for line in ExportText.lines(exported, to: dryRun ? nil : output) { pond.notice(line) }
  }

  private func write(_ bytes: Data) throws {
    if let output {
      try Pond.write(bytes, to: output, overwrites: force)
    } else {
      let out = StandardOutput()
      try out.bytes(bytes)
      try out.flush()
    }
  }
}

extension Pond.ExportFormat: ExpressibleByArgument {}
