/// How many posts came in each of the last twelve weeks: the small picture beside a name.
public struct RecentWeeks: Hashable, Sendable {
  /// The posts of each week, the oldest first, the one up to now last; nil for a week of which
  /// nothing was observed.
  public let posts: [Int?]

  /// How many weeks.
  public static let count = 12

  /// Reads an observation, in O(posts of those weeks).
  package init(_ observation: Observation) {
    var counts = (0..<Self.count).map { week -> Int? in
      let (from, to) = (Double(week), Double(week + 1))
      return observation.stretches.contains { $0.newest < to && $0.oldest > from } ? 0 : nil
    }
    for sighting in observation.sightings.reversed() {
      guard let week = Int(exactly: sighting.age.rounded(.down)), counts.indices.contains(week)
      else { break }
      counts[week] = (counts[week] ?? 0) + 1
    }
    posts = counts.reversed()
  }
}
