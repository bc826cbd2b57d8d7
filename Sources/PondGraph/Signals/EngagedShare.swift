import Foundation

/// Which share of its posts the person engages with (model §2): the traced share
/// q ~ Beta(a + k, b + n − k), and the engaged share p = min(1, q/o).
package struct EngagedShare: Hashable, Sendable {
  /// What is known of the share that left a trace.
  package let traced: BetaDistribution
  /// o: the chance that attention leaves a trace, above 0.
  package let observability: Double

  /// Reads statistics; nil where no source would show attention to any post.
  package init?(_ statistics: Statistics, prior: BetaDistribution) {
    guard statistics.observability > 0 else { return nil }
    self.init(
      credit: statistics.fadedCredit, posts: statistics.fadedObservablePosts,
      observability: statistics.observability, prior: prior)
  }

  /// The share after a faded credit in a faded number of posts.
  init(credit: Double, posts: Double, observability: Double, prior: BetaDistribution) {
    traced = BetaDistribution(a: prior.a + credit, b: prior.b + max(0, posts - credit))
    self.observability = observability
  }

  /// E[min(1, q/o)]: `(E[q]/o)·I_o(a+1, b) + 1 − I_o(a, b)`.
  package var mean: Double {
    guard observability < 1 else { return traced.mean }
    let raised = BetaDistribution(a: traced.a + 1, b: traced.b)
    return traced.mean / observability * raised.chanceBelow(observability)
      + 1 - traced.chanceBelow(observability)
  }

  /// The interval that holds the share with nine chances in ten.
  package var interval: ClosedRange<Double> {
    func end(_ chance: Double) -> Double {
      let odds = exp(traced.logOdds(atChance: chance))
      return min(1, (odds.isFinite ? odds / (1 + odds) : 1) / observability)
    }
    let low = end(0.05)
    return low...max(low, end(0.95))
  }

  /// P(p < share) for a share up to 1.
  package func chanceBelow(_ share: Double) -> Double {
    share > 1 ? 1 : traced.chanceBelow(share * observability)
  }
}
