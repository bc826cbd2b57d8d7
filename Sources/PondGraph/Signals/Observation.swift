package import Foundation

/// One post as the signals read it: its age and what came of it.
package struct Sighting: Hashable, Sendable {
  /// Weeks before now.
  let age: Double
  /// The credit of the strongest act with it.
  let credit: Double
  /// The chance that attention to it would have left a trace; 0 where nothing would show it.
  let observability: Double
  /// The minutes that it asks for.
  let minutes: Double
  /// The acts with it, one bit for each place in `ActKind.allCases`.
  let acts: UInt16
  /// Whether it is somebody else's words passed on.
  let isRepost: Bool
  /// Whether it is long enough to be read in one sitting of its own.
  let isLong: Bool

  /// The words from which a post is long.
  static let longWords = 1500

  /// Whether a lack of attention to it would mean anything.
  var isObservable: Bool { observability > 0 }
  /// Whether the person did more than let it go by.
  var isEngaged: Bool { credit > 0 }
  /// Whether the person showed that they liked it.
  var wasLiked: Bool { acts & Self.liking != 0 }
  private static let liking = ActKind.bits(of: [.liked, .starred, .saved, .reshared])
  /// What it counts today.
  var weight: Double { Fading.weight(age: age) }
}

/// Evidence made ready for the signals: disjoint stretches up to now, and the posts within them
/// oldest first. Nothing outside a stretch is in it, so a post from before the follow date counts
/// neither for nor against (I6). Ages, not dates: moving all times together changes nothing.
package struct Observation: Sendable {
  /// A stretch of observed time.
  package struct Period: Hashable, Sendable {
    /// Its beginning in weeks before now, the larger age.
    let oldest: Double
    /// Its end in weeks before now.
    let newest: Double

    /// Its length in weeks.
    var weeks: Double { oldest - newest }
  }

  /// The observed time, oldest stretch first.
  package let stretches: [Period]
  /// The posts in it, oldest first.
  package let sightings: [Sighting]
  /// Ages in weeks at which the person wrote to the account, oldest first.
  package let written: [Double]
  /// Ages in weeks at which the account addressed the person, oldest first.
  package let addressed: [Double]
  /// Ages in weeks of acts with posts that no source shows, oldest first.
  package let touched: [Double]
  /// Acts with posts that no source shows, or with the account itself, of which no source keeps the
  /// time.
  package let undated: Int
  /// Whether such posts went by, and nothing more is known of them.
  package let isGlimpsedElsewhere: Bool
  /// Posts tasted blind, oldest first. They count for the share alone, and are no acts.
  package private(set) var tasted: [Taste]
  /// Ages in weeks of the person's cycles, oldest first.
  let cycles: [Double]

  /// Reads evidence in O(posts), O(posts · log posts) where they are not in order.
  package init(_ evidence: Evidence, credits: Credits = .standard, now: Date) {
    let stretches = Self.stretches(of: evidence.observed, now: now)
    self.stretches = stretches
    sightings = Self.sightings(of: evidence.posts, within: stretches, credits: credits, now: now)
    written = Self.ages(of: evidence.written, now: now)
    addressed = Self.ages(of: evidence.addressed, now: now)
    touched = Self.ages(of: evidence.touched, now: now)
    let all = evidence.elsewhere.filter { $0.kind != .seen }.reduce(0) { $0 + max(0, $1.count) }
    undated = max(0, all - evidence.touched.count)
    isGlimpsedElsewhere = evidence.elsewhere.contains { $0.kind == .seen && $0.count > 0 }
    tasted = Taste.all(evidence.tasted, credits: credits, now: now)
    cycles = Self.ages(of: evidence.cycles, now: now)
  }

  /// The acts that were known to have been done so many weeks ago: what the ladder reads.
  func acts(before age: Double) -> Acts {
    Acts(
      sightings: sightings.prefix { $0.age >= age }, written: written.filter { $0 >= age },
      addressed: addressed.filter { $0 >= age }, touched: touched.filter { $0 >= age },
      undated: undated, isGlimpsedElsewhere: isGlimpsedElsewhere)
  }

  /// What passed between the person and an account, as far as the ladder reads it.
  struct Acts {
    let sightings: ArraySlice<Sighting>
    let written: [Double]
    let addressed: [Double]
    let touched: [Double]
    let undated: Int
    let isGlimpsedElsewhere: Bool
  }

  /// The same with other answers of a tasting.
  package func tasting(_ posts: [TastedPost], credits: Credits, now: Date) -> Observation {
    var observation = self
    observation.tasted = Taste.all(posts, credits: credits, now: now)
    return observation
  }

  /// The length of the observed time, in weeks.
  package var weeks: Double { stretches.reduce(0) { $0 + $1.weeks } }

  private static func age(_ date: Date, now: Date) -> Double {
    now.timeIntervalSince(date) / Fading.week
  }

  private static func ages(of dates: [Date], now: Date) -> [Double] {
    dates.map { age($0, now: now) }.filter { $0 >= 0 }.sorted(by: >)
  }

  private static func stretches(of spans: [Span], now: Date) -> [Period] {
    let clipped = spans.compactMap { span -> Period? in
      let oldest = age(span.from, now: now)
      let newest = max(0, age(span.to, now: now))
      return oldest >= newest && oldest.isFinite ? Period(oldest: oldest, newest: newest) : nil
    }
    return clipped.sorted { $0.oldest > $1.oldest }.reduce(into: []) { joined, next in
      guard let last = joined.last, next.oldest >= last.newest else { return joined.append(next) }
      joined[joined.count - 1] = Period(
        oldest: last.oldest, newest: min(last.newest, next.newest))
    }
  }

  private static func sightings(
    of posts: [ObservedPost], within stretches: [Period], credits: Credits, now: Date
  ) -> [Sighting] {
    guard let first = stretches.first else { return [] }
    var all: [Sighting] = []
    all.reserveCapacity(posts.count)
    for post in posts {
      let age = age(post.at, now: now)
      if age >= 0, age <= first.oldest { all.append(Sighting(post, age: age, credits: credits)) }
    }
    if !isInOrder(all) { all.sort(by: Sighting.comesBefore) }
    return stretches.count == 1 && first.newest == 0 ? all : within(stretches, all)
  }

  private static func within(_ stretches: [Period], _ sightings: [Sighting]) -> [Sighting] {
    var index = 0
    let isWithin = { (sighting: Sighting) in
      while index < stretches.count, stretches[index].newest > sighting.age { index += 1 }
      return index < stretches.count && stretches[index].oldest >= sighting.age
    }
    // The store hands over what lies within, and a copy of a million is felt.
    guard let first = sightings.firstIndex(where: { !isWithin($0) }) else { return sightings }
    return sightings[..<first] + sightings[first...].dropFirst().filter(isWithin)
  }

  private static func isInOrder(_ sightings: [Sighting]) -> Bool {
    zip(sightings, sightings.dropFirst()).allSatisfy { !Sighting.comesBefore($1, $0) }
  }
}

extension Sighting {
  init(_ post: ObservedPost, age: Double, credits: Credits) {
    self.init(
      age: age, credit: credits.credit(of: post.actBits),
      observability: min(1, max(0, post.observability)), minutes: ReadingCost.minutes(of: post),
      acts: post.actBits, isRepost: post.kind == .repost,
      isLong: (post.words ?? 0) > Self.longWords)
  }

  /// Oldest first; posts of the same moment in an order that depends on nothing but themselves, so
  /// that sums come out the same to the last bit whatever the order of import.
  static func comesBefore(_ left: Sighting, _ right: Sighting) -> Bool {
    if left.age != right.age { return left.age > right.age }
    if left.credit != right.credit { return left.credit < right.credit }
    if left.observability != right.observability {
      return left.observability < right.observability
    }
    if left.minutes != right.minutes { return left.minutes < right.minutes }
    if left.acts != right.acts { return left.acts < right.acts }
    if left.isRepost != right.isRepost { return right.isRepost }
    return !left.isLong && right.isLong
  }
}
