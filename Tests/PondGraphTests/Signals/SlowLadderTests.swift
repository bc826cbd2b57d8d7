import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// What is said of the ladder climbs one rung from cycle to cycle (model §5).
@Suite("The ladder is climbed slowly")
struct SlowLadderTests {
  /// Words both ways in the weeks of these ages in days.
  private func evidence(_ ages: [Double], cycles: [Double]) -> Evidence {
    var evidence = Here.evidence("maren", days: 800, [])
    evidence.written = ages.map(Here.ago)
    evidence.addressed = ages.map { Here.ago($0 - 0.5) }
    evidence.cycles = cycles.map(Here.ago)
    return evidence
  }

  private func ladder(_ ages: [Double], cycles: [Double]) -> Ladder {
    Ladder(Observation(evidence(ages, cycles: cycles), now: Here.now))
  }

  @Test("before the first cycle it is what acts show")
  func first() {
    #expect(ladder([10, 20, 30], cycles: []).said == .conversing)
  }

  @Test("from one cycle to the next it is one rung; rules read what acts show all the while")
  func climbs() {
    // All of it happened within the last four weeks.
    let ages: [Double] = [6, 14, 22]
    for (cycles, said) in [
      ([29.0], Rung.glimpsed), ([60, 29], .glimpsed), ([20], .attentive),
      ([20, 13], .responding), ([20, 13, 5], .conversing),
    ] {
      let ladder = ladder(ages, cycles: cycles)
      #expect(ladder.said == said, "\(cycles)")
      #expect(ladder.rung == .conversing)
    }
  }

  @Test("where no cycle was held, a month counts as one")
  func months() {
    let ages: [Double] = [60, 68, 76]
    for (last, said) in [(89.9, Rung.responding), (90, .conversing)] {
      // Two months and a bit after a cycle before which there was nothing: three rungs; three months: four.
      #expect(ladder(ages, cycles: [last]).said == said, "\(last)")
    }
  }

  @Test("what was reached before a cycle is not climbed anew, in whatever order files came")
  func evidenceFirst() {
    #expect(ladder([100, 110, 120], cycles: [60, 30]).said == .conversing)
  }

  @Test("the person's own word is at once, and never more is said than acts show")
  func bounds() {
    var chance = SplitMix64(seed: 510)
    for _ in 0..<300 {
      let ages = (0..<Int.random(in: 0...8, using: &chance)).map { _ in chance.unit() * 200 }
      let cycles = (0..<Int.random(in: 0...6, using: &chance)).map { _ in chance.unit() * 200 }
        .sorted(by: >)
      let ladder = ladder(ages.sorted(by: >), cycles: cycles)
      #expect(ladder.said <= ladder.rung)
      // One cycle more, right now, is never a step back.
      #expect(self.ladder(ages.sorted(by: >), cycles: cycles + [0]).said >= ladder.said)
    }
    let declared = Ladder(
      Observation(evidence([1], cycles: [40]), now: Here.now), declared: [.trusted])
    #expect(declared.said == .declared)
  }
}
