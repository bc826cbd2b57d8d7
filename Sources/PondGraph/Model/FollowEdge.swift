/// That one account follows or recommends another, by the export of the one or its blogroll. The
/// person is no end of it.
public struct FollowEdge: Hashable, Sendable {
  /// Who follows or recommends.
  public let source: AccountKey
  /// Whom.
  public let target: AccountKey

  /// Makes an edge of its ends.
  public init(source: AccountKey, target: AccountKey) {
    self.source = source
    self.target = target
  }
}

extension Imported {
  /// The same input as somebody else's export: whom it lists, they follow, and not the person. What
  /// they did, who follows them and the list itself are nobody's business here.
  public func asExport(of owner: AccountKey) -> Imported {
    var other = Imported(path: path, format: format)
    other.isComplete = isComplete
    other.owner = owner
    other.skipped = skipped
    other.warnings = warnings
    let followed = accounts.filter { $0.followed && $0.key != owner }
    other.edges = followed.map { FollowEdge(source: owner, target: $0.key) }
    other.accounts = followed.map {
      AccountMention(
        key: $0.key, address: $0.address, title: $0.title, site: $0.site, followed: false)
    }
    return other
  }
}
