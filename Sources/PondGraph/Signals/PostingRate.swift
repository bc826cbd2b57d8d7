/// How many posts a week the account makes (model §2): λ ~ Gamma(α + n, β + W).
package struct PostingRate: Hashable, Sendable {
  /// What is known of the rate, in posts a week.
  package let distribution: GammaDistribution

  /// Reads statistics; nil where the account was never looked at.
  package init?(_ statistics: Statistics, prior: GammaDistribution) {
    guard statistics.weeks > 0 else { return nil }
    self.init(posts: statistics.fadedPosts, weeks: statistics.fadedWeeks, prior: prior)
  }

  /// The rate after a faded number of posts in a faded number of weeks.
  init(posts: Double, weeks: Double, prior: GammaDistribution) {
    distribution = GammaDistribution(shape: prior.shape + posts, rate: prior.rate + weeks)
  }

  /// The expected posts a week.
  package var mean: Double { distribution.mean }

  /// The interval that holds the rate with nine chances in ten.
  package var interval: ClosedRange<Double> {
    let low = distribution.value(atChance: 0.05)
    return low...max(low, distribution.value(atChance: 0.95))
  }
}
