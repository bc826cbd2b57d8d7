import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// What networks add to a pond: attention, followers, persons, whose pages.
@Suite("Networks in the pond file")
struct NetworkTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
  }

  private func list(_ path: String, _ feeds: [String]) -> Imported {
    Invented.list(
      path, feeds.map { AccountMention(reading: Address($0), title: $0, followed: true) })
  }

  private func history(_ pages: [String]) -> Imported {
    var history = Imported(path: "History", format: "chrome")
    history.pageActs = pages.map {
      PageAct(address: Address($0), kind: .opened, at: Invented.day(-1))
    }
    return history
  }

  @Test("a bookmark under the number of its author meets the post in the feed (formats.md §3, I9)")
  func numbered() throws {
    let eve = AccountKey(kind: .fediverse, value: "eve@big.example")
    let follows = Given.text(
      "Account address,Show boosts,Notify on new posts,Languages\neve@big.example,true,false,\n",
      "f.csv")
    let post = "https://big.example/ap/users/115000000000000123/statuses/117030518784000007"
    let marks = Given.text(post + "\n", "bookmarks.csv")
    var feed = Imported(path: "eve.rss", format: "feed")
    let page = "https://big.example/@eve/117030518784000007"
    feed.posts = [
      Post(
        account: eve, id: PostID(written: page), link: Address(page), published: Invented.day(-2))
    ]
    feed.coverage = [Coverage(account: eve, from: Invented.day(-6), to: Invented.now)]
    let (list, saved) = (try Given.read(follows), try Given.read(marks))
    for order in [[list, saved, feed], [feed, saved, list], [saved, list, feed]] {
      let shelf = try Shelf()
      let pond = try shelf.pond()
      defer { withExtendedLifetime(shelf) {} }
      for imported in order { _ = try pond.write(imported, at: Invented.now) }
      #expect(try pond.namedActs([post]).count == 1)
      let evidence = try pond.evidence(now: Invented.now).first { $0.account == eve }
      #expect(evidence?.posts.map(\.acts) == [[.saved]], "\(order.map(\.path))")
    }
  }

  @Test("two forms of one network's record are one chance of a trace, two networks' are two (I9)")
  func chances() throws {
    func record(_ format: String, _ kind: AccountKind) -> Imported {
      var record = Imported(path: "\(format).json", format: format)
      record.attention = [
        Attention(kind: kind, from: Invented.day(-90), to: Invented.now, observability: 0.25)
      ]
      return record
    }
    func sources(_ formats: [String]) throws -> Int {
      let shelf = try Shelf()
      let pond = try shelf.pond()
      defer { withExtendedLifetime(shelf) {} }
      for format in formats { _ = try pond.write(record(format, .fediverse), at: Invented.now) }
      return try pond.asking { try AttentionTable.all($0)[.fediverse]?.count ?? 0 }
    }
    #expect(try sources(["mastodon-archive", "mastodon-archive-json"]) == 1)
    #expect(try sources(["bluesky-repository", "bluesky-json"]) == 1)
    #expect(try sources(["mastodon-archive", "chrome"]) == 2)
  }

  // MARK: Whose pages

  @Test("a visit counts for the post whose page it is, else for the account below whose home it is")
  func visits() throws {
    let ada = AccountKey(reading: Address("https://ada.example/blog/feed.xml"))
    var feed = Imported(path: "ada.xml", format: "feed")
    feed.posts = [
      Post(
        account: ada, id: PostID("tag:1\tada.example/blog/one"),
        link: Address("https://ada.example/blog/one?utm_source=x"),
        published: Invented.day(-2))
    ]
    let pages = [
      "https://ada.example/blog/one", "http://www.ada.example/blog/older/", "https://ada.example/",
      "https://ada.example/blogging", "https://other.example/blog/one",
    ]
    _ = try pond.write(
      [
        history(pages), list("a.opml", ["https://ada.example/blog/feed.xml"]), feed,
      ], at: Invented.now)
    #expect(
      try pond.namedActs(pages) == [
        "feed:ada.example/blog/feed.xml ada.example/blog/older",
        "feed:ada.example/blog/feed.xml tag:1",
      ])
  }

  @Test("a host of many is nobody's home: there the path tells (formats.md §9)")
  func sharedHosts() throws {
    let lists = list(
      "a.opml",
      [
        "https://medium.com/feed/@ada", "https://ada.github.io/feed.xml",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
      ])
    let pages = [
      "https://medium.com/@bob/a-story", "https://ada.github.io/2026/one", "https://bob.github.io/",
      "https://www.youtube.com/watch?v=1", "https://github.com/",
      "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
    ]
    let summaries = try pond.write([lists, history(pages)], at: Invented.now)
    #expect(
      try pond.namedActs(pages) == [
        "feed:ada.github.io/feed.xml ada.github.io/2026/one",
        "youtube:UCabcdefghijklmnopqrstuv youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
      ])
    #expect(summaries.last?.pagesOfOthers == 4)
  }

  @Test("a home page is told without its query, and never for another's pages (formats.md §9)")
  func homesWithQueries() throws {
    var lists = Imported(path: "l.opml", format: "opml")
    lists.accounts = [
      ("zoe", "https://medium.com/@zoe?source=rss-8c278323b47c------2"),
      ("blog", "https://blog.example/?blog=1"),
      ("play", "https://video.example/playlist?list=1"),
      ("main", "https://both.example/"), ("part", "https://both.example/?cat=5"),
      ("one", "https://twins.example/?blog=1"), ("two", "https://twins.example/?blog=2"),
      ("all", "https://medium.com/?ref=x"),
    ].map { name, site in
      AccountMention(
        key: Invented.key(name), address: Address("https://\(name).example/feed"),
        site: Address(site), followed: true)
    }
    let pages = [
      "https://medium.com/@zoe/a-story-5d3a", "https://medium.com/@zoe", "https://medium.com/@bo",
      "https://medium.com/@zoe/a-story-6e4b?source=user_profile", "https://blog.example/2026/one",
      "https://video.example/playlist?list=2", "https://both.example/2026/one",
      "https://twins.example/2026/one",
    ]
    _ = try pond.write([lists, history(pages)], at: Invented.now)
    let acts = try pond.namedActs(pages)
    #expect(
      Set(acts.map { String($0.prefix { $0 != " " }) })
        == ["feed:zoe.example/feed", "feed:blog.example/feed", "feed:main.example/feed"])
    #expect(acts.count == 5, "\(acts)")
  }

  @Test("of a person's history only pages of followed accounts reach the pond file")
  func nothingElseIsKept() throws {
    _ = try pond.write([list("a.opml", ["https://ada.example/feed"])], at: Invented.now)
    let secret = "very-private-clinic"
    _ = try pond.write(
      [history(["https://\(secret).example/appointment", "https://ada.example/one"])],
      at: Invented.now)
    let bytes = try shelf.bytes("pond.sqlite")
    #expect(bytes.range(of: Data(secret.utf8)) == nil)
    // Nor is what nobody's feed has shown, although it lies in a followed home.
    #expect(bytes.range(of: Data("ada.example/one".utf8)) == nil)
    #expect(
      try pond.namedActs(["https://ada.example/one"]) == ["feed:ada.example/feed ada.example/one"])
  }

  // MARK: Attention

  @Test("posts that fall into a stretch of attention could have been acted on, and no others")
  func attention() throws {
    let key = AccountKey(kind: .fediverse, value: "ada@social.example")
    var feed = Imported(path: "ada.rss", format: "feed")
    feed.accounts = [AccountMention(key: key, title: "Ada", followed: true)]
    feed.posts = [-20.0, -10].map {
      Post(account: key, id: PostID("\($0)"), published: Invented.day($0))
    }
    feed.coverage = [Coverage(account: key, from: Invented.day(-30), to: Invented.now)]
    var archive = Imported(path: "archive.zip", format: "mastodon-archive")
    archive.attention = [
      Attention(kind: .fediverse, from: Invented.day(-15), to: Invented.now, observability: 0.25),
      Attention(kind: .bluesky, from: Invented.day(-99), to: Invented.now, observability: 0.9),
    ]
    _ = try pond.write([feed, archive], at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.posts.map(\.observability) == [0, 0.25])
    archive.attention = []
    _ = try pond.write([archive], at: Invented.now)
    #expect(try pond.evidence(now: Invented.now).first?.posts.map(\.observability) == [0, 0.25])
  }

  @Test("what a history forgot is remembered, in any order and however often (I3, I9)")
  func forgottenPast() throws {
    var feed = Invented.feed(
      "f.xml", "ada", [-60.0, -40, -20, -5].map { Invented.post("ada", "\($0)", $0) })
    feed.accounts = [Invented.mention("ada")]
    func history(_ from: Double, _ to: Double, _ chance: Double = 0.25) -> Imported {
      var history = Imported(path: "History", format: "chromium")
      history.attention = [
        Attention(
          kind: .feed, from: Invented.day(from), to: Invented.day(to), observability: chance)
      ]
      return history
    }
    let (old, new, newest) = (history(-70, -30), history(-35, -15), history(-8, -1))
    var digests: Set<String> = []
    for (number, inputs) in [
      [old, new, newest], [newest, old, new], [new, newest, old, old, new],
    ].enumerated() {
      let pond = try shelf.pond("\(number).sqlite")
      for input in [feed] + inputs { _ = try pond.write([input], at: Invented.now) }
      let posts = try #require(try pond.evidence(now: Invented.now).first).posts
      #expect(posts.map(\.observability) == [0.25, 0.25, 0.25, 0.25])
      digests.insert(try pond.logicalDigest())
      // What was never looked at stays unknown (I10), and what meets is one stretch.
      let stretches = try pond.asking { try AttentionTable.all($0) }[.feed] ?? []
      #expect(stretches.flatMap { $0 }.count == 2)
    }
    #expect(digests.count == 1)
    // The same stretch with another chance: the larger counts.
    let two = try shelf.pond("two.sqlite")
    for chance in [0.125, 0.25, 0.125] {
      _ = try two.write([feed, history(-70, -1, chance)], at: Invented.now)
    }
    let posts = try #require(try two.evidence(now: Invented.now).first).posts
    #expect(posts.map(\.observability) == [0.25, 0.25, 0.25, 0.25])
  }

  // MARK: Persons

  @Test("what was said to one account of a person counts for all of them; parting ends it (I5)")
  func persons() throws {
    let (blog, toots) = (Invented.key("ada"), AccountKey(kind: .fediverse, value: "ada@s.example"))
    var archive = Imported(path: "archive.zip", format: "mastodon-archive")
    archive.accounts = [AccountMention(key: toots, title: "Ada", followed: true)]
    archive.acts = [Act(account: toots, post: nil, kind: .replied, at: Invented.day(-3))]
    archive.addressed = [AddressedWords(account: toots, at: Invented.day(-2))]
    _ = try pond.write(
      [
        archive, Invented.list("a.opml", [Invented.mention("ada")]),
        Invented.feed("f.xml", "ada", [Invented.post("ada", "of the blog", -5)]),
      ], at: Invented.now)
    func words() throws -> [AccountKey: [Int]] {
      Dictionary(
        try pond.evidence(now: Invented.now).map {
          ($0.account, [$0.written.count, $0.addressed.count])
        }
      ) { first, _ in first }
    }
    #expect(try words() == [blog: [0, 0], toots: [1, 1]])
    let before = try pond.logicalDigest()
    #expect(try pond.join(toots, blog, at: Invented.now))
    #expect(try !pond.join(blog, toots, at: Invented.now))
    #expect(try words() == [blog: [1, 1], toots: [1, 1]])
    #expect(try pond.persons() == [[toots, blog]])
    #expect(try pond.logicalDigest() != before)
    #expect(try pond.part(blog))
    #expect(try pond.logicalDigest() == before)
  }

  // MARK: Followers

  @Test("who follows is replaced by the file's next version, and evidence does not know it (S2)")
  func followers() throws {
    var export = Imported(path: "followers.json", format: "instagram")
    let ada = AccountKey(kind: .instagram, value: "ada")
    export.accounts = [AccountMention(key: ada, title: "ada", followed: true)]
    export.followerKeys = [ada, AccountKey(kind: .instagram, value: "bob")]
    export.followers = 2
    _ = try pond.write([export], at: Invented.now)
    let known = try pond.evidence(now: Invented.now)
    export.followerKeys = []
    export.followers = 0
    _ = try pond.write([export], at: Invented.now)
    #expect("\(try pond.evidence(now: Invented.now))" == "\(known)")
    let left = try pond.asking { try BulkStatement($0, "SELECT 1 FROM follower").next() }
    #expect(!left)
  }

  // MARK: Older pond files

  @Test(
    "in a pond of the first version a channel's feed becomes the channel, decisions with it (R6)")
  func firstVersion() throws {
    let address = Address(
      "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv")
    let old = AccountKey(kind: .feed, value: address.canonical)
    let channel = AccountKey(kind: .youtube, value: "UCabcdefghijklmnopqrstuv")
    do {
      let first = try DatabaseQueue(path: shelf.file("old.sqlite"))
      try first.write { database in
        try database.execute(sql: try #require(Schema.migrations.first).sql)
        try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try database.execute(sql: "PRAGMA user_version = 1")
        try database.execute(
          sql: """
            INSERT INTO account (id, kind, value) VALUES (1, 'feed', ?);
            INSERT INTO document VALUES (1, 'opml', '/a.opml', x'', NULL, 0);
            INSERT INTO mention VALUES (1, 0, 1, ?, 'Ada films', NULL, '[]', '[]', 1, NULL, NULL);
            INSERT INTO decision (account, answer, at) VALUES (1, 'hold', 0);
            INSERT INTO note VALUES (1, 'from the fair', 0);
            """, arguments: [old.value, address.written])
      }
    }
    let pond = try shelf.pond("old.sqlite")
    #expect(try pond.accounts().map(\.key) == [channel])
    _ = try pond.write([list("/b.opml", [address.written])], at: Invented.now)
    let account = try #require(try pond.accounts().first)
    #expect(try pond.accounts().count == 1 && account.isFollowed)
    #expect(try pond.standingDecisions()[channel]?.answer == .hold)
    #expect(try pond.notes()[channel] == "from the fair")
    #expect(try pond.evidence(now: Invented.now).first?.decision?.answer == .hold)
  }
}
