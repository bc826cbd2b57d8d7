package import Foundation

/// Every reading of one account, taken once and shared by the verdict, its case and the figures: its own,
/// and those that hang on what is held of its like.
package struct Readings: Sendable {
  let own: OwnReadings
  package private(set) var word: Answer?
  package let prior: Prior
  package private(set) var measures: Measures
  package private(set) var bar: Bar
  /// Nil where the account was never looked at.
  package private(set) var rate: PostingRate?
  /// Nil where no source would show attention to it.
  package private(set) var share: EngagedShare?
  /// Nil where the rate or the share is.
  package let reading: SignalAndNoise?
  package let ratio: SignalToNoiseRatio?
  /// Nil where the rate or the share is, and where they are imagined.
  package private(set) var chanceBelowBar: Double?

  /// Takes the readings of an account whose posts were observed and counted already.
  package init(_ own: OwnReadings, prior: Prior) {
    self.own = own
    self.prior = prior
    measures = own.measures
    word = own.decision?.answer
    let statistics = own.statistics
    let bar = Bar(minutesPerPost: own.minutesPerPost, by: own.measures)
    let rate = PostingRate(statistics, prior: prior.rate)
    let share = EngagedShare(statistics, prior: prior.share)
    self.bar = bar
    self.rate = rate
    self.share = share
    ratio = SignalToNoiseRatio(statistics, prior: prior.share)
    if let rate, let share {
      reading = SignalAndNoise(rate: rate, share: share)
      chanceBelowBar = bar.chanceBelow(rate: rate, share: share)
    } else {
      (reading, chanceBelowBar) = (nil, nil)
    }
  }

  /// Takes the readings of one account alone.
  package init(
    _ evidence: Evidence, prior: Prior = .fallback, measures: Measures = .standard, now: Date
  ) {
    self.init(OwnReadings(evidence, measures: measures, now: now), prior: prior)
  }

  /// The same, had the person not answered.
  var unanswered: Readings {
    var readings = self
    readings.word = nil
    return readings
  }

  /// The same with another rate and share, as if its posts and acts had been others.
  func imagining(rate: PostingRate, share: EngagedShare) -> Readings {
    var readings = self
    (readings.rate, readings.share, readings.chanceBelowBar) = (rate, share, nil)
    return readings
  }

  /// The same by other measures, with the share that they make of it; nil where no source would show one.
  /// What it posts, and how, is the same by all.
  func weighed(by measures: Measures, share: EngagedShare?) -> Readings {
    var readings = self
    readings.measures = measures
    readings.bar = Bar(minutesPerPost: minutesPerPost, by: measures)
    (readings.share, readings.chanceBelowBar) = (share, nil)
    return readings
  }

  /// What the person wants of the accounts of its folder that cost something.
  var folderWord: Verdict? { folder.flatMap { measures.folders[$0] } }

  /// The minutes a week that reading all of it would take.
  package var minutesPerWeek: Double? { rate.map { $0.mean * minutesPerPost } }
}

extension Readings {
  package var account: AccountKey { own.account }
  package var reachability: Reachability.State? { own.reachability }
  package var declared: [DeclaredWord] { own.declared }
  package var sources: [String] { own.sources }
  package var elsewhere: [ActTally] { own.elsewhere }
  package var undatedPosts: Int { own.undatedPosts }
  package var batchDatedPosts: Int { own.batchDatedPosts }
  package var notCounted: NotCounted { own.notCounted }
  package var tasting: TastingTally { own.tasting }
  package var now: Date { own.now }
  var folder: String? { own.folder }
  package var statistics: Statistics { own.statistics }
  package var minutesPerPost: Double { own.minutesPerPost }
  package var rhythm: Rhythm? { own.rhythm }
  package var season: Season? { own.season }
  package var ladder: Ladder { own.ladder }
  var latest: LatestStretch? { own.latest }
}
