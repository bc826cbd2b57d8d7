import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: below the bar")
struct BelowTheBarTests {
  private let readings = Readings(
    Here.evidence("loud", days: 300, Here.posts(from: 299, to: 1, count: 3000) { _ in [] }),
    now: Here.now)

  /// What the rule says of a known rate and share.
  private func verdict(rate: Double, share: Double) -> Verdict {
    let imagined = readings.imagining(
      rate: PostingRate(posts: 1e8 * rate, weeks: 1e8, prior: Prior.fallback.rate),
      share: EngagedShare(
        credit: 1e8 * share, posts: 1e8, observability: 1, prior: Prior.fallback.share))
    return Ruling(imagined, after: .smallCost).verdict
  }

  @Test("half an item a week worth attention makes it thin, less makes it let-go")
  func signal() {
    #expect(verdict(rate: 100, share: 0.00505) == .thin)
    #expect(verdict(rate: 100, share: 0.00495) == .letGo)
  }

  @Test("half an item a week to the last bit is thin")
  func exactly() {
    let rate = PostingRate(posts: 99.5, weeks: 0, prior: Prior.fallback.rate)
    let share = EngagedShare(credit: 0, posts: 97.5, observability: 1, prior: Prior.fallback.share)
    #expect(rate.mean * share.mean == RealSignal.least)
    let ruling = Ruling(readings.imagining(rate: rate, share: share), after: .smallCost)
    #expect(ruling.verdict == .thin && ruling.rule == "below the bar")
  }

  @Test("at the share that its volume asks for it turns, and is kept above")
  func bar() {
    let required = readings.bar.required(at: 100)
    #expect(verdict(rate: 100, share: required * 1.01) == .keep)
    #expect(verdict(rate: 100, share: required * 0.99) == .thin)
  }

  @Test("from a chance of nine in ten on, and not before")
  func certainty() {
    // So many posts, one in eleven read: the more, the surer that this is too little.
    let chances = (1...60).map { count in
      let posts = Double(count) * 11
      let rate = PostingRate(posts: 1e12, weeks: 1e8, prior: Prior.fallback.rate)
      let share = EngagedShare(
        credit: Double(count) * 0.6, posts: posts, observability: 1, prior: Prior.fallback.share)
      let imagined = readings.imagining(rate: rate, share: share)
      let below = readings.bar.chanceBelow(rate: rate, share: share)
      return (below, Ruling(imagined, after: .smallCost).ground)
    }
    #expect(chances.contains { $0.0 < Certainty.needed })
    #expect(chances.contains { $0.0 > Certainty.needed })
    for (chance, ground) in chances {
      #expect((ground == .belowBar) == (chance >= Certainty.needed), "\(chance)")
    }
  }
}
