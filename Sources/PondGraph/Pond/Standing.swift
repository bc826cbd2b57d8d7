public import Foundation

extension Pond {
  /// Where a pond stands, so that somebody can be told what comes next.
  public struct Standing: Sendable {
    /// What the followed accounts ask for, as the answers so far leave them.
    public let totals: Totals
    /// Of how many followed accounts any file shows posts.
    public let seen: Int
    /// Of how many it could be seen what the person did with their posts.
    public let observed: Int
    /// With how many the person did something, whether or not any file shows their posts.
    public let touched: Int
    /// How many of those whose posts no file shows `pond fetch` would look at.
    public let fetchable: Int
    /// What sorts of accounts they are, the most frequent first.
    public let kinds: [AccountKind]
    /// How many answers stand.
    public let answered: Int
    /// How many questions are open.
    public let open: Int
    /// Those who were let go or archived and still stand in a list.
    public let leaving: Leaving
  }

  /// Where this pond stands.
  public func standing(now: Date) throws -> Standing {
    let overviews = try overviews(known: true, now: now)
    let followed = overviews.filter(\.account.isFollowed)
    let answers = try store.standingDecisions().mapValues(\.answer)
    let questions = Questions(among: overviews, moves: try store.moves(), now: now)
    return Standing(
      totals: Totals(of: followed, answered: answers),
      seen: followed.count { $0.assessment.posts > 0 },
      observed: followed.count { $0.assessment.statistics.observablePosts > 0 },
      touched: followed.count {
        $0.assessment.rung > .glimpsed || !$0.assessment.elsewhere.isEmpty
      },
      fetchable: try fetchStatus(now: now).lines.count { $0.address != nil && $0.seenAt == nil },
      kinds: Self.kinds(of: followed.map(\.account.key.kind)),
      answered: answers.count, open: questions.asked().count, leaving: try leaving())
  }

  private static func kinds(of kinds: [AccountKind]) -> [AccountKind] {
    let counts = Dictionary(grouping: kinds) { $0 }.mapValues(\.count)
    return counts.keys.sorted { left, right in
      let (first, second) = (counts[left] ?? 0, counts[right] ?? 0)
      return first != second ? first > second : left.rawValue < right.rawValue
    }
  }
}

extension Pond.Standing {
  /// Whether any of them is read at an address.
  public var hasFeeds: Bool { kinds.contains(where: \.isReadAtAddress) }
}
