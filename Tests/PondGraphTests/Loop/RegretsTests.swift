import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Whether those who were let go are missed")
struct RegretsTests {
  private static let day = 86_400.0
  private static let start = Invented.now
  private let ada = Invented.key("ada")
  private let bea = Invented.key("bea")

  private func at(_ days: Double) -> Date { Self.start.addingTimeInterval(days * Self.day) }

  private func entry(
    _ account: AccountKey, _ answer: Answer, _ days: Double, undone: Double? = nil,
    rate: Double? = nil
  ) -> JournalEntry {
    JournalEntry(
      number: 1,
      decision: Decision(
        account: account, answer: answer, at: at(days), reason: nil, evidenceSeen: nil,
        postsPerWeek: rate), undoneAt: undone.map(at))
  }

  private func asked(_ journal: [JournalEntry], _ days: Double) -> [AccountKey] {
    Regrets(journal).questions(now: at(days)).map(\.account)
  }

  @Test("asked after 30 days and after 90, once each, and after a year no more")
  func asking() {
    let gone = [entry(ada, .letGo, 0)]
    #expect(asked(gone, 29.9).isEmpty && asked(gone, 30) == [ada] && asked(gone, 365) == [ada])
    #expect(asked(gone, 366).isEmpty)
    let once = gone + [entry(ada, .letGo, 31)]
    #expect(asked(once, 32).isEmpty && asked(once, 89.9).isEmpty && asked(once, 90) == [ada])
    #expect(asked(once + [entry(ada, .letGo, 95)], 300).isEmpty)
    #expect(
      asked(gone + [entry(ada, .archive, 31)], 32).isEmpty, "it may stay away by another name")
    // Asked for the first time after both: once is enough.
    #expect(asked(gone + [entry(ada, .letGo, 120)], 200).isEmpty)
    // Said again in the first month, nobody was asked yet.
    #expect(asked(gone + [entry(ada, .letGo, 10)], 40) == [ada])
  }

  @Test("back by any other word or by undoing, nothing is asked; a slip of the hand is no regret")
  func back() {
    for answer in [Answer.keep, .hold, .wait, .follow, .thin] {
      let journal = [entry(ada, .letGo, 0), entry(ada, answer, 12)]
      #expect(asked(journal, 40).isEmpty, "\(answer)")
      #expect(Regrets(journal).tally().missed == 1, "\(answer)")
    }
    let undone = [entry(ada, .letGo, 0, undone: 3)]
    #expect(asked(undone, 40).isEmpty && Regrets(undone).tally().missed == 1)
    let slip = [entry(ada, .letGo, 0, undone: 0.5)]
    #expect(Regrets(slip).tally().letGo == 0)
    // A word that was taken back brings nobody back.
    #expect(asked([entry(ada, .letGo, 0), entry(ada, .keep, 12, undone: 13)], 40) == [ada])
    // Let go again later, it begins anew.
    let again = [entry(ada, .letGo, 0), entry(ada, .keep, 12), entry(ada, .letGo, 50)]
    #expect(asked(again, 79).isEmpty && asked(again, 80) == [ada])
    #expect(Regrets(again).tally().letGo == 2)
  }

  @Test("the tally knows those alone of whom something was said, and counts by volume")
  func tally() {
    let journal = [
      entry(ada, .letGo, 0, rate: 70), entry(bea, .letGo, 1, rate: 2),
      entry(Invented.key("cal"), .letGo, 2), entry(ada, .letGo, 40, rate: 70),
      entry(bea, .keep, 41),
    ]
    let all = Regrets(journal).tally()
    #expect(all.letGo == 3 && all.missed == 1 && all.notMissed == 1 && all.known == 2)
    let loud = Regrets(journal).tally(postingAtLeast: 70)
    #expect(loud.letGo == 1 && loud.missed == 0 && loud.notMissed == 1)
    #expect(Regrets(journal).tally(postingAtLeast: 70.5).letGo == 0)
    #expect(Regrets([]).tally() == Regrets.Tally())
  }

  @Test("asked in the order in which they are due")
  func order() {
    let journal = [entry(bea, .letGo, 0), entry(ada, .letGo, 5)]
    #expect(asked(journal, 40) == [bea, ada])
    let questions = Regrets(journal).questions(now: at(40))
    #expect(questions.map(\.due) == [at(30), at(35)])
    #expect(questions.map(\.letGoAt) == [at(0), at(5)])
  }
}
