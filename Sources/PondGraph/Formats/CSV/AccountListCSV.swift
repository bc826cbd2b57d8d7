package import Foundation

/// A CSV file of the fediverse: with a heading or without one, with its columns in any order, with
/// commas or, after a spreadsheet had it in hand, semicolons or tabs.
package struct AccountListCSV: Sendable {
  /// Where in a row something stands, from 0; nil where no column has it.
  package struct Columns: Hashable, Sendable {
    /// The account.
    package var account: Int
    /// Whether its reposts are shown.
    package var boosts: Int?
    /// Whether each of its posts is announced.
    package var notify: Int?
    /// The languages that are shown of it.
    package var languages: Int?
  }

  private let bytes: Data
  /// What stands between two fields.
  package let separator: UInt8
  /// The fields of the heading, in lower case; none where the first row is data.
  package let heading: [String]
  /// The column of the account, from 0, as the heading names it or as the rows show it: the only one
  /// with addresses. Nil where neither says it.
  package let accountColumn: Int?

  /// The words of headings that Mastodon knows; every list of it has one of them.
  private static let headings: Set<String> = ["account address", "list name", "#uri", "#domain"]

  /// Takes the whole file, or its beginning.
  package init(_ bytes: Data) {
    self.bytes = bytes
    let line = bytes.prefix(256).prefix { $0 != 0x0A && $0 != 0x0D }
    let hasComma = line.contains(UInt8(ascii: ","))
    let others = [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    separator = hasComma ? 0x2C : others.first(where: line.contains) ?? 0x2C
    let rows = Self.beginning(bytes, separator)
    let first = rows.first?.map { $0.lowercased() } ?? []
    let column = Self.column(of: rows.dropFirst())
    if first.contains(where: Self.headings.contains) {
      heading = first
      accountColumn = first.firstIndex(of: "account address") ?? column
    } else if rows.count > 1, let column, Self.isForeignHeading(first) {
      // Whatever it says, the rows below it say what is what.
      heading = first
      accountColumn = column
    } else {
      heading = []
      accountColumn = Self.column(of: rows[...])
    }
  }

  /// The column under a heading of Mastodon's; nil where there is none.
  /// - Parameter name: its name in small letters.
  package func column(_ name: String) -> Int? { heading.firstIndex(of: name) }

  /// Whether the heading is one of Mastodon's.
  package var hasKnownHeading: Bool { heading.contains(where: Self.headings.contains) }

  /// The columns of a list of accounts, by its heading, else as Mastodon orders them.
  package var columns: Columns {
    let account = accountColumn ?? 0
    guard !hasKnownHeading else {
      return Columns(
        account: account, boosts: column("show boosts"), notify: column("notify on new posts"),
        languages: column("languages"))
    }
    return account == 0
      ? Columns(account: 0, boosts: 1, notify: 2, languages: 3) : Columns(account: account)
  }

  /// Hands over the rows of data in order.
  package func forEachRow(_ take: (CSVRow) -> Void) {
    var isFirst = !heading.isEmpty
    CSVTable(bytes, separator: separator).forEachRow { row in
      defer { isFirst = false }
      if !isFirst { take(row) }
    }
  }

  // MARK: Which column

  /// Whether a row is a heading in another language: words, of which one is no name of an account,
  /// and neither an address nor a yes or no.
  private static func isForeignHeading(_ row: [String]) -> Bool {
    let isData = row.contains { isAddress($0) || $0 == "true" || $0 == "false" }
    return !isData && row.contains { $0.contains { $0 == " " || !$0.isASCII } }
  }

  private static func beginning(_ bytes: Data, _ separator: UInt8) -> [[String]] {
    var rows: [[String]] = []
    let head = bytes.prefix(1 << 13)
    CSVTable(head, separator: separator).forEachRow { row in
      let isCut = row.range.upperBound == head.count && head.count < bytes.count
      guard rows.count < 100, !isCut else { return }
      rows.append((0..<min(row.count, 20)).map { row.trimmed($0) ?? "" })
    }
    return rows
  }

  /// The one column in which nine rows of ten have an address.
  private static func column(of rows: ArraySlice<[String]>) -> Int? {
    let widest = rows.map(\.count).max() ?? 0
    let columns = (0..<widest).filter { column in
      let addresses = rows.count { $0.count > column && isAddress($0[column]) }
      return addresses > 0 && addresses * 10 >= rows.count * 9
    }
    return columns.count == 1 ? columns.first : nil
  }

  /// Whether a field reads `name@host.example`, with or without an `@` before it.
  private static func isAddress(_ field: String) -> Bool {
    let parts = field.drop { $0 == "@" }.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(".") else { return false }
    return !field.contains { $0.isWhitespace || $0 == "/" || $0 == "," }
  }
}
