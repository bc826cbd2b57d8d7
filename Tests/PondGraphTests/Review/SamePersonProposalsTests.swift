import Testing

@testable import PondGraph

/// Proposed with a reason, never joined silently (I5).
@Suite("Who may be one person")
struct SamePersonProposalsTests {
  private func account(_ kind: AccountKind, _ value: String, site: String? = nil) -> Account {
    let key = AccountKey(kind: kind, value: value)
    return Account(
      id: key.id, key: key, title: value, feed: nil, site: site.map(Address.init), folders: [],
      tags: [], isFollowed: true, followedAt: nil, importance: nil)
  }

  private func proposals(
    _ accounts: [Account], _ links: [ProfileLink] = [], _ persons: [[AccountKey]] = []
  ) -> [String] {
    SamePersonProposals(accounts: accounts, links: links, persons: persons).all()
      .map { "\($0.one.key.value)+\($0.other.key.value): \($0.reason.sentence)" }
  }

  @Test("a verified link outranks rel=me, that an equal home page, that a mere name")
  func reasons() {
    let blog = account(.feed, "ada.example/feed", site: "https://ada.example/")
    let toots = account(.fediverse, "ada@s.example", site: "http://www.ada.example")
    let films = account(.youtube, "UCabcdefghijklmnopqrstuv")
    #expect(
      proposals([blog, toots]) == [
        "ada.example/feed+ada@s.example: both name ada.example as home page"
      ])
    let verified = ProfileLink(
      account: toots.key, address: Address("https://ada.example"), proof: .verified)
    let named = ProfileLink(
      account: toots.key, proof: .named,
      address: "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv")
    #expect(
      proposals([blog, toots, films], [named, verified]) == [
        "ada@s.example+ada.example/feed: the network verified its link to https://ada.example",
        "ada@s.example+UCabcdefghijklmnopqrstuv: its profile names "
          + "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
      ])
  }

  @Test("who was joined is not proposed again; a planet's home page makes nobody one person")
  func silence() {
    let many = (0..<6).map {
      account(.feed, "planet.example/\($0)", site: "https://planet.example/")
    }
    #expect(proposals(many).isEmpty && proposals(Array(many.prefix(5))).isEmpty)
    #expect(proposals(Array(many.prefix(4))).count == 3, "four at one home may be one person")
    let pair = Array(many.prefix(2))
    #expect(proposals(pair).count == 1)
    #expect(proposals(pair, [], [pair.map(\.key)]).isEmpty)
    let strangers = [account(.github, "a", site: "https://github.com/a"), account(.github, "b")]
    #expect(proposals(strangers).isEmpty)
  }
}

extension ProfileLink {
  fileprivate init(account: AccountKey, proof: Proof, address: String) {
    self.init(account: account, address: Address(address), proof: proof)
  }
}
