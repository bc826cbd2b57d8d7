/// What the column of one account holds, as of a moment.
struct GatheredColumn: Sendable {
  let account: AccountKey
  /// The stretches in which its posts could be seen; nil where nobody looked.
  let observed: [Stretch]?
  let known: KnownPosts
  let loose: [ObservedColumn.Loose]
  let written: [Int64]
  /// The date of its newest post, in milliseconds since 1970; nil where none carries one.
  let newest: Int64?
  private let source: Source

  /// All that it was made of.
  private struct Source {
    let column: ObservedTable.Kept
    let seen: [Stretch]?
    let since: Int64
    let now: Int64
    let chances: AttentionChances
  }

  init(
    _ kept: ObservedTable.Kept, within seen: [Stretch]?, since: Int64, now: Int64,
    _ chances: AttentionChances
  ) throws {
    let column = try kept.column()
    account = kept.account
    observed =
      account.kind.isReadAtAddress && (seen?.count ?? 0) > 1
      ? seen.map { Stretch.bridged($0, posts: column.posts.map(\.at)) } : seen
    known = try KnownPosts(
      column, of: account.kind, within: observed ?? [], since: since > .min ? since : nil,
      now: now, chances)
    (loose, written) = (column.loose, column.written)
    newest = column.posts.last?.at
    source = Source(column: kept, seen: seen, since: since, now: now, chances: chances)
  }

  /// The same, where it would come out the same again; nil where it has to be made anew.
  func stillTrue(
    of kept: ObservedTable.Kept, within seen: [Stretch]?, since: Int64, now: Int64,
    _ chances: AttentionChances
  ) -> GatheredColumn? {
    // Of the moment nothing hangs but which dates are still to come.
    let isOfNow = source.now == now || source.now < now && known.notCounted.datedAhead == 0
    guard isOfNow, source.since == since, source.seen == seen,
      source.column.isSame(as: kept), source.chances.areSame(as: chances)
    else { return nil }
    return self
  }
}
