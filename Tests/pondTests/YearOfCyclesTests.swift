import Foundation
import PondTestSupport
import Testing

/// Twelve cycles over the months of Samples/year, as somebody would walk them.
@Suite("A year of cycles")
struct YearOfCyclesTests {
  /// What Ada says in a month: about whom, in the review's letters; then what she notes.
  private struct Sitting {
    var decide: [[String]] = []
    var ticks: [String] = []
    var review: [String] = ["q"]
    var intend: [String] = [""]
  }

  private static let sittings: [Int: Sitting] = [
    0: Sitting(
      decide: [
        ["decide", "The Night Ferry", "keep", "--reason", "it is why I read"],
        ["decide", "Everything, Daily", "let-go", "--reason", "I have not opened it"],
      ],
      intend: ["read the Ferry's archive", ""]),
    1: Sitting(ticks: ["y"]),
    2: Sitting(decide: [["decide", "Gadget Rumour Mill", "let-go"]]),
    3: Sitting(decide: [["follow", "https://nine.test/feed"]], review: ["k", "q"]),
    4: Sitting(review: ["l", "q"]),
    10: Sitting(intend: ["y", ""]),
    11: Sitting(ticks: ["y"]),
  ]

  private static let year = Result { try walked() }

  /// Walks all months; the list that leaves is what the reader takes back.
  private static func walked() throws -> [String] {
    var pond = try PondProcess()
    defer { pond.remove() }
    let list = try pond.put(sample("subscriptions.opml"), "subscriptions.opml")
    var said: [String] = []
    for month in 0..<12 {
      let (name, day) = (label(month), label(month + 1) + "-01")
      pond.environment["POND_NOW"] = "\(day)T08:00:00Z"
      _ = try pond.put(sample("\(name).json"), "entries.json")
      if month == 0 { try pond.run("import", list, pond.path("entries.json")) }
      let sitting = sittings[month] ?? Sitting()
      for command in sitting.decide { try pond.run(command) }
      said.append(try cycle(pond, sitting))
      let written = pond.path("subscriptions-\(day).opml")
      if FileManager.default.fileExists(atPath: written) {
        _ = try pond.put(try Data(contentsOf: URL(fileURLWithPath: written)), "subscriptions.opml")
      }
    }
    said.append(try pond.run("history", "--months", "12").text)
    said.append(try pond.run("journal", "--format", "table").text)
    said.append(try pond.run("report").text)
    return said
  }

  private static func cycle(_ pond: PondProcess, _ sitting: Sitting) throws -> String {
    let answers = [""] + sitting.ticks + sitting.review + sitting.intend + ["y"]
    let said = try pond.run(
      ["cycle", "--into", pond.home.path], input: answers.joined(separator: "\n") + "\n")
    #expect(said.code == 0, "\(said.errors)")
    return said.text.replacing(pond.home.path, with: "/home/ada")
  }

  private static func label(_ month: Int) -> String {
    let (year, number) = (6 + month).quotientAndRemainder(dividingBy: 12)
    return "\(2025 + year)-\(number < 9 ? "0" : "")\(number + 1)"
  }

  private static func sample(_ name: String) -> Data {
    (try? Data(contentsOf: Repository.url("Samples/year/\(name)"))) ?? Data()
  }

  /// A cycle as a page shows it: the questions themselves left out.
  private static func shown(_ said: String) -> String {
    var lines: [String] = []
    var isQuestion = false
    for line in said.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("6 of 7"), isQuestion {
        isQuestion = false
        lines += ["(the questions)", ""]
      }
      isQuestion = isQuestion || line.hasPrefix("Question ")
      if !isQuestion { lines.append(String(line)) }
    }
    return lines.joined(separator: "\n")
  }

  @Test("three of the twelve, as docs/Cycle.md shows them", arguments: [0, 3, 10])
  func transcripts(month: Int) throws {
    let said = try Self.year.get()
    let shown = Self.shown(said[month])
    try expectSnapshot(shown, named: "cycle-\(month + 1)")
    let page = try String(contentsOf: Repository.url("docs/Cycle.md"), encoding: .utf8)
    #expect(page.contains("```text\n\(shown)```"))
  }

  @Test(
    "the year as a whole: what fell silent and returned is told once, what was let go is asked about"
  )
  func whole() throws {
    let said = try Self.year.get()
    let cycles = said.prefix(12)
    #expect(cycles.count { $0.contains("fell silent  Low Tide Radio") } == 1)
    #expect(cycles.count { $0.contains("returned     Low Tide Radio") } == 1)
    #expect(cycles.count { $0.contains("posts more   Bread Line") } == 1)
    #expect(cycles.count { $0.contains("read the Ferry's archive: done?") } == 1)
    #expect(cycles.contains { $0.contains("missed?      Everything, Daily") })
    #expect(cycles.contains { $0.contains("visit The Night Ferry") })
    #expect(said[12].contains("Let go in all: 2."))
    #expect(said[13].contains("Everything, Daily"))
  }

  @Test(
    "the report's table of hours holds every act that has a time, and its months those of history")
  func report() throws {
    let said = try Self.year.get()
    let acts = try #require(said[12].firstMatch(of: #/When you read: ([\d,]+) acts/#)).1
    let table = try #require(
      said[14].firstMatch(
        of: #/(?s)<caption>Your acts by the hours of the week<.caption>(.*?)<.table>/#)
    ).1
    let cells = table.matches(of: #/<td class="n">(\d+)</#).compactMap { Int($0.1) }
    #expect(cells.count == 7 * 24)
    #expect("\(cells.reduce(0, +))" == acts.filter { $0 != "," })
    // As of the cycle of 1 June: accounts, posts a week, minutes a day, close.
    let cycle = try #require(
      said[12].firstMatch(
        of: #/2026-06-01  (\d+) accounts, (\S+) posts a week, (\S+) minutes a day, (\d+) close/#))
    let row =
      "<td class=\"n\">\(cycle.1)</td><td class=\"n\">\(cycle.2)</td>"
      + "<td class=\"n\">\(cycle.3)</td><td class=\"n\">\(cycle.4)</td></tr>"
    #expect(said[14].contains(row))
  }
}
