import ArgumentParser
import Foundation
import PondTestSupport
import Testing

@testable import pond

@Suite("Help, as a new user reads it")
struct HelpTests {
  static let commands =
    [
      "inspect", "import", "sources", "fetch", "join", "news", "list", "why", "plan", "report",
      "check", "discover", "who", "thank", "explain", "cycle", "taste", "review", "decide",
      "follow",
      "trial", "declare", "intend", "learn", "journal", "history", "undo", "lists", "forget",
      "export", "status", "config", "doctor", "backup", "restore", "wipe",
    ] + page

  /// The page is a trait of the package.
  #if Web
    static let page = ["serve"]
  #else
    static let page: [String] = []
  #endif

  @Test("every command carries its name, which else is asked of the runtime at every start")
  func names() {
    func unnamed(_ command: any ParsableCommand.Type) -> [String] {
      (command.configuration.commandName == nil ? ["\(command)"] : [])
        + command.configuration.subcommands.flatMap(unnamed)
    }
    #expect(PondCommand.configuration.subcommands.count > 30)
    #expect(unnamed(PondCommand.self).isEmpty)
  }

  @Test("pond --help lists the commands in the order in which data flows")
  func front() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let help = try pond.run("--help")
    #expect(help.code == 0)
    #expect(help.errors.isEmpty)
    #if Web
      try expectSnapshot(help.text, named: "help")
    #else
      // The page is a trait of the package; nothing else is told otherwise without it.
      let whole = try String(
        contentsOf: Repository.url("Tests/pondTests/Snapshots/help.txt"), encoding: .utf8)
      #expect(!help.text.contains("  serve "))
      #expect(help.lines.allSatisfy { whole.contains($0) })
    #endif
  }

  @Test("every command's help fits 80 columns and says what it does", arguments: commands)
  func ofCommand(command: String) throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let help = try pond.run(command, "--help")
    #expect(help.code == 0)
    #expect(help.lines.allSatisfy { $0.count <= 80 }, "a line is longer than the terminal")
    try expectSnapshot(help.text, named: "help-\(command)")
  }

  @Test("an unknown command, option or verdict is a usage error with a sentence (T-C01)")
  func usageErrors() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    for arguments in [
      ["frobnicate"], ["list", "--all"], ["decide", "x", "drop"], ["export", "pdf"],
    ] {
      let outcome = try pond.run(arguments)
      #expect(outcome.code == 64, "\(arguments)")
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test("there is no filter for who follows back, and the help says why (S2)")
  func noFollowBack() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let words = try pond.run("list", "--help").text.split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains("Who follows you back is asked nowhere"))
    #expect(try pond.run("list", "--not-following-back").code == 64)
  }
}
