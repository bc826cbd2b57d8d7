/// Chance that can be repeated: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Starts from a seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// Starts from a seed and a name, so that every part of a sample has chance of its own and a
  /// change to one part leaves the others as they were.
  package init(seed: UInt64, name: String) {
    // FNV-1a, 64 bits.
    let mixed = name.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    state = seed ^ mixed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 up to, and not including, `bound`. Swift's own `Int.random` may change
  /// between versions; this stays.
  package mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    return Int(next() % UInt64(bound))
  }

  /// One of some things; nil where there are none.
  package mutating func pick<T>(_ things: [T]) -> T? {
    things.isEmpty ? nil : things[below(things.count)]
  }

  /// The same things in an order of chance (Fisher and Yates).
  package mutating func shuffled<T>(_ things: [T]) -> [T] {
    var deck = things
    for last in deck.indices.dropFirst().reversed() {
      deck.swapAt(last, below(last + 1))
    }
    return deck
  }
}
