/// Who recommends or follows whom among accounts, the person left out: compact and read-only.
///
/// Only outgoing edges can be asked for. There is no way to ask who points at an account, so no
/// signal can come to depend on how many do.
package struct FollowGraph: Sendable {
  /// The accounts, in the order of their keys.
  package let nodes: [AccountKey]
  // The targets of node n stand at offsets[n]..<offsets[n + 1], ascending: twelve bytes a node and
  // four an edge.
  private let offsets: [Int]
  private let targets: [Int32]

  /// Makes a graph of edges; an edge that comes twice is one, and nobody points at themselves.
  /// O(edges + nodes · log nodes) but for sorting what each points at.
  package init(edges: some Sequence<(source: AccountKey, target: AccountKey)>) {
    var numbers: [AccountKey: Int32] = [:]
    var names: [AccountKey] = []
    func number(_ account: AccountKey) -> Int32 {
      if let known = numbers[account] { return known }
      let new = Int32(names.count)
      numbers[account] = new
      names.append(account)
      return new
    }
    var pairs: [Edge] = []
    for edge in edges where edge.source != edge.target {
      pairs.append((number(edge.source), number(edge.target)))
    }
    let order = names.indices.sorted { names[$0] < names[$1] }
    var places = [Int32](repeating: 0, count: names.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    self.init(
      nodes: order.map { names[$0] },
      pairs: pairs.map { (places[Int($0.source)], places[Int($0.target)]) })
  }

  /// An edge by the places of its two ends.
  package typealias Edge = (source: Int32, target: Int32)

  /// Makes a graph of accounts in the order of their keys, and of edges between their places. An
  /// edge from or to nowhere is none.
  package init(nodes: [AccountKey], pairs: [Edge]) {
    let known = nodes.indices
    let edges = pairs.lazy.filter { edge in
      edge.source != edge.target && known.contains(Int(edge.source))
        && known.contains(Int(edge.target))
    }
    var starts = [Int](repeating: 0, count: nodes.count + 1)
    for edge in edges { starts[Int(edge.source) + 1] += 1 }
    for node in known { starts[node + 1] += starts[node] }
    var all = [Int32](repeating: 0, count: starts[nodes.count])
    var next = starts
    for edge in edges {
      all[next[Int(edge.source)]] = edge.target
      next[Int(edge.source)] += 1
    }
    self.nodes = nodes
    (offsets, targets) = Self.uniqued(all, starts)
  }

  // Each node's targets sorted, and each once, closed up in place.
  private static func uniqued(_ targets: [Int32], _ starts: [Int]) -> ([Int], [Int32]) {
    var (targets, offsets) = (targets, starts)
    var end = 0
    for node in 0..<starts.count - 1 {
      let range = starts[node]..<starts[node + 1]
      targets[range].sort()
      offsets[node] = end
      for index in range where end == offsets[node] || targets[end - 1] != targets[index] {
        targets[end] = targets[index]
        end += 1
      }
    }
    offsets[starts.count - 1] = end
    targets.removeSubrange(end...)
    return (offsets, targets)
  }

  /// How many edges there are.
  package var edgeCount: Int { targets.count }

  /// The place of an account; nil where the graph does not know it. O(log nodes).
  package func place(of account: AccountKey) -> Int? {
    var range = nodes.indices
    while let first = range.first {
      let middle = first + range.count / 2
      if nodes[middle] == account { return middle }
      range = nodes[middle] < account ? middle + 1..<range.upperBound : first..<middle
    }
    return nil
  }

  /// Whom a node points at, by their places. O(1).
  package func outgoing(_ node: Int) -> ArraySlice<Int32> {
    guard nodes.indices.contains(node) else { return [] }
    return targets[offsets[node]..<offsets[node + 1]]
  }

  /// Adds to everybody what each that points at them has to give. O(edges).
  /// - Parameters:
  ///   - flow: what each node gives to every one of those it points at.
  ///   - sums: what everybody has; as many as there are nodes.
  package func spread(_ flow: [Double], into sums: inout [Double]) {
    guard flow.count == nodes.count, sums.count == nodes.count else { return }
    // Without the checks of arrays: a walk passes every edge a hundred times.
    sums.withUnsafeMutableBufferPointer { sums in
      targets.withUnsafeBufferPointer { targets in
        for node in flow.indices where flow[node] != 0 {
          for index in offsets[node]..<offsets[node + 1] {
            sums[Int(targets[index])] += flow[node]
          }
        }
      }
    }
  }
}
