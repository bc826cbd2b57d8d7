import Foundation

/// The ratio of signal to noise, in decibels, with what is not known of it (model §2): 0 dB is one
/// post in two, −10 dB one in eleven. Never printed without its interval and its window.
///
/// It counts posts: k are those that the person engaged with, whatever they did. Credits weigh the
/// signal in items a week; in the ratio they would say of a feed read to its last post that half of
/// it came to nothing.
public struct SignalToNoiseRatio: Hashable, Sendable {
  /// Its mean, `(10/ln 10)(ψ(a+k) − ψ(b+n−k))`.
  public let mean: Double
  /// Its standard deviation, `(10/ln 10)·√(ψ′(a+k) + ψ′(b+n−k))`.
  public let deviation: Double
  /// The lower end of the interval that holds it with nine chances in ten.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// The fewest posts of which a ratio is told.
  package static let fewestPosts = 5
  /// The least that must be left of them after fading, or the prior would be told as the account's own.
  package static let leastLeft = 2.5

  /// Reads statistics; nil where there is too little to say.
  package init?(_ statistics: Statistics, prior: BetaDistribution) {
    guard Self.isEnough(statistics) else { return nil }
    self.init(
      engaged: statistics.fadedEngagedPosts, posts: statistics.fadedSeenPosts, prior: prior)
  }

  /// The ratio after a faded number of engaged posts among a faded number of posts.
  init(engaged: Double, posts: Double, prior: BetaDistribution) {
    let counted = BetaDistribution(a: prior.a + engaged, b: prior.b + max(0, posts - engaged))
    let decibel = 10 / log(10.0)
    mean = decibel * counted.meanLogOdds
    deviation = decibel * counted.spreadOfLogOdds
    low = decibel * counted.logOdds(atChance: 0.05)
    high = decibel * counted.logOdds(atChance: 0.95)
  }

  /// Whether enough could be seen to tell a ratio, or a share with its interval.
  package static func isEnough(_ statistics: Statistics) -> Bool {
    statistics.observablePosts >= fewestPosts && statistics.fadedSeenPosts >= leastLeft
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    The ratio of signal to noise is given in decibels, with the interval that
    holds it with nine chances in ten:
      10 log10(q / (1 - q));  0 dB is one post in two, -10 dB one in eleven
    Here k counts the posts with which you did anything at all; what you did
    weighs in the signal. Below \(fewestPosts) posts, or where less than \(Figures.decimal(leastLeft, 1)) is left of them
    after fading, there is too little to say, and nothing is said.
    """
  }
}
