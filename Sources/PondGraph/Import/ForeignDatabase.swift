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
  /// - Throws: `ImportFailure` for a file that is no database, too large, or kept busy.
  init(_ source: ImportSource, limit: Int = 8 << 30) throws {
    named = source.path
    copy = try ForeignCopy(of: source, limit: limit)
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
    try reading { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
      return Set(rows.compactMap { ForeignRow($0).name(0) })
    }
  }

  /// Hands over the rows of an answer one by one; none is kept.
  func forEachRow(_ sql: String, _ take: (ForeignRow) throws -> Void) throws {
    try reading { database in
      let rows = try Row.fetchCursor(database, sql: sql)
      while let row = try rows.next() { try take(ForeignRow(row)) }
    }
  }

  private func refuseComputedColumns(_ table: String) throws {
    let computed = try reading { database in
      try Row.fetchOne(
        database, sql: "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 0",
        arguments: [table])
    }
    if computed != nil {
      throw ImportFailure.hostile(path: named, reason: "\"\(table)\" computes a column")
    }
  }

  private func refuseBrokenPages(_ table: String) throws {
    let quoted = table.replacingOccurrences(of: "'", with: "''")
    let said = try reading { database in
      try Row.fetchOne(database, sql: "PRAGMA quick_check('\(quoted)')")
        .flatMap { ForeignRow($0).name(0) }
    }
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
      _ = pond_sqlite_defend(connection)
      sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 64 << 20)
      sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 50)
      sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
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
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT name, CASE WHEN type = 'table' AND rootpage = 0 THEN 'virtual table' ELSE type END
        FROM sqlite_master WHERE type IN ('table', 'view')
        """)
    while let row = try rows.next() {
      let row = ForeignRow(row)
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

/// A row of another program's table, where a column may hold anything.
struct ForeignRow {
  /// A value of another sort than the column should hold.
  struct Odd: Error {
    /// What is wrong, as the rest of a sentence.
    let sentence: String
  }

  private let row: Row

  init(_ row: Row) {
    self.row = row
  }

  /// Text; nil for null and for no letters.
  func text(_ index: Int, _ column: String) throws(Odd) -> String? {
    switch (row[index] as DatabaseValue).storage {
    case .null: return nil
    case .string(let value): return value.isEmpty ? nil : value
    default: throw Odd(sentence: "its \(column) is not text")
    }
  }

  /// A whole number; nil for null.
  func integer(_ index: Int, _ column: String) throws(Odd) -> Int64? {
    switch (row[index] as DatabaseValue).storage {
    case .null: return nil
    case .int64(let value): return value
    case .double(let value):
      if let whole = Int64(exactly: value.rounded(.down)) { return whole }
    default: break
    }
    throw Odd(sentence: "its \(column) is not a number")
  }

  /// Text where there is some, nil for everything else.
  func name(_ index: Int) -> String? {
    try? text(index, "name")
  }
}
