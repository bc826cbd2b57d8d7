import Foundation

/// The places kept for voices that one does not simply agree with (S6): a tenth of the close ring,
/// one at least where it has two, for those of whom the person said that they challenge them, else for those who are
/// read often and liked rarely, else for those read often whose words and links lie far from the
/// pond's centre, if there are any.
package struct DissentReserve: Sendable {
  /// The share of the places.
  package static let share = 0.1
  /// The fewest posts read before rarely liking them says anything.
  package static let fewestRead = 10
  /// How unlikely so few likes have to be, were it liked as often as the rest of what is read.
  package static let surprise = 0.05

  // Those of whom the person said so, by key, then the others, the clearest first.
  private let all: [AccountKey]
  private let declared: Int

  /// Whom the reserve is for in a close ring of so many places, those of whom the person said so first.
  /// Whoever does not fit within the caps has to be passed over.
  package func voices(of size: Int) -> [AccountKey] {
    let tenth = Int(exactly: (Double(size) * Self.share).rounded(.down)) ?? 1
    let places = size < 2 ? 0 : max(1, tenth)
    return Array(all.prefix(max(places, declared)))
  }

  /// Finds them.
  /// - Parameter distant: those who lie far from the pond's centre, the farthest first.
  package init(_ overviews: [AccountOverview], distant: [AccountKey] = []) {
    let declared = overviews.filter { $0.declared.contains(.challengesMe) }
    let others = Self.unliked(overviews.filter { !$0.declared.contains(.challengesMe) })
    let first = declared.map(\.account.key).sorted() + others
    let read = Set(
      overviews.filter { $0.assessment.statistics.engagedPosts >= Self.fewestRead }
        .map(\.account.key)
    ).subtracting(first)
    all = first + distant.filter(read.contains)
    self.declared = declared.count
  }

  /// Those who are read often and liked rarely, those most read first.
  private static func unliked(_ overviews: [AccountOverview]) -> [AccountKey] {
    let read = overviews.reduce(0) { $0 + $1.assessment.statistics.engagedPosts }
    let liked = overviews.reduce(0) { $0 + $1.assessment.likedPosts }
    guard liked > 0, read > liked else { return [] }
    let usual = Double(liked) / Double(read)
    return overviews.filter { overview in
      let assessment = overview.assessment
      return assessment.statistics.engagedPosts >= fewestRead
        && chance(
          ofAtMost: assessment.likedPosts, of: assessment.statistics.engagedPosts, at: usual)
          < surprise
    }.sorted { left, right in
      (right.assessment.statistics.engagedPosts, left.account.key) < (
        left.assessment.statistics.engagedPosts, right.account.key
      )
    }.map(\.account.key)
  }

  /// P(X ≤ k) for X ~ Binomial(n, p), summed from the smallest term. O(k).
  static func chance(ofAtMost count: Int, of trials: Int, at chance: Double) -> Double {
    guard chance < 1 else { return count < trials ? 0 : 1 }
    var term = exp(Double(trials) * log1p(-chance))
    var sum = term
    for number in 0..<max(0, min(count, trials)) {
      term *= Double(trials - number) / Double(number + 1) * chance / (1 - chance)
      sum += term
    }
    return min(1, sum)
  }
}
