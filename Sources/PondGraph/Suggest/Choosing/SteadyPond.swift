/// A pond that changes only for a reason: the one before stays while it is within two in a hundred
/// of the best, else single moves lead towards the best until it is (model §6, stability).
package struct SteadyPond: Sendable {
  /// One step: somebody leaves, somebody comes, or both.
  package struct Move: Hashable, Sendable {
    /// Who leaves; nil where there was room.
    package let leaving: AccountKey?
    /// Who comes; nil where somebody only leaves.
    package let coming: AccountKey?
    /// What it adds to the value of the pond; negative where the caps force somebody out.
    package let gain: Double
  }

  /// How much better another pond must be.
  package static let patience = 1.02

  /// The pond to recommend.
  package let pond: ChosenPond
  /// The steps from the pond before, in order; empty where it stays.
  package let moves: [Move]

  /// Decides between the pond before and the best one.
  /// - Parameter before: whom the pond before held; accounts that are no candidates count as gone.
  package init(best: ChosenPond, before: Set<AccountKey>) {
    let choice = best.choice
    var current = Set(
      choice.candidates.indices.filter {
        before.contains(choice.candidates[$0].account) || choice.candidates[$0].isPinned
      })
    guard !before.isEmpty else {
      (pond, moves) = (best, [])
      return
    }
    var moves: [Move] = []
    while !choice.fits(Array(current)), let move = Self.forcedOut(of: current, choice) {
      moves.append(move.move)
      current.remove(move.place)
    }
    let goal = Set(best.chosen)
    while best.value > Self.patience * choice.value(of: current),
      let step = Self.bestStep(from: current, towards: goal, choice)
    {
      moves.append(step.move)
      current = step.after
    }
    // Whoever the best pond holds too comes first, in its order.
    let order = best.order.filter(current.contains) + current.subtracting(goal).sorted()
    pond = ChosenPond(
      choice: choice, order: order, key: best.key, value: choice.value(of: order),
      bound: best.bound)
    self.moves = moves
  }

  private static func forcedOut(
    of current: Set<Int>, _ choice: PondChoice
  ) -> (move: Move, place: Int)? {
    let places = current.sorted()
    let whole = choice.value(of: places)
    let losses = places.filter { !choice.candidates[$0].isPinned }.map { place in
      (place: place, loss: whole - choice.worth(of: places, without: place).value)
    }
    guard let least = losses.min(by: { ($0.loss, $0.place) < ($1.loss, $1.place) }) else {
      return nil
    }
    let account = choice.candidates[least.place].account
    return (Move(leaving: account, coming: nil, gain: -least.loss), least.place)
  }

  /// A step that may be taken; of equal ones the first by who comes, then by who leaves.
  private struct Step {
    let gain: Double
    let coming: Int
    /// -1 for nobody.
    let leaving: Int

    func isBetter(than other: Step?) -> Bool {
      guard let other else { return gain > 1e-12 }
      return (gain, other.coming, other.leaving) > (other.gain, coming, leaving)
    }
  }

  // What the pond is worth without somebody is reckoned once for each who may leave, not for each pair.
  private static func bestStep(
    from current: Set<Int>, towards goal: Set<Int>, _ choice: PondChoice
  ) -> (move: Move, after: Set<Int>)? {
    let places = current.sorted()
    let here = choice.value(of: places)
    let leaving = places.filter { !goal.contains($0) && !choice.candidates[$0].isPinned }
    let coming = goal.subtracting(current).sorted()
    var best: Step?
    for out in [-1] + leaving {
      guard places.count + (out < 0 ? 1 : 0) <= choice.caps.size else { continue }
      let without = choice.worth(of: places, without: out)
      for place in coming
      where choice.isAffordable(without.cost + choice.candidates[place].cost) {
        let gain = without.worth.gain(of: place)
        let step = Step(gain: without.value + gain - here, coming: place, leaving: out)
        if step.isBetter(than: best) { best = step }
      }
    }
    guard let best else { return nil }
    let move = Move(
      leaving: best.leaving < 0 ? nil : choice.candidates[best.leaving].account,
      coming: choice.candidates[best.coming].account, gain: best.gain)
    return (move, current.subtracting([best.leaving]).union([best.coming]))
  }
}

extension PondChoice {
  /// What some are worth and cost without one of them, in the order of their places. O(those).
  fileprivate func worth(
    of places: [Int], without out: Int
  ) -> (worth: PondValue, value: Double, cost: Double) {
    var worth = nobody
    var cost = 0.0
    for place in places where place != out {
      worth.add(place)
      cost += candidates[place].cost
    }
    return (worth, worth.value, cost)
  }
}
