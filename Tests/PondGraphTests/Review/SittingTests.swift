import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("A sitting over a pond file")
struct SittingTests {
  let shelf: Shelf
  var now: Date { AdaPond.now }

  init() throws {
    shelf = try Shelf()
    try AdaPond.put(on: shelf)
  }

  private func sitting(_ asking: Pond.Asking = Pond.Asking()) throws -> Pond.Sitting {
    try AdaPond.open(shelf).review(asking, now: now)
  }

  private func title(_ sitting: Pond.Sitting) throws -> String? {
    try sitting.question()?.overview.account.title
  }

  private func titles(_ asking: Pond.Asking) throws -> [String] {
    let sitting = try sitting(asking)
    var titles: [String] = []
    while let question = try sitting.question() {
      titles.append(question.overview.account.title ?? "")
      try sitting.skip(now: now)
    }
    while try sitting.undo(now: now) != nil {}
    return titles
  }

  @Test("what is on show stands there before the figures: words, both sides, the place (R1, R3)")
  func question() throws {
    let question = try #require(try sitting().question())
    #expect(question.overview.account.title == "Korsund Harbour Wire")
    #expect(question.place == 1 && question.length == 15)
    #expect(question.posts.count == 5)
    #expect(question.note == nil)
    #expect(question.weeks.count == 26)
    #expect(question.weeks.contains(nil), "the weeks before the follow date were not seen (I6)")
    #expect(question.weeks.compactMap { $0 }.contains { $0 > 300 })
    #expect(question.passed.contains { $0.hasPrefix("You read ") })
    #expect(question.costs.isEmpty, "a feed costs nothing to leave")
  }

  @Test("every answer is in the file before the next question, and the next one is asked on resume")
  func answersLast() throws {
    var asked: [String] = []
    let order: [Answer] = [.letGo, .keep, .wait, .hold, .archive, .thin]
    for answer in order {
      // A new process each time: as after a kill between the key and the screen.
      let sitting = try sitting()
      asked.append(try #require(try title(sitting)))
      try sitting.answer(answer, now: now)
      let journal = try AdaPond.open(shelf, .looking).journal()
      #expect(journal.last?.entry.decision.answer == answer)
      #expect(journal.last?.account.title == asked.last)
      #expect(journal.last?.entry.decision.evidenceSeen?.isEmpty == false)
    }
    #expect(Set(asked).count == order.count)
  }

  @Test("undo is exact, also of a skip, also after a restart: earlier digests return (R4)")
  func undoIsExact() throws {
    var digests: [String] = []
    var shown: [String?] = []
    func digest() throws -> String { try AdaPond.open(shelf, .looking).digest() }
    var chance = SplitMix64(seed: 6)
    for _ in 0..<Rounds.times(4, 8) {
      let sitting = try sitting()
      digests.append(try digest())
      shown.append(try title(sitting))
      if chance.happens(0.5) {
        try sitting.skip(now: now)
      } else {
        try sitting.answer(.letGo, now: now)
      }
    }
    for (digestBefore, title) in zip(digests, shown).reversed() {
      let sitting = try sitting()
      let back = try #require(try sitting.undo(now: now))
      #expect(back.account?.title == title)
      #expect(try self.title(sitting) == title)
      #expect(try digest() == digestBefore)
    }
    #expect(try sitting().undo(now: now) == nil)
  }

  @Test("what an earlier answer made of an account is gone when it is asked about again")
  func undoneIsAssessedAnew() throws {
    try sitting().answer(.letGo, now: now)
    let sitting = try sitting()
    _ = try sitting.undo(now: now)
    let question = try #require(try sitting.question())
    #expect(question.overview.decision == nil)
    #expect(question.overview.assessment.verdict == .thin)
  }

  @Test("what was passed over comes last, the longest ago first, and is asked about once a sitting")
  func skipsComeLast() throws {
    let all = try titles(Pond.Asking())
    let first = try sitting()
    try first.skip(now: now)
    try first.skip(now: now)
    #expect(try titles(Pond.Asking()) == Array(all.dropFirst(2) + all.prefix(2)))
    #expect(Set(all).count == all.count)
  }

  @Test("a sitting ends at its limit, and the next goes on behind it")
  func sittings() throws {
    let all = try titles(Pond.Asking())
    var asked: [String] = []
    for _ in 0..<3 {
      let sitting = try sitting(Pond.Asking(limit: 4))
      #expect(try sitting.question()?.length == 4)
      while let question = try sitting.question() {
        asked.append(question.overview.account.title ?? "")
        try sitting.answer(.keep, now: now)
      }
    }
    #expect(asked == Array(all.prefix(12)))
  }

  @Test(
    "who is met by chance comes last, is kept, and is asked for alone: it is open no longer than that"
  )
  func byChance() throws {
    let asking = Pond.Asking(meeting: .ofTheDay)
    let all = try titles(Pond.Asking())
    let met = try titles(asking)
    #expect(Array(met.dropLast()) == all && met.count == all.count + 1)
    let sitting = try sitting(asking)
    for _ in all {
      #expect(try sitting.question()?.chance == nil)
      try sitting.answer(.keep, now: now)
    }
    let last = try #require(try sitting.question())
    #expect(last.chance == Pond.Chance(keptAt: nil) && last.absence == nil && last.alike == nil)
    #expect(last.overview.assessment.verdict == .keep)
    #expect(
      last.overview.assessment.lastMet.map { now.timeIntervalSince($0) >= 90 * 86_400 } ?? true)
    #expect(try sitting.closing().left == 0)
    try sitting.answer(.keep, now: now)
    #expect(try sitting.question() == nil)
    #expect(try sitting.undo(now: now)?.answer == .keep)
    #expect(try sitting.question()?.chance != nil)
    try sitting.skip(now: now)
    #expect(try titles(asking).isEmpty)
  }

  @Test("the orders ask about the same accounts, each in its own way, the same every time")
  func orders() throws {
    let costliest = try titles(Pond.Asking())
    for order in Rounds.some(2, of: QuestionOrder.allCases) {
      let asked = try titles(Pond.Asking(order: order))
      #expect(Set(asked) == Set(costliest), "\(order)")
      if Rounds.areAll { #expect(try titles(Pond.Asking(order: order)) == asked, "\(order)") }
      if order != .costliest { #expect(asked != costliest, "\(order)") }
    }
    let folder = try titles(Pond.Asking(folder: "news, sports"))
    #expect(!folder.isEmpty && folder.count < costliest.count)
    #expect(folder.contains("Korsund Harbour Wire"))
    #expect(try titles(Pond.Asking(folder: "no such folder")).isEmpty)
  }

  @Test("the closing counts what changed, and names the lists that are to be written")
  func closing() throws {
    let sitting = try sitting()
    let first = try #require(try sitting.question()).overview
    try sitting.answer(.letGo, now: now)
    try sitting.skip(now: now)
    let closing = try sitting.closing()
    #expect(closing.answers == [.letGo] && closing.skipped == 1)
    #expect(closing.before.accounts - closing.after.accounts == 1)
    let freed = closing.before.postsPerWeek - closing.after.postsPerWeek
    #expect(abs(freed - (first.assessment.postsPerWeek ?? 0)) < 1e-6)
    #expect(closing.left == 14, "what was passed over is open still")
    #expect(closing.leaving.accounts == 1 && closing.leaving.lists.contains(.opml))
    #expect(closing.leaving.networks.isEmpty)
  }

  @Test("a note is kept at once and stands on the question")
  func note() throws {
    let sitting = try sitting()
    try sitting.write(note: "the tide tables\n", now: now)
    #expect(try sitting.question()?.note == "the tide tables")
    #expect(try self.sitting().question()?.note == "the tide tables")
    try sitting.write(note: " ", now: now)
    #expect(try sitting.question()?.note == nil)
  }
}
