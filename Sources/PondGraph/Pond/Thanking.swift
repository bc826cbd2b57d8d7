public import Foundation

extension Pond {
  /// Whom the person could answer or thank, among those they follow and have not let go: for them alone.
  public func thanks(now: Date) throws -> Thanks {
    var kept = try keptAccounts()
    for own in try store.ownAccounts() { kept[own] = nil }
    let (told, more) = Thanks.among(
      kept, try store.evidence(now: now), persons: try store.persons(), now: now)
    let rows = try store.accountRows()
    return Thanks(
      people: try told.map { thank in
        Thanks.Somebody(thank, posts: try posts(for: thank, in: rows))
      }, more: more)
  }

  private func posts(
    for thank: Thanks.Thank, in rows: AccountPlaces
  ) throws -> [RememberedPost] {
    let recent = try store.recentPosts(of: thank.account.key, limit: Self.lookedAt, in: rows)
    let shown = recent.filter { remembered in
      switch thank.reason {
      case .theirWords(let at): remembered.post.published == at
      case .theirPosts: !Thanks.dear.isDisjoint(with: remembered.acts)
      }
    }
    return Array(shown.prefix(2))
  }

  // How many of somebody's newest posts are looked at for those that show the reason.
  private static let lookedAt = 200
}
