import CPageSums
import CSQLite
import Foundation
import GRDB

/// How Pond talks to SQLite: one connection, a rollback journal that is durable when a write
/// returns, and no trust in what a file claims about itself.
enum Connection {
  /// No text and no bytes in a pond file are longer: more is a lie or a bomb.
  static let longest = Int32(Compression.limit + 1 << 20)

  // The layer is put in front of SQLite once in a process; every page that Pond writes has its sum.
  private static let sums = pond_sums_install()

  /// The settings of every connection to a pond file, its copies included.
  static func configuration(readonly: Bool = false, isWriting: Bool = false) -> Configuration {
    _ = sums
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      let code = pond_sqlite_defend(database.sqliteConnection, longest)
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try database.execute(sql: guards)
      if !readonly { try database.execute(sql: durability) }
      if isWriting { try database.execute(sql: patience) }
      database.add(function: Migrator.postNames)
    }
    return configuration
  }

  // A sort that outgrows memory would leave the person's data in TMPDIR.
  private static let guards = """
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    """

  // EXTRA, for FULL is not durable at exit where the journal's directory entry is written late.
  private static let durability = """
    PRAGMA journal_mode = DELETE;
    PRAGMA synchronous = EXTRA;
    """

  // An import that outgrows this memory writes pages before its end and keeps readers out from
  // then on. Some hundred thousand posts fit; more would break the promise that an import of any size
  // takes no more than 300 MB.
  private static let patience = "PRAGMA cache_size = -98304"

  /// Opens a pond file that is known to be one.
  static func open(
    _ path: String, readonly: Bool = false, isWriting: Bool = false
  ) throws -> DatabaseQueue {
    try DatabaseQueue(
      path: path, configuration: configuration(readonly: readonly, isWriting: isWriting))
  }

  /// The bytes of an empty pond file of the newest version.
  static func emptyPond() throws -> Data {
    var configuration = configuration()
    configuration.prepareDatabase { _ = pond_sums_reserve($0.sqliteConnection) }
    let queue = try DatabaseQueue(configuration: configuration)
    try Migrator.migrate(queue, Schema.migrations)
    return try queue.inDatabase { database in
      var size: sqlite3_int64 = 0
      guard let image = sqlite3_serialize(database.sqliteConnection, "main", &size, 0) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      defer { sqlite3_free(image) }
      pond_sums_stamp(image, Int(size))
      return Data(bytes: image, count: Int(size))
    }
  }
}
