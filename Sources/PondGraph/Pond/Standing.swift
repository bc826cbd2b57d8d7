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
    /// How many questions a sitting of the review would ask.
    public let open: Int
    /// How many accounts of each kind are followed of which no file shows a post.
    public let unseen: [AccountKind: Int]
    /// The kinds of which `pond fetch` asked somebody already.
    public let fetched: Set<AccountKind>
    /// Of how many accounts a tasting would show posts, for what is read of them is not known.
    public let tastable: Int
    /// The formats of the files that were imported, by the names that `pond explain formats` prints.
    public let formats: Set<String>
    /// Those who were let go or archived and still stand in a list.
    public let leaving: Leaving
    /// Whether a cycle was ended, and the day of the next one has come.
    public let cycleIsDue: Bool
    /// The files that an older Pond learned from, and kept less of; `doctor` names them too.
    public let earlierImports: [String]
  }

  /// The posts of which it could be seen what the person did from which nothing has to be asked.
  private static let enoughObserved = 5

  /// Where this pond stands.
  public func standing(now: Date) throws -> Standing {
    try store.once(.standing, at: now) { try standingAnew(now) }
  }

  private func standingAnew(_ now: Date) throws -> Standing {
    let overviews = try overviews(known: true, now: now)
    let followed = overviews.filter(\.account.isFollowed)
    let answers = try store.standingDecisions().mapValues(\.answer)
    let unseen = followed.filter { $0.assessment.posts == 0 && $0.decision == nil }
    let fetched = try store.fetchMemories(.feed).keys.map(\.kind)
    return Standing(
      totals: Totals(of: followed, answered: answers),
      seen: followed.count { $0.assessment.posts > 0 },
      observed: followed.count { $0.assessment.statistics.observablePosts > 0 },
      touched: followed.count {
        $0.assessment.rung > .glimpsed || !$0.assessment.elsewhere.isEmpty
      },
      fetchable: try fetchStatus(now: now).lines.count { $0.address != nil && $0.seenAt == nil },
      kinds: Self.kinds(of: followed.map(\.account.key.kind)), answered: answers.count,
      open: try Self.openQuestions(store, overviews, now: now),
      unseen: Dictionary(grouping: unseen, by: \.account.key.kind).mapValues(\.count),
      fetched: Set(fetched),
      tastable: followed.count { overview in
        overview.decision == nil && overview.assessment.posts > 0
          && overview.assessment.statistics.observablePosts < Self.enoughObserved
      },
      formats: try store.importedFormats(), leaving: try leaving(),
      cycleIsDue: try nextCycle(now: now).map { $0 <= now } ?? false,
      earlierImports: try store.earlierImports())
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
