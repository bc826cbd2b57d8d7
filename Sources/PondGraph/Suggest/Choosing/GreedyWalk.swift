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
    func part(of caps: Caps, cost: Double) -> Double {
      let minutes = caps.budget.isFinite && caps.budget > 0 ? cost / caps.budget : cost
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

  /// Where every walk of one question begins: with the pins, and what each of the others would add to them.
  package struct Start {
    fileprivate let value: PondValue
    fileprivate let pins: [Int]
    fileprivate let gains: [Double]

    /// Adds the pins.
    package init(_ choice: PondChoice) {
      var value = choice.nobody
      pins = choice.pins
      for place in pins { value.add(place) }
      gains = choice.columns.unpinned.map { [value] in value.gain(of: $0) }
      self.value = value
    }
  }

  /// Walks.
  /// - Parameter start: where it begins, if that was reckoned for another walk of the same question.
  package init(_ choice: PondChoice, by key: Key, from start: Start? = nil) {
    let start = start ?? Start(choice)
    let columns = choice.columns
    var value = start.value
    var chosen = start.pins
    pins = chosen.count
    var room = Room(choice.caps, taken: chosen.count, cost: choice.cost(of: chosen))
    var heap = Heap(
      zip(columns.unpinned, start.gains).map {
        Entry(choice, $0, gain: $1, step: 0, by: key)
      })
    var step = 0
    var evaluations = heap.count
    var passedOver = 0
    while room.size > 0, let first = heap.max {
      let cost = columns.cost[first.place]
      // Room only shrinks: whoever does not fit now never will. Once many were passed over, the others who
      // do not fit go with them, for taking each from the top costs far more.
      guard cost <= room.budget else {
        heap.removeMax()
        passedOver += 1
        if passedOver > heap.count / 16 {
          heap = Heap(heap.unordered.filter { columns.cost[$0.place] <= room.budget })
          passedOver = 0
        }
        continue
      }
      // Without diversity a gain never shrinks.
      guard first.step == step || choice.diversity == 0 else {
        evaluations += 1
        heap.replaceMax(
          with: Entry(choice, first.place, gain: value.gain(of: first.place), step: step, by: key))
        continue
      }
      heap.removeMax()
      value.add(first.place)
      chosen.append(first.place)
      room.take(cost)
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
      isRead = choice.columns.isRead[place]
      measure = gain / key.part(of: choice.caps, cost: choice.columns.cost[place])
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
