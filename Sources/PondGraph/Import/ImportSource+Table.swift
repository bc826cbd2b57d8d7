// Tables that somebody's spreadsheet saved again.

import Foundation

extension ImportSource {
  /// The file as a table: with commas, or with what stands between the words of its first lines
  /// where there are none, as spreadsheets of many countries write it.
  var table: CSVTable { CSVTable(bytes, separator: separator) }

  private var separator: UInt8 {
    let head = bytes.prefix(2048)
    guard !head.contains(UInt8(ascii: ",")) else { return UInt8(ascii: ",") }
    return [UInt8(ascii: ";"), UInt8(ascii: "\t")].first(where: head.contains)
      ?? UInt8(ascii: ",")
  }

  /// The first rows of the table, blanks around the fields taken off; none where the file begins as
  /// something else does. No more than the beginning of the file is looked at.
  func firstRows(_ count: Int) -> [[String]] {
    let head = bytes.prefix(1 << 14)
    guard !isFolder, !head.contains(0), let first = head.first(where: { $0 > 0x20 }),
      !"{[<".utf8.contains(first)
    else { return [] }
    var rows: [[String]] = []
    try? CSVTable(head, separator: separator).forEachRow { (row) throws(EnoughRows) in
      rows.append((0..<min(row.count, 20)).map { row.trimmed($0) ?? "" })
      if rows.count == count { throw EnoughRows() }
    }
    return rows
  }
}

private struct EnoughRows: Error {}
