import Foundation
import GRDB
import Testing

@testable import PondGraph

@Suite("Storing what files taught")
struct ImportWriterTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
  }

  func imports() -> [Imported] {
    var cache = Imported(path: "cache.db", format: "newsboat-cache")
    cache.accounts = [Invented.mention("ada", title: "Ada in the reader", followed: false)]
    cache.posts = [
      Invented.post("ada", "1", -10, title: "One", observability: 0.9),
      Invented.post("ada", "2", -5, title: "Two, longer", observability: 0.9),
    ]
    cache.acts = [Act(account: Invented.key("ada"), post: PostID("1"), kind: .read)]
    cache.coverage = [
      Coverage(account: Invented.key("ada"), from: Invented.day(-10), to: Invented.now)
    ]
    return [
      Invented.list(
        "a.opml", [Invented.mention("ada", title: "Ada", folders: [["Essays"]])], text: "a",
        date: Invented.day(-3)),
      Invented.list(
        "b.opml",
        [
          Invented.mention("ada", title: "Ada L.", folders: [["Work", "Maths"], ["Essays"]]),
          Invented.mention("bob", title: "Bob"),
        ], text: "b", date: Invented.day(-2)),
      cache,
      Invented.feed(
        "feeds/ada.xml", "ada",
        [
          Invented.post("ada", "2", -5.5, title: "Two", words: 900, excerpt: "It was"),
          Invented.post("ada", "3", -1),
        ]),
    ]
  }

  @Test("importing twice changes nothing (I3, T-S09)")
  func twice() throws {
    for imported in imports() { _ = try pond.write(imported, at: Invented.now) }
    let digest = try pond.logicalDigest()
    let bytes = try shelf.bytes("pond.sqlite")
    for imported in imports() {
      let summary = try pond.write(imported, at: Invented.day(1))
      #expect(summary.changedNothing, "\(summary)")
    }
    #expect(try pond.logicalDigest() == digest)
    #expect(try shelf.bytes("pond.sqlite") == bytes)
  }

  @Test("what an older Pond kept in place of a missing date gives way to the date that comes")
  func olderDate() throws {
    let feed = Invented.feed("feeds/ada.xml", "ada", [Invented.post("ada", "1", -1, title: "One")])
    _ = try pond.write(feed, at: Invented.now)
    try pond.changing { try $0.execute(sql: "UPDATE post SET published = -9962870400000") }
    let dated = { try pond.recentPosts(of: Invented.key("ada"), limit: 1).map(\.post.published) }
    #expect(try dated() == [nil])
    let summary = try pond.write(feed, at: Invented.day(1))
    #expect(!summary.changedNothing)
    #expect(try dated() == [Invented.day(-1)])
  }

  @Test("a summary counts what was new, known and updated")
  func summary() throws {
    let all = imports()
    let first = try pond.write(all[2], at: Invented.now)
    #expect(first.accounts.new == 1 && first.posts.new == 2 && first.acts.new == 1)
    let feed = try pond.write(all[3], at: Invented.now)
    #expect(feed.accounts.known == 1)
    #expect(feed.posts.new == 1 && feed.posts.updated == 1 && feed.posts.known == 0)
    let again = try pond.write(all[2], at: Invented.now)
    #expect(again.accounts.known == 1 && again.posts.known == 2 && again.acts.known == 1)
  }

  private func feed(_ path: String, _ posts: [Int], head: String = "") throws -> Imported {
    let items = posts.map { "<item><guid>https://ada.example/\($0)</guid></item>" }.joined()
    let text = "<rss><channel><link>https://ada.example/</link>\(head)\(items)</channel></rss>"
    let source = ImportSource(path: path, bytes: Data(text.utf8))
    let read = try FeedImport().read(source, options: ImportOptions(now: Invented.now))
    return try #require(read.first)
  }

  @Test("what is known by another name is not counted as new (I9)")
  func knownByAnotherName() throws {
    let list = Invented.list("a.opml", [Invented.mention("ada")])
    let link = "<atom:link rel='self' href='https://ada.example/feed'/>"
    let own = try feed("own.xml", [1, 2], head: link)
    let page = try feed("page.xml", [1, 3])
    _ = try pond.write(list, at: Invented.now)
    #expect(try pond.write(own, at: Invented.now).posts.new == 2)
    let told = try pond.write(page, at: Invented.now)
    #expect(told.accounts.new == 0 && told.accounts.updated == 1)
    #expect(told.posts.new == 1 && told.posts.updated == 1)
    #expect(try pond.write(page, at: Invented.now).changedNothing)
    // The other way round, and before any list says whose the page is.
    let other = try shelf.pond("other.sqlite")
    #expect(try other.write(page, at: Invented.now).accounts.new == 1)
    let both = try other.write([own, list], at: Invented.now)
    #expect(both[0].posts.new == 1 && both[0].posts.updated == 1 && both[1].accounts.known == 0)
    let third = try shelf.pond("third.sqlite")
    let whole = try third.write([page, list], at: Invented.now)
    #expect(whole[0].accounts.new == 0 && whole[1].accounts.new == 1)
  }

  @Test("the order of imports is irrelevant (P8, T-S09)")
  func everyOrder() throws {
    let all = imports()
    var digests: Set<String> = []
    for order in permutations(Array(all.indices)) {
      let pond = try shelf.pond("\(order).sqlite")
      for index in order { _ = try pond.write(all[index], at: Invented.now) }
      digests.insert(try pond.logicalDigest())
    }
    #expect(digests.count == 1)
  }

  @Test("one import split in two gives the same pond (P8)")
  func splitInTwo() throws {
    let posts = (0..<20).map { Invented.post("ada", "\($0)", Double(-$0), title: "T\($0)") }
    let mentions = ["ada", "bob", "cyd", "dan"].map { Invented.mention($0, folders: [["F"]]) }
    let whole = try shelf.pond("whole.sqlite")
    var one = Invented.list("all.opml", mentions)
    one.posts = posts
    _ = try whole.write(one, at: Invented.now)
    let split = try shelf.pond("split.sqlite")
    var (left, right) = (
      Invented.list("l.opml", Array(mentions[..<2])), Invented.list("r.opml", Array(mentions[1...]))
    )
    left.posts = Array(posts[..<12])
    right.posts = Array(posts[8...])
    _ = try split.write([right, left], at: Invented.now)
    let digests = try [whole, split].map { try $0.logicalDigest() }
    #expect(digests[0] == digests[1])
    let accounts = try [whole, split].map { try $0.accounts() }
    #expect(accounts[0] == accounts[1])
  }

  @Test("what two lists say of one account is merged by a rule, not by order")
  func merged() throws {
    for imported in imports() { _ = try pond.write(imported, at: Invented.now) }
    let ada = try #require(try pond.accounts().first)
    #expect(ada.title == "Ada L.")
    #expect(ada.folders == [["Essays"], ["Work", "Maths"]])
    #expect(ada.isFollowed)
    #expect(try pond.accounts().map(\.key) == [Invented.key("ada"), Invented.key("bob")])
  }

  @Test("a newer version of the same file replaces what it said; what hangs on it stays (I3)")
  func replacing() throws {
    _ = try pond.write(imports()[1], at: Invented.now)
    try pond.append(Invented.decision("bob", .keep))
    let summary = try pond.write(
      Invented.list("b.opml", [Invented.mention("ada", title: "Ada!")], text: "new"),
      at: Invented.day(1))
    #expect(summary.unlisted == 1 && summary.accounts.updated == 1)
    let accounts = try pond.accounts()
    #expect(accounts.map(\.key) == [Invented.key("ada"), Invented.key("bob")])
    #expect(
      accounts.map(\.isFollowed) == [true, false], "who was spoken of keeps a name, not a place")
    #expect(accounts.first?.title == "Ada!")
    #expect(try pond.standingDecisions()[Invented.key("bob")]?.answer == .keep)
  }

  @Test("a list that was cut short takes nothing back and never stands for the whole one (E2)")
  func cutShort() throws {
    _ = try pond.write(imports()[1], at: Invented.now)
    let partial = Invented.list(
      "b.opml", [Invented.mention("ada", title: "Ada L.")], text: "cut", isComplete: false)
    #expect(try pond.write(partial, at: Invented.day(1)).unlisted == 0)
    #expect(try pond.accounts().count == 2)
    let originals = try pond.originals(format: "opml")
    #expect(originals.map(\.document.bytes) == [Data("b".utf8)])
    #expect(originals.map(\.document.isComplete) == [true])
  }

  @Test("an empty list where a full one was is an alarm, not a state to save")
  func emptied() throws {
    _ = try pond.write(imports()[1], at: Invented.now)
    let digest = try pond.logicalDigest()
    let empty = Invented.list("b.opml", [], text: "")
    #expect(throws: StoreFailure.emptyList(path: "b.opml", before: 2)) {
      try pond.write(empty, at: Invented.now)
    }
    #expect(try pond.logicalDigest() == digest)
    #expect(try pond.write(empty, at: Invented.now, allowsEmpty: true).unlisted == 2)
    #expect(try pond.accounts().isEmpty)
  }

  @Test("the original comes back byte for byte, large ones too (E1)")
  func originals() throws {
    let small = Invented.list("s.opml", [Invented.mention("ada")], text: "small\r\n\u{FEFF}")
    var large = Invented.list("l.opml", [Invented.mention("bob")])
    large.original = OriginalDocument(
      format: "opml", path: "l.opml",
      bytes: Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 % 251) }), isComplete: true,
      documentDate: Invented.day(-1))
    _ = try pond.write(small, at: Invented.now)
    _ = try pond.write(large, at: Invented.day(1))
    let kept = try pond.originals(format: "opml")
    #expect(kept.map(\.document.bytes) == [large.original?.bytes, small.original?.bytes])
    #expect(kept.first?.document.documentDate == Invented.day(-1))
    #expect(kept.first?.importedAt == Invented.day(1))
    #expect(kept.allSatisfy { $0.sha256 == Digest.hex($0.document.bytes) })
    #expect(try pond.originals(format: "newsboat-urls").isEmpty)
    #expect(try shelf.bytes("pond.sqlite").count < 250_000, "it was not compressed")
  }

  @Test("joining what is known of a post is commutative, associative and idempotent")
  func joining() throws {
    var dice = StoreDice(seed: 7)
    let known = (0..<60).map { _ in
      let post = dice.post()
      return PostKnowledge(post, PostClaims(post, source: "s"))
    }
    for index in known.indices.dropLast(2) {
      let (a, b, c) = (known[index], known[index + 1], known[index + 2])
      #expect(a.joined(with: b) == b.joined(with: a))
      #expect(a.joined(with: a) == a)
      #expect(a.joined(with: b).joined(with: c) == a.joined(with: b.joined(with: c)))
    }
  }

  @Test("stretches that meet become one, whatever their order")
  func stretches() {
    let parts = [Stretch(0, 5), Stretch(9, 12), Stretch(5, 7), Stretch(20, 20), Stretch(1, 2)]
    let union = [Stretch(0, 7), Stretch(9, 12), Stretch(20, 20)]
    for order in permutations(parts) { #expect(Stretch.union(order) == union) }
  }

  @Test("dates that no honest file names are no dates, and nothing traps")
  func wildDates() throws {
    var imported = Imported(path: "w.xml", format: "feed")
    for (index, seconds) in [1e300, -.infinity, .nan, 1e15].enumerated() {
      imported.posts.append(
        Post(
          account: Invented.key("ada"), id: PostID("\(index)"),
          published: Date(timeIntervalSince1970: seconds), observability: .nan))
    }
    imported.coverage = [
      Coverage(account: Invented.key("ada"), from: .distantPast, to: .distantFuture)
    ]
    _ = try pond.write(imported, at: Invented.now)
    let posts = try pond.recentPosts(of: Invented.key("ada"), limit: 10)
    #expect(posts.count == 4)
    #expect(posts.allSatisfy { $0.post.published == nil && $0.post.observability == 0 })
  }

  @Test("two spellings that Swift holds for equal are one row")
  func equalSpellings() throws {
    let keys = ["a.example/caf\u{E9}", "a.example/cafe\u{301}"].map {
      AccountKey(kind: .feed, value: $0)
    }
    for (index, order) in [keys, keys.reversed()].enumerated() {
      let pond = try shelf.pond("\(index).sqlite")
      for key in order {
        var imported = Imported(path: "\(key.value.utf8.count).xml", format: "feed")
        imported.accounts = [AccountMention(key: key, followed: true)]
        imported.posts = [Post(account: key, id: PostID(key.value))]
        _ = try pond.write(imported, at: Invented.now)
      }
      #expect(try pond.accounts().count == 1)
      #expect(try pond.recentPosts(of: keys[0], limit: 9).count == 1)
    }
    let digests = try ["0.sqlite", "1.sqlite"].map { try shelf.pond($0).logicalDigest() }
    #expect(digests[0] == digests[1])
  }
}

func permutations<Element>(_ elements: [Element]) -> [[Element]] {
  guard let first = elements.first else { return [[]] }
  return permutations(Array(elements.dropFirst())).flatMap { rest in
    (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
  }
}

/// Seeded chance (SplitMix64).
struct StoreDice: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func maybe<Value>(_ values: [Value]) -> Value? {
    values.randomElement(using: &self).flatMap { Bool.random(using: &self) ? $0 : nil }
  }

  mutating func post() -> Post {
    Post(
      account: Invented.key("ada"), id: PostID("x"), writtenID: maybe(["a", "b", "ab"]),
      link: maybe(["http://a", "https://a"]).map(Address.init), title: maybe(["T", "S", "Tt"]),
      published: maybe([1, 2, 3]).map { Date(timeIntervalSince1970: $0) },
      author: maybe(["e\u{301}", "\u{E9}", "zz"]),
      kind: PostKind.allCases.randomElement(using: &self) ?? .original,
      form: PostForm.allCases.randomElement(using: &self) ?? .note, words: maybe([1, 20]),
      excerpt: maybe(["q", "r"]), observability: maybe([0.2, 0.9]) ?? 0)
  }
}
