import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("The ladder (model §5)")
struct LadderTests {
  private func ladder(
    _ posts: [ObservedPost] = [], written: [Double] = [], addressed: [Double] = []
  ) -> Ladder {
    var evidence = Here.evidence("someone", days: 800, posts)
    evidence.written = written.map(Here.ago)
    evidence.addressed = addressed.map(Here.ago)
    return Ladder(Observation(evidence, now: Here.now))
  }

  private func reads(_ days: [Double]) -> [ObservedPost] {
    days.map { ObservedPost(at: Here.ago($0), acts: [.read]) }
  }

  @Test("each rung takes what the model says")
  func rungs() {
    #expect(ladder().rung == .unseen)
    #expect(ladder([ObservedPost(at: Here.ago(3))]).rung == .unseen)
    #expect(ladder([ObservedPost(at: Here.ago(3), acts: [.seen])]).rung == .glimpsed)
    #expect(ladder(reads([3, 9])).rung == .glimpsed)
    #expect(ladder(reads([3, 9, 12])).rung == .attentive)
    // Several days are a day apart.
    #expect(ladder(reads([3, 3.2, 4])).rung == .attentive)
    #expect(ladder(reads([3, 3.2, 3.99])).rung == .glimpsed)
    #expect(ladder(written: [3, 30]).rung == .responding)
    #expect(ladder(written: [3, 30, 60], addressed: [4, 31, 58]).rung == .conversing)
  }

  @Test("acts whose post is unknown count like any other, dated or not (E-8)")
  func elsewhere() {
    func rung(_ tallies: [ActTally], touched: [Double] = []) -> Rung {
      var evidence = Evidence(account: Here.key("elsewhere"))
      evidence.elsewhere = tallies
      evidence.touched = touched.map(Here.ago)
      return Ladder(Observation(evidence, now: Here.now)).rung
    }
    #expect(rung([]) == .unseen)
    #expect(rung([ActTally(kind: .seen, count: 50)]) == .glimpsed)
    #expect(rung([ActTally(kind: .watched, count: 2)]) == .glimpsed)
    #expect(rung([ActTally(kind: .watched, count: 3)]) == .attentive)
    let three = [ActTally(kind: .opened, count: 3, last: Here.ago(1))]
    #expect(rung(three, touched: [1, 1.1, 1.2]) == .glimpsed, "one day is one rung at most")
    #expect(rung(three, touched: [1, 1.1, 2.2]) == .attentive)
    #expect(rung([ActTally(kind: .liked, count: 9000)]) == .attentive, "no act of one side is more")
  }

  @Test("fifty replies in one day move it one rung at most")
  func oneDay() {
    let fifty = (0..<50).map { 5 + 0.01 * Double($0) }
    #expect(ladder(written: fifty, addressed: fifty).rung == .glimpsed)
    let glimpsed = [ObservedPost(at: Here.ago(40), acts: [.seen])]
    #expect(ladder(glimpsed, written: fifty, addressed: fifty).rung == .attentive)
    #expect(ladder(reads([90, 80, 70]), written: fifty).rung == .attentive)
    #expect(ladder(written: fifty + [40], addressed: fifty).rung == .responding)
  }

  @Test(
    "one side alone never converses, however much it says (P9)", arguments: 0..<100 as Range<UInt64>
  )
  func ceiling(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let many = (0..<200).map { _ in 700 * chance.unit() }
    #expect(ladder(written: many).rung == .responding)
    #expect(ladder(addressed: many).rung == .unseen)
    #expect(ladder(written: many).depth == 0)
    #expect(ladder(written: many, addressed: [100]).rung == .responding)
  }

  @Test("words within a week of each other are an exchange, the seventh day with them")
  func exchange() {
    let weeks = [14.0, 42, 70]
    for (days, isOne) in [(7.0, true), (7.1, false), (-7, true), (-7.1, false)] {
      let rung = ladder(written: weeks, addressed: weeks.map { $0 + days }).rung
      #expect((rung == .conversing) == isOne, "\(days)")
    }
  }

  @Test("words that pass each other by months are no exchange")
  func distantWords() {
    #expect(ladder(written: [10, 100, 200], addressed: [50, 150, 250]).rung == .responding)
  }

  @Test(
    "an exchange is words within a week of each other, whoever wrote first", arguments: [1, -1.0])
  func aWeek(sign: Double) {
    func rung(_ apart: Double) -> Rung {
      ladder(written: [30, 100, 200], addressed: [30, 100, 200].map { $0 + sign * apart }).rung
    }
    #expect(rung(6.9) == .conversing)
    #expect(rung(7.1) == .responding && rung(20) == .responding)
  }

  @Test("depth is the fewest of the three, fading with a half-life of two years")
  func depth() {
    let recent = ladder(written: [1, 30, 60], addressed: [2, 31, 61])
    #expect(recent.depth > 1.8 && recent.depth < 2)
    let old = ladder(written: [701, 730, 760], addressed: [702, 731, 761])
    #expect(old.depth < recent.depth && old.depth > 1)
  }

  @Test("no computed rung is called by a name that only the person may give (R7)")
  func names() {
    let forbidden = ["friend", "close", "intimate", "trusted", "declared"]
    for rung in Rung.computed { #expect(!forbidden.contains(rung.name)) }
  }
}
