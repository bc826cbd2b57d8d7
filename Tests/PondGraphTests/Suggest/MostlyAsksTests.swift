import Foundation
import Testing

@testable import PondGraph

@Suite("Mostly asks (model §5.3)")
struct MostlyAsksTests {
  private func posts(_ titles: [String], link: String = "https://shop.example/a") -> [Post] {
    let account = AccountKey(kind: .feed, value: "shop.example/feed")
    return titles.enumerated().map { index, title in
      Post(
        account: account, id: PostID("\(index)"), link: Address(link), title: title)
    }
  }

  private let plain = (1...10).map { "What the tide left on the beach this morning, part \($0)" }

  @Test("from half of ten posts on, with three examples; not below, not of nine")
  func thresholds() throws {
    func mixed(_ asking: Int, of all: Int) -> MostlyAsks? {
      MostlyAsks(
        posts(
          (0..<all).map {
            $0 < asking ? "Buy the new edition of it for your desk" : plain[$0 % plain.count]
          }))
    }
    let found = try #require(mixed(5, of: 10))
    #expect(found.asking == 5 && found.posts == 10 && found.examples.count == 3)
    #expect(mixed(4, of: 10) == nil && mixed(9, of: 9) == nil)
  }

  @Test("a price, or a campaign in the link, asks in every language; the feed's own is none")
  func signs() {
    #expect(MostlyAsks(posts(plain)) == nil)
    #expect(MostlyAsks(posts(plain.map { $0 + ", now 19 €" })) != nil)
    #expect(MostlyAsks(posts(plain, link: "https://a.example/?utm_campaign=spring")) != nil)
    #expect(MostlyAsks(posts(plain, link: "https://a.example/?x=1&utm_campaign=rss")) == nil)
  }

  @Test("requests by the words of its language alone")
  func languages() {
    let german = (1...10).map { "Die neue Ausgabe ist da und ihr könnt sie bestellen, Teil \($0)" }
    #expect(MostlyAsks(posts(german)) != nil)
    let english = (1...10).map { "What the angebot is and why they said it to us in part \($0)" }
    #expect(MostlyAsks(posts(english)) == nil)
  }
}
