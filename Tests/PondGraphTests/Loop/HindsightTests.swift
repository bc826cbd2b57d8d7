import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("What would have been suggested before each answer")
struct HindsightTests {
  /// Five posts a day of which every so manieth was read.
  private static func loud(_ name: String, every: Int, folder: String? = nil) -> Evidence {
    Here.evidence(
      name, days: 200,
      Here.posts(from: 199, to: 1, count: 600) { $0.isMultiple(of: every) ? [.read] : [] },
      folder: folder)
  }

  private static func entry(
    _ number: Int, _ account: AccountKey, _ answer: Answer, daysAgo: Double = 1,
    undone: Bool = false, trial: Int? = nil
  ) -> JournalEntry {
    JournalEntry(
      number: number,
      decision: Decision(
        account: account, answer: answer, at: Here.ago(daysAgo), reason: nil, evidenceSeen: nil,
        trialDays: trial), undoneAt: undone ? Here.now : nil)
  }

  private static func look(
    _ journal: [JournalEntry], _ evidence: [Evidence], _ measures: Measures = .standard
  ) -> Hindsight {
    Hindsight(journal, evidence, measures: measures, now: Here.now)
  }

  @Test("the newest standing answer of each account counts; to wait, to mend and to follow do not")
  func answers() {
    let evidence = ["a", "b", "c", "d", "e"].map { Self.loud($0, every: 50) }
    let keys = evidence.map(\.account)
    let found = Self.look(
      [
        Self.entry(1, keys[0], .letGo), Self.entry(2, keys[0], .keep),
        Self.entry(3, keys[1], .letGo), Self.entry(4, keys[1], .keep, undone: true),
        Self.entry(5, keys[2], .keep), Self.entry(6, keys[2], .wait, trial: 10),
        Self.entry(7, keys[3], .repair), Self.entry(8, keys[4], .thin),
        Self.entry(9, keys[4], .follow), Self.entry(10, Here.key("gone"), .keep),
      ], evidence)
    #expect(found.cases.map(\.account) == [keys[0], keys[1], keys[4]].sorted())
    #expect(found.cases.map(\.said) == [.whole, .gone, .less])
    #expect(found.cases.allSatisfy { $0.suggested.count == found.changes.count + 1 })
  }

  @Test("only what is known of the time before an answer counts")
  func moment() {
    // Quiet until 60 days ago, loud since.
    var evidence = Self.loud("a", every: 50)
    evidence.posts = evidence.posts.filter { $0.at > Here.ago(60) }
    let early = Self.look([Self.entry(1, evidence.account, .keep, daysAgo: 61)], [evidence])
    #expect(early.cases.first?.suggested.first != .some(.gone))
    let late = Self.look([Self.entry(1, evidence.account, .keep, daysAgo: 1)], [evidence])
    #expect(late.cases.first?.suggested.first == .some(.gone))
  }

  @Test(
    "a declared word, and somebody of whom nothing would have been suggested, are no answer to it")
  func noSuggestion() {
    var declared = Self.loud("a", every: 50)
    declared.declared = [.ambient]
    let new = Here.evidence("b", days: 5, Here.posts(from: 4, to: 1, count: 40) { _ in [] })
    let found = Self.look(
      [Self.entry(1, declared.account, .letGo), Self.entry(2, new.account, .letGo)],
      [declared, new])
    #expect(found.cases.isEmpty)
  }

  @Test("a word for a folder is held against what costs something and could be judged, no others")
  func folderWords() {
    let loud = Self.loud("loud", every: 50, folder: "F")
    let cheap = Here.evidence(
      "cheap", days: 200, Here.posts(from: 199, to: 1, count: 20) { _ in [] }, folder: "F")
    let ended = Here.evidence(
      "ended", days: 3000, Here.posts(from: 2999, to: 2000, count: 600) { _ in [] }, folder: "F")
    let evidence = [loud, cheap, ended]
    let found = Self.look(
      evidence.enumerated().map { Self.entry($0 + 1, $1.account, .letGo) }, evidence)
    let heeds = Dictionary(uniqueKeysWithValues: found.cases.map { ($0.account, $0.heedsFolder) })
    #expect(heeds == [loud.account: true, cheap.account: false, ended.account: false])
  }

  @Test(
    "the grid: each change sets another value than that of today, and only acts that there were")
  func grid() {
    let changes = LessonGrid.changes(from: .standard, acts: [.seen, .read, .wrote])
    #expect(
      changes == [
        .price(0.05), .price(0.15), .price(0.02), .price(0.2), .price(0.3), .credit(.read, 0.25),
        .credit(.read, 0.8), .credit(.read, 0.1), .credit(.read, 1), .allowance(2), .allowance(1),
        .allowance(8), .allowance(15),
      ])
    #expect(!LessonGrid.changes(from: Measures([.price(0.05)]), acts: []).contains(.price(0.05)))
  }

  @Test("who keeps what lies below the bar weighs a post lighter; order changes nothing")
  func lighter() {
    let evidence = (0..<25).map { Self.loud("a\($0)", every: 20) }
    let journal = evidence.enumerated().map { Self.entry($0 + 1, $1.account, .keep) }
    let found = Self.look(journal, evidence)
    #expect(found.cases.count == 25)
    let lesson = Lesson(found, measures: .standard)
    let proposal = lesson.proposal
    #expect(lesson.agreeing == 0 && proposal?.agreeing == 25 && proposal?.foretold == 25)
    guard case .price(let price) = proposal?.change else {
      Issue.record("\(String(describing: proposal))")
      return
    }
    #expect(price < Bar.price)
    // The proposal does what it promises: by it, all of them stay.
    let after = Assessor.assess(evidence, measures: Measures([.price(price)]), now: Here.now)
    #expect(after.allSatisfy { $0.verdict == .keep })
    var chance = SplitMix64(seed: 3)
    let again = Self.look(
      journal.shuffled(using: &chance), evidence.shuffled(using: &chance))
    #expect(again.cases == found.cases && again.changes == found.changes)
  }

  @Test("the column of today's measures says what assessing says, by whichever measures")
  func sameAsAssessing() {
    var random = RandomEvidence(seed: 11)
    let evidence = (0..<40).map { random.account($0) }
    let journal = evidence.enumerated().map { Self.entry($0 + 1, $1.account, .keep, daysAgo: 0) }
    for measures in [Measures.standard, Measures([.price(0.3), .credit(.read, 1)])] {
      let found = Self.look(journal, evidence, measures)
      let assessed = Dictionary(
        uniqueKeysWithValues: Assessor.assess(evidence, measures: measures, now: Here.now).map {
          ($0.account, $0.verdict)
        })
      for one in found.cases {
        #expect(one.suggested[0] == assessed[one.account].flatMap(Hindsight.Course.init))
      }
      for (place, change) in found.changes.enumerated() {
        let other = Assessor.assess(evidence, measures: measures.changed(change), now: Here.now)
        let verdicts = Dictionary(uniqueKeysWithValues: other.map { ($0.account, $0.verdict) })
        for one in found.cases {
          #expect(
            one.suggested[place + 1] == verdicts[one.account].flatMap(Hindsight.Course.init),
            "\(change) \(one.account)")
        }
      }
    }
  }

  @Test("a thousand answers by all changes take seconds, even unoptimised")
  func many() {
    let evidence = (0..<1_000).map { number in
      Here.evidence(
        "a\(number)", days: 200,
        Here.posts(from: 199, to: 1, count: 100) { $0.isMultiple(of: 9) ? [.read] : [] })
    }
    let journal = evidence.enumerated().map { place, one in
      Self.entry(place + 1, one.account, place.isMultiple(of: 2) ? .keep : .letGo)
    }
    let start = ThreadTime.spent
    let found = Self.look(journal, evidence)
    #expect(found.cases.count == 1_000 && Lesson(found, measures: .standard).proposal == nil)
    #expect(ThreadTime.spent - start < .seconds(120))
  }
}
