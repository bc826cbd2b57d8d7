import Foundation
import PondTestSupport
import Testing

/// `pond who TOPIC` as a person reads it.
@Suite("pond who")
struct WhoTests {
  @Test("the people first, each with how often and two posts; the same in JSON; 80 columns")
  func ada() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let first = try pond.run("who", "ferry")
    #expect(first.code == 0 && first.errors.isEmpty, "\(first.errors)")
    #expect(first.lines.allSatisfy { $0.count <= 80 })
    try expectSnapshot(first.text, named: "who")
    #expect(try pond.run("who", "FERRY").output == first.output)
    let json = try pond.run("who", "ferry", "--json", "--limit", "1").text
    #expect(json.contains("\"matchingPosts\"") && json.contains("\"topic\" : \"ferry\""))
    let page = try DocumentTests.text("docs/JSONOutput.md")
    for key in json.matches(of: #/(?m)^\s*"(\w[\w\-]*)" : /#).map({ String($0.output.1) }) {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
    let one = try pond.run("who", "--limit", "1", "the")
    #expect(one.text.contains(" more (--limit 0 tells all)"))
    #expect(try pond.run("who", "the", "--limit", "0").lines.count > one.lines.count)
  }

  @Test("no sign is an option of the index; nothing to look for is a usage error")
  func hostile() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    for topic in [
      ["\"ferry\""], ["ferry*"], ["NEAR(ferry", "quay)"], ["ferry", "AND"], ["-ferry"],
      ["title:ferry"], ["茶"], ["🌙"], ["f"], ["--", "--ferry"], ["^ferry", "OR", "NOT"], ["'; --"],
    ] {
      let outcome = try pond.run(["who"] + topic)
      #expect(outcome.code == (topic == ["'; --"] ? 64 : 0), "\(topic) \(outcome.errors)")
      #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    }
    #expect(try pond.run("who", "-ferry").output == pond.run("who", "ferry").output)
    for nothing in [
      ["who"], ["who", ""], ["who", "!?"], ["who", "x", "--limit", "-1"],
      ["who", "ferry", "--jason"],
    ] {
      let outcome = try pond.run(nothing)
      #expect(outcome.code == 64 && outcome.output.isEmpty, "\(nothing)")
    }
  }

  @Test(
    "nobody is told apart from nobody who could be looked at (I6); those who left are not asked")
  func nobody() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let none = try pond.run("who", "quokka")
    #expect(
      none.code == 0 && none.text.hasPrefix("Nobody whose posts Pond knows speaks of “quokka”."))
    let before = try pond.run("who", "kestrel")
    #expect(before.text.contains("Harbour Wire"))
    #expect(try pond.run("decide", "harbour wire", "let-go").code == 0)
    #expect(try !pond.run("who", "kestrel").text.contains("Harbour Wire"))
    #expect(try pond.run("undo").code == 0)
    #expect(try pond.run("who", "kestrel").output == before.output)
    let empty = try PondProcess()
    defer { empty.remove() }
    #expect(try empty.run("who", "ferry").code == 66)
    #expect(try empty.run("import", "Samples/ada/subscriptions.opml").code <= 1)
    let unseen = try empty.run("who", "ferry")
    #expect(
      unseen.code == 0 && unseen.text.hasPrefix("No file shows yet what anybody you keep writes"))
  }

  @Test("the index is made anew when asked, and that is said")
  func anew() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let first = try pond.run("who", "ferry")
    let again = try pond.run("who", "--anew", "ferry")
    #expect(again.output == first.output && again.errors.contains("made anew"))
    #expect(try pond.run("doctor").code == 0)
  }
}
