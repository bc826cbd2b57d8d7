import Foundation
import PondTestSupport
import Testing

/// `pond thank` as a person reads it.
@Suite("pond thank")
struct ThankTests {
  @Test("at most twelve, each with the reason; the same in JSON; 80 columns")
  func ada() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let thanks = try pond.run("thank")
    #expect(thanks.code == 0 && thanks.errors.isEmpty, "\(thanks.errors)")
    #expect(thanks.lines.allSatisfy { $0.count <= 80 })
    try expectSnapshot(thanks.text, named: "thank")
    let json = try pond.run("thank", "--json").text
    let page = try DocumentTests.text("docs/JSONOutput.md")
    for key in json.matches(of: #/(?m)^\s*"(\w[\w\-]*)" : /#).map({ String($0.output.1) }) {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
  }

  @Test("a file of it is its owner's alone, and is overwritten only when asked")
  func file() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let path = pond.path("thanks.txt")
    let first = try pond.run("thank", "-o", path)
    #expect(first.code == 0 && first.output.isEmpty && first.errors.contains("for you alone"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == pond.run("thank").output)
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode() == 0o600)
    #expect(try pond.run("thank", "-o", path).code == 73)
    chmod(path, 0o644)
    #expect(try pond.run("thank", "-o", path, "--force").code == 0)
    #expect(try mode() == 0o600)
    #expect(try pond.run("thank", "-o", pond.path("no/such/folder")).code == 73)
  }

  @Test("nobody to thank is a sentence; without a pond file there is none to look into")
  func nobody() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    #expect(try pond.run("thank").code == 66)
    #expect(try pond.run("import", "Samples/ada/subscriptions.opml").code <= 1)
    let none = try pond.run("thank")
    #expect(none.code == 0 && none.text.hasPrefix("No file tells of words to you"))
    #expect(try pond.run("thank", "--json").text.contains("\"people\" : ["))
  }
}
