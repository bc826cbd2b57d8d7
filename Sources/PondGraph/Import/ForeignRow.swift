import CSQLite

/// A row of another program's table, where a column may hold anything. It is good until the next
/// row is asked for.
struct ForeignRow {
  /// A value of another sort than the column should hold.
  struct Odd: Error {
    /// What is wrong, as the rest of a sentence.
    let sentence: String
  }

  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  /// Text; nil for null and for no letters.
  func text(_ index: Int32, _ column: String) throws(Odd) -> String? {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: return nil
    case SQLITE_TEXT:
      return withUTF8(index) { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    default: throw Odd(sentence: "its \(column) is not text")
    }
  }

  /// The bytes of a text, good within the call; none for anything else.
  func withUTF8<Answer>(_ index: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    guard sqlite3_column_type(statement, index) == SQLITE_TEXT,
      let start = sqlite3_column_text(statement, index)
    else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let count = Int(sqlite3_column_bytes(statement, index))
    return body(UnsafeBufferPointer(start: start, count: count))
  }

  /// A whole number; nil for null.
  func integer(_ index: Int32, _ column: String) throws(Odd) -> Int64? {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER: return sqlite3_column_int64(statement, index)
    case SQLITE_FLOAT:
      let value = sqlite3_column_double(statement, index)
      if let whole = Int64(exactly: value.rounded(.down)) { return whole }
    default: break
    }
    throw Odd(sentence: "its \(column) is not a number")
  }

  /// A number; nil for null.
  func number(_ index: Int32, _ column: String) throws(Odd) -> Double? {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER, SQLITE_FLOAT: return sqlite3_column_double(statement, index)
    default: throw Odd(sentence: "its \(column) is not a number")
    }
  }

  /// Text where there is some, nil for everything else.
  func name(_ index: Int32) -> String? {
    try? text(index, "name")
  }

  /// Text, or a whole number as it is written: ids whose column lets SQLite choose.
  func word(_ index: Int32) -> String? {
    name(index) ?? (try? integer(index, "id")).flatMap { $0 }.map(String.init)
  }

  /// Whether it is a number other than 0.
  func isSet(_ index: Int32) -> Bool {
    ((try? integer(index, "flag")) ?? nil ?? 0) != 0
  }
}
