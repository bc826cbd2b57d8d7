import Foundation
import PondTestSupport
import Testing

/// Missed? One question after a month, and another after three; yes brings somebody back.
@Suite("Whether somebody is missed")
struct RegretTests {
  /// A list of trees, an outline each.
  static func list(_ names: [String]) -> Data {
    let outlines = names.map {
      #"  <outline type="rss" text="\#($0)" xmlUrl="https://\#($0.lowercased()).example/feed"/>\#n"#
    }
    return Data(
      """
      <?xml version="1.0"?><opml version="2.0"><head><title>Trees</title></head><body>
      \(outlines.joined())</body></opml>

      """.utf8)
  }

  private func made() throws -> (pond: PondProcess, list: String) {
    var pond = try PondProcess()
    pond.environment["POND_NOW"] = "2026-06-01T12:00:00Z"
    let path = try pond.put(Self.list(["Ash", "Birch", "Cedar"]), "trees.opml")
    try pond.run("import", path)
    try pond.run("decide", "Birch", "let-go")
    return (pond, path)
  }

  @Test("it is asked after a month; yes brings them back, and the list is what it was")
  func yes() throws {
    var (pond, _) = try made()
    defer { pond.remove() }
    #expect(!(try pond.run("export", "opml", "--yes").text.contains("birch")))
    pond.environment["POND_NOW"] = "2026-06-30T12:00:00Z"
    #expect(!(try pond.run(["review", "--plain"], input: "q\n").text.contains("Missed?")))
    pond.environment["POND_NOW"] = "2026-07-02T12:00:00Z"
    #expect(try pond.run("news").text.contains("missed?      Birch"))
    let asked = try pond.run(["review", "--plain"], input: "k\nq\n").text
    #expect(asked.contains("You let it go on 2026-06-01. Missed?"))
    #expect(asked.contains("Since then: Nobody looked, so what came is unknown."))
    #expect(asked.contains("Birch: keep. Welcome back."))
    #expect(try pond.run("export", "opml").output == Self.list(["Ash", "Birch", "Cedar"]))
    #expect(!(try pond.run(["review", "--plain"], input: "q\n").text.contains("Missed?")))
    #expect(
      try pond.run("history").text.contains(
        "Let go in all: 1. Missed: 1, not missed: 0, no answer yet: 0."))
    // Undone, the question is open again.
    try pond.run("undo")
    #expect(try pond.run(["review", "--plain"], input: "q\n").text.contains("Missed?"))
  }

  @Test("no closes it until the third month, and then for good")
  func no() throws {
    var (pond, _) = try made()
    defer { pond.remove() }
    for (day, isAsked) in [
      ("07-02", true), ("07-03", false), ("08-29", false), ("08-31", true), ("09-01", false),
    ] {
      pond.environment["POND_NOW"] = "2026-\(day)T12:00:00Z"
      let said = try pond.run(["review", "--plain"], input: "l\nq\n").text
      #expect(said.contains("Missed?") == isAsked, "\(day)")
      #expect(said.contains("It stays away.") == isAsked, "\(day)")
      #expect(!(try pond.run("export", "opml", "--yes").text.contains("birch")), "\(day)")
    }
    #expect(try pond.run("history").text.contains("Missed: 0, not missed: 1, no answer yet: 0."))
  }

  @Test("of seven it asks five in a sitting, those let go first; the next sitting asks the others")
  func handful() throws {
    var pond = try PondProcess()
    defer { pond.remove() }
    let names = ["Oak", "Elm", "Yew", "Fir", "Box", "Bay", "Ash"]
    pond.environment["POND_NOW"] = "2026-06-01T12:00:00Z"
    try pond.run("import", try pond.put(Self.list(names), "trees.opml"))
    for (hour, name) in names.enumerated() {
      pond.environment["POND_NOW"] = "2026-06-01T1\(hour):30:00Z"
      #expect(try pond.run("decide", name, "let-go").code == 0)
    }
    pond.environment["POND_NOW"] = "2026-07-03T12:00:00Z"
    func asked() throws -> [String] {
      let said = try pond.run(["review", "--plain"], input: String(repeating: "l\n", count: 9)).text
      return said.matches(of: #/(\w+): let go\. It stays away/#).map { String($0.1) }
    }
    #expect(try asked() == ["Oak", "Elm", "Yew", "Fir", "Box"])
    #expect(try asked() == ["Bay", "Ash"])
    #expect(try asked() == [])
  }

  @Test("whom a newer list names no more comes back as a newcomer")
  func gone() throws {
    var (pond, path) = try made()
    defer { pond.remove() }
    let trimmed = try pond.run("export", "opml", "--yes").output
    _ = try pond.put(trimmed, "trees.opml")
    pond.environment["POND_NOW"] = "2026-06-03T12:00:00Z"
    try pond.run("import", path)
    #expect(!(try pond.run("list").text.contains("Birch")))
    #expect(try pond.run("journal").text.contains("Birch"), "an answer stays in the journal (E4)")
    #expect(try pond.run("why", "Birch").code == 0)
    let digest = try pond.run("doctor", "--digest").text
    try pond.run("import", path)
    #expect(try pond.run("doctor", "--digest").text == digest, "imported again (I3)")
    pond.environment["POND_NOW"] = "2026-07-02T12:00:00Z"
    let asked = try pond.run(["review", "--plain"], input: "k\n").text
    #expect(asked.contains("Birch: keep. Welcome back."))
    let again = try pond.run("export", "opml").text
    #expect(again.contains("xmlUrl=\"https://birch.example/feed\""))
    #expect(try pond.run("list").text.contains("Birch"))
  }
}
