import Testing

@testable import PondGraph

@Suite("Who writes about something comes before who once did")
struct WhoWritesTests {
  private func order(_ tallies: [(String, Int, Int)]) -> [String] {
    WhoWrites.ranked(
      tallies.map { WhoWrites.Tally(account: Invented.key($0.0), matching: $0.1, posts: $0.2) }
    ).map { String($0.account.value.prefix { $0 != "." }) }
  }

  @Test("a share counts as far as it is sure")
  func shrunk() {
    // One post of one says less than half of forty, and more than seven of a thousand.
    #expect(
      order([("once", 1, 1), ("often", 20, 40), ("rarely", 7, 1_000), ("never", 0, 500)])
        == ["often", "once", "rarely"])
    // At one share more posts are surer, where the share is above everybody's.
    #expect(order([("few", 2, 4), ("many", 50, 100), ("never", 0, 900)]) == ["many", "few"])
    #expect(order([("loud", 30, 3_000), ("quiet", 10, 60)]) == ["quiet", "loud"])
  }

  @Test("equals stand in the order of their keys, and nobody stands there for nothing")
  func ties() {
    #expect(order([("b", 3, 9), ("a", 3, 9), ("c", 3, 9)]) == ["a", "b", "c"])
    #expect(order([("a", 0, 9)]).isEmpty && order([]).isEmpty)
  }
}
