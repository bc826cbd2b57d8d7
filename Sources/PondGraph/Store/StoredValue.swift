import Foundation
import GRDB

// How Model values stand in a column, and how they are read back without trust in the file.

/// A moment in a column: whole milliseconds since 1970, UTC.
enum Instant {
  /// The column's value; nil for a date outside of the years that files honestly name.
  static func stored(_ date: Date?) -> Int64? {
    guard let date else { return nil }
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    guard abs(milliseconds) < Double(end) else { return nil }
    return Int64(exactly: milliseconds)
  }

  // The year 10000.
  private static let end: Int64 = 253_402_300_800_000

  /// The moment in a column; one outside of those years is the first or last of them.
  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(min(max(milliseconds, 1 - end), end - 1)) / 1000)
  }
}

/// Text compared byte by byte, as SQLite does. Swift holds two spellings of one accent for equal,
/// and then the order of imports would decide which of them stays.
struct Bytewise: Hashable, Comparable {
  let text: String

  static func == (left: Bytewise, right: Bytewise) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  static func < (left: Bytewise, right: Bytewise) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension String {
  /// The one spelling under which an identity is stored: what Swift holds for equal is one row.
  var asIdentity: String {
    let text = storable
    let isASCII = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } }
    return isASCII == true ? text : text.precomposedStringWithCanonicalMapping
  }

  /// The text without NUL, at which half of SQLite's readers would take it to end.
  var storable: String {
    let isClean = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) == nil } ?? true
    }
    return isClean == true ? self : String(decoding: utf8.filter { $0 != 0 }, as: UTF8.self)
  }
}

extension Row {
  /// The whole number in a column; nil for null and for anything else.
  func integer(_ index: Int) -> Int64? {
    if case .int64(let value) = (self[index] as DatabaseValue).storage { return value }
    return nil
  }

  /// The number in a column; nil for null and for anything else.
  func real(_ index: Int) -> Double? {
    switch (self[index] as DatabaseValue).storage {
    case .double(let value): value
    case .int64(let value): Double(value)
    default: nil
    }
  }

  /// The text in a column; nil for null and for anything else.
  func text(_ index: Int) -> String? {
    if case .string(let value) = (self[index] as DatabaseValue).storage { return value }
    return nil
  }

  /// The bytes in a column; nil for null and for anything else.
  func bytes(_ index: Int) -> Data? {
    if case .blob(let value) = (self[index] as DatabaseValue).storage { return value }
    return nil
  }

  /// The moment in a column; nil for null and for anything else.
  func moment(_ index: Int) -> Date? {
    integer(index).map(Instant.date)
  }

  /// The whole number in a column that is never null.
  func number(_ index: Int) throws -> Int64 {
    guard let value = integer(index) else { throw OddValue(sentence: "a number is missing") }
    return value
  }

  /// The text in a column that is never null.
  func word(_ index: Int) throws -> String {
    guard let value = text(index) else { throw OddValue(sentence: "a word is missing") }
    return value
  }

  /// The value of a closed list of words.
  func choice<Choice: RawRepresentable<String>>(_ index: Int, of: Choice.Type) throws -> Choice {
    let word = try word(index)
    guard let value = Choice(rawValue: word) else {
      throw OddValue(sentence: "there is no \(Choice.self) called \"\(word)\"")
    }
    return value
  }

  /// The account key in two neighbouring columns, kind and value, under its newest kind.
  func accountKey(_ index: Int) throws -> AccountKey {
    AccountKey(kind: try choice(index, of: AccountKind.self), value: try word(index + 1)).resolved
  }
}

extension AccountKey {
  /// The key in a column that holds both parts, `kind:value`.
  init?(stored text: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = AccountKind(rawValue: parts[0]) else { return nil }
    self.init(kind: kind, value: parts[1])
  }
}
