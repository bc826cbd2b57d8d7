// Tables that somebody's spreadsheet saved again.

import Foundation

extension ImportSource {
  /// The file as a table: with commas, or with what stands between the words of its first lines
  /// where there are none, as spreadsheets of many countries write it.
  var table: CSVTable {
    let head = bytes.prefix(2048)
    guard !head.contains(UInt8(ascii: ",")) else { return CSVTable(bytes) }
    let separator = [UInt8(ascii: ";"), UInt8(ascii: "\t")].first(where: head.contains)
    return CSVTable(bytes, separator: separator ?? UInt8(ascii: ","))
  }

  /// The first rows of the table, blanks around the fields taken off.
  func firstRows(_ count: Int) -> [[String]] {
    guard !isFolder else { return [] }
    var rows: [[String]] = []
    try? table.forEachRow { (row) throws(EnoughRows) in
      rows.append((0..<min(row.count, 20)).map { row.trimmed($0) ?? "" })
      if rows.count == count { throw EnoughRows() }
    }
    return rows
  }
}

private struct EnoughRows: Error {}
