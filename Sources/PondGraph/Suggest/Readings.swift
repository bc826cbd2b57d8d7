package import Foundation

/// Every reading of one account, taken once and shared by the verdict, its case and the figures.
package struct Readings: Sendable {
  package let account: AccountKey
  package let reachability: Reachability.State?
  package private(set) var word: Answer?
  package let declared: [DeclaredWord]
  package let sources: [String]
  /// What the person did with posts that no source shows.
  package let elsewhere: [ActTally]
  package let undatedPosts: Int
  package let batchDatedPosts: Int
  package let notCounted: NotCounted
  package let now: Date
  package let observation: Observation
  package let statistics: Statistics
  package let prior: Prior
  package let minutesPerPost: Double
  /// Its first folder; nil where it has none.
  let folder: String?
  package private(set) var measures: Measures
  package private(set) var bar: Bar
  package let rhythm: Rhythm?
  package let season: Season?
  package let ladder: Ladder
  /// Nil where the account was never looked at.
  package private(set) var rate: PostingRate?
  /// Nil where no source would show attention to it.
  package private(set) var share: EngagedShare?
  /// Nil where the rate or the share is.
  package let reading: SignalAndNoise?
  package let ratio: SignalToNoiseRatio?
  /// Nil where the rate or the share is, and where they are imagined.
  package private(set) var chanceBelowBar: Double?
  /// What the person said of its posts in a blind tasting.
  package let tasting: TastingTally
  /// What the sentences speak of; nil where nothing was observed.
  let latest: LatestStretch?

  /// Takes the readings of an account whose posts were observed and counted already.
  package init(
    _ evidence: Evidence, observation: Observation, statistics: Statistics, prior: Prior,
    measures: Measures = .standard, now: Date
  ) {
    folder = evidence.folder
    self.measures = measures
    account = evidence.account
    reachability = evidence.reachability
    word = evidence.decision?.answer
    declared = evidence.declared
    sources = evidence.sources
    elsewhere = evidence.elsewhere.filter { $0.count > 0 }
    undatedPosts = evidence.undatedPosts
    batchDatedPosts = evidence.batchDatedPosts
    notCounted = evidence.notCounted
    tasting = TastingTally(evidence.tasted)
    self.now = now
    self.observation = observation
    self.statistics = statistics
    self.prior = prior
    minutesPerPost = ReadingCost.minutesPerPost(observation)
    let bar = Bar(minutesPerPost: minutesPerPost, by: measures)
    let rate = PostingRate(statistics, prior: prior.rate)
    let share = EngagedShare(statistics, prior: prior.share)
    self.bar = bar
    self.rate = rate
    self.share = share
    rhythm = Rhythm(observation)
    season = Season(observation)
    ladder = Ladder(observation, declared: evidence.declared)
    latest = LatestStretch(observation)
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
    let observation = Observation(evidence, credits: measures.credits, now: now)
    self.init(
      evidence, observation: observation, statistics: Statistics(observation), prior: prior,
      measures: measures, now: now)
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
