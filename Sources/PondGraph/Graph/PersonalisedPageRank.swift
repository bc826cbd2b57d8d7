/// Personalised PageRank (Page, Brin, Motwani, Winograd, 1999; Haveliwala, Topic-sensitive PageRank,
/// WWW 2002): how often a walker is met who starts at the pond's accounts, follows outgoing edges,
/// and every so often starts again.
package enum PersonalisedPageRank {
  /// α: the chance to start again at each step.
  package static let restart = 0.15

  /// The share of time at each node, by place; sums to 1. By exact power iteration, so that the same
  /// graph gives the same digits. O(iterations · edges).
  /// - Parameter start: weights of the nodes at which the walker starts; negative ones count as 0.
  package static func shares(
    in graph: FollowGraph, start: [Int: Double], iterations: Int = 100
  ) -> [Double] {
    let sum = start.values.sorted().reduce(0) { $0 + max(0, $1) }
    guard sum > 0, !graph.nodes.isEmpty else {
      return [Double](repeating: 0, count: graph.nodes.count)
    }
    let first = graph.nodes.indices.map { max(0, start[$0] ?? 0) / sum }
    var shares = first
    for _ in 0..<iterations {
      var next = first.map { $0 * restart }
      var stranded = 0.0
      for node in graph.nodes.indices {
        let out = graph.outgoing(node)
        let flow = shares[node] * (1 - restart)
        if out.isEmpty { stranded += flow }
        for target in out { next[target] += flow / Double(out.count) }
      }
      // Who reaches somebody that points at nobody starts again.
      for node in next.indices { next[node] += stranded * first[node] }
      let change = zip(shares, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      shares = next
      if change < 1e-12 { break }
    }
    return shares
  }
}
