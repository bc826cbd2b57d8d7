import Foundation
import PondGraph
import PondTestSupport

/// Evidence of every kind that the model's promises speak of, drawn from a seed.
struct RandomEvidence {
  private var chance: SplitMix64

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
  }

  /// Any account: silent or loud, read or not, seen in one stretch or several.
  mutating func account(_ index: Int = 0) -> Evidence {
    let days = 1 + 500 * chance.unit()
    let count = chance.happens(0.1) ? 0 : Int(pow(10, 2.4 * chance.unit()))
    let share = chance.happens(0.4) ? 0 : chance.unit()
    let observability = chance.happens(0.2) ? 0.3 * chance.unit() : 0.4 + 0.6 * chance.unit()
    let form = PostForm.allCases[Int(4 * chance.unit())]
    let posts = (0..<count).map { _ in
      post(days: days, share: share, observability: observability, form: form)
    }
    var evidence = Neighbourhood.evidence("random-\(index)", days: days, posts)
    if chance.happens(0.3) { split(&evidence, days: days) }
    evidence.folder = chance.happens(0.5) ? "folder \(Int(3 * chance.unit()))" : nil
    evidence.written = times(days, chance.happens(0.2) ? 6 : 0)
    evidence.addressed = times(days, chance.happens(0.3) ? 8 : 0)
    return evidence
  }

  /// An account with attention enough to be weighed: observed for half a year at least, and never
  /// out of reach.
  mutating func weighable() -> Evidence {
    let days = 182 + 300 * chance.unit()
    let share = chance.happens(0.4) ? 0 : 0.5 * chance.unit()
    let form: PostForm = chance.happens(0.3) ? .note : .article
    let count = 8 + Int(pow(10, 2.4 * chance.unit()))
    let posts = (0..<count).map { _ in
      post(days: days, share: share, observability: 0.9, form: form)
    }
    return Neighbourhood.evidence("weighable", days: days, posts)
  }

  /// A whole number below a bound above 0.
  mutating func index(below bound: Int) -> Int {
    min(bound - 1, Int(chance.unit() * Double(bound)))
  }

  /// A number in 0..<1.
  mutating func unit() -> Double { chance.unit() }

  /// A new order.
  mutating func shuffled<T>(_ values: [T]) -> [T] { values.shuffled(using: &chance) }

  private mutating func post(
    days: Double, share: Double, observability: Double, form: PostForm
  ) -> ObservedPost {
    let acts: [ActKind] =
      chance.happens(share)
      ? [ActKind.allCases[1 + Int(10 * chance.unit())]] : chance.happens(0.3) ? [.seen] : []
    return ObservedPost(
      at: Neighbourhood.ago(days * chance.unit()), acts: acts, observability: observability,
      form: form)
  }

  private mutating func split(_ evidence: inout Evidence, days: Double) {
    let first = days * (0.5 + 0.4 * chance.unit())
    let second = first * chance.unit()
    evidence.observed = [
      Span(from: Neighbourhood.ago(days), to: Neighbourhood.ago(first)),
      Span(from: Neighbourhood.ago(second), to: Neighbourhood.now),
    ]
  }

  private mutating func times(_ days: Double, _ count: Int) -> [Date] {
    (0..<count).map { _ in Neighbourhood.ago((days * chance.unit()).rounded()) }
  }
}
