/// In what way too little could be seen to say anything (model §4), with what there is so far.
package enum Scarcity: Hashable, Sendable {
  /// No source shows its posts.
  case neverLooked
  /// So many of its posts are known, and none has a date.
  case undated(Int)
  /// So many of its posts are known, and no source shows all of any stretch of time.
  case pieces(Int)
  /// It was observed for too few days.
  case fewDays(weeks: Double)
  /// It was looked at for long, and posted nothing.
  case noPosts
  /// It posted too little for the time that it was observed.
  case fewPosts(Int)
  /// All posts stand in too few weeks: a burst is not a habit.
  case burst(weeks: Int)
  /// No source of the person's attention knows any of its posts.
  case attentionUnknown
  /// Attention would hardly leave a trace.
  case attentionFaint(Double)
  /// It was observed for too few weeks to speak against it.
  case fewWeeks(Double)
  /// Attention could be seen for too few posts, or in too few separate weeks.
  case attentionScarce(posts: Int, weeks: Int)
  /// What could be seen of attention is so old that it counts for next to nothing.
  case attentionLongAgo

  /// The shortest time observed, in weeks (S7: a trial of 21 days).
  package static let trial = 3.0
  /// The fewest posts in less than half a year, and the fewest of which attention could be seen.
  package static let fewestPosts = 5
  /// The time, in weeks, after which even fewer posts are a habit.
  package static let longEnough = 26.0
  /// The fewest separate weeks with a post, and with one of which attention could be seen.
  package static let fewestWeeks = 4
  /// The weeks that have to be observed before figures speak against an account.
  package static let weeksNeeded = 4.0
  /// The least observability.
  package static let leastObservability = 0.2

  /// What is missing of its posts; empty where enough of them could be seen.
  package static func ofPosts(in readings: Readings) -> [Scarcity] {
    let statistics = readings.statistics
    guard statistics.weeks > 0 else {
      let outside = readings.notCounted.outsideSeen
      if outside > 0 { return [.pieces(outside)] }
      let undated =
        readings.undatedPosts + readings.batchDatedPosts + readings.notCounted.datedAhead
      return [undated > 0 ? .undated(undated) : .neverLooked]
    }
    var missing: [Scarcity] = []
    if statistics.weeks < trial { missing.append(.fewDays(weeks: statistics.weeks)) }
    if statistics.posts < fewestPosts, statistics.weeks < longEnough {
      missing.append(.fewPosts(statistics.posts))
    } else if statistics.posts == 0 {
      missing.append(.noPosts)
    } else if statistics.activeWeeks < fewestWeeks {
      missing.append(.burst(weeks: statistics.activeWeeks))
    }
    return missing
  }

  /// What is missing of attention; empty where enough of it could be seen.
  ///
  /// The thresholds of the trial, over the observable posts alone, so that a reader's history of a
  /// few days never condemns a year of posts; and half of the fewest posts after fading, so that
  /// where little is left of what was seen, what others do never decides in its place.
  package static func ofAttention(in statistics: Statistics) -> [Scarcity] {
    guard statistics.observability > 0 else { return [.attentionUnknown] }
    var missing: [Scarcity] = []
    if statistics.observability < leastObservability {
      missing.append(.attentionFaint(statistics.observability))
    }
    if statistics.weeks < weeksNeeded { missing.append(.fewWeeks(statistics.weeks)) }
    if statistics.observablePosts < fewestPosts || statistics.observableWeeks < fewestWeeks {
      missing.append(
        .attentionScarce(posts: statistics.observablePosts, weeks: statistics.observableWeeks))
    } else if statistics.fadedObservablePosts * 2 < Double(fewestPosts) {
      missing.append(.attentionLongAgo)
    }
    return missing
  }
}
