/// How good a pond is at least, whatever the best one may be.
///
/// For any set A, `F(best) ≤ F(A) + the most that anybody's gains at A can add under the caps`
/// (CELF, theorem 4). What an account brings whoever else is there need not be bounded so: with F =
/// M + G, M summing over accounts and G submodular, `F(best) ≤ G(A) + the most that M and the gains
/// of G at A, those of A's own members being 0, can come to under the caps`, which is never worse
/// where A is a good pond. Either most is bounded by filling one budget fractionally, which mixes
/// both caps with a weight α: `α·1/K + (1 − α)·cost/B ≤ 1` for every pond that keeps to both. The
/// smallest over prefixes A of the walk and weights α is taken.
enum Certificate {
  /// The weights of the size beside the minutes.
  static let mixes = [0, 0.25, 0.5, 0.75, 1]
  /// How often the best weight is looked for closer by.
  private static let refinements = 4
  /// How often the price of a budget is halved: to a billionth of what the best one is worth.
  private static let halvings = 30
  /// So many prefixes are tried at most, the last one among them.
  private static let mostPrefixes = 24

  /// What no pond under the caps of the question exceeds. O(prefixes · candidates).
  static func bound(of choice: PondChoice, along walk: GreedyWalk) -> Double {
    let pins = Array(walk.chosen.prefix(walk.pins))
    let room = Caps.Room(
      size: choice.caps.size - pins.count,
      budget: choice.caps.budget - choice.cost(of: pins))
    var value = choice.nobody
    for place in pins { value.add(place) }
    guard room.size > 0, room.budget >= 0 else { return value.value }
    let possible = Possible(choice, room)
    let pinned = value
    let taken = walk.chosen.dropFirst(walk.pins)
    let stride = max(1, taken.count / mostPrefixes)
    var bound = Double.infinity
    for (step, place) in taken.enumerated() {
      if step % stride == 0 { bound = min(bound, limit(at: value, possible)) }
      value.add(place)
    }
    bound = min(bound, limit(at: value, possible))
    return min(bound, limit(of: pinned, at: value, members: Set(taken), possible))
  }

  /// Who could stand in a pond beside its pins: whoever alone exceeds the budget is in none.
  private struct Possible {
    let places: [Int]
    let costs: [Double]
    let room: Caps.Room

    init(_ choice: PondChoice, _ room: Caps.Room) {
      places = choice.columns.unpinned.filter { choice.columns.cost[$0] <= room.budget }
      costs = places.map { choice.columns.cost[$0] }
      self.room = room
    }
  }

  /// The first bound.
  private static func limit(at value: PondValue, _ possible: Possible) -> Double {
    value.value + most(possible) { value.gain(of: $0) }
  }

  /// The second: `pinned` is F of the pins, `value` that of the pins and the members.
  private static func limit(
    of pinned: PondValue, at value: PondValue, members: Set<Int>, _ possible: Possible
  ) -> Double {
    let own = pinned.value - pinned.shared
    return own + value.shared
      + most(possible) { place in
        value.own(place) + (members.contains(place) ? 0 : value.sharedGain(of: place))
      }
  }

  private static func most(_ possible: Possible, _ gain: (Int) -> Double) -> Double {
    let (costs, room) = (possible.costs, possible.room)
    let gains = possible.places.map(gain)
    guard room.budget.isFinite else { return filled(gains, costs, mix: 1, room) }
    // Any weight is a bound; the sum is quasi-convex in it, so that halving finds a good one.
    var best = (mix: 0.0, sum: Double.infinity)
    func look(at mix: Double) {
      let sum = filled(gains, costs, mix: mix, room)
      if sum < best.sum { best = (mix, sum) }
    }
    mixes.forEach(look)
    var step = 0.125
    for _ in 0..<refinements {
      let middle = best.mix
      for mix in [middle - step, middle + step] where (0...1).contains(mix) { look(at: mix) }
      step /= 2
    }
    return best.sum
  }

  /// The most that gains can come to where each takes its share of one budget of 1. By duality no
  /// filling exceeds `price + Σ max(0, gain − price·cost)`, whatever the price of the budget; the
  /// price at which just all of it is asked for gives the least, and is found by halving.
  /// O(candidates).
  private static func filled(
    _ gains: [Double], _ prices: [Double], mix: Double, _ room: Caps.Room
  ) -> Double {
    let scale = room.budget.isFinite && room.budget > 0 ? (1 - mix) / room.budget : 0
    let fixed = mix / Double(room.size)
    let costs = prices.map { fixed + scale * $0 }
    if costs.reduce(0, +) <= 1 { return gains.reduce(0, +) }
    var (low, high) = (0.0, zip(gains, costs).reduce(0) { $1.1 > 0 ? max($0, $1.0 / $1.1) : $0 })
    for _ in 0..<halvings {
      let price = (low + high) / 2
      if asked(gains, costs, at: price) > 1 { low = price } else { high = price }
    }
    return high + zip(gains, costs).reduce(0) { $0 + max(0, $1.0 - high * $1.1) }
  }

  /// How much of the budget those would take who are worth its price.
  private static func asked(_ gains: [Double], _ costs: [Double], at price: Double) -> Double {
    zip(gains, costs).reduce(0) { $0 + ($1.0 > price * $1.1 ? $1.1 : 0) }
  }
}

extension Caps {
  /// What the pins leave of the caps.
  struct Room {
    let size: Int
    let budget: Double
  }
}
