/// How much a pond gives up of what is read for more voices and topics (model §6): of the best pond for
/// every weight t, that of the largest t which costs no more than the price.
package enum Diversity {
  /// t: what topics, voices, depth and communities may count beside what is given.
  package static let weights = [0, 0.125, 0.25, 0.5, 1, 2, 4, 8]
  /// The share of the signal that may be given for them (docs/Evaluation.md says what other prices
  /// would have kept).
  package static let price = 0.01

  /// What was paid for diversity, and what it bought, beside the pond that gives most.
  package struct Bought: Hashable, Sendable {
    /// t of the pond.
    package let weight: Double
    /// The share of the signal that it gives up, 0…1.
    package let paid: Double
    /// How many more accounts have a place; negative where there are fewer.
    package let voices: Int
    /// How many more topics have a voice.
    package let topics: Int
    /// How many more communities have a voice.
    package let communities: Int
    /// Accounts that stand in the pond and would not stand in the one that gives most.
    package let coming: [AccountKey]
  }

  /// Compares a pond with the one that gives most.
  static func bought(_ pond: ChosenPond, beside most: ChosenPond) -> Bought {
    let (here, there) = (pond.chosen, most.chosen)
    let whole = most.choice.signal(of: there)
    let topics = { (choice: PondChoice, chosen: [Int]) in
      Set(chosen.flatMap { choice.candidates[$0].topics.map(\.topic) }).count
    }
    let communities = { (choice: PondChoice, chosen: [Int]) in
      Set(chosen.compactMap { choice.candidates[$0].community }).count
    }
    return Bought(
      weight: pond.choice.diversity,
      paid: whole > 0 ? max(0, 1 - pond.choice.signal(of: here) / whole) : 0,
      voices: here.count - there.count,
      topics: topics(pond.choice, here) - topics(most.choice, there),
      communities: communities(pond.choice, here) - communities(most.choice, there),
      coming: Set(pond.accounts).subtracting(most.accounts).sorted())
  }
}
