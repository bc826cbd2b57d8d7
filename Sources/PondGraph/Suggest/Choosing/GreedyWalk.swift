import HeapModule

/// One walk from the pins to a full pond, taking at each step whoever adds most by one measure.
///
/// Lazy evaluation (CELF; Leskovec et al., Cost-effective outbreak detection in networks, KDD
/// 2007): a gain only ever shrinks, so whoever stands first with a gain of this very step needs no
/// comparison with the others.
package struct GreedyWalk: Sendable {
  /// By what the next one is chosen.
  package enum Key: CaseIterable, Sendable {
    /// What it adds.
    case gain
    /// What it adds for what reading it costs.
    case gainPerCost
    /// What it adds for what it takes of both caps.
    case gainPerRoom
  }

  /// The chosen, pins first, then in the order in which they were taken.
  package let chosen: [Int]
  /// How many of them are pins.
  package let pins: Int
  /// F of them.
  package let value: Double
  /// How often it was asked what somebody would add; without laziness that is everybody at every step.
  package let evaluations: Int

  /// Walks.
  package init(_ choice: PondChoice, by key: Key) {
    var value = choice.nobody
    var chosen = choice.pins
    pins = chosen.count
    for place in chosen { value.add(choice.candidates[place]) }
    var room = Room(choice.caps, taken: chosen.count, cost: choice.cost(of: chosen))
    var heap = Heap(
      choice.candidates.indices.lazy.filter { !choice.candidates[$0].isPinned }.map {
        Entry(choice, $0, gain: value.gain(of: choice.candidates[$0]), step: 0, by: key)
      })
    var step = 0
    var evaluations = heap.count
    while room.size > 0, let first = heap.popMax() {
      let candidate = choice.candidates[first.place]
      // Room only shrinks: whoever does not fit now never will.
      guard candidate.cost <= room.budget else { continue }
      guard first.step == step else {
        evaluations += 1
        heap.insert(
          Entry(choice, first.place, gain: value.gain(of: candidate), step: step, by: key))
        continue
      }
      value.add(candidate)
      chosen.append(first.place)
      room.take(candidate.cost)
      step += 1
    }
    self.chosen = chosen
    self.value = value.value
    self.evaluations = evaluations
  }

  private struct Room {
    var size: Int
    var budget: Double

    init(_ caps: Caps, taken: Int, cost: Double) {
      size = caps.size - taken
      budget = caps.budget - cost
    }

    mutating func take(_ cost: Double) {
      size -= 1
      budget -= cost
    }
  }

  private struct Entry: Comparable {
    let measure: Double
    let place: Int
    let step: Int

    init(_ choice: PondChoice, _ place: Int, gain: Double, step: Int, by key: Key) {
      let cost = choice.candidates[place].cost
      let share = choice.caps.budget > 0 ? cost / choice.caps.budget : cost
      measure =
        switch key {
        case .gain: gain
        case .gainPerCost: gain / max(cost, 1e-9)
        case .gainPerRoom: gain / (1 / Double(choice.caps.size) + share)
        }
      self.place = place
      self.step = step
    }

    // The larger measure first, equals by key.
    static func < (left: Entry, right: Entry) -> Bool {
      left.measure != right.measure ? left.measure < right.measure : left.place > right.place
    }
  }
}
