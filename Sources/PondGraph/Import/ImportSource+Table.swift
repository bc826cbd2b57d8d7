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

  /// Hands over the rows of the table in order, but not one inside of which the file ends.
  /// - Returns: where the file ends too early; nil where it does not.
  func forEachWholeRow(_ take: (CSVRow) -> Void) -> TableCut? {
    var cut: TableCut?
    var width = 0
    table.forEachRow { row in
      cut = TableCut(row, below: width, in: bytes)
      width = row.count
      if cut == nil { take(row) }
    }
    return cut
  }

  /// Whether all of a table is there.
  /// - Parameters:
  ///   - standing: how many things stand before the cut.
  ///   - thing: what they are, as one of them is called.
  /// - Throws: `ImportFailure` for one that is cut short, unless the person takes what is there.
  func isWhole(
    _ cut: TableCut?, standing: Int, _ thing: String, _ options: ImportOptions
  ) throws -> Bool {
    guard let cut else { return true }
    guard options.takesPartial else {
      throw ImportFailure.cutShort(
        path: path, where: "line \(cut.line)", reason: cut.reason,
        standing: standing == 1 ? "1 \(thing) stands" : "\(standing) \(thing)s stand")
    }
    return false
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

/// Where a table ends inside of a row. Whoever writes one writes every row whole and ends it; a last
/// row that stops short of the row above it and of a line end was cut. (Pleroma's last row has no end
/// either, but more fields, not fewer.)
struct TableCut {
  /// The line on which the row begins, from 1.
  let line: Int
  /// What is missing, as a sentence without its place.
  let reason: String

  /// Looks at a row; nil for one that is whole.
  /// - Parameters:
  ///   - width: how many fields the row above has; 0 where there is none.
  ///   - bytes: the file.
  init?(_ row: CSVRow, below width: Int, in bytes: Data) {
    line = row.line
    if row.isUnclosed {
      reason = "the file ends inside of quotes"
    } else if row.count < width, row.range.upperBound == bytes.count, !Self.endsLine(bytes) {
      reason = "the last row ends before its fields do"
    } else {
      return nil
    }
  }

  private static func endsLine(_ bytes: Data) -> Bool { bytes.last == 0x0A || bytes.last == 0x0D }
}

private struct EnoughRows: Error {}
