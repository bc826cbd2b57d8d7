import Foundation

/// An account that may stand in the pond, reduced to what choosing reads (model §6).
package struct Candidate: Hashable, Sendable {
  /// How much of an account's worth falls to a topic.
  package struct TopicShare: Hashable, Sendable {
    /// The topic's number.
    package let topic: Int
    /// The share, 0…1; the shares of one account sum to at most 1.
    package let share: Double

    /// Makes a share of its parts.
    package init(topic: Int, share: Double) {
      self.topic = topic
      self.share = share
    }
  }

  /// Who it is.
  package let account: AccountKey
  /// x: items a week worth attention and what being glimpsed counts, in parts of what an ordinary
  /// account of this person gives; not negative.
  package let worth: Double
  /// s: the items a week alone, on the same scale; not negative. What the price of diversity is paid
  /// in.
  package let signal: Double
  /// D: how deep the exchange goes; not negative.
  package let depth: Double
  /// What reading all of it costs in a week, in minutes or in posts; not negative.
  package private(set) var cost: Double
  /// q: the topics it speaks of.
  package let topics: [TopicShare]
  /// How much of what a topic still lacks it serves, topic by topic: 1 − e^(−x·q/θ). Kept, because
  /// choosing asks for it again and again.
  let serving: [Double]
  /// c: the number of the community it belongs to; nil where it belongs to none.
  package let community: Int?
  /// Whether it stands in the pond whatever the figures say.
  package private(set) var isPinned: Bool
  /// Whether anything of it was read, or the person said a word of it. Who was watched and never read
  /// takes only what these leave (P17).
  package let isRead: Bool

  /// Makes a candidate of its parts; what is negative or no number counts as 0. Without a signal of
  /// its own all of its worth is signal.
  package init(
    account: AccountKey, worth: Double, signal: Double? = nil, depth: Double = 0, cost: Double,
    topics: [TopicShare] = [], community: Int? = nil, isPinned: Bool = false,
    isRead: Bool = true
  ) {
    self.account = account
    self.worth = Self.sound(worth)
    self.signal = Self.sound(signal ?? worth)
    self.depth = Self.sound(depth)
    self.cost = Self.sound(cost)
    // A topic that is named twice is one topic: what each share adds depends on the whole.
    self.topics = Dictionary(grouping: topics, by: \.topic).sorted { $0.key < $1.key }
      .map { TopicShare(topic: $0.key, share: $0.value.reduce(0) { $0 + Self.sound($1.share) }) }
    let sound = self.worth
    serving = self.topics.map { -expm1(-sound * $0.share / PondValue.satiation) }
    self.community = community
    self.isPinned = isPinned
    self.isRead = isRead
  }

  /// The same at another cost, and standing in the pond whatever the figures say or not.
  func placed(cost: Double, isPinned: Bool) -> Candidate {
    var placed = self
    (placed.cost, placed.isPinned) = (Self.sound(cost), isPinned)
    return placed
  }

  private static func sound(_ value: Double) -> Double { value.isFinite ? max(0, value) : 0 }
}

/// What a person has room for.
package struct Caps: Hashable, Sendable {
  /// K: the most accounts.
  package let size: Int
  /// B: the most that reading them may cost in a week, in the unit of the candidates' costs;
  /// infinite where the person set no limit.
  package let budget: Double

  /// Makes caps; a size below 1 counts as 1.
  package init(size: Int, budget: Double = .infinity) {
    self.size = max(1, size)
    self.budget = max(0, budget)
  }
}
