import Foundation
import PondTestSupport
import Testing

/// Documents that can be tested are tested.
@Suite("Documents")
struct DocumentTests {
  static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.url(path), encoding: .utf8)
  }

  @Test("docs/Commands.md holds the help of every command as it is", arguments: HelpTests.commands)
  func commandsAreCurrent(command: String) throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let help = try pond.run(command, "--help").text
    #expect(try Self.text("docs/Commands.md").contains("```\n\(help)```"), "run make docs")
  }

  @Test("docs/Explain.md holds every topic as it is explained")
  func explanationsAreCurrent() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let page = try Self.text("docs/Explain.md")
    for topic in try pond.run("explain").lines where topic.hasPrefix("  ") {
      let name = topic.trimmingCharacters(in: .whitespaces)
      #expect(page.contains(try pond.run("explain", name).text), "run make docs: \(name)")
    }
  }

  @Test("the README's transcript is what the commands print")
  func transcriptIsReal() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let page = try Self.text("README.md")
    #expect(page.contains("$ pond plan --limit 3\n" + (try pond.run("plan", "--limit", "3").text)))
    #expect(page.contains(try pond.run("why", "harbour wire").text))
  }

  @Test("the screens in the documents are those that a review draws")
  func screensAreReal() throws {
    for page in ["README.md", "docs/Review.md"] {
      let text = try Self.text(page)
      let names = text.matches(of: #/<!-- screen: ([a-z0-9\-]+)/#).map { String($0.output.1) }
      #expect(!names.isEmpty)
      for name in names {
        let screen = try Self.text("Tests/pondTests/Snapshots/\(name).txt")
        #expect(text.contains("```text\n\(screen)```"), "run make docs: \(page), \(name)")
      }
    }
  }

  @Test("every key that a command prints in JSON is named in docs/JSONOutput.md")
  func keysAreDocumented() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes")
    let page = try Self.text("docs/JSONOutput.md")
    for arguments in [
      ["inspect", "--json"] + MainJobTests.inputs, ["list", "--json"], ["plan", "--json"],
      ["why", "--json", "harbour wire"], ["journal", "--json"], ["doctor", "--json"],
      ["import", "--json", MainJobTests.inputs[0]],
    ] {
      let text = try pond.run(arguments).text
      let keys = Set(text.matches(of: #/(?m)^\s*"(\w[\w\-]*)" : /#).map { String($0.output.1) })
      #expect(!keys.isEmpty, "\(arguments)")
      for key in keys.sorted() {
        #expect(page.contains("`\(key)`") || page.contains("\"\(key)\""), "\(arguments[0]): \(key)")
      }
    }
  }
}
