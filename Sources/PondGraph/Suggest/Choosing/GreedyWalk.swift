import HeapModule

/// One walk from the pins to a full pond, taking at each step whoever adds most for what it takes of
/// the caps: first among those who are read, then, with what they leave, among the others.
///
/// Lazy evaluation (CELF; Leskovec et al., Cost-effective outbreak detection in networks, KDD
/// 2007): a gain only ever shrinks, so whoever stands first with a gain of this very step needs no
/// comparison with the others.
package struct GreedyWalk: Sendable {
  /// By what the next one is chosen: `gain / (ϑ/K + (1 − ϑ)·cost/B)`, what it adds for its part of
  /// both caps, mixed by ϑ.
  package struct Key: Hashable, Sendable {
    /// ϑ: what a place counts beside the minutes, 0…1. With 1 it is the gain alone, with 0 the gain
    /// for what reading it costs.
    package let places: Double

    /// The keys that are tried (model §6).
    package static let all = [0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1].map(Key.init)
    /// The gain alone.
    package static let gain = Key(places: 1)

    /// Makes a key of its weight.
    package init(places: Double) { self.places = places }

    /// What an account takes of the caps; above 0.
    func part(of caps: Caps, _ candidate: Candidate) -> Double {
      let minutes =
        caps.budget.isFinite && caps.budget > 0 ? candidate.cost / caps.budget : candidate.cost
      return max(places / Double(caps.size) + (1 - places) * minutes, 1e-12)
    }
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
      // Without diversity a gain never shrinks.
      guard first.step == step || choice.diversity == 0 else {
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
    let isRead: Bool
    let measure: Double
    let place: Int
    let step: Int

    init(_ choice: PondChoice, _ place: Int, gain: Double, step: Int, by key: Key) {
      isRead = choice.candidates[place].isRead
      measure = gain / key.part(of: choice.caps, choice.candidates[place])
      self.place = place
      self.step = step
    }

    // What is read before what is not, then the larger measure, equals by key.
    static func < (left: Entry, right: Entry) -> Bool {
      guard left.isRead == right.isRead else { return right.isRead }
      return left.measure != right.measure ? left.measure < right.measure : left.place > right.place
    }
  }
}
