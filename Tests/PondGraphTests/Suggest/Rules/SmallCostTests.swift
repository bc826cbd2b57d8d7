import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: small cost (S4, S11)")
struct SmallCostTests {
  /// A reading of evidence whose rate is put to so many times the free volume.
  private func ruling(times: Double, observability: Double) -> Ruling {
    let readings = Readings(
      Here.evidence(
        "cheap", days: 300,
        Here.posts(from: 299, to: 1, count: 60, observability: observability) { _ in [] }),
      now: Here.now)
    let rate = PostingRate(
      posts: 1e6 * times * readings.bar.freePosts, weeks: 1e6, prior: Prior.fallback.rate)
    let share = EngagedShare(
      credit: 0, posts: 1000, observability: max(observability, 0.01),
      prior: Prior.fallback.share)
    return Ruling(readings.imagining(rate: rate, share: share), after: .tooLittleSeen)
  }

  @Test("up to the free volume it stays, whatever is known", arguments: [0, 0.1, 0.95])
  func free(observability: Double) {
    #expect(ruling(times: 0.999, observability: observability).ground == .free)
    #expect(ruling(times: 1.001, observability: observability).ground != .free)
  }

  @Test("the free volume itself is free, and twice of it is not worth asking, to the last bit")
  func exactly() {
    for (posts, ground) in [(0.5, true), (1.5, false)] {
      let readings = Readings(
        Here.evidence(
          "cheap", days: 300, Here.posts(from: 299, to: 1, count: 60, observability: 0) { _ in [] }),
        now: Here.now)
      let rate = PostingRate(posts: posts, weeks: 0, prior: Prior.fallback.rate)
      #expect(rate.mean == (ground ? 1 : 2) * readings.bar.freePosts)
      let share = EngagedShare(
        credit: 0, posts: 100, observability: 1, prior: Prior.fallback.share)
      let ruling = Ruling(readings.imagining(rate: rate, share: share), after: .tooLittleSeen)
      #expect(ruling.rule == "small cost" && (ruling.ground == .free) == ground)
    }
  }

  @Test("up to twice of that it stays without a question where attention is unknown")
  func unknown() {
    for observability in [0, 0.1] {
      let cheap = ruling(times: 1.999, observability: observability)
      #expect(cheap.verdict == .keep && cheap.rule == "small cost")
      let dear = ruling(times: 2.001, observability: observability)
      #expect(dear.verdict == .wait && dear.rule == "worth asking")
    }
    #expect(ruling(times: 1.999, observability: 0.95).rule == "below the bar")
  }

  @Test("the case says so, and from which volume Pond would ask")
  func words() {
    let evidence = Here.evidence(
      "cheap", days: 300, Here.posts(from: 299, to: 1, count: 60, observability: 0) { _ in [] })
    let found = Assessor.assess(evidence, prior: .fallback, now: Here.now).suggestion
    #expect(found.rule == "small cost")
    #expect(found.forKeeping.text.contains("so little is not worth a question"))
    #expect(found.whatWouldChange.text.contains("more than twice a week, Pond would ask you"))
    #expect(found.howMuchWasSeen.text.contains("what you read of it is unknown"))
  }
}
