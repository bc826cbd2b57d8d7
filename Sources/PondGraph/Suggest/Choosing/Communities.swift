/// Who stands together among the followed, as far as it is known whom they follow: groups of three and
/// more, found by label propagation. The person is no part of the graph.
package struct Communities: Sendable {
  /// The name of the community of each account that belongs to one.
  package let names: [AccountKey: String]

  /// A pair that points at each other is no community yet.
  static let fewest = 3

  /// Finds them among the followed accounts.
  /// - Parameter edges: who follows or recommends whom; those that leave the list count nothing.
  package init(
    _ overviews: [AccountOverview], edges: some Sequence<(source: AccountKey, target: AccountKey)>
  ) {
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    let graph = FollowGraph(
      edges: edges.filter { byKey[$0.source] != nil && byKey[$0.target] != nil })
    let worths = Worths(overviews.map(\.assessment))
    let labels = LabelPropagation.communities(in: graph)
    var names: [AccountKey: String] = [:]
    for (_, places) in Dictionary(grouping: graph.nodes.indices, by: { labels[$0] })
    where places.count >= Self.fewest {
      let members = places.map { graph.nodes[$0] }
      let name = "around " + Self.middle(members.compactMap { byKey[$0] }, worths)
      for member in members { names[member] = name }
    }
    self.names = names
  }

  // Called after whom the person gets most from; not after whom most point at.
  private static func middle(_ members: [AccountOverview], _ worths: Worths) -> String {
    let first = members.min { left, right in
      (worths.worth(right), left.account.key)
        < (worths.worth(left), right.account.key)
    }
    return first.map { $0.account.title ?? $0.account.key.shown } ?? ""
  }
}
