package import Foundation

/// All that the posts of one account and what was done with them tell by themselves, whoever else the person
/// follows. None of the posts is in it, so that a look at millions holds those of a few accounts at a time. A
/// class, for each copy of so many parts would count the references of all of them.
package final class OwnReadings: Sendable {
  package let account: AccountKey
  /// Whether it is one of the person's own.
  let isOwn: Bool
  package let reachability: Reachability.State?
  /// The person's answer; nil where none was given.
  let decision: Decision?
  package let declared: [DeclaredWord]
  package let sources: [String]
  /// What the person did with posts that no source shows.
  package let elsewhere: [ActTally]
  package let undatedPosts: Int
  package let batchDatedPosts: Int
  package let notCounted: NotCounted
  /// What the person said of its posts in a blind tasting.
  package let tasting: TastingTally
  package let now: Date
  /// Its first folder; nil where it has none.
  package let folder: String?
  /// By which measures its acts were credited.
  let measures: Measures
  /// The observed time, oldest stretch first.
  let stretches: [Observation.Period]
  /// From the first to the last moment observed; nil where it was never looked at.
  let window: Span?
  /// Ages in weeks at which the person wrote to it, oldest first.
  let written: [Double]
  /// Ages in weeks at which it addressed the person, oldest first.
  let addressed: [Double]
  /// Ages in weeks of acts with posts that no source shows, oldest first.
  let touched: [Double]
  package let statistics: Statistics
  package let minutesPerPost: Double
  package let rhythm: Rhythm?
  package let season: Season?
  package let ladder: Ladder
  /// What the sentences speak of; nil where nothing was observed.
  let latest: LatestStretch?
  let depth: ReadingDepth?
  let weeks: RecentWeeks
  /// Whatever was done with any of the posts that count, one bit for each place in `ActKind.allCases`.
  let acts: UInt16
  /// With how many of these the person did more than let them go by, whether or not it would have shown.
  let engaged: Int
  /// The posts that the person liked, starred, saved or passed on.
  let likedPosts: Int
  /// What reading its posts that were passed over would have added to the credit, summed up, newest first.
  let passedOver: [Double]
  /// When its newest dated post was published, of those that could be seen; nil for none.
  let lastPost: Date?
  /// When the person last met it (`Evidence.lastMet`).
  let lastMet: Date?

  /// Reads evidence, in O(posts · log posts).
  package init(_ evidence: Evidence, measures: Measures = .standard, now: Date) {
    let observation = Observation(evidence, credits: measures.credits, now: now)
    account = evidence.account
    isOwn = evidence.isOwn
    reachability = evidence.reachability
    decision = evidence.decision
    declared = evidence.declared
    sources = evidence.sources
    elsewhere = evidence.elsewhere.filter { $0.count > 0 }
    undatedPosts = evidence.undatedPosts
    batchDatedPosts = evidence.batchDatedPosts
    notCounted = evidence.notCounted
    tasting = TastingTally(evidence.tasted)
    self.now = now
    folder = evidence.folder
    self.measures = measures
    stretches = observation.stretches
    written = observation.written
    addressed = observation.addressed
    touched = observation.touched
    window = Self.window(evidence.observed, now: now)
    statistics = Statistics(observation)
    minutesPerPost = ReadingCost.minutesPerPost(observation)
    rhythm = Rhythm(observation)
    season = Season(observation)
    ladder = Ladder(observation, declared: evidence.declared)
    latest = LatestStretch(observation)
    depth = ReadingDepth(observation)
    acts = observation.sightings.reduce(0) { $0 | $1.acts }
    engaged = observation.sightings.count { $0.isEngaged }
    weeks = RecentWeeks(observation)
    likedPosts = observation.sightings.count { $0.wasLiked }
    passedOver = Self.passedOver(observation, by: measures.credits)
    lastPost = evidence.posts.last?.at
    lastMet = evidence.lastMet
  }

  private static func window(_ spans: [Span], now: Date) -> Span? {
    let seen = spans.filter { $0.from <= now }
    guard let from = seen.map(\.from).min(), let to = seen.map(\.to).max() else { return nil }
    return Span(from: from, to: min(to, now))
  }

  private static func passedOver(_ observation: Observation, by credits: Credits) -> [Double] {
    let full = credits[.read]
    var sum = 0.0
    return observation.sightings.reversed().compactMap { sighting in
      guard sighting.isObservable, sighting.credit < full else { return nil }
      sum += sighting.weight * (full - sighting.credit)
      return sum
    }
  }
}
