import Foundation
import PondTestSupport
import Testing

/// One question at the end of a review about somebody who is kept and was not met for a while.
@Suite("A meeting by chance, at the end of a review")
struct ChanceMeetingCommandTests {
  /// Loud feeds, all but two of which are kept, and a later day on which nobody was met for long.
  private func made() throws -> PondProcess {
    var pond = try LearnTests.made("keep")
    pond.environment["POND_NOW"] = "2026-09-15T08:00:00Z"
    return pond
  }

  private func review(_ pond: PondProcess, _ arguments: String..., answers: String) throws -> String
  {
    try pond.run(["review", "--plain"] + arguments, input: answers).text
  }

  @Test("it comes last, in kind words, and its answer is one like any other")
  func last() throws {
    let pond = try made()
    defer { pond.remove() }
    let digest = try pond.run("doctor", "--digest").text
    let asked = try review(pond, answers: "t\nt\nk\n")
    #expect(asked.contains("Question 3 of 3: "), "\(asked)")
    #expect(asked.contains("By chance: you kept it on 2026-06-01. Still glad of it?"))
    #expect(asked.components(separatedBy: "By chance").count == 2)
    #expect(asked.contains("Kept safe: 2 thin and 1 keep.") || asked.contains("1 keep and 2 thin"))
    #expect(asked.contains("No question is open."))
    #expect(try pond.run("journal", "--json").text.components(separatedBy: "2026-09-15").count > 3)
    for _ in 0..<3 { try pond.run("undo") }
    #expect(try pond.run("doctor", "--digest").text == digest)
  }

  @Test("the same day meets the same, a seed another; within a limit, never alone, never edited")
  func drawn() throws {
    let pond = try made()
    defer { pond.remove() }
    func met(_ arguments: String...) throws -> Substring? {
      let text = try pond.run(
        ["review", "--plain"] + arguments, input: "w\nw\nq\n"
      ).text
      try pond.run("undo")
      try pond.run("undo")
      return text.split(separator: "\n").last { $0.hasPrefix("Question 3 of 3: ") }
    }
    let first = try met()
    #expect(try first != nil && met() == first)
    var seeded: Set<Substring?> = []
    for seed in 1...6 { seeded.insert(try met("--seed", "\(seed)")) }
    #expect(seeded.count > 1 && !seeded.contains(nil))
    #expect(try review(pond, "--limit", "2", answers: "w\n").contains("By chance"))
    try pond.run("undo")
    #expect(!(try review(pond, "--limit", "1", answers: "q\n").contains("By chance")))
    #expect(!(try pond.run("review", "--print").text.contains("By chance")))
    for feed in [22, 23] { try pond.run("decide", InventedCache.address(feed), "thin") }
    #expect(try pond.run(["review", "--plain"], input: "q\n").text.isEmpty)
  }

  @Test("nobody is met who was read or answered within 90 days")
  func none() throws {
    var pond = try made()
    defer { pond.remove() }
    pond.environment["POND_NOW"] = "2026-08-20T08:00:00Z"
    #expect(!(try review(pond, answers: "s\ns\nq\n").contains("By chance")))
  }
}
