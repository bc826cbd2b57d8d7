/// How deep an account is read, beside how much of it (model §5.1): words for the case, in no verdict.
/// Ten posts of ten are read deeper than ten of a hundred.
package struct ReadingDepth: Hashable, Sendable {
  /// The most posts in a row of which the person passed over none.
  package let longestRun: Int
  /// Posts of more than 1,500 words that they read.
  package let longPosts: Int
  /// The separate weeks in which they came to it by themselves: to its home, or to pages that no
  /// source shows.
  package let weeksVisited: Int

  /// The shortest run, and the fewest weeks, that are told.
  package static let run = 5
  package static let weeks = 3

  /// Reads an observation; nil where none of it is worth telling. In O(posts).
  package init?(_ observation: Observation) {
    var (current, longest) = (0, 0)
    for sighting in observation.sightings where sighting.isObservable {
      current = sighting.isEngaged ? current + 1 : 0
      longest = max(longest, current)
    }
    longestRun = longest
    longPosts = observation.sightings.count { $0.isLong && $0.isEngaged }
    weeksVisited = SeparateWeeks.beginnings(observation.touched).count
    guard longestRun >= Self.run || longPosts > 0 || weeksVisited >= Self.weeks else { return nil }
  }

  /// The paragraph that `pond explain` prints.
  package static var explanation: String {
    """
    How deep you read stands beside how much, in words and in no verdict: runs of
    \(run) posts or more of which you passed over none, posts of more than
    \(Figures.count(Sighting.longWords)) words that you read, and \(weeks) separate weeks or more in which you came
    to it by yourself.
    """
  }
}
