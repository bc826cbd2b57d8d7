package import Foundation

/// A CSV file of the fediverse: with a heading or without one, with commas or, after a spreadsheet
/// had it in hand, semicolons.
package struct AccountListCSV: Sendable {
  private let bytes: Data
  /// What stands between two fields.
  package let separator: UInt8

  /// The first words of every heading that Mastodon knows.
  private static let headings: Set<String> = ["account address", "list name", "#uri", "#domain"]

  /// Takes the whole file, or its beginning.
  package init(_ bytes: Data) {
    self.bytes = bytes
    let line = bytes.prefix(256).prefix { $0 != 0x0A }
    let hasComma = line.contains(UInt8(ascii: ","))
    separator = !hasComma && line.contains(UInt8(ascii: ";")) ? UInt8(ascii: ";") : 0x2C
  }

  /// The fields of the heading, in lower case; none where the first row is data.
  package var heading: [String] {
    var first: [String]?
    CSVTable(bytes.prefix(1 << 12), separator: separator).forEachRow { row in
      first = first ?? (0..<row.count).compactMap { row.trimmed($0)?.lowercased() }
    }
    guard let first, let word = first.first, Self.headings.contains(word) else { return [] }
    return first
  }

  /// Hands over the rows of data in order.
  package func forEachRow(_ take: (CSVRow) -> Void) {
    var isFirst = true
    CSVTable(bytes, separator: separator).forEachRow { row in
      defer { isFirst = false }
      if isFirst, Self.headings.contains(row.trimmed(0)?.lowercased() ?? "") { return }
      take(row)
    }
  }
}
