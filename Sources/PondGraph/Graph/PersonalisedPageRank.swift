/// Personalised PageRank (Page, Brin, Motwani, Winograd, 1999; Haveliwala, Topic-sensitive PageRank,
/// WWW 2002): how often a walker is met who starts at the pond's accounts, follows outgoing edges,
/// and every so often starts again.
package enum PersonalisedPageRank {
  /// α: the chance to start again at each step.
  package static let restart = 0.15
  /// A walk ends when a step moves no more than this share of the time.
  package static let tolerance = 1e-8

  /// The share of time at each node, by place; sums to 1. By exact power iteration, so that the same
  /// graph gives the same digits. O(iterations · edges).
  /// - Parameter start: weights of the nodes at which the walker starts; negative ones count as 0.
  package static func shares(
    in graph: FollowGraph, start: [Int: Double], iterations: Int = 200
  ) -> [Double] {
    let sum = start.values.sorted().reduce(0) { $0 + max(0, $1) }
    guard sum > 0, !graph.nodes.isEmpty else {
      return [Double](repeating: 0, count: graph.nodes.count)
    }
    let first = graph.nodes.indices.map { max(0, start[$0] ?? 0) / sum }
    let degrees = graph.nodes.indices.map { Double(graph.outgoing($0).count) }
    var shares = first
    var next = first
    var flow = first
    for _ in 0..<iterations {
      var stranded = 0.0
      for node in shares.indices {
        let given = shares[node] * (1 - restart)
        if degrees[node] == 0 { stranded += given }
        flow[node] = degrees[node] == 0 ? 0 : given / degrees[node]
        next[node] = 0
      }
      graph.spread(flow, into: &next)
      var change = 0.0
      for node in next.indices {
        // Who reaches somebody that points at nobody starts again.
        next[node] += (restart + stranded) * first[node]
        change += abs(next[node] - shares[node])
      }
      swap(&shares, &next)
      if change < tolerance { break }
    }
    return shares
  }
}
