import Foundation

/// The ratio of signal to noise, in decibels, with what is not known of it (model §2): 0 dB is one
/// post in two, −10 dB one in eleven. Never printed without its interval and its window.
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

  /// Reads a share; nil below five posts, where there is too little to say.
  package init?(_ share: EngagedShare, statistics: Statistics) {
    guard statistics.observablePosts >= Self.fewestPosts else { return nil }
    self.init(share)
  }

  init(_ share: EngagedShare) {
    let decibel = 10 / log(10.0)
    mean = decibel * share.traced.meanLogOdds
    deviation = decibel * share.traced.spreadOfLogOdds
    low = decibel * share.traced.logOdds(atChance: 0.05)
    high = decibel * share.traced.logOdds(atChance: 0.95)
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    The ratio of signal to noise is given in decibels, with the interval that
    holds it with nine chances in ten:
      10 log10(q / (1 - q));  0 dB is one post in two, -10 dB one in eleven
    Below \(fewestPosts) posts there is too little to say, and nothing is said.
    """
  }
}
