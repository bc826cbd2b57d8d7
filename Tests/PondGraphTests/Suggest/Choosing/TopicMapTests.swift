import Testing

@testable import PondGraph

/// What accounts speak of (model §6).
@Suite("Topics")
struct TopicMapTests {
  private func key(_ name: String) -> AccountKey { AccountKey(kind: .feed, value: name) }

  private func member(
    _ name: String, labels: [String] = [], titles: [String] = [], worth: Double = 1
  ) -> TopicMap.Member {
    TopicMap.Member(account: key(name), labels: labels, titles: titles, worth: worth)
  }

  private func topics(_ map: TopicMap, _ name: String) -> [String: Double] {
    Dictionary((map.shares[key(name)] ?? []).map { (map.names[$0.topic], $0.share) }) { $1 }
  }

  @Test("folders and tags come first, in equal shares; titles are then not read")
  func labels() {
    let map = TopicMap([
      member("a", labels: ["Garden", "Paper"], titles: ["Kites kites", "Kites"]),
      member("b", labels: ["Garden"]),
    ])
    #expect(map.names == ["Garden", "Paper"])
    #expect(topics(map, "a") == ["Garden": 0.5, "Paper": 0.5])
    #expect(topics(map, "b") == ["Garden": 1])
  }

  @Test("where there is neither, the words that set titles apart, whatever the language")
  func titles() {
    let map = TopicMap([
      member("a", titles: ["Kites over the hill", "More kites", "About the weather"]),
      member("b", titles: ["Building kites", "Kites, again", "About the weather"]),
      member("c", titles: ["Über Segelboote", "Segelboote im Hafen"]),
      member("d", titles: ["Neue Segelboote", "Wieder Segelboote", "Das Wetter"]),
      member("e", titles: ["Only here", "Only here"]), member("f"),
    ])
    #expect(map.names == ["kites", "segelboote"])
    #expect(topics(map, "a") == ["kites": 1] && topics(map, "c") == ["segelboote": 1])
    #expect(topics(map, "e").isEmpty && topics(map, "f").isEmpty)
  }

  @Test("a topic counts by the worth it holds, within bounds")
  func weights() {
    let map = TopicMap([
      member("a", labels: ["Much"], worth: 90), member("b", labels: ["Little"], worth: 1),
      member("c", labels: ["Middling"], worth: 9),
    ])
    let weights = Dictionary(zip(map.names, map.weights)) { $1 }
    #expect(weights["Little"] == 0.25)
    #expect((2...4).contains(weights["Much"] ?? 0))
    #expect(TopicMap([member("a", labels: ["x"], worth: 0)]).weights == [1])
  }
}
