import Foundation
import PondTestSupport
import Testing

/// `pond history` as a person reads it.
@Suite("pond history")
struct HistoryTests {
  @Test("a year in a table of 80 columns, and the same in JSON")
  func ada() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes")
    let year = try pond.run("history")
    #expect(year.code == 0 && year.lines.allSatisfy { $0.count <= 80 })
    try expectSnapshot(year.text, named: "history")
    let json = try pond.run("history", "--json", "--months", "2").text
    let page = try DocumentTests.text("docs/JSONOutput.md")
    for key in json.matches(of: #/(?m)^\s*"(\w+)" : /#).map({ String($0.output.1) }) {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
    for nonsense in ["0", "121", "-1", "many"] {
      #expect(try pond.run("history", "--months", nonsense).code == 64)
    }
  }

  @Test("when one reads is told in one's own time zone")
  func hours() throws {
    var pond = try PondProcess()
    defer { pond.remove() }
    try pond.run("import", "Samples/mastodon", "Samples/chrome")
    let utc = try pond.run("history", "--months", "1")
    #expect(utc.text.contains("acts of yours with a time"), "\(utc.text)")
    pond.environment["TZ"] = "Asia/Tokyo"
    let tokyo = try pond.run("history", "--months", "1")
    #expect(tokyo.text.contains("(Asia/Tokyo)") && tokyo.text != utc.text)
  }
}
