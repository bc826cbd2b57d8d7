import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

/// What is asked of every origin alike.
@Suite("Other programs' files, every one")
struct ForeignSourcesTests {
  struct Database: Sendable, CustomTestStringConvertible {
    let path: String
    let format: String
    /// A row that is written into the log while the program runs, and what it adds.
    let row: String
    var testDescription: String { path }
  }

  static let databases = [
    Database(
      path: "freshrss/db.sqlite", format: "freshrss",
      row:
        "INSERT INTO entry (id, guid, title, link, date, id_feed) VALUES (1778600000000001, 'late', 'Late', '', 1778590000, 1)"
    ),
    Database(
      path: "netnewswire/OnMyMac/DB.sqlite3", format: "netnewswire",
      row:
        "INSERT INTO articles (articleID, feedID, uniqueID, title) VALUES ('l', 'https://tidepool.example/feed', 'late', 'Late')"
    ),
    Database(
      path: "liferea/liferea.db", format: "liferea",
      row:
        "INSERT INTO items (node_id, title, source_id, valid_guid, date) VALUES ('ntide', 'Late', 'late', 1, 1778590000)"
    ),
    Database(
      path: "rssguard/database.db", format: "rssguard",
      row:
        "INSERT INTO Messages (feed, title, date_created, account_id, custom_id) VALUES (1, 'Late', 1778590000000, 1, 'late')"
    ),
    Database(
      path: "reader/db.sqlite", format: "reader",
      row:
        "INSERT INTO entries SELECT 'late', feed, 'Late', link, updated, author, published, summary, content, enclosures, source, original_feed, data_hash, data_hash_changed, 0, NULL, 0, NULL, 'feed', last_updated, first_updated, first_updated_epoch, feed_order, recent_sort, NULL FROM entries WHERE id = 'tide-2'"
    ),
    Database(
      path: "podcasts/MTLibrary.sqlite", format: "apple-podcasts",
      row: "INSERT INTO ZMTEPISODE (ZPODCAST, ZGUID, ZTITLE) VALUES (1, 'late', 'Late')"),
    Database(
      path: "firefox/places.sqlite", format: "firefox",
      row:
        "INSERT INTO moz_historyvisits (place_id, visit_date, visit_type) VALUES (1, 1778600000000000, 1)"
    ),
    Database(
      path: "chrome/History", format: "chromium",
      row: "INSERT INTO visits (url, visit_time, transition) VALUES (1, 13423073600000000, 0)"),
    Database(
      path: "safari/History.db", format: "safari",
      row: "INSERT INTO history_visits (history_item, visit_time) VALUES (1, 800292800.0)"),
  ]

  static let others = [
    "freshrss/export", "netnewswire/OnMyMac", "greader/starred.json", "miniflux/entries.json",
    "feedbin/starred.json", "bookmarks/bookmarks.html", "bookmarks/pinboard.html",
    "pocket/part_000000.csv", "pocket/ril_export.html", "overcast/overcast.opml",
  ]

  /// Every file of the sample's folder with its bytes.
  private func contents(_ shelf: Shelf) throws -> [String: Data] {
    try Dictionary(uniqueKeysWithValues: shelf.names().map { ($0, try shelf.bytes($0)) })
  }

  @Test(
    "rows in the -wal are seen, and not one byte of the original changes (I4, T-I12)",
    arguments: databases)
  func writeAheadLog(database: Database) throws {
    let sample = try OriginSample(database.path)
    let before = try sample.input(database.format)
    let writer = try DatabaseQueue(path: sample.path)
    try writer.writeWithoutTransaction { connection in
      _ = try String.fetchOne(connection, sql: "PRAGMA journal_mode = WAL")
      try connection.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try connection.execute(sql: database.row)
    }
    let files = try contents(sample.shelf)
    #expect(files.keys.contains { $0.hasSuffix("-wal") })
    let after = try sample.input(database.format)
    #expect(
      after.posts.count + after.pageActs.count == before.posts.count + before.pageActs.count + 1)
    #expect(try contents(sample.shelf) == files)
    try writer.close()
  }

  @Test("an account of NetNewsWire in an archive is read with its log")
  func logInArchive() throws {
    let sample = try OriginSample("netnewswire/OnMyMac")
    let writer = try DatabaseQueue(path: sample.path + "/DB.sqlite3")
    try writer.writeWithoutTransaction { connection in
      _ = try String.fetchOne(connection, sql: "PRAGMA journal_mode = WAL")
      try connection.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try connection.execute(sql: Self.databases[1].row)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: sample.path).sorted()
    #expect(names.contains("DB.sqlite3-wal"))
    let entries = try names.map {
      PackedFiles.Entry(
        "Backup/OnMyMac/\($0)", try Data(contentsOf: URL(fileURLWithPath: "\(sample.path)/\($0)")))
    }
    try sample.shelf.put(PackedFiles.packed(entries), "backup.zip")
    let inputs = try Importers.read(
      sample.shelf.file("backup.zip"), as: nil, options: ImportOptions(now: Invented.now))
    #expect(inputs.map(\.format) == ["opml", "netnewswire"])
    #expect(inputs.last?.post("late") != nil)
    try writer.close()
  }

  @Test("importing twice changes nothing (I3)", arguments: databases.map(\.path) + others)
  func twice(path: String) throws {
    let sample = try OriginSample(path)
    let pond = try sample.shelf.pond()
    var list = Imported(path: "list.opml", format: "opml")
    list.accounts = ["https://tidepool.example/feed", "https://slow-bread.example/atom.xml"].map {
      AccountMention(reading: Address($0), followed: true)
    }
    _ = try pond.write(list, at: Invented.now)
    let first = try pond.write(try sample.inputs(), at: Invented.now)
    #expect(first.contains { $0.acts.new > 0 })
    let digest = try pond.logicalDigest()
    let again = try pond.write(try sample.inputs(), at: Invented.now)
    #expect(again.allSatisfy { $0.acts.new == 0 && $0.posts.new == 0 && $0.posts.updated == 0 })
    #expect(try pond.logicalDigest() == digest)
  }

  @Test(
    "damaged bytes are refused in words or read, never fatal (T-I06)",
    arguments: databases.map(\.path) + others)
  func damaged(path: String) throws {
    let url = Repository.url("Samples/\(path)")
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { return }
    let whole = try Data(contentsOf: url)
    let shelf = try Shelf()
    var chance = SplitMix64(seed: UInt64(whole.count))
    var outcomes: Set<Bool> = []
    for _ in 0..<Rounds.times(12, 300) {
      try shelf.put(Self.spoiled(whole, &chance), "spoiled")
      do {
        for partial in [false, true] {
          _ = try Importers.read(
            shelf.file("spoiled"), as: nil,
            options: ImportOptions(now: Invented.now, takesPartial: partial))
        }
        outcomes.insert(true)
      } catch let failure as ImportFailure {
        #expect(!failure.sentence.isEmpty)
        outcomes.insert(false)
      }
    }
    #expect(!outcomes.isEmpty)
  }

  private static func spoiled(_ whole: Data, _ chance: inout SplitMix64) -> Data {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...20, using: &chance) {
      let index = Int.random(in: 0..<bytes.count, using: &chance)
      bytes[index] = chance.happens(0.5) ? UInt8.random(in: 0...255, using: &chance) : 0xFF
    }
    return chance.happens(0.3)
      ? bytes.prefix(Int.random(in: 1...bytes.count, using: &chance)) : bytes
  }

  @Test("every origin is read by its own importer and by no other, whatever the file is called")
  func recognized() throws {
    for path in Self.databases.map(\.path) + Self.others {
      let url = Repository.url("Samples/\(path)")
      guard let bytes = try? Data(contentsOf: url) else { continue }
      let source = ImportSource(path: "x", bytes: bytes)
      let known = Importers.all.filter { $0.recognizes(source) }.map(\.format)
      let isList = path.hasPrefix("overcast")
      #expect(known.count == (isList ? 2 : 1), "\(path): \(known)")
    }
  }
}
