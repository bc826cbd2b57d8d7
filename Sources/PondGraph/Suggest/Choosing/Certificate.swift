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
  /// How near to the least that a price gives the search for it ends, in parts of it.
  private static let nearness = 1e-9
  /// How often it looks at most.
  private static let looks = 60
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
    var prefixes: [PondValue] = []
    for (step, place) in taken.enumerated() {
      if step % stride == 0 { prefixes.append(value) }
      value.add(place)
    }
    let bounds = (prefixes + [value]).mapSideBySide(isHeavy: possible.places.count > 200) {
      limit(at: $0, possible)
    }
    return min(
      bounds.min() ?? .infinity, limit(of: pinned, at: value, members: Set(taken), possible))
  }

  /// Who could stand in a pond beside its pins: whoever alone exceeds the budget is in none.
  private struct Possible: Sendable {
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
      let sum = filled(gains, costs, mix: mix, room, under: best.sum)
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
  /// filling exceeds `price + Σ max(0, gain − price·cost)`, whatever the price of the budget. That is convex
  /// in the price and made of straight lines: the least of it is looked for between two prices, where their
  /// lines meet, or half-way. What the lines meet at is less than all between them; where that is no less than
  /// `least`, nothing here is. O(candidates · looks).
  private static func filled(
    _ gains: [Double], _ costs: [Double], mix: Double, _ room: Caps.Room,
    under least: Double = .infinity
  ) -> Double {
    let scale = room.budget.isFinite && room.budget > 0 ? (1 - mix) / room.budget : 0
    let fixed = mix / Double(room.size)
    let costs = costs.map { fixed + scale * $0 }
    var low = Line(gains, costs, at: 0)
    guard low.slope < 0 else { return low.value }
    let dearest = zip(gains, costs).reduce(0) { $1.1 > 0 ? max($0, $1.0 / $1.1) : $0 }
    var high = Line(gains, costs, at: dearest)
    for look in 0..<looks {
      let meeting = low.meeting(high)
      let best = min(low.value, high.value)
      guard meeting.value < min(least, best - nearness * best) else { return best }
      let price = look.isMultiple(of: 3) ? (low.price + high.price) / 2 : meeting.price
      let line = Line(gains, costs, at: price)
      if line.slope < 0 { low = line } else { high = line }
    }
    return min(low.value, high.value)
  }

  /// What the dual comes to at a price, and where it goes from there.
  private struct Line {
    let price: Double
    let value: Double
    let slope: Double

    init(_ gains: [Double], _ costs: [Double], at price: Double) {
      var (left, asked) = (0.0, 0.0)
      for place in gains.indices {
        let rest = gains[place] - price * costs[place]
        left += max(0, rest)
        asked += rest > 0 ? costs[place] : 0
      }
      (self.price, value, slope) = (price, price + left, 1 - asked)
    }

    func meeting(_ other: Line) -> (price: Double, value: Double) {
      let turn = other.slope - slope
      guard turn > 0 else { return (price, min(value, other.value)) }
      let step = (value - other.value + other.slope * (other.price - price)) / turn
      return (price + step, value + slope * step)
    }
  }
}

extension Caps {
  /// What the pins leave of the caps.
  struct Room {
    let size: Int
    let budget: Double
  }
}
