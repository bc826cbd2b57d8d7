package import Foundation

/// Comma-separated values (RFC 4180), row by row, as exports really write them: with or without a
/// byte order mark, with any line end, with rows of different lengths, with a quote that is never
/// closed.
///
/// By hand and small: the CSV packages for Swift refuse ragged rows or read 11 MB a second, this
/// reads some hundred (house.md, measured), and an export must be cut byte for byte.
package struct CSVTable: Sendable {
  private let bytes: Data
  private let separator: UInt8

  /// Takes the whole file.
  package init(_ bytes: Data, separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
  }

  /// Hands over the rows in order, those without a byte left out; a row is only good within the
  /// call. O(bytes).
  package func forEachRow<Problem: Error>(
    _ take: (CSVRow) throws(Problem) -> Void
  ) throws(Problem) {
    let span = bytes.startIndex..<bytes.endIndex
    guard !span.isEmpty else { return }
    var failure: Problem?
    bytes.withUnsafeBytes { raw in
      var scanner = CSVScanner(raw.bindMemory(to: UInt8.self), separator)
      do throws(Problem) {
        while try scanner.next(take) {}
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}

/// One row.
package struct CSVRow {
  private let bytes: UnsafeBufferPointer<UInt8>
  // No array: counting who holds it costs as much as reading it.
  private let fields: UnsafeBufferPointer<Range<Int>>
  /// Its line in the file, from 1; a quoted field may make it span several.
  package let line: Int
  /// Its bytes in the file, the line end included.
  package let range: Range<Int>
  /// Whether the file ends inside of its quotes.
  package let isUnclosed: Bool

  fileprivate init(
    _ bytes: UnsafeBufferPointer<UInt8>, fields: UnsafeBufferPointer<Range<Int>>, line: Int,
    range: Range<Int>, isUnclosed: Bool
  ) {
    self.bytes = bytes
    self.fields = fields
    self.line = line
    self.range = range
    self.isUnclosed = isUnclosed
  }

  /// How many fields it has.
  package var count: Int { fields.count }

  /// Whether it is nothing but blanks.
  var isBlank: Bool {
    fields.count <= 1 && (fields.first.map { bytes[$0].allSatisfy(\.isBlankASCII) } ?? true)
  }

  /// A field as it is meant, quotes taken off; nil past the last. Bytes that are no UTF-8 become
  /// U+FFFD.
  package subscript(_ index: Int) -> String? {
    guard fields.indices.contains(index) else { return nil }
    let field = fields[index]
    guard let first = field.first, bytes[first] == UInt8(ascii: "\"") else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[field]), as: UTF8.self)
    }
    return unquoted(field.dropFirst())
  }

  /// The bytes of a field in the file, its quotes included; nil past the last.
  package func place(_ index: Int) -> Range<Int>? {
    fields.indices.contains(index) ? fields[index] : nil
  }

  /// A field without the blanks around it; nil past the last and where nothing is left.
  package func trimmed(_ index: Int) -> String? {
    guard let text = self[index] else { return nil }
    guard let first = text.utf8.first, let last = text.utf8.last else { return nil }
    guard first.isBlankASCII || last.isBlankASCII else { return text }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Whether a field, quotes and blanks around it taken off, is a word of lower case ASCII, in
  /// whatever case it stands.
  package func says(_ word: StaticString, _ index: Int) -> Bool {
    guard fields.indices.contains(index) else { return false }
    var field = fields[index]
    while let first = field.first, Self.isBorder(bytes[first]) { field.removeFirst() }
    while let last = field.last, Self.isBorder(bytes[last]) { field.removeLast() }
    guard field.count == word.utf8CodeUnitCount else { return false }
    for (byte, wanted) in zip(field, 0..<field.count)
    where bytes[byte] | 0x20 != word.utf8Start[wanted] { return false }
    return true
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte.isBlankASCII || byte == UInt8(ascii: "\"")
  }

  private func unquoted(_ field: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(field.count)
    var index = field.lowerBound
    while index < field.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < field.upperBound, bytes[index] == byte else { continue }
        index += 1
      }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Where fields and rows end.
private struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var index: Int
  private var line = 1
  // Its memory serves every row in turn: a row is only good until the next.
  private var fields: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Hands over the next row, unless it is blank; false at the end.
  mutating func next<Problem: Error>(
    _ take: (CSVRow) throws(Problem) -> Void
  ) throws(Problem) -> Bool {
    guard index < bytes.count else { return false }
    let (start, first) = (index, line)
    fields.removeAll(keepingCapacity: true)
    var isUnclosed = false
    while true {
      let field = index
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { isUnclosed = !passQuotes() }
      while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) { index += 1 }
      fields.append(field..<index)
      guard index < bytes.count, bytes[index] == separator else { break }
      index += 1
    }
    passLineEnd()
    try fields.withUnsafeBufferPointer { (fields) throws(Problem) in
      let row = CSVRow(
        bytes, fields: fields, line: first, range: start..<index, isUnclosed: isUnclosed)
      if !row.isBlank { try take(row) }
    }
    return true
  }

  // Past the closing quote; false where there is none.
  private mutating func passQuotes() -> Bool {
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      guard byte == UInt8(ascii: "\"") else { continue }
      guard index < bytes.count, bytes[index] == byte else { return true }
      index += 1
    }
    return false
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func passLineEnd() {
    guard index < bytes.count else { return }
    line += 1
    let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
    index += isPair ? 2 : 1
  }
}

extension UInt8 {
  fileprivate var isBlankASCII: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
