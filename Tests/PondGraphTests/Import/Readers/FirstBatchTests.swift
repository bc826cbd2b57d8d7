import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// The backlog of a reader's first fetch is volume, never a missed chance (I6, issue 12 E-7).
@Suite("The first batch of a reader")
struct FirstBatchTests {
  private let ada = AccountKey(kind: .feed, value: "ada.example/feed")
  private let bea = AccountKey(kind: .feed, value: "bea.example/feed")

  @Test(
    "what came within ten minutes of the first is the backlog, each account's own, in any order")
  func times() {
    let moments: [(AccountKey, Double)] = [
      (ada, 5_000), (ada, 1_600), (bea, 9_000), (ada, 1_000), (ada, 1_600.001), (bea, 9_600),
      (bea, 9_601), (ada, 1_001),
    ]
    for order in [Array(moments.indices), moments.indices.reversed()] {
      var batch = FirstBatch()
      for number in order {
        batch.take(number, of: moments[number].0, at: seconds(moments[number].1))
      }
      #expect(batch.backlog.sorted() == [1, 2, 3, 5, 7])
    }
    #expect(FirstBatch().backlog.isEmpty)
  }

  @Test("rows of one feed that follow each other are one fetch; the first block is the backlog")
  func blocks() {
    var blocks = FirstBlocks()
    let rows: [AccountKey?] = [ada, ada, bea, ada, bea, nil, bea]
    #expect(rows.map { blocks.hold($0) } == [true, true, true, false, false, false, false])
  }

  @Test("a first block is gone through from posts of four separate weeks on, not three (E-7)")
  func goneThrough() {
    func gone(_ weeks: [Int]) -> Bool {
      var gone = GoneThrough()
      for week in weeks { gone.note(ada, published: Invented.day(-7 * Double(week))) }
      gone.note(ada, published: nil)
      gone.note(bea, published: Invented.day(-70))
      return gone.contains(ada)
    }
    #expect(gone([1, 2, 3, 4]) && gone([4, 4, 30, 1, 2]))
    #expect(!gone([1, 2, 3]) && !gone([1, 1, 1, 1, 2, 3]) && !gone([]))
  }

  @Test(
    "newsboat and Liferea keep no time of fetching: what was passed over in such a block counts",
    arguments: [("newsboat-cache", 3), ("newsboat-cache", 4), ("liferea", 3), ("liferea", 4)])
  func passedOver(_ format: String, weeks: Int) throws {
    let ten = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9)"
    let date = "\(Int(Invented.day(-1).timeIntervalSince1970)) - i * 604800"
    let rows = [
      "newsboat-cache": """
      \(ten) INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
        SELECT 'g' || i, 'Post ' || i, '', 'https://bob.example/' || i, 'https://bob.example/feed',
          \(date), '', i >= \(weeks) FROM n;
      """,
      "liferea": """
      \(ten) INSERT INTO items (node_id, title, source, source_id, valid_guid, date, read, marked)
        SELECT 'ntide', 'Post ' || i, 'https://bob.example/' || i, 'g' || i, 1,
          \(date), i < \(weeks), 0 FROM n;
      """,
    ]
    let sample = try OriginSample(format == "liferea" ? "liferea/liferea.db" : "ada/cache.db")
    try sample.change(
      "DELETE FROM \(format == "liferea" ? "items" : "rss_item"); \(rows[format] ?? "")")
    let imported = try sample.input(format)
    #expect(imported.posts.count == 10)
    #expect(imported.posts.allSatisfy { $0.isBacklog == (weeks < 4) })
  }

  @Test(
    "readers tell it by when a post came, or by the order of their rows",
    arguments: [
      ("freshrss/db.sqlite", "freshrss"), ("rssguard/database.db", "rssguard"),
      ("netnewswire/OnMyMac", "netnewswire"), ("reader/db.sqlite", "reader"),
      ("quiterss/feeds.db", "quiterss"), ("yarr/storage.db", "yarr"),
      ("liferea/liferea.db", "liferea"), ("podcasts/AntennaPodBackup.db", "antennapod"),
      ("podcasts/gpodder/Database", "gpodder"),
    ])
  func readers(_ sample: String, _ format: String) throws {
    let imported = try OriginSample(sample).input(format)
    let accounts = Set(imported.posts.map(\.account))
    // Whoever has a post has a first one.
    for account in accounts {
      #expect(imported.posts.contains { $0.account == account && $0.isBacklog }, "\(account)")
    }
  }

  @Test("FreshRSS: the ids of entries are the moments of their coming")
  func freshRSS() throws {
    let sample = try OriginSample("freshrss/db.sqlite")
    try sample.change(
      """
      DELETE FROM entry WHERE id_feed <> 1; DELETE FROM entrytmp;
      UPDATE entry SET id = 1777000000000000 + rowid * 1000000 WHERE guid <> 'tide-3';
      UPDATE entry SET id = 1777900000000000 WHERE guid = 'tide-3';
      """)
    let posts = try sample.input("freshrss").posts
    #expect(posts.count == 3)
    #expect(
      posts.filter(\.isBacklog).compactMap(\.id.names.first).sorted() == ["tide-1", "tide-2"])
  }

  @Test(
    "reader: what the person put in by hand is known by that act alone, and is in no batch (E-3)")
  func byHand() throws {
    let posts = try OriginSample("reader/db.sqlite").input("reader").posts
    #expect(posts.filter(\.isKnownByActAlone).map(\.id.names.first) == ["mine"])
    #expect(posts.first { $0.id.names.first == "mine" }?.isBacklog == false)
  }
}
