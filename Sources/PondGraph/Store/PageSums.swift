import CPageSums
import CSQLite
import GRDB

/// The checksums behind the pages of a pond file, held against the pages. Pond writes them with every
/// page since 0.2; SQLite itself finds only what breaks the shape of its tables.
enum PageSums {
  /// Whether a file keeps sums. Those that 0.1 made keep none.
  static func areKept(_ database: Database) -> Bool {
    pond_sums_kept(database.sqliteConnection) == 1
  }

  /// Reads the whole file.
  /// - Returns: what changed since Pond wrote it, as a clause; nil where nothing did, or where the
  ///   file keeps no sums.
  static func damage(_ database: Database) throws -> String? {
    var (pages, first): (sqlite3_int64, sqlite3_int64) = (0, 0)
    let code = pond_sums_check(database.sqliteConnection, &pages, &first)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    guard pages > 0 else { return nil }
    let many = pages == 1 ? "page \(first) does" : "\(pages) pages, from page \(first) on, do"
    return "\(many) not have the checksum that Pond wrote: something else changed the file"
  }

  /// Puts a copy in place of what a connection has open, page by page, and leaves sums that fit.
  static func replace(
    _ present: DatabaseQueue, by copy: DatabaseQueue, at path: String, done: () -> Void
  ) throws {
    let kept = try copy.read(areKept)
    let wereKept = try present.read(areKept)
    // What stood in the room for sums is content in a file without them.
    if !kept { present.inDatabase { pond_sums_stop($0.sqliteConnection) } }
    try copy.backup(to: present)
    done()
    guard kept, !wereKept else { return }
    // The first page was changed by the writing itself, before its file kept sums.
    try Connection.open(path).inDatabase { database in
      let version = try Migrator.version(database)
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
  }
}
