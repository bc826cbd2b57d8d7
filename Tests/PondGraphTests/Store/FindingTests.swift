import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// What the index answers is what reading every post answers: whatever came, in whatever order.
@Suite("Posts are found by their words, and what was found is never stale")
struct FindingTests {
  private static let vocabulary = [
    "heron", "Herons", "bread", "sourdough", "Café", "cafe", "moss", "🌱", "NOT", "AND", "NEAR",
    "茶", "抹茶", "抹茶アイス", "人工知能", "知能", "한국어", "Ökologie", "c++", "don't", "rust", "a",
  ]
  private static let topics = [
    "heron", "cafe", "heron bread", "🌱", "茶", "抹茶", "人工知能", "工知", "한국", "okologie", "c", "don't",
    "NOT heron", "\"heron\" OR \"bread\"", "NEAR(heron bread, 2)", "words:heron*", "-moss", "^rust",
    "{a b}: c", "quokka", "heron AND bread", "a", "抹茶 moss",
  ]
  private static let names = ["one", "two", "three", "four"]
  private static let keys = Set(names.map(Invented.key))

  private static func text(_ random: inout SplitMix64, _ most: UInt64) -> String {
    (0...(random.next() % most)).map { _ in
      vocabulary[Int(random.next() % UInt64(vocabulary.count))]
    }.joined(separator: random.next() % 3 == 0 ? ", " : " ")
  }

  /// An import of posts of which some are known from before, with other words.
  private static func imported(_ number: Int, _ random: inout SplitMix64) -> Imported {
    var imported = Imported(path: "/made/\(number)", format: number % 2 == 0 ? "feed" : "freshrss")
    for name in names {
      imported.accounts.append(Invented.mention(name))
      for _ in 0..<(random.next() % 8) {
        let id = random.next() % 12
        // Names that two rows share: then one of them stands for both.
        let names = ["p\(id)", "p\(id)\tq\(id)", "q\(id)"][Int(random.next() % 3)]
        imported.posts.append(
          Post(
            account: Invented.key(name), id: PostID(names),
            title: random.next() % 4 == 0 ? nil : text(&random, 3),
            published: random.next() % 5 == 0 ? nil : Invented.day(-Double(id)),
            excerpt: random.next() % 3 == 0 ? nil : text(&random, 12)))
      }
    }
    return imported
  }

  private struct Answer: Equatable {
    var posts: [AccountKey: Int] = [:]
    var counts: [AccountKey: Int] = [:]
    var newest: [AccountKey: [PostID]] = [:]
  }

  private static func answer(
    _ found: FoundPosts, _ pond: PondStore, _ accounts: Set<AccountKey>
  ) throws -> Answer {
    Answer(
      posts: found.posts,
      counts: Dictionary(uniqueKeysWithValues: accounts.map { ($0, found.count(of: $0)) }),
      newest: try pond.newest(found, of: accounts.sorted(), limit: 2).mapValues { $0.map(\.id) })
  }

  /// Holds the index against the reading of every post.
  private static func check(
    _ pond: PondStore, _ what: String, of accounts: Set<AccountKey> = keys
  ) throws -> [Answer] {
    try topics.map { text in
      let topic = try #require(Topic(text))
      let found = try pond.found(topic, of: accounts)
      #expect(found.way == .byIndex, "\(what)")
      let read = try pond.asking { database in
        try FindingQuery(database, AccountBook(database), accounts).read(topic)
      }
      let indexed = try answer(found, pond, accounts)
      #expect(try indexed == answer(read, pond, accounts), "\(text), \(what)")
      return indexed
    }
  }

  @Test(
    "imports made of chance, edited posts among them, held after each",
    arguments: [1, 2, 3] as [UInt64])
  func chance(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shelf = try Shelf()
    let pond = try shelf.pond()
    let imports = (0..<10).map { Self.imported($0, &random) }
    for (number, one) in imports.enumerated() {
      _ = try pond.write(one, at: Invented.now)
      // Somebody who is let go and brought back is asked for less often.
      let some = number % 3 == 1 ? Self.keys.filter { $0 != Invented.key("two") } : Self.keys
      _ = try Self.check(pond, "import \(number) of seed \(seed)", of: some)
    }
    let last = try Self.check(pond, "all of seed \(seed)")
    #expect(last.contains { $0.counts.values.contains { $0 > 1 } })
    let odd = try pond.asking { try FindingIndex($0).countOdd() }
    #expect(odd == 0)
    // The other way round, some of them twice, and looked at only in the end.
    let other = try shelf.pond("other.sqlite")
    for one in (imports + imports.prefix(4)).reversed() {
      _ = try other.write(one, at: Invented.now)
    }
    #expect(try Self.check(other, "in another order, seed \(seed)") == last)
    // Nothing that is derived goes into what the pond knows.
    #expect(try other.logicalDigest() == pond.logicalDigest())
  }

  private static func world(_ shelf: Shelf, _ count: Int = 300) throws -> PondStore {
    let pond = try shelf.pond()
    var imported = Invented.list("a.opml", [Invented.mention("one"), Invented.mention("two")])
    imported.posts = (0..<count).map { (number: Int) -> Post in
      let title = number % 5 == 0 ? "A heron, number \(number)" : "Moss number \(number)"
      return Invented.post(
        number % 3 == 0 ? "two" : "one", "\(number)", -Double(number), title: title,
        excerpt: "Word\(number)")
    }
    _ = try pond.write(imported, at: Invented.now)
    return pond
  }

  @Test(
    "what says that nothing is to be looked for is never asked; long topics are read to their end")
  func hostile() throws {
    let shelf = try Shelf()
    let pond = try Self.world(shelf)
    var random = SplitMix64(seed: 9)
    let signs = Array("\"*():^-+{}[]'`;\\%_~<>=|&!?.,#@/ \t\nheronANDNEAROR7é茶🌱\u{0}")
    for _ in 0..<200 {
      let text = String(
        (0..<(1 + random.next() % 12)).map { _ in
          signs[Int(random.next() % UInt64(signs.count))]
        })
      guard let topic = Topic(text) else { continue }
      #expect(try pond.found(topic, of: Self.keys).way == .byIndex, "\(text)")
    }
    let long = try #require(Topic((0..<3_000).map { "word\($0)" }.joined(separator: " ")))
    #expect(try pond.found(long, of: Self.keys).count(of: Invented.key("one")) == 0)
    let most = "heron heron heron a number 10 word10" + " heron" + " A"
    #expect(
      try pond.found(#require(Topic(most)), of: Self.keys).count(of: Invented.key("one")) == 1)
  }

  @Test("nothing is written where nothing was learned, and the making of an index is no news")
  func warm() throws {
    let shelf = try Shelf()
    let pond = try Self.world(shelf)
    _ = PondStore.keepCopies(at: Invented.now) { $0 == pond.path }
    let copies = PondStore.copies(of: pond.path).count
    let topic = try #require(Topic("heron"))
    _ = try pond.found(topic, of: Self.keys)
    let bytes = try shelf.bytes("pond.sqlite")
    #expect(try pond.found(topic, of: Self.keys).count(of: Invented.key("one")) == 40)
    #expect(try shelf.bytes("pond.sqlite") == bytes)
    _ = PondStore.keepCopies(at: Invented.now) { $0 == pond.path }
    #expect(PondStore.copies(of: pond.path).count == copies)
    #expect(try PondStore.doctor(path: pond.path, deep: true).findings.isEmpty)
  }

  @Test("a pond file that cannot be written is read post by post, with the same answer")
  func readOnly() throws {
    let shelf = try Shelf()
    let made = try Self.world(shelf)
    let looking = try shelf.pond("pond.sqlite", .reading)
    let topic = try #require(Topic("heron"))
    let read = try looking.found(topic, of: Self.keys)
    #expect(read.way == .byReading)
    let indexed = try made.found(topic, of: Self.keys)
    #expect(indexed.way == .byIndex)
    #expect(try Self.answer(read, looking, Self.keys) == Self.answer(indexed, made, Self.keys))
    // Up to date it is good for all who look.
    #expect(try looking.found(topic, of: Self.keys).way == .byIndex)
  }

  // MARK: What is gone

  @Test("words that a post does not say any more are found no more, and stand nowhere in the file")
  func edited() throws {
    let shelf = try Shelf()
    let pond = try Self.world(shelf)
    func write(_ title: String, _ excerpt: String) throws {
      _ = try pond.write(
        Invented.feed(
          "f", "one", [Invented.post("one", "new", -1, title: title, excerpt: excerpt)]),
        at: Invented.now)
    }
    func count(_ text: String) throws -> Int {
      try pond.found(#require(Topic(text)), of: Self.keys).count(of: Invented.key("one"))
    }
    try write("Zyzzyva", "Quokkatown lies far away")
    #expect(try count("zyzzyva") == 1 && count("quokkatown") == 1)
    let before = try shelf.bytes("pond.sqlite")
    #expect(before.range(of: Data("Quokkatown".utf8)) != nil)
    // The longer text is the newer one.
    try write("Another title", "Nothing of what stood here stands here any more")
    let after = try shelf.bytes("pond.sqlite")
    for word in ["Zyzzyva", "zyzzyva", "Quokkatown", "quokkatown"] {
      #expect(after.range(of: Data(word.utf8)) == nil, "\(word)")
      #expect(try count(word) == 0, "\(word)")
    }
    #expect(try count("another title") == 1)
    #expect(try PondStore.doctor(path: pond.path, deep: true).findings.isEmpty)
    // No word of any post stands in a page of the index.
    let pages = try pond.asking { try Data.fetchAll($0, sql: "SELECT block FROM finding_data") }
    #expect(!pages.contains { $0.range(of: Data("heron".utf8)) != nil })
  }

  @Test("where thousands of posts say something else the index begins anew")
  func manyEdited() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    for title in ["Short heron", "A longer title without the bird"] {
      _ = try pond.write(
        Invented.feed(
          "f", "one",
          (0..<5_200).map { Invented.post("one", "\($0)", -Double($0) / 9, title: title) }),
        at: Invented.now)
      let found = try pond.found(#require(Topic("heron")), of: Self.keys)
      #expect(found.count(of: Invented.key("one")) == (title.contains("heron") ? 5_200 : 0))
      #expect(found.posts == [Invented.key("one"): 5_200])
    }
  }

  // MARK: Damage

  private func tamper(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test(
    "a damaged index is made anew, whatever SQLite says of it",
    arguments: [
      "UPDATE finding_data SET block = x'0011223344' WHERE id = 10",
      "DELETE FROM finding_data WHERE id = 10", "DELETE FROM finding_data",
      "UPDATE finding_data SET block = zeroblob(length(block)) WHERE id > 100",
      "UPDATE finding_config SET v = 77 WHERE k = 'version'", "DELETE FROM finding_config",
    ])
  func damaged(sql: String) throws {
    let shelf = try Shelf()
    let topic = try #require(Topic("heron"))
    let right = try Self.world(shelf).found(topic, of: Self.keys).count(of: Invented.key("one"))
    try tamper(shelf.file("pond.sqlite"), sql)
    let report = try PondStore.doctor(path: shelf.file("pond.sqlite"), deep: true)
    #expect(report.findings.contains { $0.sentence.contains("pond who") })
    let pond = try shelf.pond()
    let found = try pond.found(topic, of: Self.keys)
    #expect(found.way == .byIndexMadeAnew && found.count(of: Invented.key("one")) == right)
    #expect(try pond.found(topic, of: Self.keys).way == .byIndex)
    #expect(try PondStore.doctor(path: pond.path, deep: true).findings.isEmpty)
  }

  @Test("damage that SQLite does not see is found by doctor, and mended when asked")
  func quietly() throws {
    let shelf = try Shelf()
    let topic = try #require(Topic("heron"))
    _ = try Self.world(shelf).found(topic, of: Self.keys)
    for sql in [
      "UPDATE finding_data SET block = x'' WHERE id > 100",
      "DELETE FROM indexed_post WHERE text = 7",
      "UPDATE indexed_account SET posts = 1",
    ] {
      try tamper(shelf.file("pond.sqlite"), sql)
      let report = try PondStore.doctor(path: shelf.file("pond.sqlite"), deep: true)
      #expect(report.findings.contains { $0.sentence.contains("pond who") }, "\(sql)")
      let pond = try shelf.pond()
      let found = try pond.found(topic, of: Self.keys, anew: true)
      #expect(found.count(of: Invented.key("one")) == 40)
      #expect(try PondStore.doctor(path: pond.path, deep: true).findings.isEmpty)
    }
  }

  @Test("an import is not held up by a damaged index")
  func importing() throws {
    let shelf = try Shelf()
    _ = try Self.world(shelf).found(#require(Topic("heron")), of: Self.keys)
    try tamper(
      shelf.file("pond.sqlite"), "UPDATE finding_data SET block = x'0011223344' WHERE id = 10")
    let pond = try shelf.pond()
    let longer = Invented.post("one", "1", -1, title: "Moss number 1, and what a moss it was")
    _ = try pond.write(Invented.feed("f", "one", [longer]), at: Invented.now)
    _ = try Self.check(pond, "after an import")
  }

  @Test("a pond file of an older Pond finds as well")
  func frozen() throws {
    let shelf = try Shelf()
    let old = Repository.url("Tests/PondGraphTests/Frozen/pond-0.1.sqlite")
    try shelf.put(Data(contentsOf: old), "pond.sqlite")
    chmod(shelf.file("pond.sqlite"), 0o600)
    let pond = try shelf.pond()
    let all = Set(try pond.accounts().map(\.key))
    let found = try pond.found(#require(Topic("the")), of: all)
    #expect(found.way == .byIndex && !found.posts.isEmpty)
    _ = try Self.check(pond, "a frozen pond", of: all)
  }
}
