import PondTestSupport
import Testing

@testable import PondGraph

/// The correction that a check feeds (model §8).
@Suite("Isotonic correction")
struct IsotonicTests {
  private func points(_ pairs: [(Double, Double, Double)]) -> [Isotonic.Point] {
    pairs.map { Isotonic.Point(foretold: $0.0, came: $0.1, weight: $0.2) }
  }

  @Test("what came in order stays, what came out of order is pooled by its weight")
  func pooled() {
    let straight = Isotonic(points([(0.1, 0, 1), (0.5, 0.4, 1), (0.9, 1, 1)]))
    #expect(straight.steps.map(\.came) == [0, 0.4, 1])
    let pooled = Isotonic(points([(0.1, 0.6, 3), (0.5, 0.2, 1), (0.9, 1, 1)]))
    #expect(pooled.steps.count == 2 && abs(pooled.steps[0].came - 0.5) < 1e-12)
    #expect(abs(pooled.steps[0].foretold - 0.2) < 1e-12)
    #expect(Isotonic([]).corrected(0.3) == 0.3)
  }

  @Test("the curve never falls, stays a share, and the order of the points is free")
  func ordered() {
    var dice = SplitMix64(seed: 91)
    for _ in 0..<50 {
      let all = (0..<Int.random(in: 1...30, using: &dice)).map { _ in
        (dice.unit(), dice.unit(), 0.1 + dice.unit())
      }
      let curve = Isotonic(points(all))
      let shares = (0...100).map { curve.corrected(Double($0) / 100) }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
      #expect(shares.allSatisfy { (0...1).contains($0) })
      #expect(zip(curve.steps, curve.steps.dropFirst()).allSatisfy { $0.came < $1.came })
      #expect(
        Isotonic(points(all.shuffled(using: &dice))).steps.count == curve.steps.count)
    }
  }
}
