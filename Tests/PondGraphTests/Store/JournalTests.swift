import Foundation
import Testing

@testable import PondGraph

@Suite("The journal")
struct JournalTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
    _ = try pond.write(
      Invented.list("a.opml", ["ada", "bob", "cyd"].map { Invented.mention($0) }), at: Invented.now)
  }

  @Test("five steps back are five earlier digests, across restarts (R4, T-S11)")
  func undoFiveSteps() throws {
    var digests = [try pond.logicalDigest()]
    let answers: [(String, Answer)] = [
      ("ada", .keep), ("bob", .letGo), ("ada", .letGo), ("new", .wait), ("bob", .hold),
    ]
    for (index, step) in answers.enumerated() {
      #expect(try pond.append(Invented.decision(step.0, step.1)) == index + 1)
      digests.append(try pond.logicalDigest())
    }
    #expect(Set(digests).count == 6)
    for (earlier, step) in zip(digests.dropLast().reversed(), answers.reversed()) {
      let again = try shelf.pond()
      let undone = try #require(try again.undo(at: Invented.day(1)))
      #expect(undone.decision == Invented.decision(step.0, step.1))
      #expect(undone.undoneAt == Invented.day(1))
      #expect(try again.logicalDigest() == earlier)
    }
    #expect(try pond.undo(at: Invented.now) == nil)
    #expect(try pond.journal().map(\.number) == [1, 2, 3, 4, 5])
    #expect(try pond.standingDecisions().isEmpty)
  }

  @Test("the newest answer that stands counts")
  func standing() throws {
    try pond.append([
      Invented.decision("ada", .letGo), Invented.decision("ada", .keep),
      Invented.decision("bob", .archive),
    ])
    #expect(try pond.standingDecisions()[Invented.key("ada")]?.answer == .keep)
    _ = try pond.undo(at: Invented.now)
    _ = try pond.undo(at: Invented.now)
    #expect(try pond.standingDecisions().mapValues(\.answer) == [Invented.key("ada"): .letGo])
  }

  @Test("a re-import forgets no answer and no note (R6, S8)")
  func survives() throws {
    try pond.append(Invented.decision("ada", .hold))
    try pond.setNote(" she answers letters ", for: Invented.key("ada"), at: Invented.now)
    _ = try pond.write(
      Invented.list("a.opml", [Invented.mention("bob")], text: "other"), at: Invented.now)
    _ = try pond.write(
      Invented.list("c.opml", [Invented.mention("ada")], text: "back"), at: Invented.now)
    #expect(try pond.standingDecisions()[Invented.key("ada")]?.answer == .hold)
    #expect(try pond.note(of: Invented.key("ada")) == "she answers letters")
    try pond.setNote("  ", for: Invented.key("ada"), at: Invented.now)
    #expect(try pond.notes().isEmpty)
  }

  @Test("a pond opened for reading takes no answer")
  func readingOnly() throws {
    let reader = try shelf.pond("pond.sqlite", .reading)
    #expect(throws: StoreFailure.readOnly(path: reader.path)) {
      try reader.append(Invented.decision("ada", .keep))
    }
  }
}
