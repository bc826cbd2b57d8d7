import Foundation
import Testing

@testable import PondGraph

@Suite("Evidence")
struct EvidenceQueryTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
  }

  @Test(
    "posts and stretches before the follow date, after now or without a date are left out (P15)")
  func clipped() throws {
    _ = try pond.write(
      Invented.list(
        "a.opml",
        [Invented.mention("ada", folders: [["B"], ["A", "X"]], followedAt: Invented.day(-20))]),
      at: Invented.now)
    _ = try pond.write(
      Invented.feed(
        "f.xml", "ada",
        [
          Invented.post("ada", "old", -40), Invented.post("ada", "b", -10),
          Invented.post("ada", "a", -19), Invented.post("ada", "undated", nil),
          Invented.post("ada", "future", 3),
        ]), at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.posts.map(\.at) == [Invented.day(-19), Invented.day(-10)])
    #expect(evidence.observed == [Span(from: Invented.day(-20), to: Invented.now)])
    #expect(evidence.folder == "A/X")
    #expect(evidence.reachability == .reached)
    #expect(evidence.decision == nil)
  }

  @Test("where every date is a batch's nothing was observed; one date more, and it was (E-17)")
  func batchDated() throws {
    let key = Invented.key("ada")
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
    let built = (0..<5).map { Invented.post("ada", "built \($0)", -9) }
    _ = try pond.write(Invented.feed("f.xml", "ada", built), at: Invented.now)
    let timeless = try #require(try pond.evidence(of: [key], now: Invented.now).first)
    #expect(timeless.observed.isEmpty && timeless.posts.isEmpty && timeless.batchDatedPosts == 5)
    _ = try pond.write(
      Invented.feed("f.xml", "ada", built + [Invented.post("ada", "own", -3)]), at: Invented.now)
    let dated = try #require(try pond.evidence(of: [key], now: Invented.now).first)
    #expect(dated.observed.map(\.from) == [Invented.day(-9)])
    #expect(dated.posts.map(\.at) == [Invented.day(-3)] && dated.batchDatedPosts == 5)
  }

  @Test("words of before the follow date count no more than posts of before it, to the moment (I6)")
  func wordsBefore() throws {
    let follow = Invented.day(-20)
    var imported = Invented.list("a.opml", [Invented.mention("ada", followedAt: follow)])
    imported.addressed = [-30, -20.001, -20, -3].map {
      AddressedWords(account: Invented.key("ada"), at: Invented.day($0))
    }
    _ = try pond.write(imported, at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.addressed == [follow, Invented.day(-3)])
  }

  @Test("posts and words of the very moment count, one of a moment later does not (P15)")
  func thisMoment() throws {
    let later = Invented.now.addingTimeInterval(0.001)
    var imported = Invented.list("a.opml", [Invented.mention("ada")])
    imported.addressed = [Invented.now, later].map {
      AddressedWords(account: Invented.key("ada"), at: $0)
    }
    imported.posts = [Invented.post("ada", "now", 0), Invented.post("ada", "later", 0.00001)]
    imported.coverage = [
      Coverage(account: Invented.key("ada"), from: Invented.day(-9), to: Invented.day(0.04))
    ]
    _ = try pond.write(imported, at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.addressed == [Invented.now])
    #expect(evidence.posts.map(\.at) == [Invented.now])
    #expect(evidence.observed == [Span(from: Invented.day(-9), to: Invented.now)])
  }

  @Test("posts of the follow date count, to the moment (P15)")
  func followDate() throws {
    let follow = Invented.day(-20)
    var imported = Invented.list("a.opml", [Invented.mention("ada", followedAt: follow)])
    imported.posts = [
      Invented.post("ada", "before", -20.00001), Invented.post("ada", "at", -20),
      Invented.post("ada", "after", -19),
    ]
    imported.coverage = [
      Coverage(account: Invented.key("ada"), from: Invented.day(-30), to: Invented.now)
    ]
    _ = try pond.write(imported, at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.posts.map(\.at) == [follow, Invented.day(-19)])
  }

  @Test(
    "what was done after the following with posts that do not count is told; before it, it is not (E-8)"
  )
  func actsAside() throws {
    let follow = Invented.day(-20)
    var imported = Invented.list("a.opml", [Invented.mention("ada", followedAt: follow)])
    let ages = ["read": -50.0, "starred": -40, "visited": -30, "outside": -15, "counted": -9]
    imported.posts = ages.sorted { $0.key < $1.key }.map { Invented.post("ada", $0.key, $0.value) }
    imported.coverage = [
      Coverage(account: Invented.key("ada"), from: Invented.day(-10), to: Invented.now)
    ]
    func act(_ post: Int, _ kind: ActKind, _ day: Double?) -> Act {
      Act(
        account: Invented.key("ada"), post: imported.posts[post].id, kind: kind,
        at: day.map { Invented.day($0) })
    }
    // In the order of the names: counted, outside, read, starred, visited.
    imported.acts = [
      act(0, .read, -8), act(1, .read, -14), act(2, .read, nil), act(3, .starred, -5),
      act(3, .seen, -5), act(4, .opened, -29),
    ]
    _ = try pond.write(imported, at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.posts.map(\.acts) == [[.read]])
    #expect(evidence.notCounted == NotCounted(beforeFollowing: 3, outsideSeen: 1))
    #expect(
      evidence.elsewhere == [
        ActTally(kind: .read, count: 2, last: nil),
        ActTally(kind: .starred, count: 1, last: Invented.day(-5)),
      ])
    #expect(evidence.touched == [Invented.day(-5)])
    let plain = try #require(try PlainEvidence.all(pond, now: Invented.now)[Invented.key("ada")])
    #expect(plain.elsewhere == evidence.elsewhere && plain.touched == evidence.touched)
  }

  @Test("a feed that gives its posts new dates at every build was seen throughout (E-17)")
  func renewedDates() throws {
    let snapshots = [-50.0, -35, -20].map { day in
      Invented.feed(
        "\(day).xml", "ren", (0..<10).map { Invented.post("ren", "\($0)", day - Double($0) / 24) },
        at: Invented.day(day))
    }
    var seen: [[Span]] = []
    for (round, order) in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]].enumerated() {
      let pond = try shelf.pond("renewed\(round)")
      _ = try pond.write(Invented.list("a.opml", [Invented.mention("ren")]), at: Invented.now)
      for number in order { _ = try pond.write(snapshots[number], at: Invented.now) }
      let evidence = try #require(try pond.evidence(now: Invented.now).first)
      #expect(evidence.posts.count == 10)
      #expect(evidence.posts.allSatisfy { $0.at <= Invented.day(-50) })
      seen.append(evidence.observed)
    }
    let whole = Span(from: Invented.day(-50 - 9.0 / 24), to: Invented.day(-20))
    #expect(seen == Array(repeating: [whole], count: 4))
    // A post of its own in the last one: it was shown from there on, and what came between is not known.
    let pond = try shelf.pond("gap")
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ren")]), at: Invented.now)
    _ = try pond.write(snapshots[0], at: Invented.now)
    _ = try pond.write(
      Invented.feed("late.xml", "ren", [Invented.post("ren", "own", -20)]), at: Invented.now)
    #expect(try pond.evidence(now: Invented.now).first?.observed.count == 2)
  }

  @Test("a post that was edited keeps its first date, whichever came first")
  func edited() throws {
    for (round, dates) in [[-9.0, -4.0], [-4.0, -9.0]].enumerated() {
      let pond = try shelf.pond("edited\(round)")
      _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
      for (number, date) in dates.enumerated() {
        _ = try pond.write(
          Invented.feed("\(number).xml", "ada", [Invented.post("ada", "1", date)]),
          at: Invented.now)
      }
      let evidence = try #require(try pond.evidence(now: Invented.now).first)
      #expect(evidence.posts.map(\.at) == [Invented.day(-9)])
    }
  }

  @Test("a post outside of what was seen is no evidence (I6)")
  func outside() throws {
    var imported = Invented.list("a.opml", [Invented.mention("ada"), Invented.mention("bob")])
    imported.posts = [Invented.post("ada", "1", -5), Invented.post("ada", "2", -50)]
    imported.coverage = [
      Coverage(account: Invented.key("ada"), from: Invented.day(-9), to: Invented.day(-3)),
      Coverage(account: Invented.key("ada"), from: Invented.day(-60), to: Invented.day(-55)),
    ]
    _ = try pond.write(imported, at: Invented.now)
    let evidence = try pond.evidence(now: Invented.now)
    #expect(evidence.map(\.account) == [Invented.key("ada"), Invented.key("bob")])
    #expect(evidence[0].posts.map(\.at) == [Invented.day(-5)])
    #expect(evidence[0].observed.count == 2)
    #expect(evidence[1].posts.isEmpty && evidence[1].observed.isEmpty)
  }

  @Test("acts of all sources are joined to their post, observability is the best of them")
  func acts() throws {
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
    _ = try pond.write(
      Invented.feed(
        "f.xml", "ada",
        [Invented.post("ada", "1", -5, words: 300), Invented.post("ada", "2", -4)]),
      at: Invented.now)
    var cache = Imported(path: "c.db", format: "newsboat-cache")
    cache.posts = [Invented.post("ada", "1", -5, observability: 0.9)]
    cache.acts = [
      Act(account: Invented.key("ada"), post: PostID("1"), kind: .starred),
      Act(account: Invented.key("ada"), post: PostID("1"), kind: .read, at: Invented.day(-2)),
      Act(account: Invented.key("ada"), post: PostID("1"), kind: .read),
      Act(account: Invented.key("ada"), post: PostID("2"), kind: .replied),
      Act(account: Invented.key("ada"), post: nil, kind: .wrote, at: Invented.day(-3)),
      Act(account: Invented.key("ada"), post: nil, kind: .wrote, at: nil),
    ]
    cache.addressed = [
      AddressedWords(account: Invented.key("ada"), at: Invented.day(-1)),
      AddressedWords(account: Invented.key("ada"), at: Invented.day(5)),
    ]
    _ = try pond.write(cache, at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.now).first)
    #expect(evidence.posts.map(\.acts) == [[.read, .starred], [.replied]])
    #expect(evidence.posts.map(\.observability) == [0.9, 0])
    #expect(evidence.posts.map(\.words) == [300, nil])
    #expect(evidence.written == [Invented.day(-4), Invented.day(-3)])
    #expect(evidence.addressed == [Invented.day(-1)])
  }

  @Test("a feed file without an address counts for the one followed feed with its home page")
  func siteJoined() throws {
    let site = AccountKey(kind: .site, value: Address("https://ada.example/").canonical)
    var file = Imported(path: "f.xml", format: "feed")
    file.accounts = [AccountMention(key: site, title: "Ada", followed: false)]
    file.posts = [
      Post(account: site, id: PostID("1"), title: "A longer title", published: Invented.day(-5)),
      Post(account: site, id: PostID("2"), published: Invented.day(-4)),
    ]
    file.coverage = [Coverage(account: site, from: Invented.day(-5), to: Invented.now)]
    file.reachability = [Reachability(account: site, state: .reached, at: Invented.now)]
    var list = Invented.list("a.opml", [Invented.mention("ada"), Invented.mention("bob")])
    list.posts = [Invented.post("ada", "1", -5, title: "Short", observability: 0.9)]
    list.acts = [Act(account: Invented.key("ada"), post: PostID("1"), kind: .read)]
    for (index, order) in [[file, list], [list, file]].enumerated() {
      let pond = try shelf.pond("\(index).sqlite")
      for imported in order { _ = try pond.write(imported, at: Invented.now) }
      #expect(try pond.accounts().map(\.key) == [Invented.key("ada"), Invented.key("bob")])
      let ada = try #require(try pond.evidence(now: Invented.now).first)
      #expect(ada.posts.map(\.at) == [Invented.day(-5), Invented.day(-4)])
      #expect(ada.posts.map(\.acts) == [[.read], []])
      #expect(ada.reachability == .reached)
      let recent = try pond.recentPosts(of: Invented.key("ada"), limit: 5)
      #expect(recent.map(\.post.title) == [nil, "A longer title"])
      #expect(recent.map(\.acts) == [[], [.read]])
    }
    let digests = try ["0.sqlite", "1.sqlite"].map { try shelf.pond($0).logicalDigest() }
    #expect(digests[0] == digests[1])
  }

  @Test(
    "a feed of Bluesky, known by its posts, counts for whoever is followed by the page's name (E-2)"
  )
  func blueskyJoined() throws {
    let page = Address("https://bsky.app/profile/ada.example")
    let known = AccountKey(kind: .bluesky, value: "did:plc:ada")
    var file = Imported(path: "f.xml", format: "feed")
    file.accounts = [AccountMention(key: known, site: page, followed: false)]
    file.posts = [Post(account: known, id: PostID("1"), published: Invented.day(-5))]
    file.coverage = [Coverage(account: known, from: Invented.day(-6), to: Invented.now)]
    let named = AccountKey(kind: .feed, value: "bsky.app/profile/ada.example/rss")
    for (number, key) in [named, known].enumerated() {
      let list = Invented.list("a.opml", [AccountMention(key: key, followed: true)])
      for order in [[file, list], [list, file]] {
        let pond = try shelf.pond("\(number)-\(order[0].path).sqlite")
        let summaries = try order.map { try pond.write($0, at: Invented.now) }
        #expect(summaries[1].accounts.new == (order[1].path == "a.opml" ? 1 : 0))
        let accounts = try pond.accounts()
        #expect(accounts.map(\.key) == [key] && accounts.allSatisfy(\.isFollowed))
        #expect(try pond.evidence(now: Invented.now).first?.posts.count == 1)
      }
    }
  }

  @Test("two followed feeds with one home page: the feed file joins neither")
  func siteAmbiguous() throws {
    let home = Address("https://ada.example/")
    let site = AccountKey(kind: .site, value: home.canonical)
    var file = Imported(path: "f.xml", format: "feed")
    file.accounts = [AccountMention(key: site, title: "Ada", site: home, followed: false)]
    let twins = ["posts", "links"].map { name in
      AccountMention(
        key: AccountKey(kind: .feed, value: "ada.example/\(name)"), site: home, followed: true)
    }
    _ = try pond.write([file, Invented.list("a.opml", twins)], at: Invented.now)
    #expect(try pond.accounts().filter { !$0.isFollowed }.map(\.key) == [site])
  }

  @Test(
    "a host alone joins only what lies below it",
    arguments: [
      ("pages.example/@bob", "pages.example/feed/@ada", false),
      ("a.example", "a.example/feed.xml", true),
      ("www.a.example", "a.example/feed.xml", true),
      ("a.example/blog", "a.example/blog.atom", true),
      ("a.example", "a.example.org/feed", false),
      ("a.example/blog", "a.example/blogs", false),
    ])
  func hosts(home: String, feed: String, joins: Bool) {
    let key = AccountKey(kind: .feed, value: feed)
    let account = Account(
      id: key.id, key: key, title: nil, feed: nil, site: nil, folders: [], tags: [],
      isFollowed: true, followedAt: nil, importance: nil)
    let found = SiteResolution([account]).feed(for: AccountKey(kind: .site, value: home))
    #expect(found == (joins ? key : nil))
  }

  @Test("of two words of one moment on who can be reached the graver counts, whichever came first")
  func graverWord() throws {
    let moment = Invented.day(-1)
    let states: [Reachability.State] = [
      .reached, .unreachable(since: Invented.day(-3)), .gone(since: Invented.day(-2)),
      .moved(to: Address("https://new.example/feed")),
    ]
    for (one, other, graver) in [(0, 1, 1), (1, 2, 2), (0, 2, 2), (2, 3, 3), (0, 3, 3)] {
      for order in [[one, other], [other, one]] {
        let pond = try shelf.pond("graver\(one)\(other)\(order[0])")
        _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
        for place in order {
          var word = Imported(path: "x.xml", format: "feed")
          word.reachability = [
            Reachability(account: Invented.key("ada"), state: states[place], at: moment)
          ]
          _ = try pond.write(word, at: Invented.now)
        }
        let evidence = try #require(try pond.evidence(now: Invented.now).first)
        #expect(evidence.reachability == states[graver])
      }
    }
  }

  @Test("a later look extends what was seen, and the newest word on reachability counts")
  func laterLook() throws {
    _ = try pond.write(Invented.list("a.opml", [Invented.mention("ada")]), at: Invented.now)
    let posts = [Invented.post("ada", "1", -5)]
    _ = try pond.write(
      Invented.feed("f.xml", "ada", posts, at: Invented.day(7)), at: Invented.day(7))
    var gone = Imported(path: "x.xml", format: "feed")
    gone.reachability = [
      Reachability(
        account: Invented.key("ada"), state: .unreachable(since: Invented.day(1)),
        at: Invented.day(3))
    ]
    _ = try pond.write(gone, at: Invented.day(3))
    _ = try pond.write(Invented.feed("f.xml", "ada", posts), at: Invented.now)
    let evidence = try #require(try pond.evidence(now: Invented.day(9)).first)
    #expect(evidence.observed == [Span(from: Invented.day(-5), to: Invented.day(7))])
    #expect(evidence.reachability == .reached)
  }
}
