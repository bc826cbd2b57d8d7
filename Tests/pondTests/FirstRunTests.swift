import Foundation
import PondTestSupport
import Testing

@Suite("The first run")
struct FirstRunTests {
  @Test(
    "without a pond file a looking command says what to do first, and makes none (T-C01)",
    arguments: [
      ["list"], ["plan"], ["why", "x"], ["journal"], ["export", "opml"], ["doctor"],
      ["decide", "x", "keep"], ["undo"], ["review", "--edit"],
    ])
  func looksWithoutPondFile(arguments: [String]) throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let outcome = try pond.run(arguments)
    #expect(outcome.code == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("pond import"))
    #expect(!FileManager.default.fileExists(atPath: pond.pondFile.path))
  }

  @Test("a failure in JSON stands on standard output with its code (T-C01)")
  func failureAsJSON() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let outcome = try pond.run("list", "--json")
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: [String: Any]]
    #expect(object?["error"]?["code"] as? Int == 66)
    #expect(object?["error"]?["name"] as? String == "NOINPUT")
  }

  @Test("an input that is not there is named, and no pond file is made")
  func missingInput() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let outcome = try pond.run("inspect", "nowhere.opml")
    #expect(outcome.code == 66)
    #expect(outcome.errors.contains("nowhere.opml: there is no such file"))
    for input in ["nowhere.opml", "Samples/broken/empty.opml", "Samples/broken/truncated.opml"] {
      #expect(try pond.run("import", input).code >= 65)
      #expect(!FileManager.default.fileExists(atPath: pond.pondFile.path))
    }
  }
}
