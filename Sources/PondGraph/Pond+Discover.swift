public import Foundation

extension Pond {
  /// Somebody whom those who are kept point at.
  public struct Discovered: Sendable {
    /// Who it is.
    public let account: Account
    /// Who points at them, those whose word weighs most first.
    public let voters: [Account]
    /// Whether and how it could be seen what they post.
    public let assessment: Assessment?
  }

  /// What discovery found.
  public struct Discoveries: Sendable {
    /// Who was found, the most votes first.
    public let found: [Discovered]
    /// How many kept accounts there are whose own follows are known.
    public let witnesses: Int
    /// How many accounts are kept.
    public let kept: Int
    /// Whom the close ring would miss least, so that one may come where one goes; nil where there is
    /// room.
    public let leastMissed: Account?
  }

  /// Whom the accounts that are kept point at and the person does not follow.
  public func discoveries(_ room: ReadingRoom = ReadingRoom(), now: Date) throws -> Discoveries {
    let everybody = try overviews(known: true, now: now)
    let byKey = Dictionary(everybody.map { ($0.account.key, $0) }) { first, _ in first }
    let graph = FollowGraph(edges: try store.followEdges().map { ($0.source, $0.target) })
    let kept = everybody.filter { $0.account.isFollowed && $0.isKept }
    let discovery = Discovery(
      in: graph,
      kept: Dictionary(kept.map { ($0.account.key, $0.assessment.worth ?? 0) }) { first, _ in first
      })
    let leftOut = everybody.filter { $0.account.isFollowed || !$0.isKept }.map(\.account.key)
    let found = discovery.finds(leavingOut: Set(leftOut)).compactMap { find -> Discovered? in
      guard let overview = byKey[find.account] else { return nil }
      return Discovered(
        account: overview.account, voters: find.voters.compactMap { byKey[$0]?.account },
        assessment: overview.assessment.posts > 0 ? overview.assessment : nil)
    }
    let followed = everybody.filter(\.account.isFollowed)
    let pond = try pond(followed, room, now)
    return Discoveries(
      found: found,
      witnesses: kept.count { byKey in
        graph.place(of: byKey.account.key).map { !graph.outgoing($0).isEmpty } ?? false
      },
      kept: kept.count, leastMissed: pond.close.count < room.size ? nil : pond.leastMissed)
  }
}
