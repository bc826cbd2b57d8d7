import Foundation

/// What the posts and acts of one account come to (model §2). Weeks are faded with a half-life of
/// 17 weeks: what is that old counts half.
///
/// Where the observed time begins with a post, that post counts like the others: the rate of somebody just
/// met comes out high, and the prior of the person's other accounts holds it down (docs/Evaluation.md says
/// what that costs).
///
/// A post that no attention source knows is counted in `posts` and `fadedPosts`, which say how much
/// the account posts, but in none of the others: of it, attention is unknown, not absent (I6).
public struct Statistics: Hashable, Sendable {
  /// The posts in the observed time.
  public let posts: Int
  /// Those of them whose reading would have shown.
  public let observablePosts: Int
  /// Those of them with which the person did more than let them go by.
  public let engagedPosts: Int
  /// Those of the observable posts that count by the answer of a blind tasting, among them posts that
  /// no source shows any more.
  public let tastedPosts: Int
  /// How many separate weeks held a post.
  public let activeWeeks: Int
  /// How many separate weeks held a post whose reading would have shown.
  public let observableWeeks: Int
  /// The observed time, in weeks, not faded.
  public let weeks: Double
  /// n: the posts, faded.
  public let fadedPosts: Double
  /// n of the observable posts alone.
  public let fadedObservablePosts: Double
  /// k: the credit of the person's acts, faded.
  public let fadedCredit: Double
  /// The posts whose reading would have shown, faded: no trace without that is among them.
  public let fadedSeenPosts: Double
  /// Those of them with which the person did more than let them go by, faded.
  public let fadedEngagedPosts: Double
  /// W: the observed time in weeks, faded.
  public let fadedWeeks: Double
  /// o: the chance that attention leaves a trace, over the observable posts; 0 where there are none.
  public let observability: Double

  /// Reads an observation in one pass.
  package init(_ observation: Observation) {
    var tally = Tally()
    // Relative to the newest post, so that an average over faint weights keeps its digits.
    let newest = min(
      observation.sightings.last?.age ?? .infinity, observation.tasted.last?.age ?? .infinity)
    if observation.tasted.isEmpty {
      for sighting in observation.sightings { tally.add(sighting, newest: newest) }
    } else {
      for one in TastedSightings(observation).all {
        tally.add(one.sighting, isTasted: one.isTasted, isShown: one.isShown, newest: newest)
      }
    }
    let weight = newest.isFinite ? Fading.weight(age: newest) : 0
    posts = observation.sightings.count
    observablePosts = tally.observablePosts
    engagedPosts = tally.engagedPosts
    tastedPosts = tally.tastedPosts
    activeWeeks = tally.weeks.count
    observableWeeks = tally.observableWeeks.count
    weeks = observation.weeks
    fadedPosts = tally.posts * weight
    fadedObservablePosts = tally.observable * weight
    fadedCredit = tally.credit * weight
    fadedSeenPosts = tally.weighed * weight
    fadedEngagedPosts = tally.engaged * weight
    fadedWeeks = observation.stretches.reduce(0) {
      $0 + Fading.length(oldest: $1.oldest, newest: $1.newest)
    }
    observability = tally.weighed > 0 ? tally.observability / tally.weighed : 0
  }

  private struct Tally {
    var observablePosts = 0
    var engagedPosts = 0
    var tastedPosts = 0
    var weeks = SeparateWeeks()
    var observableWeeks = SeparateWeeks()
    var posts = 0.0
    var observable = 0.0
    var credit = 0.0
    var engaged = 0.0
    var weighed = 0.0
    var observability = 0.0

    mutating func add(
      _ sighting: Sighting, isTasted: Bool = false, isShown: Bool = true, newest: Double
    ) {
      let weight = Fading.weight(age: sighting.age - newest)
      if isShown {
        posts += weight
        weeks.add(sighting.age)
      }
      if isTasted { tastedPosts += 1 }
      if sighting.isEngaged { engagedPosts += 1 }
      // A trace where none was to be expected says nothing of a share: the source that holds it would
      // not have shown what the person passed by (I10). It counts on the ladder.
      guard sighting.isObservable else { return }
      credit += weight * sighting.credit
      observable += weight
      weighed += weight
      if sighting.isEngaged { engaged += weight }
      observability += weight * sighting.observability
      observablePosts += 1
      observableWeeks.add(sighting.age)
    }
  }
}

extension Statistics {
  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    Evidence fades: what is \(Figures.count(Fading.halfLife)) weeks old counts half, so that an \
    account is judged
    by what it is now. With age in weeks and h = \(Figures.count(Fading.halfLife)):
      n = sum over posts of 2^(-age/h)
      k = sum over posts of credit * 2^(-age/h)
      W = (h / ln 2) (1 - 2^(-window/h))
    Only posts within the observed time are counted, and posts from before you
    followed never are. A post that no source of your attention knows counts in
    how much the account posts, and not at all in what you made of it.
    """
  }
}
