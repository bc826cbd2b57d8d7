import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("newsboat's cache")
struct NewsboatCacheImportTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
  }

  static let feedSchema = """
    CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
      title VARCHAR(1024) NOT NULL);
    """
  static let firstItems = """
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
    title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
    feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
    unread INTEGER(1) NOT NULL
    """
  static let laterItems = """
    , enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
    enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0
    """
  static let newestItems = """
    , base VARCHAR(128) NOT NULL DEFAULT "", content_mime_type VARCHAR(255) NOT NULL DEFAULT ""
    """
  static let seconds = Int(Invented.now.timeIntervalSince1970)

  static let rows = """
    INSERT INTO rss_feed VALUES ('https://ada.example/feed', 'https://ada.example/', 'Ada'),
      ('https://bob.example/feed', '', ''), ('query:Late:age < 3', '', 'Late');
    INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) VALUES
      ('tag:1', 'One', 'Ada L.', 'https://ada.example/1', 'https://ada.example/feed',
       \(seconds - 86400 * 9), '<p>Small &amp; fine</p>', 0),
      ('tag:2', 'Two', '', 'https://ada.example/2', 'https://ada.example/feed',
       \(seconds - 86400 * 3), '', 1),
      ('https://ada.example/3Mon, 16 Nov 2015 10:00:00 GMT', 'Three', '', 'https://ada.example/3',
       'https://ada.example/feed', 0, '', 1),
      ('x', 'In a search', '', '', 'query:Late:age < 3', 5, '', 1);
    """

  /// Makes a database and gives its path.
  func make(_ name: String, _ sql: String) throws -> String {
    let queue = try DatabaseQueue(path: shelf.file(name), configuration: loose)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return shelf.file(name)
  }

  var loose: Configuration {
    var configuration = Configuration()
    configuration.acceptsDoubleQuotedStringLiterals = true
    return configuration
  }

  func read(_ path: String) throws -> Imported {
    let source = try ImportSource(path: path)
    let importer = NewsboatCacheImport()
    #expect(importer.recognizes(source))
    return try #require(
      try importer.read(source, options: ImportOptions(now: Invented.now)).first)
  }

  @Test(
    "every version of the schema is read",
    arguments: [firstItems, firstItems + laterItems, firstItems + laterItems + newestItems])
  func versions(items: String) throws {
    let path = try make("c.db", Self.feedSchema + "CREATE TABLE rss_item (\(items));" + Self.rows)
    let imported = try read(path)
    #expect(imported.accounts.map(\.title) == ["Ada", nil])
    #expect(imported.accounts.map(\.site?.written) == ["https://ada.example/", nil])
    #expect(imported.accounts.map(\.followed) == [false, false])
    #expect(imported.posts.count == 3 && imported.skipped.count == 2)
    let first = try #require(imported.posts.first)
    #expect(first.id.names == ["tag:1", "ada.example/1"])
    #expect(first.excerpt == "Small & fine" && first.words == nil && first.author == "Ada L.")
    #expect(imported.acts == [Act(account: first.account, post: first.id, kind: .read)])
    #expect(
      imported.coverage == [
        Coverage(account: first.account, from: Invented.day(-9), to: Invented.day(-3))
      ])
  }

  @Test("a cache made today is backlog; what came after a row of another feed is not (E-7)")
  func backlog() throws {
    let schema = Self.feedSchema + "CREATE TABLE rss_item (\(Self.firstItems));"
    let later = """
      INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) VALUES
        ('b1', 'B', '', '', 'https://bob.example/feed', 5, '', 1),
        ('tag:4', 'Four', '', '', 'https://ada.example/feed', 6, '', 1);
      """
    let today = try read(try make("today.db", schema + Self.rows))
    #expect(today.posts.count == 3 && today.posts.allSatisfy(\.isBacklog))
    let grown = try read(try make("grown.db", schema + Self.rows + later))
    #expect(grown.posts.filter { !$0.isBacklog }.map(\.id.names.first) == ["tag:4"])
  }

  @Test("an id that newsboat made up is not taken for the feed's")
  func madeUpID() throws {
    let path = try make(
      "c.db", Self.feedSchema + "CREATE TABLE rss_item (\(Self.firstItems));" + Self.rows)
    let third = try #require(try read(path).posts.last)
    #expect(third.writtenID == nil && third.published == nil)
    #expect(
      third.id
        == PostID(writtenID: nil, link: "https://ada.example/3", title: nil, published: nil))
  }

  @Test("read, flagged, enqueued and deleted are told apart; a deleted post was seen, not read")
  func attention() throws {
    let path = try make(
      "c.db",
      Self.feedSchema + "CREATE TABLE rss_item (\(Self.firstItems + Self.laterItems));" + """
        INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, enqueued,
          flags, deleted) VALUES
          ('1', 'a', '', '', 'https://ada.example/feed', 1000, '', 0, 1, 'sz', 0),
          ('2', 'b', '', '', 'https://ada.example/feed', 1001, '', 0, 0, '', 1),
          ('3', 'c', '', '', 'https://ada.example/feed', 1002, '', 1, 0, NULL, 0);
        """)
    let imported = try read(path)
    #expect(imported.acts.map(\.kind) == [.read, .starred, .saved, .seen])
    #expect(imported.acts.allSatisfy { $0.at == nil })
    #expect(imported.posts.count == 3)
  }

  @Test("rows in the -wal are seen, and not one byte of the original changes (I4, T-I12)")
  func writeAheadLog() throws {
    let writer = try DatabaseQueue(path: shelf.file("c.db"), configuration: loose)
    try writer.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try database.execute(
        sql: Self.feedSchema + "CREATE TABLE rss_item (\(Self.firstItems));" + Self.rows)
    }
    let before = try contents()
    #expect(before.keys.sorted() == ["c.db", "c.db-shm", "c.db-wal"])
    #expect(try read(shelf.file("c.db")).posts.count == 3)
    #expect(try contents() == before)
    try writer.close()
  }

  func contents() throws -> [String: Data] {
    try Dictionary(uniqueKeysWithValues: shelf.names().map { ($0, try shelf.bytes($0)) })
  }

  @Test("odd types are named and skipped, the rest is kept (I3)")
  func oddTypes() throws {
    let path = try make(
      "c.db",
      Self.feedSchema + "CREATE TABLE rss_item (\(Self.firstItems + Self.laterItems));" + Self.rows
        + """
        UPDATE rss_item SET guid = x'00ff' WHERE id = 1;
        UPDATE rss_item SET pubDate = 'soon' WHERE id = 2;
        INSERT INTO rss_feed VALUES (x'01', '', '');
        INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) VALUES
          ('9', 'Nine', '', '', 'https://ada.example/feed', 9223372036854775807, x'ff', 1e300),
          ('', '', '', '', 'https://ada.example/feed', 1, '', 1),
          ('10', 'Ten', '', '', 'https://ada.example/feed', 9223372036854775807, x'ff', 1);
        """)
    let imported = try read(path)
    #expect(imported.posts.map(\.title) == ["Three", "Ten"])
    #expect(imported.skipped.filter(\.isLoss).count == 5)
    #expect(imported.posts.count + imported.skipped.filter { $0.what.hasPrefix("item") }.count == 7)
    #expect(imported.skipped.contains { $0.why == "its pubDate is not a number" })
  }

  @Test(
    "a view, a virtual table or a computed column in place of a table is refused at once (T-I12)",
    arguments: [
      """
      CREATE VIEW rss_item AS WITH RECURSIVE r(guid) AS
        (SELECT 1 UNION ALL SELECT guid + 1 FROM r) SELECT guid FROM r;
      """,
      "CREATE VIRTUAL TABLE rss_item USING fts4(guid);",
      "CREATE TABLE rss_item (\(firstItems), bomb AS (zeroblob(1000000000)));",
    ])
  func notATable(sql: String) throws {
    let path = try make("c.db", Self.feedSchema + sql)
    let before = try shelf.bytes("c.db")
    let folders = try temporaryFolders()
    do {
      _ = try read(path)
      Issue.record("it was read")
    } catch let failure as ImportFailure {
      guard case .hostile = failure else { throw failure }
    }
    #expect(try shelf.bytes("c.db") == before)
    // Other tests at work have folders of their own for a moment.
    let left = try (0..<50).contains { _ in
      if try temporaryFolders().subtracting(folders).isEmpty { return true }
      usleep(100_000)
      return false
    }
    #expect(left, "a copy was left behind")
  }

  func temporaryFolders() throws -> Set<String> {
    let folder = FileManager.default.temporaryDirectory.path
    return try Set(
      FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("pond-copy-") })
  }

  @Test("SQL that never ends is stopped")
  func endless() throws {
    let path = try make("c.db", Self.feedSchema)
    let database = try ForeignDatabase(ImportSource(path: path))
    let endless =
      "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
    #expect(throws: ImportFailure.hostile(path: path, reason: "reading it would not end")) {
      try database.forEachRow(endless) { _ in }
    }
  }

  @Test("cut or damaged databases are refused in words or read, never fatal (T-I06)")
  func damaged() throws {
    let many =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
      + "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
      + "SELECT 'g' || i, 't', '', '', 'https://ada.example/feed', i, 'c', 1 FROM n;"
    _ = try make(
      "c.db", Self.feedSchema + "CREATE TABLE rss_item (\(Self.firstItems));" + many)
    let whole = try shelf.bytes("c.db")
    var dice = StoreDice(seed: 3)
    var refused = 0
    for round in 0..<60 {
      var bytes = whole
      if round % 3 == 0 {
        bytes = bytes.prefix(Int.random(in: 100..<bytes.count, using: &dice))
      } else {
        for _ in 0..<8 {
          bytes[Int.random(in: 16..<bytes.count, using: &dice)] = UInt8.random(
            in: 0...255, using: &dice)
        }
      }
      try shelf.put(bytes, "d.db")
      let source = try ImportSource(path: shelf.file("d.db"))
      do {
        _ = try NewsboatCacheImport().read(source, options: ImportOptions(now: Invented.now))
      } catch is ImportFailure {
        refused += 1
      }
      #expect(try shelf.bytes("d.db") == bytes)
    }
    #expect(refused > 20)
  }

  @Test("other databases and other files are not taken for a cache (I2)")
  func recognition() throws {
    let other = try make("other.db", "CREATE TABLE moz_places (id INTEGER PRIMARY KEY);")
    try shelf.put(Data("rss_item rss_feed".utf8), "text.db")
    for path in [other, shelf.file("text.db"), shelf.path] {
      #expect(try !NewsboatCacheImport().recognizes(ImportSource(path: path)))
    }
    #expect(throws: ImportFailure.self) {
      try NewsboatCacheImport().read(
        ImportSource(path: other), options: ImportOptions(now: Invented.now))
    }
  }

  @Test(
    "the real cache: as many feeds, items and marks as sqlite3 counts",
    .enabled(if: SharedData.file("newsboat/cache-2.21-real.db") != nil),
    arguments: [("cache-2.21-real.db", 10), ("cache-2.33-schema.db", 11)])
  func real(name: String, feeds: Int) throws {
    let url = try #require(SharedData.file("newsboat/\(name)"))
    let source = try ImportSource(path: url.path)
    let imported = try #require(
      try NewsboatCacheImport().read(source, options: ImportOptions(now: Invented.now)).first)
    #expect(imported.accounts.count == feeds)
    #expect(imported.posts.count == 1176 && imported.skipped.isEmpty)
    let kinds = Dictionary(grouping: imported.acts, by: \.kind).mapValues(\.count)
    #expect(kinds == [.read: 79, .starred: 6, .saved: 4, .seen: 5])
    let pond = try shelf.pond()
    let summary = try pond.write(imported, at: Invented.now)
    #expect(summary.posts.new == 1176 && summary.acts.new == 94)
  }
}
