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
    let whole = choice.value(of: current)
    let losses = current.sorted().filter { !choice.candidates[$0].isPinned }.map { place in
      (place: place, loss: whole - choice.value(of: current.subtracting([place])))
    }
    guard let least = losses.min(by: { ($0.loss, $0.place) < ($1.loss, $1.place) }) else {
      return nil
    }
    let account = choice.candidates[least.place].account
    return (Move(leaving: account, coming: nil, gain: -least.loss), least.place)
  }

  private static func bestStep(
    from current: Set<Int>, towards goal: Set<Int>, _ choice: PondChoice
  ) -> (move: Move, after: Set<Int>)? {
    let here = choice.value(of: current)
    let leaving = current.subtracting(goal).filter { !choice.candidates[$0].isPinned }.sorted()
    var best: (gain: Double, move: Move, after: Set<Int>)?
    for coming in goal.subtracting(current).sorted() {
      for out in [nil] + leaving.map(Optional.init) {
        var after = current.union([coming])
        if let out { after.remove(out) }
        guard choice.fits(Array(after)) else { continue }
        let gain = choice.value(of: after) - here
        guard gain > max(best?.gain ?? 0, 1e-12) else { continue }
        let move = Move(
          leaving: out.map { choice.candidates[$0].account },
          coming: choice.candidates[coming].account, gain: gain)
        best = (gain, move, after)
      }
    }
    return best.map { ($0.move, $0.after) }
  }
}
