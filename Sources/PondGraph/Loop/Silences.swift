/// The pauses that an account made between its posts, in observed time alone: time in which nobody looked
/// is no silence.
struct Silences {
  private let observation: Observation

  /// The posts from which an account has a rhythm of its own to be held against.
  static let enough = 6
  /// The shortest silence that is told, in weeks.
  static let shortest = 4.0
  /// How many times the gap that nine in ten do not exceed.
  static let factor = 3.0

  init(_ observation: Observation) {
    self.observation = observation
  }

  /// A silence that was longer than its rhythm explains.
  struct Long {
    /// The observed weeks without a post.
    let weeks: Double
    /// The age of the post before it, in weeks.
    let since: Double
    /// The gap that nine in ten of the gaps before did not exceed, in weeks.
    let ninetieth: Double
  }

  /// The silence that a post within the last `window` weeks ended, if it was a long one, and the age of
  /// that post; nil for none.
  func ended(within window: Double) -> (Long, at: Double)? {
    let ages = observation.sightings.map(\.age)
    let recent = ages.indices.filter { ages[$0] <= window && $0 >= Self.enough }
    for place in recent {
      let weeks = observed(from: ages[place - 1], to: ages[place])
      guard weeks >= Self.shortest, let long = long(weeks, after: place) else { continue }
      return (long, ages[place])
    }
    return nil
  }

  /// The silence up to now, if it became a long one within the last `window` weeks; nil otherwise.
  func begun(within window: Double) -> Long? {
    let ages = observation.sightings.map(\.age)
    guard ages.count >= Self.enough, let last = ages.last else { return nil }
    let weeks = observed(from: last, to: 0)
    guard weeks >= Self.shortest, let long = long(weeks, after: ages.count) else { return nil }
    let before = weeks - observed(from: min(window, last), to: 0)
    return before >= Self.limit(long.ninetieth) ? nil : long
  }

  private func long(_ weeks: Double, after place: Int) -> Long? {
    let ages = observation.sightings.prefix(place).map(\.age)
    let gaps = zip(ages, ages.dropFirst()).map { observed(from: $0, to: $1) }.sorted()
    guard let since = ages.last, !gaps.isEmpty else { return nil }
    let rank = Int((0.9 * Double(gaps.count)).rounded(.up)) - 1
    let ninetieth = gaps[min(gaps.count - 1, max(0, rank))]
    return weeks >= Self.limit(ninetieth)
      ? Long(weeks: weeks, since: since, ninetieth: ninetieth) : nil
  }

  private static func limit(_ ninetieth: Double) -> Double { max(shortest, factor * ninetieth) }

  private func observed(from older: Double, to newer: Double) -> Double {
    observation.stretches.reduce(0) {
      $0 + max(0, min(older, $1.oldest) - max(newer, $1.newest))
    }
  }
}
