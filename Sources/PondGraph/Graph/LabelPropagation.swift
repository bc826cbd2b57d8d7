/// Communities by label propagation (Raghavan, Albert, Kumara, Near linear time algorithm to detect
/// community structures, 2007), made repeatable: nodes are visited in the order of their keys, and of
/// several labels met equally often the one that came first by key is taken.
package enum LabelPropagation {
  /// The community of every node, by place: the place of the node that lends it its name. Edges
  /// count in both directions. O(rounds · edges).
  package static func communities(in graph: FollowGraph, rounds: Int = 20) -> [Int] {
    var neighbours = [[Int]](repeating: [], count: graph.nodes.count)
    for node in graph.nodes.indices {
      for target in graph.outgoing(node).map(Int.init) {
        neighbours[node].append(target)
        neighbours[target].append(node)
      }
    }
    var labels = Array(graph.nodes.indices)
    for _ in 0..<rounds {
      var changed = false
      for node in graph.nodes.indices where !neighbours[node].isEmpty {
        var counts: [Int: Int] = [:]
        for neighbour in neighbours[node] { counts[labels[neighbour], default: 0] += 1 }
        let most = counts.values.max() ?? 0
        let best = counts.filter { $0.value == most }.keys
        // Whoever is among the most frequent already stays, so that rounds come to an end.
        let label = best.contains(labels[node]) ? labels[node] : best.min() ?? node
        if label != labels[node] {
          labels[node] = label
          changed = true
        }
      }
      if !changed { break }
    }
    return labels
  }
}
