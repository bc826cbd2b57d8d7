import ArgumentParser
import Foundation
import PondGraph

/// The door: commands in the order in which data flows.
@main
struct PondCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pond",
    abstract: "Make the list of whom you follow small enough to enjoy and deep enough to dive in.",
    discussion: """
      Pond reads your own files (an OPML, feed files, a reader's database) on your machine, says \
      what each account costs and gives you, asks about the doubtful ones, and writes the trimmed \
      list that your reader takes back. It never asks who follows you back, and it never decides \
      for you.

      A first walk:  pond import subscriptions.opml ~/.newsboat/cache.db
                     pond plan, then pond why NAME, then pond review
                     pond export opml -o trimmed.opml
      """,
    version: Version.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Learn",
        subcommands: [Inspect.self, Import.self, Sources.self, Fetch.self, Join.self]),
      CommandGroup(
        name: "Look",
        subcommands: [
          News.self, List.self, Why.self, Plan.self, Report.self, Check.self, Discover.self,
          Who.self, Thank.self, Explain.self,
        ] + page),
      CommandGroup(
        name: "Decide",
        subcommands: [
          Cycle.self, Taste.self, Review.self, Decide.self, Follow.self, Trial.self, Declare.self,
          Intend.self, Learn.self, Journal.self, History.self, Undo.self,
        ]),
      CommandGroup(name: "Leave", subcommands: [Lists.self, Forget.self, Export.self]),
      CommandGroup(
        name: "Look after",
        subcommands: [
          Status.self, Config.self, Doctor.self, Backup.self, Restore.self, Wipe.self,
        ]),
    ])

  // The page is a trait of the package: without it nothing else changes.
  private static var page: [any ParsableCommand.Type] {
    #if Web
      [Serve.self]
    #else
      []
    #endif
  }

  /// `pond` alone: where this pond stands, and what comes next.
  func run() throws {
    let pond = try PondOptions.parse([])
    let isThere = FileManager.default.fileExists(atPath: pond.path)
    let standing = isThere ? try Pond(at: pond.path, for: .looking) : nil
    let out = StandardOutput()
    let text = StandingText(standing: try standing?.standing(now: pond.clock.present()))
    for line in text.lines { try out.line(line) }
    try out.flush()
  }

  static func main() {
    StandardStreams.fillGaps()
    Interruption.stopCleanly()
    Front.refuseOddBytes()
    Front.run(arguments: Array(CommandLine.arguments.dropFirst()))
  }
}

/// The version that `--version` prints.
enum Version {
  static let current = "0.2.0"
  /// Where those who run servers find out what Pond is. The one place to change it.
  static let project = "https://pond.example"
}
