/// A question of choosing: whom, out of these, under these caps. Its candidates stand in the order
/// of their keys, so that ties fall the same way whatever the order in which they came.
package struct PondChoice: Sendable {
  /// The candidates, by key.
  package let candidates: [Candidate]
  /// What the person has room for.
  package let caps: Caps
  private let topicWeights: [Double]
  private let communities: Int

  /// Puts a question.
  /// - Parameter topicWeights: u, by topic number.
  package init(_ candidates: [Candidate], topicWeights: [Double] = [], caps: Caps) {
    self.candidates = candidates.sorted { $0.account < $1.account }
    self.caps = caps
    self.topicWeights = topicWeights
    communities = (candidates.compactMap(\.community).max() ?? -1) + 1
  }

  /// F of nobody.
  package var nobody: PondValue {
    PondValue(topicWeights: topicWeights, communities: communities)
  }

  /// F of these candidates, by their places.
  package func value(of chosen: some Sequence<Int>) -> Double {
    var value = nobody
    for place in chosen.sorted() { value.add(candidates[place]) }
    return value.value
  }

  /// The places of those who stand in the pond whatever the figures say.
  package var pins: [Int] { candidates.indices.filter { candidates[$0].isPinned } }

  /// What reading these costs in a week.
  package func cost(of chosen: some Sequence<Int>) -> Double {
    chosen.sorted().reduce(0) { $0 + candidates[$1].cost }
  }

  /// Whether these fit under both caps, with a trifle for the rounding of sums.
  package func fits(_ chosen: [Int]) -> Bool {
    chosen.count <= caps.size && cost(of: chosen) <= caps.budget * (1 + 1e-12)
  }

  /// The best pond that three greedy walks find, with its certificate. Pins stand in it even where
  /// they exceed the caps; nobody else is then added. O(walks · candidates · log candidates) in
  /// practice, by lazy evaluation.
  package func solved() -> ChosenPond {
    let walks = GreedyWalk.Key.allCases.map { GreedyWalk(self, by: $0) }
    // The first of equals: the order of the keys decides, not the order of evaluation.
    let best = walks.dropFirst().reduce(walks[0]) { $1.value > $0.value ? $1 : $0 }
    return ChosenPond(
      choice: self, chosen: best.chosen.sorted(), value: best.value,
      bound: Certificate.bound(of: self, along: best))
  }
}

/// A pond that was chosen, and how good it is at least.
package struct ChosenPond: Sendable {
  /// The question.
  package let choice: PondChoice
  /// The places of the chosen, ascending.
  package let chosen: [Int]
  /// F of them.
  package let value: Double
  /// What no pond under these caps exceeds.
  package let bound: Double

  /// The chosen accounts, by key.
  package var accounts: [AccountKey] { chosen.map { choice.candidates[$0].account } }

  /// Whom it would miss least, pins apart; nil for a pond of pins.
  package var leastMissed: AccountKey? {
    let pins = Set(choice.pins)
    let losses = chosen.filter { !pins.contains($0) }.map { place in
      (place: place, left: choice.value(of: chosen.filter { $0 != place }))
    }
    return losses.max { ($0.left, $1.place) < ($1.left, $0.place) }
      .map { choice.candidates[$0.place].account }
  }

  /// The certificate: this pond is worth at least this share of the best one there is, 0…1.
  package var certificate: Double { bound > 0 ? min(1, value / bound) : 1 }
}

extension ChosenPond {
  /// The paragraph that `pond explain choosing` prints.
  package static var explanation: String {
    """
    It is chosen under two caps, how many accounts and how much reading a week,
    by adding whoever gives most: once by gain, once by gain for what it costs,
    once by gain for its part of both caps; the best of the three is taken. Equals
    fall by their addresses, so that the same files give the same pond.
    With every pond stands its certificate: its F, divided by a figure that no
    pond within your caps can exceed. 98% says that the best there is, whichever
    it may be, gives at most a fiftieth more.
    """
  }
}
