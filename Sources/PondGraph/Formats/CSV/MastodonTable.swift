package import Foundation

/// A list of accounts in exactly the form that Mastodon's importer reads (`form/import.rb`): UTF-8
/// without a byte order mark, commas, one kind of line end, a heading with its own words, every word
/// for yes and no in small English letters without blanks. It takes anything else without a word, and
/// reads it wrongly: a whole line as one address, " false" as true, a first row behind a byte order
/// mark as an account.
package struct MastodonTable: Sendable {
  /// One row, as it is meant.
  package struct Row: Sendable {
    /// The account as it is written, without the sign that some write before it.
    package let account: String
    /// Whether its reposts are shown; nil where the row does not say.
    package let boosts: Bool?
    /// Whether each of its posts is announced; nil where the row does not say.
    package let notify: Bool?
    /// The languages that are shown of it, with commas between; nil for all.
    package let languages: String?
    /// The line on which it begins, from 1.
    package let line: Int
    /// Its bytes in the file, the line end included.
    package let range: Range<Int>
    /// The bytes of the field that says whether its reposts are shown; nil where there is none.
    package let boostsPlace: Range<Int>?
  }

  /// A field that says neither yes nor no in any language that Pond knows.
  package struct OddWord: Error, Hashable {
    /// The field.
    package let word: String
    /// Its line, from 1.
    package let line: Int
  }

  /// The words of Mastodon's own heading, in its order.
  package static let heading = [
    "Account address", "Show boosts", "Notify on new posts", "Languages",
  ]

  /// The rows.
  package let rows: [Row]
  /// Whether the file has a heading.
  package let isHeaded: Bool
  /// Whether the file is in that form as it stands.
  package let isExact: Bool
  /// The columns that it has.
  package let columns: AccountListCSV.Columns

  /// Reads a file.
  /// - Parameter invertsNotify: whether yes means no in the column of announcements, as Pleroma writes
  ///   it.
  /// - Throws: `OddWord`.
  package init(_ bytes: Data, invertsNotify: Bool) throws {
    let list = AccountListCSV(bytes)
    let columns = list.columns
    let isHeaded = !list.heading.isEmpty
    var rows: [Row] = []
    var odd: OddWord?
    var isExact =
      list.separator == 0x2C && isHeaded && !invertsNotify && Self.hasPlainText(bytes)
      && Self.hasOwnHeading(bytes)
    let width = isHeaded ? list.heading.count : nil
    list.forEachRow { row in
      if row.isUnclosed || width.map({ row.count != $0 }) ?? false { isExact = false }
      guard let account = row.trimmed(columns.account) else {
        isExact = false
        return
      }
      func said(_ column: Int?) -> Bool? {
        guard let column, let word = row.trimmed(column) else { return nil }
        if !["true", "false"].contains(row[column]) { isExact = false }
        let value = SpreadsheetWord.value(word)
        if value == nil, odd == nil { odd = OddWord(word: word, line: row.line) }
        return value
      }
      let name = account.hasPrefix("@") ? String(account.dropFirst()) : account
      if name != row[columns.account] { isExact = false }
      rows.append(
        Row(
          account: name, boosts: said(columns.boosts),
          notify: said(columns.notify).map { invertsNotify ? !$0 : $0 },
          languages: columns.languages.flatMap(row.trimmed), line: row.line, range: row.range,
          boostsPlace: columns.boosts.flatMap(row.place)))
    }
    if let odd { throw odd }
    (self.rows, self.isHeaded, self.isExact, self.columns) = (rows, isHeaded, isExact, columns)
  }

  // Ruby's CSV takes the first line end for all, and stops at another.
  private static func hasPlainText(_ bytes: Data) -> Bool {
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      String(validating: bytes, as: UTF8.self) != nil
    else { return false }
    var (feeds, pairs, returns) = (0, 0, 0)
    var before: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A { (feeds, pairs) = (feeds + 1, pairs + (before == 0x0D ? 1 : 0)) }
      if byte == 0x0D { returns += 1 }
      before = byte
    }
    return returns == 0 || returns == pairs && pairs == feeds
  }

  private static func hasOwnHeading(_ bytes: Data) -> Bool {
    var first: [String?] = []
    var isFirst = true
    CSVTable(bytes.prefix(1 << 12)).forEachRow { row in
      if isFirst { first = (0..<row.count).map { row[$0] } }
      isFirst = false
    }
    let known = first.compactMap { $0 }.filter(heading.contains)
    return first.first == heading.first && known.count == first.count
      && Set(known).count == known.count
  }

  /// Rows in that form, with the columns that any of them has something to say in.
  package static func text(_ rows: [Row]) -> Data {
    let hasSettings = rows.contains {
      $0.boosts != nil || $0.notify != nil || $0.languages != nil
    }
    let count = hasSettings ? heading.count : 1
    let lines =
      [Array(heading.prefix(count))]
      + rows.map { row in
        let cells = [
          row.account, word(row.boosts), word(row.notify), row.languages ?? "",
        ]
        return Array(cells.prefix(count))
      }
    return Data(lines.map { $0.map(cell).joined(separator: ",") + "\n" }.joined().utf8)
  }

  private static func word(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "" }

  /// A field, in quotes where it needs them.
  package static func cell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
