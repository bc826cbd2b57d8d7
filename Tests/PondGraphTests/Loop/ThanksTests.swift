import Foundation
import Testing

@testable import PondGraph

@Suite("Whom one could answer or thank")
struct ThanksTests {
  private static func day(_ days: Double) -> Date { Invented.day(days) }

  private static func account(_ name: String) -> Account {
    let key = Invented.key(name)
    return Account(
      id: key.id, key: key, title: name, feed: nil, site: nil, folders: [], tags: [],
      isFollowed: true, followedAt: nil, importance: nil)
  }

  private static func evidence(
    _ name: String, liked: Int = 0, replied: Double? = nil, written: [Double] = [],
    addressed: [Double] = [], elsewhere: [ActTally] = []
  ) -> Evidence {
    var posts = (0..<liked).map { ObservedPost(at: day(-Double($0) - 50), acts: [.liked]) }
    if let replied { posts.append(ObservedPost(at: day(replied), acts: [.replied])) }
    return Evidence(
      account: Invented.key(name), posts: posts, written: written.map(day),
      addressed: addressed.map(day), elsewhere: elsewhere)
  }

  private func told(
    _ evidence: [Evidence], persons: [[AccountKey]] = [], without: Set<String> = []
  ) -> (names: [String], reasons: [Thanks.Reason], more: Int) {
    let names = evidence.map { String($0.account.value.prefix { $0 != "." }) }
    let kept = names.filter { !without.contains($0) }.map { (Invented.key($0), Self.account($0)) }
    let found = Thanks.among(
      Dictionary(kept) { first, _ in first }, evidence, persons: persons, now: Invented.now)
    return (found.told.compactMap(\.account.title), found.told.map(\.reason), found.more)
  }

  @Test("words to the person count until a word of theirs came after")
  func words() {
    let found = told([
      Self.evidence("open", written: [-30], addressed: [-40, -20]),
      Self.evidence("answered", written: [-10], addressed: [-20]),
      Self.evidence("ahead", addressed: [20]),
      Self.evidence("undated", replied: -5, addressed: [-20]),
      Self.evidence("newer", addressed: [-2]),
    ])
    #expect(found.names == ["newer", "open"])
    #expect(found.reasons.last == .theirWords(at: Self.day(-20)))
  }

  @Test("three posts that were dear, and never a word; a word anywhere is a word")
  func posts() {
    let found = told([
      Self.evidence("three", liked: 3), Self.evidence("two", liked: 2),
      Self.evidence("wrote", liked: 9, written: [-700]),
      Self.evidence("wrote2", liked: 9, elsewhere: [ActTally(kind: .wrote, count: 1)]),
      Self.evidence("both", liked: 3, elsewhere: [ActTally(kind: .reshared, count: 2)]),
      Self.evidence("seen", elsewhere: [ActTally(kind: .seen, count: 90)]),
    ])
    #expect(found.names == ["both", "three"])
    #expect(
      found.reasons.first
        == .theirPosts([ActTally(kind: .liked, count: 3), ActTally(kind: .reshared, count: 2)]))
  }

  @Test("twelve at the most, of both reasons where there are both; one human being once")
  func most() {
    let words = (0..<20).map { Self.evidence("w\($0 + 10)", addressed: [-Double($0) - 1]) }
    let posts = (0..<20).map { Self.evidence("p\($0 + 10)", liked: 30 - $0) }
    let all = told(words + posts)
    #expect(all.names.count == 12 && all.names.count { $0.hasPrefix("w") } == 8 && all.more == 28)
    #expect(told(words).names.count == 12)
    #expect(told(Array(words.prefix(2)) + posts).names.count { $0.hasPrefix("w") } == 2)
    let one = told(posts, persons: [[Invented.key("p10"), Invented.key("p11")]])
    #expect(one.names.first == "p10" && !one.names.contains("p11"))
  }

  @Test("whoever is not kept is not among them")
  func kept() {
    #expect(told([Self.evidence("gone", addressed: [-1])], without: ["gone"]).names.isEmpty)
  }
}
