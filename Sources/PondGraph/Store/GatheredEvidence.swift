import Foundation

/// What the model may know of accounts, their posts packed as they are kept: each is unpacked when it is
/// asked for, and a look at millions of posts holds those of a few accounts at a time.
package struct GatheredEvidence: Sendable {
  /// What is known of one account.
  struct Part: Sendable {
    /// Its posts, packed; nil where no post and no act is known.
    let column: ObservedTable.Kept?
    /// The stretches in which its posts could be seen; nil where nobody looked.
    let seen: [Stretch]?
    /// When the person followed it; the least number where that is not known.
    let since: Int64
    /// When the person wrote to it or to other accounts of the same human being; nil where there are none.
    let written: [Date]?
    /// The acts with its posts from before the following.
    let early: [ObservedColumn.Loose]
    /// All that is not in its column.
    let rest: Evidence
  }

  private let parts: [Part]
  private let now: Int64
  private let chances: AttentionChances
  private let path: String

  /// - Parameter path: the pond file that it was read from.
  init(_ parts: [Part], now: Int64, _ chances: AttentionChances, path: String) {
    self.parts = parts
    self.now = now
    self.chances = chances
    self.path = path
  }

  /// What comes of the evidence of each account, in their order, worked out on all cores. O(posts).
  /// - Throws: `StoreFailure.damaged` for posts that no Pond packed.
  package func mapSideBySide<Result: Sendable>(
    _ transform: @Sendable (Evidence) -> Result
  ) throws -> [Result] {
    try parts.mapSideBySide { part in Swift.Result { transform(try evidence(part)) } }
      .map { try $0.get() }
  }

  /// The evidence of every account.
  package func all() throws -> [Evidence] { try mapSideBySide { $0 } }

  /// The evidence of one account; nil where it is not among them.
  package func evidence(of account: AccountKey) throws -> Evidence? {
    try parts.first { $0.rest.account == account }.map(evidence)
  }

  private func evidence(_ part: Part) throws -> Evidence {
    do { return try unpacked(part) } catch { throw StoreFailure(error, path: path) }
  }

  private func unpacked(_ part: Part) throws -> Evidence {
    var evidence = part.rest
    evidence.written = part.written ?? []
    guard let column = try part.column?.column() else {
      evidence.observed = (part.seen ?? []).map(\.span)
      return evidence
    }
    let kind = evidence.account.kind
    let seen = part.seen ?? []
    let observed =
      kind.isReadAtAddress && seen.count > 1
      ? Stretch.bridged(seen, posts: column.posts.map(\.at)) : seen
    let known = try KnownPosts(
      column, of: kind, within: observed, since: part.since > .min ? part.since : nil, now: now,
      chances)
    let elsewhere = Elsewhere(
      column.loose + part.early, known.actsAside, since: part.since, now: now)
    // Where every date is a batch's, time that went by tells nothing: not even that nothing came.
    let isTimeless = known.posts.isEmpty && known.batchDated > 0
    evidence.observed = isTimeless ? [] : observed.map(\.span)
    evidence.posts = known.posts
    evidence.written = part.written ?? column.written(from: part.since, to: now)
    evidence.touched = elsewhere.times
    evidence.elsewhere = elsewhere.tallies
    evidence.undatedPosts = known.undated
    evidence.batchDatedPosts = known.batchDated
    evidence.notCounted = known.notCounted
    evidence.newestPost = column.posts.last.map { Instant.date($0.at) }
    return evidence
  }
}

extension ObservedColumn {
  /// When the person wrote to the account, from one moment to another.
  func written(from since: Int64, to now: Int64) -> [Date] {
    written.filter { $0 >= since && $0 <= now }.map(Instant.date)
  }
}
