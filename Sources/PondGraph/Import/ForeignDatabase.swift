import CSQLite
import Foundation
import GRDB

/// Another program's SQLite database, read from a copy with every guard that SQLite offers: no
/// byte of the original changes, nothing in the file acts, nothing in it can take for ever. A
/// class, for it owns a connection and a copy.
final class ForeignDatabase {
  private let named: String
  private let copy: ForeignCopy
  private let budget: UnsafeMutablePointer<sqlite3_int64>
  private var queue: DatabaseQueue?
  private var kinds: [String: String] = [:]

  /// Whether the bytes are those of an SQLite database that speaks of all these tables.
  static func speaks(of tables: [String], _ source: ImportSource) -> Bool {
    guard source.bytes.starts(with: "SQLite format 3\0".utf8) else { return false }
    // The schema stands near the beginning, or in the log of a file that was just made.
    let log = try? Data(
      contentsOf: URL(fileURLWithPath: source.url.path + "-wal"), options: .alwaysMapped)
    let beginnings = [source.bytes.prefix(1 << 20), (log ?? Data()).prefix(1 << 20)]
    return tables.allSatisfy { table in
      beginnings.contains { $0.range(of: Data(table.utf8)) != nil }
    }
  }

  /// Copies and opens a database.
  /// - Parameter log: the write-ahead log of a database that lies in an archive; of one that lies
  ///   in a folder it is found.
  /// - Throws: `ImportFailure` for a file that is no database, too large, or kept busy.
  init(_ source: ImportSource, log: Data? = nil, limit: Int = 8 << 30) throws {
    named = source.path
    copy = try ForeignCopy(of: source, log: log, limit: limit)
    // In thousands of steps: some fifty for every row that could fit, and some seconds besides.
    let steps = 100_000 + sqlite3_int64(source.bytes.count / 200)
    budget = .allocate(capacity: 1)
    budget.initialize(to: steps)
    queue = nil
    queue = try translating { try DatabaseQueue(path: copy.path, configuration: guarded()) }
    kinds = try reading { try Self.kinds($0) }
  }

  deinit {
    queue = nil
    budget.deallocate()
  }

  /// Looks whether these are honest tables whose pages hold together.
  /// - Throws: `ImportFailure.hostile` for a view or a virtual table in place of a table,
  ///   `.notWhatItClaims` where one is missing, `.damaged` for broken pages.
  func require(_ tables: [String], of program: String) throws {
    for table in tables {
      switch kinds[table] {
      case "table": break
      case nil:
        throw ImportFailure.notWhatItClaims(
          path: named, sentence: "this is no database of \(program): it has no table \"\(table)\"",
          advice: nil)
      case let kind?:
        throw ImportFailure.hostile(path: named, reason: "\"\(table)\" is a \(kind), not a table")
      }
      try refuseComputedColumns(table)
      try refuseBrokenPages(table)
    }
  }

  /// The names of a table's columns.
  func columns(of table: String) throws -> Set<String> {
    var names: Set<String> = []
    try forEachRow("SELECT name FROM pragma_table_info(\(Self.quoted(table)))") { row in
      if let name = row.name(0) { names.insert(name) }
    }
    return names
  }

  /// Whether there is an honest table of that name.
  func has(_ table: String) -> Bool { kinds[table] == "table" }

  /// Hands over the rows of an answer one by one; none is kept, and a row is only good within the
  /// call.
  func forEachRow(_ sql: String, _ take: (ForeignRow) throws -> Void) throws {
    try reading { try Self.forEachRow(sql, $0, take) }
  }

  // SQLite's own functions, because wrapping the values of a million rows in GRDB's costs more
  // than reading them.
  private static func forEachRow(
    _ sql: String, _ database: Database, _ take: (ForeignRow) throws -> Void
  ) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var prepared: OpaquePointer?
    var code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    defer { sqlite3_finalize(prepared) }
    guard code == SQLITE_OK, let statement = prepared else { throw error(code, connection) }
    code = sqlite3_step(statement)
    while code == SQLITE_ROW {
      try take(ForeignRow(statement))
      code = sqlite3_step(statement)
    }
    guard code == SQLITE_DONE else { throw error(code, connection) }
  }

  private static func error(_ code: CInt, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }

  private static func quoted(_ name: String) -> String {
    "'\(name.replacingOccurrences(of: "'", with: "''"))'"
  }

  private func refuseComputedColumns(_ table: String) throws {
    try forEachRow("SELECT 1 FROM pragma_table_xinfo(\(Self.quoted(table))) WHERE hidden <> 0") {
      _ in
      throw ImportFailure.hostile(path: named, reason: "\"\(table)\" computes a column")
    }
  }

  private func refuseBrokenPages(_ table: String) throws {
    var said: String?
    try forEachRow("PRAGMA quick_check(\(Self.quoted(table)))") { said = said ?? $0.name(0) }
    // What it says of single rows (a null where there should be none) is no damage to the rest.
    guard let said, said.hasPrefix("***") else { return }
    let reason = said.split(whereSeparator: \.isNewline).dropFirst().first.map(String.init) ?? said
    throw ImportFailure.damaged(
      path: named, where: "the table \"\(table)\"", reason: "the database is damaged (\(reason))")
  }

  private func guarded() -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let budget = UInt(bitPattern: budget)
    configuration.prepareDatabase { database in
      let connection = database.sqliteConnection
      _ = pond_sqlite_defend(connection, 64 << 20)
      sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 50)
      pond_sqlite_budget(connection, UnsafeMutablePointer(bitPattern: budget))
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
          PRAGMA query_only = ON;
          """)
    }
    return configuration
  }

  private static func kinds(_ database: Database) throws -> [String: String] {
    var kinds: [String: String] = [:]
    let sql = """
      SELECT name, CASE WHEN type = 'table' AND rootpage = 0 THEN 'virtual table' ELSE type END
      FROM sqlite_master WHERE type IN ('table', 'view')
      """
    try forEachRow(sql, database) { row in
      if let name = row.name(0), let kind = row.name(1) { kinds[name] = kind }
    }
    return kinds
  }

  private func reading<Answer>(_ question: (Database) throws -> Answer) throws -> Answer {
    try translating {
      guard let queue else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return try queue.inDatabase(question)
    }
  }

  /// Puts SQLite's errors into words.
  private func translating<Answer>(_ work: () throws -> Answer) throws -> Answer {
    do {
      return try work()
    } catch let error as DatabaseError {
      let reason = error.message ?? "SQLite's error \(error.extendedResultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_INTERRUPT, .SQLITE_TOOBIG:
        throw ImportFailure.hostile(path: named, reason: "reading it would not end")
      case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN:
        throw ImportFailure.unreadable(path: named, reason: reason)
      default:
        throw ImportFailure.damaged(path: named, where: "the database", reason: reason)
      }
    }
  }
}
