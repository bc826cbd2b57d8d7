import CSQLite
import GRDB

/// A statement that is prepared once and run for every one of many rows, its values bound by
/// position. GRDB's own statements spend more time on wrapping values than SQLite on storing them:
/// a million posts are why this is here. A class, for it owns a statement of SQLite's; it must not
/// outlive the transaction in which it was made.
final class BulkStatement {
  private let connection: OpaquePointer
  private let statement: OpaquePointer

  /// Prepares one statement.
  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw Self.error(code, connection) }
    self.connection = connection
    statement = prepared
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// Binds text or null to a place, counted from 1.
  func bind(_ place: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(statement, place)
      return
    }
    _ = text.withUTF8 { bytes in
      pond_sqlite_bind_text(statement, place, bytes.baseAddress, Int32(clamping: bytes.count))
    }
  }

  /// Binds bytes.
  func bind(_ place: Int32, bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes { bytes in
      pond_sqlite_bind_blob(statement, place, bytes.baseAddress, Int32(clamping: bytes.count))
    }
  }

  /// Binds a whole number or null.
  func bind(_ place: Int32, _ number: Int64?) {
    if let number {
      sqlite3_bind_int64(statement, place, number)
    } else {
      sqlite3_bind_null(statement, place)
    }
  }

  /// Binds a number or null.
  func bind(_ place: Int32, _ number: Double?) {
    if let number {
      sqlite3_bind_double(statement, place, number)
    } else {
      sqlite3_bind_null(statement, place)
    }
  }

  /// Runs a statement that answers nothing; the next values may be bound afterwards.
  func run() throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw Self.error(code, connection) }
  }

  /// Goes to the next row of the answer; after the last one the next values may be bound.
  /// - Returns: whether there is a row.
  func next() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(statement)
      return false
    case let code:
      sqlite3_reset(statement)
      throw Self.error(code, connection)
    }
  }

  /// Leaves an answer before its end.
  func stop() {
    sqlite3_reset(statement)
  }

  /// The text in a column of the row, counted from 0; nil for null and for anything else.
  func text(_ column: Int32) -> String? {
    guard sqlite3_column_type(statement, column) == SQLITE_TEXT,
      let bytes = sqlite3_column_text(statement, column)
    else { return nil }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// The bytes of the text in a column, good until the next row; none for null.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    guard let start = sqlite3_column_text(statement, column) else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The bytes of the blob in a column, good until the next row; none for null and for anything else.
  func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    guard sqlite3_column_type(statement, column) == SQLITE_BLOB,
      let start = sqlite3_column_blob(statement, column)
    else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The whole number in a column; nil for null and for anything else.
  func integer(_ column: Int32) -> Int64? {
    guard sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    return sqlite3_column_int64(statement, column)
  }

  /// The number in a column; nil for null and for anything else.
  func real(_ column: Int32) -> Double? {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(statement, column)
    default: nil
    }
  }

  /// The whole number in a column that is never null.
  func number(_ column: Int32) throws -> Int64 {
    guard let value = integer(column) else { throw OddValue(sentence: "a number is missing") }
    return value
  }

  /// The text in a column that is never null.
  func word(_ column: Int32) throws -> String {
    guard let value = text(column) else { throw OddValue(sentence: "a word is missing") }
    return value
  }

  /// The value of a closed list of words.
  func choice<Choice: RawRepresentable<String>>(_ column: Int32, of: Choice.Type) throws -> Choice {
    let word = try word(column)
    guard let value = Choice(rawValue: word) else {
      throw OddValue(sentence: "there is no \(Choice.self) called \"\(word)\"")
    }
    return value
  }

  /// The value of a closed list of words, which is made ready once for millions of rows.
  func choice<Choice>(_ column: Int32, of words: Vocabulary<Choice>) throws -> Choice {
    if let value = words.value(bytes(column)) { return value }
    return try choice(column, of: Choice.self)
  }

  /// Spells every column of the row, each with its length before it; null is told apart from an
  /// empty text.
  func spell(into bytes: inout [UInt8]) {
    for column in 0..<sqlite3_column_count(statement) {
      if let text = sqlite3_column_text(statement, column) {
        let count = Int(sqlite3_column_bytes(statement, column))
        withUnsafeBytes(of: UInt32(clamping: count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
      } else {
        bytes.append(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF])
      }
    }
  }

  /// Whether the last statement of the connection changed a row.
  var changedSomething: Bool { sqlite3_changes(connection) > 0 }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}

/// A closed list of words with their bytes at hand.
struct Vocabulary<Choice: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let words = Choice.allCases.map { (bytes: Array($0.rawValue.utf8), value: $0) }

  /// The value that a word names; nil for any other word.
  func value(_ word: UnsafeRawBufferPointer) -> Choice? {
    for (bytes, value) in words where bytes.count == word.count && word.elementsEqual(bytes) {
      return value
    }
    return nil
  }
}
