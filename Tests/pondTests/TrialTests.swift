import Foundation
import PondTestSupport
import Testing

/// Somebody is tried out before they are judged (S7).
@Suite("pond trial")
struct TrialCommandTests {
  @Test("nobody asks before its days are over, then once; undo and the portable file know it (E4)")
  func trial() throws {
    var pond = try MainJobTests.ada()
    defer { pond.remove() }
    let before = try pond.run("export", "decisions").text
    func asks(_ name: String) throws -> Bool {
      try pond.run(
        ["review", "--plain", "--limit", "0"], input: String(repeating: "s\n", count: 60)
      )
      .text.contains(": \(name)\n")
    }
    #expect(try asks("Korsund Harbour Wire"))
    let said = try pond.run("trial", "harbour wire", "--days", "10", "--reason", "summer timetable")
    #expect(said.code == 0 && said.text.hasPrefix("trial    Korsund Harbour Wire"))
    #expect(said.errors.contains("before 2026-06-11"))
    #expect(!(try asks("Korsund Harbour Wire")))
    let journal = try pond.run("journal", "--format", "table").text
    #expect(journal.contains("trial    Korsund Harbour Wire — summer timetable"))
    let words = try pond.run("export", "decisions").text
    #expect(words.contains(" 10 # Korsund Harbour Wire — summer timetable\n"))
    pond.environment["POND_NOW"] = "2026-06-10T08:00:00Z"
    #expect(!(try asks("Korsund Harbour Wire")))
    pond.environment["POND_NOW"] = "2026-06-11T08:00:01Z"
    #expect(try asks("Korsund Harbour Wire"))
    #expect(
      try pond.run("news", "--since", "5d").text.contains(/trial over .*Korsund Harbour Wire/))
    pond.environment["POND_NOW"] = nil
    try pond.run("undo")
    #expect(try pond.run("export", "decisions").text == before)
    let file = try pond.put(Data(words.utf8), "words.txt")
    #expect(try pond.run("decide", "--yes", "--from", file).code == 0)
    #expect(try pond.run("export", "decisions").text == words)
    #expect(try pond.run("journal", "--json").text.contains("\"trialDays\" : 10"))
  }

  @Test("a quiet account that nothing speaks against is asked about too, for it was promised")
  func quiet() throws {
    var pond = try MainJobTests.ada()
    defer { pond.remove() }
    let rows = try pond.run("list", "--format", "tsv", "--fields", "title,verdict,posts").lines
    var quiet: String?
    for row in rows where quiet == nil {
      let cells = row.split(separator: "\t").map(String.init)
      guard cells.count == 3, cells[1] == "keep", let posts = Int(cells[2]) else { continue }
      if posts >= 10 { quiet = cells[0] }
    }
    let title = try #require(quiet)
    #expect(try pond.run("trial", title, "--days", "1").code == 0)
    pond.environment["POND_NOW"] = "2026-06-03T08:00:00Z"
    let asked = try pond.run(
      ["review", "--plain", "--limit", "0"], input: String(repeating: "s\n", count: 60))
    #expect(asked.text.contains(": \(title)\n"))
  }

  @Test("whom nobody follows, and days that are none")
  func refused() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    for days in ["0", "366", "-3", "soon"] {
      #expect(try pond.run("trial", "harbour wire", "--days", days).code == 64, "\(days)")
    }
    #expect(try pond.run("trial", "nobody at all").code == 64)
    for line in ["trial https://x.example/f", "trial https://x.example/f 0", "trial 5"] {
      let file = try pond.put(Data((line + " # x\n").utf8), "line.txt")
      #expect(try pond.run("decide", "--yes", "--from", file).code == 65, "\(line)")
    }
  }
}
