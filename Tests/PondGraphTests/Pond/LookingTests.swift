import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// One account is weighed by what is held of its like: of its kind, and of its folder.
@Suite("One account, asked for alone")
struct LookingTests {
  @Test("what is said of it is what the list of all says, to the last bit (model §2)")
  func alone() throws {
    let shelf = try Shelf()
    try AdaPond.put(on: shelf)
    let all = try AdaPond.open(shelf).overviews(known: true, now: AdaPond.now)
    let foldered = all.filter { !$0.account.folders.isEmpty && $0.assessment.signal != nil }
    #expect(foldered.count > 10)
    for one in all.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let alone = try AdaPond.open(shelf).overview(of: one.account, now: AdaPond.now)
      #expect("\(Facts(alone))" == "\(Facts(one))", "\(one.account.key.shown)")
    }
  }

  /// What is printed of an account.
  private struct Facts {
    let statistics: Statistics
    let figures: [Double?]
    let rung: Rung
    let rule: String
    let words: [String]
    let last: [Date?]
    let answer: Answer?

    init(_ overview: AccountOverview) {
      let found = overview.assessment
      statistics = found.statistics
      figures = [
        found.postsPerWeek, found.signal, found.noise, found.probabilityBelowBar,
        found.requiredShare, found.actualShare, found.minutesPerWeek, found.postsFreed,
      ]
      rung = found.saidRung
      rule = found.rule
      let said = found.suggestion
      words = [said.forLeaving, said.forKeeping, said.whatWouldChange, said.howMuchWasSeen]
        .map(\.text)
      last = [found.lastPost, found.lastMet]
      answer = overview.decision?.answer
    }
  }
}
