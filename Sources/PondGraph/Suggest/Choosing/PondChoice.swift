/// A question of choosing: whom, out of these, under these caps. Its candidates stand in the order
/// of their keys, so that ties fall the same way whatever the order in which they came.
package struct PondChoice: Sendable {
  /// The candidates, by key.
  package let candidates: [Candidate]
  /// What the person has room for.
  package let caps: Caps
  /// t: what diversity counts beside what is given.
  package let diversity: Double
  let columns: CandidateColumns
  private let topicWeights: [Double]
  private let communities: Int

  /// Puts a question.
  /// - Parameters:
  ///   - topicWeights: u, by topic number.
  ///   - diversity: t, for `solved()`.
  package init(
    _ candidates: [Candidate], topicWeights: [Double] = [], caps: Caps, diversity: Double = 1
  ) {
    self.candidates = candidates.sorted { $0.account < $1.account }
    columns = CandidateColumns(self.candidates)
    self.caps = caps
    self.diversity = diversity
    self.topicWeights = topicWeights
    communities = (candidates.compactMap(\.community).max() ?? -1) + 1
  }

  private init(_ other: PondChoice, diversity: Double) {
    candidates = other.candidates
    columns = other.columns
    caps = other.caps
    topicWeights = other.topicWeights
    communities = other.communities
    self.diversity = diversity
  }

  /// The same question with another weight for diversity.
  package func with(diversity: Double) -> PondChoice { PondChoice(self, diversity: diversity) }

  /// F of nobody.
  package var nobody: PondValue {
    PondValue(
      columns, topicWeights: topicWeights, communities: communities, diversity: diversity)
  }

  /// F of these candidates, by their places.
  package func value(of chosen: some Sequence<Int>) -> Double {
    var value = nobody
    for place in chosen.sorted() { value.add(place) }
    return value.value
  }

  /// The places of those who stand in the pond whatever the figures say.
  package var pins: [Int] { candidates.indices.filter { candidates[$0].isPinned } }

  /// What reading these costs in a week.
  package func cost(of chosen: some Sequence<Int>) -> Double {
    chosen.sorted().reduce(0) { $0 + columns.cost[$1] }
  }

  /// What these give by the estimates, in parts of what an ordinary account gives.
  package func signal(of chosen: some Sequence<Int>) -> Double {
    chosen.sorted().reduce(0) { $0 + candidates[$1].signal }
  }

  /// Whether these fit under both caps, with a trifle for the rounding of sums.
  package func fits(_ chosen: [Int]) -> Bool {
    chosen.count <= caps.size && isAffordable(cost(of: chosen))
  }

  /// Whether so much reading a week fits under the cap.
  package func isAffordable(_ cost: Double) -> Bool { cost <= caps.budget * (1 + 1e-12) }

  /// The best pond for this weight of diversity that nine greedy walks find, with its certificate.
  /// Pins stand in it even where they exceed the caps; nobody else is then added. O(walks · candidates
  /// · log candidates) in practice, by lazy evaluation.
  package func solved() -> ChosenPond { certified(best) }

  /// The pond at a price: that of the largest weight of diversity which costs no more than `price` of
  /// what the pond without any gives; and that pond, without its certificate where it is not the same one.
  package func priced(
    at price: Double = Diversity.price
  ) -> (pond: ChosenPond, plain: ChosenPond) {
    let without = with(diversity: 0)
    let walked = without.best
    let plain = without.chosen(walked, bound: .infinity)
    let least = (1 - price) * plain.choice.signal(of: plain.chosen)
    for weight in Diversity.weights.reversed() where weight > 0 {
      let choice = with(diversity: weight)
      let best = choice.best
      // With a trifle for the rounding of sums: the very same pond is never over its price.
      if choice.signal(of: best.walk.chosen) >= least * (1 - 1e-12) {
        return (choice.certified(best), plain)
      }
    }
    return (without.certified(walked), plain)
  }

  /// The same pond without its certificate: the places in the order in which they were taken.
  package var taken: [Int] { best.walk.chosen }

  private typealias Walked = (walk: GreedyWalk, key: GreedyWalk.Key)

  private func certified(_ best: Walked) -> ChosenPond {
    chosen(best, bound: Certificate.bound(of: self, along: best.walk))
  }

  private func chosen(_ best: Walked, bound: Double) -> ChosenPond {
    ChosenPond(
      choice: self, order: best.walk.chosen, key: best.key, value: best.walk.value, bound: bound)
  }

  private var best: Walked {
    let start = GreedyWalk.Start(self)
    let walks: [Walked] = GreedyWalk.Key.all.mapSideBySide(isHeavy: candidates.count > 200) {
      (GreedyWalk(self, by: $0, from: start), $0)
    }
    // The first of equals: the order of the keys decides, not the order of evaluation.
    return walks.dropFirst().reduce(walks[0]) { $1.walk.value > $0.walk.value ? $1 : $0 }
  }
}

/// A pond that was chosen, and how good it is at least.
package struct ChosenPond: Sendable {
  /// The question.
  package let choice: PondChoice
  /// The places of the chosen in the order in which they were taken, pins first.
  package let order: [Int]
  /// By what they were taken.
  package let key: GreedyWalk.Key
  /// F of them.
  package let value: Double
  /// What no pond under these caps exceeds.
  package let bound: Double

  /// The places of the chosen, ascending.
  package var chosen: [Int] { order.sorted() }

  /// The chosen accounts, by key.
  package var accounts: [AccountKey] { chosen.map { choice.candidates[$0].account } }

  /// Everybody in the order in which the pond would have them read, whatever the caps: what is read
  /// before what never was, then who gives most for what reading them costs, equals by key. Who is in
  /// the pond for variety stands where somebody stood who gave way to them.
  /// - Parameter plain: the pond without variety, of the same candidates.
  package func orderOfReading(beside plain: ChosenPond) -> [AccountKey] {
    let candidates = choice.candidates
    let rates = candidates.map { $0.worth / max($0.cost, 1e-9) }
    func comesFirst(_ left: Int, _ right: Int) -> Bool {
      guard candidates[left].isRead == candidates[right].isRead else {
        return candidates[left].isRead
      }
      return rates[left] != rates[right] ? rates[left] > rates[right] : left < right
    }
    var order = candidates.indices.sorted(by: comesFirst)
    let (ours, theirs) = (Set(self.order), Set(plain.order))
    let coming = order.indices.filter { ours.contains(order[$0]) && !theirs.contains(order[$0]) }
    let leaving = order.indices.filter { theirs.contains(order[$0]) && !ours.contains(order[$0]) }
    for (new, old) in zip(coming, leaving) where old < new { order.swapAt(new, old) }
    return order.map { candidates[$0].account }
  }

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
    by adding whoever gives most for its part of both, nine times with another
    weight between them; the best of the nine is taken. Equals fall by their
    addresses, so that the same files give the same pond.
    With every pond stands its certificate: its F, divided by a figure that no
    pond within your caps can exceed. 98% says that the best there is, whichever
    it may be, gives at most a fiftieth more.
    """
  }
}
