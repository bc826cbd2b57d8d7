import PondTestSupport
import Testing

@testable import PondGraph

/// Whom the kept point at (model §7).
@Suite("Discovery")
struct DiscoveryTests {
  private func key(_ name: String) -> AccountKey { AccountKey(kind: .feed, value: name) }

  private func discovery(_ edges: [(String, String)], _ kept: [String: Double]) -> Discovery {
    Discovery(
      in: FollowGraph(edges: edges.map { (source: key($0.0), target: key($0.1)) }),
      kept: Dictionary(kept.map { (key($0.key), $0.value) }) { $1 })
  }

  @Test("a voice weighs by its worth, and less the more freely it points; voters are named")
  func votes() {
    let edges =
      [("a", "x"), ("b", "y"), ("c", "y")] + (0..<20).map { ("d", "z\($0)") } + [("d", "y")]
    let finds = discovery(edges, ["a": 3, "b": 1, "c": 1, "d": 1]).finds(leavingOut: [])
    #expect(finds.prefix(2).map(\.account.value) == ["x", "y"])
    #expect(finds[1].voters.map(\.account.value) == ["b", "c", "d"])
    #expect(finds.count == 22)
  }

  @Test("whoever is followed, kept or left out is nobody to discover")
  func leftOut() {
    let finds = discovery([("a", "b"), ("a", "x"), ("a", "y")], ["a": 1, "b": 1])
      .finds(leavingOut: [key("y")])
    #expect(finds.map(\.account.value) == ["x"])
  }

  @Test("how many strangers point at somebody changes no vote and no order (S9)")
  func noPopularity() {
    let edges = [("a", "x"), ("b", "x"), ("a", "y")]
    let crowd = (0..<500).map { ("stranger\($0)", "y") }
    let quiet = discovery(edges, ["a": 1, "b": 1]).finds(leavingOut: [])
    let loud = discovery(edges + crowd, ["a": 1, "b": 1]).finds(leavingOut: [])
    #expect(loud.map(\.account) == quiet.map(\.account))
    #expect(loud.map(\.votes) == quiet.map(\.votes))
  }

  @Test("where nobody's worth is known every voice counts the same")
  func unknownWorth() {
    let finds = discovery([("a", "x"), ("b", "x"), ("b", "y")], ["a": 0, "b": 0])
      .finds(leavingOut: [])
    #expect(finds.map(\.account.value) == ["x", "y"])
  }
}
