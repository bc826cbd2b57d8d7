import PondTestSupport
import Testing

@testable import PondGraph

/// The graph among accounts, its communities and its walker (model §7).
@Suite("The follow graph")
struct FollowGraphTests {
  private func key(_ name: String) -> AccountKey { AccountKey(kind: .feed, value: name) }

  private func graph(_ edges: [(String, String)]) -> FollowGraph {
    FollowGraph(edges: edges.map { (source: key($0.0), target: key($0.1)) })
  }

  private func names(_ graph: FollowGraph, _ node: String) -> [String] {
    graph.place(of: key(node)).map { graph.outgoing($0).map { graph.nodes[Int($0)].value } } ?? []
  }

  @Test("edges are there once, in the order of the keys, and nobody points at themselves")
  func edges() {
    let graph = graph([("b", "a"), ("a", "c"), ("a", "b"), ("a", "c"), ("c", "c")])
    #expect(graph.nodes.map(\.value) == ["a", "b", "c"])
    #expect(names(graph, "a") == ["b", "c"] && names(graph, "b") == ["a"])
    #expect(names(graph, "c").isEmpty && graph.edgeCount == 3)
    #expect(graph.place(of: key("z")) == nil && graph.outgoing(99).isEmpty)
  }

  @Test("edges between places, repeated or to nowhere, make the graph that the keys make")
  func places() {
    let graph = FollowGraph(
      nodes: ["a", "b", "c"].map(key),
      pairs: [(0, 2), (0, 1), (0, 2), (2, 2), (1, 0), (1, 7), (-1, 0)])
    #expect(graph.edgeCount == 3 && names(graph, "a") == ["b", "c"] && names(graph, "b") == ["a"])
    #expect(FollowGraph(nodes: [], pairs: []).place(of: key("a")) == nil)
  }

  @Test("the walker's time sums to one and is a fixed point of its own step")
  func pageRank() {
    var dice = SplitMix64(seed: 71)
    for _ in 0..<20 {
      let edges = (0..<60).map { _ in
        ("n\(Int.random(in: 0..<15, using: &dice))", "n\(Int.random(in: 0..<15, using: &dice))")
      }
      let graph = graph(edges)
      let start = [0: 2.0, 1: 1]
      let shares = PersonalisedPageRank.shares(in: graph, start: start, iterations: 1000)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      let stranded = graph.nodes.indices.filter { graph.outgoing($0).isEmpty }
        .reduce(0) { $0 + shares[$1] }
      for node in graph.nodes.indices {
        let flow = graph.nodes.indices.reduce(0.0) { sum, source in
          let out = graph.outgoing(source)
          return out.contains(Int32(node)) ? sum + shares[source] / Double(out.count) : sum
        }
        let begin = (start[node] ?? 0) / 3
        #expect(abs(shares[node] - (0.15 * begin + 0.85 * (flow + stranded * begin))) < 1e-7)
      }
    }
    #expect(PersonalisedPageRank.shares(in: graph([("a", "b")]), start: [:]) == [0, 0])
  }

  @Test("two groups with a single edge between them are two communities, in every order")
  func communities() {
    var edges: [(String, String)] = [("a1", "b1")]
    for group in ["a", "b"] {
      for one in 1...5 {
        for other in 1...5 where one != other {
          edges.append(("\(group)\(one)", "\(group)\(other)"))
        }
      }
    }
    var dice = SplitMix64(seed: 72)
    for _ in 0..<10 {
      let graph = graph(edges.shuffled(using: &dice))
      let labels = LabelPropagation.communities(in: graph)
      let groups = Dictionary(grouping: graph.nodes.indices) { labels[$0] }
      #expect(
        Set(groups.values.map { Set($0.map { graph.nodes[$0].value.prefix(1) }) })
          == [["a"], ["b"]])
    }
  }
}
