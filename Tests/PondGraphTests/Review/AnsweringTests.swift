import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("From a file's lines to answers")
struct AnsweringTests {
  let accounts = [
    AccountFinderTests.account("https://example.org/feed", "Harbour Notes"),
    AccountFinderTests.account("https://example.net/rss", "Moss"),
  ]

  private func match(_ text: String) throws -> [String] {
    let file = try DecisionFile(parsing: text, path: "a")
    return try Answering.match(file, path: "a", among: accounts).map {
      "\($0.line.answer.rawValue) \($0.account.title ?? "")"
    }
  }

  @Test("every line names its account exactly; the same answer twice counts once (R5)")
  func matchesExactly() throws {
    let text =
      "let-go http://example.org/feed/\nlet-go https://example.org/feed\nkeep example.net/rss"
    #expect(try match(text) == ["let-go Harbour Notes", "keep Moss"])
  }

  @Test("an address that the pond does not know refuses the whole file, with its line")
  func refusesUnknownAddress() {
    #expect(throws: ReviewFailure.unknownAccount(path: "a", line: 2, account: "example.net")) {
      try match("keep example.org/feed\nlet-go example.net")
    }
  }

  @Test("two answers about one account contradict each other and are refused")
  func refusesContradiction() {
    let failure = ReviewFailure.contradiction(
      path: "a", line: 2, earlier: 1, account: "http://example.org/feed")
    #expect(throws: failure) {
      try match("keep https://example.org/feed\nlet-go http://example.org/feed")
    }
  }

  @Test("two accounts are joined, not one with itself (§8.5)")
  func joining() throws {
    func joined(_ text: String) throws -> [[String?]] {
      try Answering.joinings(DecisionFile(parsing: text, path: "a"), path: "a", among: accounts)
        .map { [$0.one.title, $0.other.title] }
    }
    #expect(try joined("join example.org/feed example.net/rss") == [["Harbour Notes", "Moss"]])
    #expect(throws: ReviewFailure.notTwoAccounts(title: "Moss")) {
      try joined("join example.net/rss https://example.net/rss")
    }
    for names in ["", " example.org/feed example.net/rss"] {
      let failure = ReviewFailure.lineWithoutAccount(path: "a", line: 1, word: "join")
      #expect(throws: failure) { try joined("join example.net/rss" + names) }
    }
  }

  @Test("a line's own date stands, unless it is still to come")
  func ownDate() throws {
    let now = Neighbourhood.now
    let overview = try #require(
      Invented.overviews([Neighbourhood.evidence("a", days: 1, [])]).first)
    func moment(_ days: Double?) throws -> Date {
      let day = days.map {
        " # \(Neighbourhood.ago(-$0).formatted(.iso8601))"
      }
      let when = day.map { "\nwhen a.example\($0)" } ?? ""
      let line = try #require(
        try DecisionFile(parsing: "keep a.example" + when, path: "a").lines.first)
      return Answering.decision(line, about: overview, at: now).at
    }
    #expect(try moment(nil) == now && moment(2) == now)
    #expect(try moment(-2) == Neighbourhood.ago(2))
  }

  @Test(
    "what a reader asks for begins with a scheme of the web and a host, which may be one word",
    arguments: [
      ("https://a.example", true), ("HTTP://a.example/x?y#z", true), ("https://localhost/x", true),
      ("http://nas:8080", true), ("http://[::1]:1200/feed", true), ("https:///x", false),
      ("https://:80/x", false), ("https://ada@/x", false),
      ("https://.example/x", false), ("ftp://a.example/x", false), ("a.example", false),
      ("https://a.example/a b", false), ("https://a.example/<a", false),
      ("https://a.example/a>", false), ("https://a.example/\"a", false),
    ])
  func webAddresses(address: String, isOne: Bool) {
    #expect(Answering.isWebAddress(Address(address)) == isOne)
  }
}

@Suite("Where an account is read from now on")
struct RepairAnswerTests {
  private func overview(_ key: AccountKey, feed: String?) -> AccountOverview {
    AccountOverview(
      account: Account(
        id: key.id, key: key, title: "A", feed: feed.map(Address.init), site: nil, folders: [],
        tags: [], isFollowed: true, followedAt: nil, importance: nil),
      assessment: Assessor.assess([Evidence(account: key, observed: [], posts: [])], now: .now)[0],
      decision: nil)
  }

  private func address(
    _ named: String?, moved: String? = nil, kind: AccountKind = .feed,
    feed: String? = "https://a.example/feed"
  ) throws -> String? {
    let key = AccountKey(kind: kind, value: "a.example/feed")
    let other = AccountKey(kind: .feed, value: "b.example/feed")
    return try Answering.repair(
      overview(key, feed: feed), to: named.map(Address.init), moved: moved.map(Address.init),
      followed: [key, other], reason: nil, at: .now
    ).newAddress?.written
  }

  @Test("the address that is named comes before the one to which it says it moved")
  func target() throws {
    let (new, moved) = ("https://new.example/feed", "https://moved.example/feed")
    #expect(try address(new, moved: moved) == new)
    #expect(try address(nil, moved: moved) == moved)
    // The same place, written otherwise, is followed by nobody else.
    #expect(try address("http://a.example/feed") == "http://a.example/feed")
    #expect(throws: ReviewFailure.noNewAddress(title: "A")) { try address(nil) }
  }

  @Test("only a feed, of which an address is known, is read elsewhere")
  func onlyFeeds() {
    let failure = ReviewFailure.noFeedToRepair(title: "A")
    #expect(throws: failure) { try address("https://new.example/feed", feed: nil) }
    #expect(throws: failure) { try address("https://new.example/feed", kind: .fediverse) }
  }

  @Test("no address, its own address and that of another account are refused")
  func refused() {
    let other = "https://b.example/feed"
    #expect(throws: ReviewFailure.noAddress(written: Address("new"))) { try address("new") }
    #expect(throws: ReviewFailure.sameAddress(title: "A")) { try address("https://a.example/feed") }
    #expect(throws: ReviewFailure.followedAlready(title: "A", address: Address(other))) {
      try address(other)
    }
  }
}
