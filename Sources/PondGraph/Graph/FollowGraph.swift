/// Who recommends or follows whom among accounts, the person left out: compact and read-only.
///
/// Only outgoing edges can be asked for. There is no way to ask who points at an account, so no
/// signal can come to depend on how many do.
package struct FollowGraph: Sendable {
  /// The accounts, in the order of their keys.
  package let nodes: [AccountKey]
  // The targets of node n stand at offsets[n]..<offsets[n + 1], ascending.
  private let offsets: [Int]
  private let targets: [Int]
  private let places: [AccountKey: Int]

  /// Makes a graph of edges; an edge that comes twice is one, and nobody points at themselves.
  /// O(edges · log edges).
  package init(edges: some Sequence<(source: AccountKey, target: AccountKey)>) {
    var pairs: [AccountKey: Set<AccountKey>] = [:]
    var named: Set<AccountKey> = []
    for edge in edges where edge.source != edge.target {
      pairs[edge.source, default: []].insert(edge.target)
      named.insert(edge.source)
      named.insert(edge.target)
    }
    let nodes = named.sorted()
    let places = Dictionary(zip(nodes, nodes.indices)) { first, _ in first }
    var offsets = [0]
    var targets: [Int] = []
    for node in nodes {
      targets += (pairs[node] ?? []).compactMap { places[$0] }.sorted()
      offsets.append(targets.count)
    }
    self.nodes = nodes
    self.places = places
    self.offsets = offsets
    self.targets = targets
  }

  /// How many edges there are.
  package var edgeCount: Int { targets.count }

  /// The place of an account; nil where the graph does not know it. O(1).
  package func place(of account: AccountKey) -> Int? { places[account] }

  /// Whom a node points at, by their places. O(1).
  package func outgoing(_ node: Int) -> ArraySlice<Int> {
    guard nodes.indices.contains(node) else { return [] }
    return targets[offsets[node]..<offsets[node + 1]]
  }
}
