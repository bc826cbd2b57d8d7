import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Decision files")
struct DecisionFileTests {
  @Test("measures stand in lines of their own, in their order (E4)")
  func measures() throws {
    let file = try DecisionFile(
      parsing: "learn price 0.15 # dear\nlearn folder thin A%20b\nlearn credit read 1\n", path: "a")
    #expect(file.learned == [.price(0.15), .folder("A b", .thin), .credit(.read, 1)])
    #expect(file.lines.isEmpty)
    for line in ["learn price 2", "learn mood 1", "learn credit seen 0.5"] {
      #expect(throws: ReviewFailure.oddMeasure(path: "a", line: 2)) {
        try DecisionFile(parsing: "\n\(line)", path: "a")
      }
    }
    let words = DecisionFile.Words(
      accounts: [], decisions: [:], notes: [:], declared: [:], persons: [], learned: file.learned)
    let text = DecisionFile.text(words) { $0 }
    #expect(try DecisionFile(parsing: text, path: "b").learned == file.learned)
  }

  @Test("a line is a verdict, an address and a remark with a reason after the dash")
  func readsLines() throws {
    let text = """
      # my answers

      let-go https://example.org/feed?a=1#top # Example Daily — too loud for me
      keep\thttps://example.net/ # Quiet Blog
      hold exec:~/bin/feed one two # made here
      skip https://example.org/other # not now
      wait 0123456789
      """
    let file = try DecisionFile(parsing: text, path: "answers.txt")
    #expect(file.lines.map(\.answer) == [.letGo, .keep, .hold, .wait])
    #expect(file.lines.map(\.number) == [3, 4, 5, 7])
    #expect(file.lines[0].account == "https://example.org/feed?a=1#top")
    #expect(file.lines[0].reason == "too loud for me")
    #expect(file.lines[1].reason == nil)
    #expect(file.lines[2].account == "exec:~/bin/feed one two")
  }

  @Test(
    "an unknown verdict or a line without an address is refused with its number",
    arguments: [
      ("drop https://example.org/", ReviewFailure.unknownVerdict(path: "a", line: 2, word: "drop")),
      ("keep", .lineWithoutAccount(path: "a", line: 2, word: "keep")),
      ("let-go # only a remark", .lineWithoutAccount(path: "a", line: 2, word: "let-go")),
      ("trial example.org", .lineWithoutAccount(path: "a", line: 2, word: "trial")),
      ("trial 30", .lineWithoutAccount(path: "a", line: 2, word: "trial")),
      ("trial example.org 0", .lineWithoutAccount(path: "a", line: 2, word: "trial")),
      ("trial example.org 366", .lineWithoutAccount(path: "a", line: 2, word: "trial")),
      ("repair example.org", .lineWithoutAccount(path: "a", line: 2, word: "repair")),
      ("repair example.org new", .noAddress(written: Address("new"))),
      ("follow a.example b.example", .lineWithoutAccount(path: "a", line: 2, word: "follow")),
      (
        "declare a.example # A — importance",
        .unknownVerdict(path: "a", line: 2, word: "importance")
      ),
    ])
  func refusesWhatIsNotUnderstood(line: String, failure: ReviewFailure) {
    #expect(throws: failure) {
      try DecisionFile(parsing: "keep https://example.org/\n\(line)\n", path: "a")
    }
  }

  @Test("a trial has its days, a repair and a follow their address, a declaration its weight")
  func linesWithMore() throws {
    let text = """
      trial exec:~/bin/feed one 1 # A — for a day
      trial example.org 365
      repair example.org https://example.org/new
      follow @ann@a.example # Ann
      follow https://example.net/rss # Net — of whom Bea spoke
      declare example.org # A — importance 2
      """
    let file = try DecisionFile(parsing: text, path: "a")
    #expect(file.declarations.map(\.word) == [.importance(2)])
    let lines = file.lines
    #expect(lines.map(\.trialDays) == [1, 365, nil, nil, nil])
    #expect(
      lines.map(\.account).prefix(3) == ["exec:~/bin/feed one", "example.org", "example.org"])
    #expect(lines[2].newAddress == Address("https://example.org/new"))
    #expect(lines[3].newAddress == Address("@ann@a.example") && lines[3].title == "Ann")
    #expect(lines[4].title == "Net" && lines[4].reason == "of whom Bea spoke")
  }

  @Test("a file names an account by its address, or by its id where that leads to nobody (E4)")
  func names() {
    func name(_ key: AccountKey, feed: String?) -> String {
      let account = Account(
        id: key.id, key: key, title: nil, feed: feed.map(Address.init), site: nil, folders: [],
        tags: [], isFollowed: true, followedAt: nil, importance: nil)
      return DecisionFile.name(of: account).replacing(key.id.value, with: "id")
    }
    let feed = AccountKey(kind: .feed, value: "a.example/feed")
    #expect(name(feed, feed: "https://a.example/feed") == "https://a.example/feed")
    #expect(name(feed, feed: "https://b.example/feed") == "id")
    #expect(name(feed, feed: "exec:~/bin/feed one") == "id")
    #expect(name(feed, feed: "https://ann:pw@a.example/feed") == "id")
    #expect(name(AccountKey(kind: .fediverse, value: "ann@a.example"), feed: nil).contains("ann"))
    #expect(name(AccountKey(kind: .nostr, value: "zz"), feed: nil) != "")
  }

  @Test("line ends of every kind and a byte order mark are read")
  func readsForeignLineEnds() throws {
    let file = try DecisionFile(parsing: "\u{FEFF}keep a.example\r\nlet-go b.example\r", path: "a")
    #expect(file.lines.map(\.account) == ["a.example", "b.example"])
  }
}

@Suite("Finding the account that is meant")
struct AccountFinderTests {
  static func account(_ address: String, _ title: String?) -> Account {
    let key = AccountKey(reading: Address(address))
    return Account(
      id: key.id, key: key, title: title, feed: Address(address), site: nil, folders: [[]],
      tags: [], isFollowed: true, followedAt: nil, importance: nil)
  }

  let accounts = [
    account("https://example.org/feed", "Harbour Notes"),
    account("https://example.org/feed/comments", "Harbour Notes: comments"),
    account("https://example.net/rss", "Moss"),
  ]

  @Test("an exact address, id or title outranks a part of another")
  func exactOutranksPart() throws {
    let finder = AccountFinder(among: accounts)
    #expect(try finder.account(meant: "http://EXAMPLE.org/feed/").title == "Harbour Notes")
    #expect(try finder.account(meant: "harbour notes").key == accounts[0].key)
    #expect(try finder.account(meant: accounts[2].id.value).title == "Moss")
    #expect(try finder.account(meant: "oss").title == "Moss")
  }

  @Test("a piece is looked for in titles, addresses and names, and at the beginning of an id")
  func pieces() {
    let feed = Self.account("https://example.net/Rss", "Moss")
    #expect(["MOSS", "example.net", "rss", "os"].allSatisfy(feed.holds))
    #expect(feed.holds(String(feed.id.value.prefix(4))) && !feed.holds("harbour"))
    let key = AccountKey(kind: .fediverse, value: "ann@a.example")
    let person = Account(
      id: key.id, key: key, title: nil, feed: nil, site: nil,
      folders: [["News", "Local"], ["Art"]],
      tags: [], isFollowed: true, followedAt: nil, importance: nil)
    #expect(person.holds("Ann@") && !person.holds("bea"))
    for folder in ["news", "LOCAL", "News/local", "art"] {
      #expect(person.stands(inFolder: folder))
    }
    for folder in ["", "local/news", "news/", "ar"] { #expect(!person.stands(inFolder: folder)) }
  }

  @Test("several matches are listed, none is guessed")
  func guessesNothing() throws {
    let finder = AccountFinder(among: accounts)
    let failure = try #require(throws: ReviewFailure.self) { try finder.account(meant: "harbour") }
    #expect(failure.sentence.contains("fits 2 accounts"))
    #expect(failure.lines.contains { $0.contains(accounts[1].id.value) })
    #expect(throws: ReviewFailure.noMatch(piece: "tide")) { try finder.account(meant: "tide") }
    // A whole title that is near comes before parts of titles; so many words as were typed.
    func near(_ piece: String) -> [String]? {
      guard
        case .noMatch(_, let near)? =
          (#expect(throws: ReviewFailure.self) { try finder.account(meant: piece) })
      else { return nil }
      return near
    }
    #expect(near("mosss") == ["Moss"])
    #expect(near("harbor notes") == ["Harbour Notes"])
    #expect(near("harbor") == ["Harbour Notes", "Harbour Notes: comments"])
    #expect(finder.account(exactly: "harbour") == nil)
  }

  @Test(
    "exact names of a file are found among any number of accounts at once", .timeLimit(.minutes(1)))
  func many() {
    let accounts = (0..<20_000).map { Self.account("https://f\($0).example/feed", nil) }
    let finder = AccountFinder(among: accounts)
    for account in accounts {
      #expect(finder.account(exactly: account.feed?.written ?? "")?.key == account.key)
      #expect(finder.account(exactly: account.id.value)?.key == account.key)
    }
  }
}
