import Foundation
import PondTestSupport
import Testing

/// `pond news` as a person reads it.
@Suite("pond news")
struct NewsTests {
  @Test("at most twelve lines of 80 columns, and the same in JSON")
  func ada() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let year = try pond.run("news", "--since", "365d")
    #expect(year.code == 0 && (2...12).contains(year.lines.count), "\(year.text)")
    #expect(year.lines.allSatisfy { $0.count <= 80 })
    try expectSnapshot(year.text, named: "news")
    let json = try pond.run("news", "--since", "365d", "--json").text
    #expect(
      json.contains("\"fell-silent\"") && json.contains("\"since\" : \"2025-06-01T08:00:00Z\""))
    let page = try DocumentTests.text("docs/JSONOutput.md")
    for key in json.matches(of: #/(?m)^\s*"(\w[\w\-]*)" : /#).map({ String($0.output.1) }) {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
  }

  @Test("nothing to say is one line, and no line where that was asked; nonsense is a usage error")
  func nothing() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let quiet = try pond.run("news", "--since", "1d")
    #expect(quiet.code == 0 && quiet.text.hasPrefix("Nothing new in the 1 day up to 2026-06-01"))
    #expect(try pond.run("news", "--since", "1d", "--if-any").output.isEmpty)
    for nonsense in ["yesterday", "0d", "-3d", "2026-02-30", "2099-01-01", ""] {
      #expect(try pond.run("news", "--since", nonsense).code == 64, "\(nonsense)")
    }
    #expect(try pond.run("news", "--since", "9999999w").code == 0)
    let empty = try PondProcess()
    defer { empty.remove() }
    #expect(try empty.run("news").code == 66)
    try empty.run("import", "Samples/ada/feeds/harrow-vane.xml")
    let none = try empty.run("news")
    #expect(none.code == 0 && none.text.hasPrefix("No news: nobody is followed yet."))
  }
}
