import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// What is gathered of an account for all looks is, to the last bit, what its rows say: whatever came, in
/// whatever order, and whenever it is looked at.
@Suite("What is gathered for all looks is what the rows say")
struct ObservedColumnTests {
  private static let day: TimeInterval = 86_400

  /// Holds the evidence of a pond against that told the plain way, at some moments.
  private static func check(_ pond: PondStore, _ what: String) throws {
    for days in [-30.0, 0] {
      let now = AnyOrderTests.now.addingTimeInterval(days * day)
      let plain = try PlainEvidence.all(pond, now: now)
      let evidence = try pond.evidence(now: now, of: .known)
      #expect(plain.count == evidence.count, "\(what), \(days) days")
      for one in evidence {
        let parts = PlainEvidence.Parts(
          posts: one.posts, undated: one.undatedPosts, batchDated: one.batchDatedPosts,
          notCounted: one.notCounted, written: one.written, touched: one.touched,
          elsewhere: one.elsewhere)
        #expect(parts == plain[one.account], "\(one.account.value), \(what), \(days) days")
      }
    }
    let odd = try pond.asking { try ObservedTable($0).countOdd() }
    #expect(odd == 0, "\(what)")
  }

  @Test(
    "worlds of ten sources, drawn by chance, held after each import",
    arguments: [1] as [UInt64])
  func worlds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shelf = try Shelf()
    let world = InventedWorld(seed: seed)
    let pond = try shelf.pond()
    for source in InventedWorld.Source.allCases.shuffled(using: &random) {
      let inputs = try Importers.read(
        world.write(source, below: shelf.path), as: nil,
        options: ImportOptions(now: AnyOrderTests.now))
      _ = try pond.write(inputs, at: AnyOrderTests.now)
      try Self.check(pond, "\(source.rawValue) of world \(seed)")
    }
    // A list that is left out changes which rows count together, and nothing is derived for it.
    for list in try pond.lists() {
      _ = try pond.forget(list: "\(list.number)")
      try Self.check(pond, "\(list.path) left out of world \(seed)")
    }
  }

  // MARK: Imports made of chance

  private static let keys: [AccountKey] = [
    Invented.key("one"), Invented.key("two"),
    AccountKey(kind: .feed, value: "soc.example/@ann.rss"),
    AccountKey(kind: .fediverse, value: "ann@soc.example"),
    AccountKey(kind: .site, value: "one.example"), AccountKey(kind: .site, value: "two.example"),
  ]

  /// An import with whatever a source can say: names shared and told apart, no dates and dates of a
  /// batch, acts with posts by other names, with unknown ones and with the account, lists that follow.
  private static func imported(_ number: Int, _ random: inout SplitMix64) -> Imported {
    func chance(_ one: UInt64, _ random: inout SplitMix64) -> Bool { random.next() % one == 0 }
    var imported = Imported(
      path: "/made/\(random.next() % 5)",
      format: ["feed", "freshrss", "newsboat-cache", "mastodon-archive"][number % 4])
    func date(_ random: inout SplitMix64) -> Date {
      AnyOrderTests.now.addingTimeInterval(
        -Double(random.next() % 200) * day + .random(
          in: 0..<1, using: &random
        ).rounded() * 0.25)
    }
    for key in keys where chance(2, &random) {
      imported.accounts.append(
        AccountMention(
          key: key, address: Address("https://\(key.value)"), title: key.value,
          site: key.value == "one.example/feed" ? Address("https://one.example/") : nil,
          followed: !chance(3, &random), followedAt: chance(3, &random) ? date(&random) : nil))
    }
    for _ in 0..<30 {
      let key = keys[Int(random.next() % 6)]
      let name = random.next() % 40
      let names = [
        "a\(name)", "b\(name)", "a\(name)\tb\(name)", "b\(name)\ta\(name)", "a\(name)\tc",
      ]
      let id = PostID(names[Int(random.next() % 5)])
      if !chance(5, &random) {
        imported.posts.append(
          Post(
            account: key, id: id, title: chance(2, &random) ? "Title \(name)" : nil,
            published: chance(6, &random)
              ? nil
              : chance(4, &random)
                ? AnyOrderTests.now.addingTimeInterval(-40 * day + 7) : date(&random),
            kind: PostKind.allCases[Int(random.next() % 3)],
            form: PostForm.allCases[Int(random.next() % 4)],
            words: chance(2, &random) ? Int(random.next() % 3000) : nil,
            observability: [0, 0.9, 0.25][Int(random.next() % 3)], isBacklog: chance(5, &random),
            isKnownByActAlone: chance(6, &random)))
      }
      if chance(2, &random) {
        imported.acts.append(
          Act(
            account: key, post: chance(8, &random) ? nil : id,
            kind: ActKind.allCases[Int(random.next() % 11)],
            at: chance(3, &random) ? nil : date(&random)))
      }
      if chance(9, &random) {
        imported.pageActs.append(
          PageAct(
            address: Address("https://one.example/a\(name)"), kind: .opened, at: date(&random)))
      }
    }
    for key in keys where !imported.posts.isEmpty && chance(2, &random) {
      imported.coverage.append(
        Coverage(account: key, from: date(&random), to: AnyOrderTests.now))
    }
    if chance(3, &random) {
      imported.attention.append(
        Attention(kind: .fediverse, from: date(&random), to: date(&random), observability: 0.3))
    }
    return imported
  }

  @Test("imports made of chance, held after each", arguments: [11, 12, 13] as [UInt64])
  func chance(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let shelf = try Shelf()
    let pond = try shelf.pond()
    for number in 0..<12 {
      _ = try pond.write(
        Self.imported(number, &random), at: AnyOrderTests.now, allowsEmpty: true)
      try Self.check(pond, "import \(number) of seed \(seed)")
    }
  }

  @Test("a pond file of an older Pond is gathered when it is brought up to date")
  func migrated() throws {
    let shelf = try Shelf()
    var random = SplitMix64(seed: 21)
    let pond = try shelf.pond()
    for number in 0..<4 {
      _ = try pond.write(Self.imported(number, &random), at: AnyOrderTests.now, allowsEmpty: true)
    }
    let rows = try pond.asking { try Int.fetchOne($0, sql: "SELECT count(*) FROM observed") }
    try pond.changing { database in
      try database.execute(sql: "DELETE FROM observed")
      let odd = try ObservedTable(database).countOdd()
      #expect(odd == rows)
      try ObservedTable(database).deriveAll()
    }
    try Self.check(pond, "gathered anew")
  }

  @Test("bytes that no Pond wrote are refused, whichever of them was changed or is missing")
  func oddBytes() throws {
    var column = ObservedColumn()
    column.claims = ["feed 0 s", "freshrss 900 sb"]
    column.sorts = [
      ObservedColumn.Sort(
        kind: .reply, form: .video, claims: 1, acts: 0x401, isBatchDated: true, hasWords: true),
      ObservedColumn.Sort(
        kind: .original, form: .note, claims: 0, acts: 0, isBatchDated: false, hasWords: false),
    ]
    column.posts = [
      ObservedColumn.Post(at: -5_000, sort: 0, words: -3), .init(at: 0, sort: 1, words: 0),
      .init(at: 1_700_000_000_000, sort: 0, words: .max),
    ]
    column.undated = 300
    column.written = [1, 2, 1_700_000_000_001]
    column.loose = [.init(kind: .wrote, post: 0, at: 0), .init(kind: .liked, post: 7, at: 99)]
    let bytes = column.bytes
    let read = try bytes.withUnsafeBytes { try ObservedColumn($0) }
    #expect(read == column)
    for count in 0..<bytes.count {
      #expect(throws: OddValue.self) {
        try bytes.prefix(count).withUnsafeBytes { try ObservedColumn($0) }
      }
    }
    // Whatever stands there, reading ends in a column or in an error.
    var random = SplitMix64(seed: 31)
    for _ in 0..<2_000 {
      var changed = bytes
      changed[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      _ = try? changed.withUnsafeBytes { try ObservedColumn($0) }
    }
  }

  @Test("a column that no Pond packed is a damaged pond file to whoever looks (H-4)")
  func damaged() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    _ = try pond.write(
      [
        Invented.list("a.opml", [Invented.mention("ada")]),
        Invented.feed("f.xml", "ada", [Invented.post("ada", "one", -3)]),
      ], at: Invented.now)
    try pond.changing { try $0.execute(sql: "UPDATE observed SET gathered = x'0100FF'") }
    let key = Invented.key("ada")
    #expect(throws: StoreFailure.self) { try pond.evidence(now: Invented.now) }
    #expect(throws: StoreFailure.self) { try pond.evidence(of: [key], now: Invented.now) }
    let gathered = try pond.gatheredEvidence(now: Invented.now, of: .followed)
    #expect(throws: StoreFailure.self) { try gathered.evidence(of: key) }
    #expect(throws: StoreFailure.self) { try gathered.mapSideBySide { $0.posts.count } }
  }

  @Test("doctor finds a column that is not what the rows say (H-3)")
  func doctor() throws {
    let shelf = try Shelf()
    var random = SplitMix64(seed: 22)
    let pond = try shelf.pond()
    _ = try pond.write(Self.imported(1, &random), at: AnyOrderTests.now, allowsEmpty: true)
    let before = try PondStore.doctor(path: pond.path, deep: true).findings
    #expect(before.filter(\.isTrouble).isEmpty)
    try pond.changing { database in
      try database.execute(
        sql: "UPDATE observed SET gathered = (SELECT gathered FROM observed ORDER BY account DESC)")
    }
    let after = try PondStore.doctor(path: pond.path, deep: true).findings
    #expect(after.contains { $0.sentence.contains("what was gathered of") })
  }
}
