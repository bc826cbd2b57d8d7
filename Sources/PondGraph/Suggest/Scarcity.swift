/// In what way too little could be seen to say anything (model §4, step 3).
package enum Scarcity: Hashable, Sendable {
  /// No source shows its posts.
  case neverLooked
  /// It was observed for too few days.
  case fewDays(weeks: Double)
  /// It was looked at for long, and posted nothing.
  case noPosts
  /// It posted too little for the time that it was observed.
  case fewPosts(Int)
  /// No source of the person's attention knows any of its posts.
  case attentionUnknown
  /// Attention would hardly leave a trace.
  case attentionFaint(Double)
  /// All posts stand in too few weeks: a burst is not a habit.
  case burst(weeks: Int)
  /// Attention could be seen for too few posts, or in too few weeks.
  case attentionScarce(posts: Int)
  /// What could be seen of attention is so old that it counts for next to nothing.
  case attentionLongAgo

  /// The shortest time observed, in weeks (S7: a trial of 21 days).
  package static let trial = 3.0
  /// The fewest posts in less than half a year.
  package static let fewestPosts = 5
  /// The time, in weeks, after which even fewer posts are a habit.
  package static let longEnough = 26.0
  /// The least observability.
  package static let leastObservability = 0.2
  /// The fewest separate weeks with a post.
  package static let fewestWeeks = 4

  /// Every scarcity in the statistics; empty where enough could be seen.
  package static func found(in statistics: Statistics) -> [Scarcity] {
    guard statistics.weeks > 0 else { return [.neverLooked] }
    var found: [Scarcity] = []
    if statistics.weeks < trial { found.append(.fewDays(weeks: statistics.weeks)) }
    if statistics.posts < fewestPosts, statistics.weeks < longEnough {
      found.append(.fewPosts(statistics.posts))
    } else if statistics.posts == 0 {
      found.append(.noPosts)
    } else if statistics.activeWeeks < fewestWeeks {
      found.append(.burst(weeks: statistics.activeWeeks))
    }
    guard statistics.posts > 0 else { return found }
    if statistics.observability == 0 {
      found.append(.attentionUnknown)
    } else if statistics.observability < leastObservability {
      found.append(.attentionFaint(statistics.observability))
    }
    return found
  }

  /// Whether attention could be seen for too few posts, or too long ago, to speak against an account.
  ///
  /// The thresholds of the trial, over the observable posts alone, so that a reader's history of a
  /// few days never condemns a year of posts; and half of the fewest posts after fading, so that
  /// where little is left of what was seen, what others do never decides in its place.
  package static func ofAttention(in statistics: Statistics) -> Scarcity? {
    let isEnough =
      statistics.observablePosts >= fewestPosts && statistics.observableWeeks >= fewestWeeks
    if !isEnough { return .attentionScarce(posts: statistics.observablePosts) }
    return statistics.fadedObservablePosts * 2 < Double(fewestPosts) ? .attentionLongAgo : nil
  }
}
