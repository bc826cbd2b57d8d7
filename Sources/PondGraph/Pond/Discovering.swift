public import Foundation

extension Pond {
  /// Somebody kept who points at somebody.
  public struct Voter: Sendable {
    /// Who it is.
    public let account: Account
    /// Whether they follow or recommend them, by their own list.
    public let recommends: Bool
    /// How many of their posts point there.
    public let posts: Int
    /// With how many of those the person did something.
    public let engaged: Int
  }

  /// Somebody whom those who are kept point at.
  public struct Discovered: Sendable {
    /// Who it is.
    public let account: Account
    /// Who points at them, those whose word weighs most first.
    public let voters: [Voter]
    /// Whether and how it could be seen what they post.
    public let assessment: Assessment?
    /// By which name `follow` and `decide` know them.
    public var written: String { account.id.value }
    /// Whether there is anything that a list could name: a place without a feed is none.
    public var canBeFollowed: Bool { account.canBeFollowed }
  }

  /// What discovery found.
  public struct Discoveries: Sendable {
    /// Who was found, the most votes first.
    public let found: [Discovered]
    /// How many kept accounts there are of whom it is known at whom they point: by their own list, or by
    /// the links in their posts.
    public let witnesses: Int
    /// How many accounts are kept.
    public let kept: Int
    /// Whom the close ring would miss least, so that one may come where one goes; nil where there is
    /// room.
    public let leastMissed: Account?
  }

  /// Whom the accounts that are kept point at and the person does not follow.
  /// - Parameter size: how many accounts the close ring may hold; nil for what was remembered.
  public func discoveries(size: Int? = nil, now: Date) throws -> Discoveries {
    let room = try room(size: size)
    return try store.once(.discoveries(size: room.size), at: now) { try discoveries(room, now) }
  }

  private func discoveries(_ room: ReadingRoom, _ now: Date) throws -> Discoveries {
    let everybody = try overviews(known: true, now: now)
    let byKey = Dictionary(everybody.map { ($0.account.key, $0) }) { first, _ in first }
    let graph = FollowGraph(edges: try store.followEdges().map { ($0.source, $0.target) })
    let kept = everybody.filter { $0.account.isFollowed && $0.isKept }
    let links = LinkedPlaces(
      try store.pointers(of: Set(kept.map(\.account.key)), engagedBy: Self.engagements),
      among: everybody.map(\.account))
    let worths = Worths(everybody.filter(\.account.isFollowed).map(\.assessment))
    let discovery = Discovery(
      in: graph,
      kept: Dictionary(kept.map { ($0.account.key, worths.worth($0)) }) { first, _ in first },
      links: links)
    let leftOut = everybody.filter { $0.account.isFollowed || !$0.isKept }.map(\.account.key)
    let nobodyNew = Set(leftOut).union(try store.ownAccounts())
    let found = discovery.finds(leavingOut: nobodyNew).map { find in
      let overview = byKey[find.account]
      let seen = overview?.assessment.posts ?? 0 > 0
      return Discovered(
        account: overview?.account ?? Account(pointedAt: find.account),
        voters: find.voters.compactMap { voter in
          byKey[voter.account].map {
            Voter(
              account: $0.account, recommends: voter.recommends, posts: voter.posts,
              engaged: voter.engaged)
          }
        }, assessment: seen ? overview?.assessment : nil)
    }
    let pond = try pond(amongKnown: everybody, room, now)
    return Discoveries(
      found: found,
      witnesses: kept.count { one in
        links.breadth[one.account.key] != nil
          || graph.place(of: one.account.key).map { !graph.outgoing($0).isEmpty } ?? false
      },
      kept: kept.count, leastMissed: pond.close.count < room.size ? nil : pond.leastMissed)
  }

  /// The account that a piece of text means, or the place at which posts point that has exactly this
  /// name, made known.
  func accountOrPlace(meant piece: String, now: Date) throws -> Account {
    do {
      return try account(meant: piece)
    } catch let failure as ReviewFailure {
      guard case .noMatch = failure, let key = try store.place(named: piece) else { throw failure }
      _ = try store.write(Imported(pointedAt: key), at: now)
      return try account(meant: key.id.value)
    }
  }

  /// Whatever counts as having done something with a post.
  private static var engagements: Set<ActKind> {
    Set(ActKind.allCases.filter { Credits.standard[$0] > 0 })
  }
}

extension Imported {
  /// That somebody is there, of whom no file says anything.
  fileprivate init(pointedAt key: AccountKey) {
    self.init(path: "/pointed-at/\(key.id)", format: "post-links")
    accounts = [AccountMention(key: key, site: key.profile, followed: false)]
  }
}

extension Account {
  /// Somebody of whom nothing is known but the place at which posts point.
  fileprivate init(pointedAt key: AccountKey) {
    self.init(
      id: key.id, key: key, title: nil, feed: nil, site: key.profile, folders: [], tags: [],
      isFollowed: false, followedAt: nil, importance: nil)
  }
}
