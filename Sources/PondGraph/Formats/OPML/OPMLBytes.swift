import Foundation

/// The bytes of a document, looked at without copying.
///
/// A look beyond either end sees a NUL, which no OPML document holds: the scanner cannot run off
/// the end of a damaged file, and data from files never traps.
struct OPMLBytes {
  private let base: UnsafeRawBufferPointer
  let count: Int

  init(_ base: UnsafeRawBufferPointer) {
    self.base = base
    count = base.count
  }

  subscript(_ index: Int) -> UInt8 {
    @inline(__always) get {
      UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : 0
    }
  }

  /// The part of a range that lies within the document.
  func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: base[range.clamped(to: 0..<count)])
  }

  /// The first place of a byte at or after a place; nil where there is none.
  func first(_ byte: UInt8, from start: Int) -> Int? { first(byte, in: start..<max(start, count)) }

  /// The first place of a byte within a stretch; nil where there is none.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let part = range.clamped(to: 0..<count)
    guard !part.isEmpty, let address = base.baseAddress else { return nil }
    let found = memchr(address + part.lowerBound, Int32(byte), part.count)
    return found.map { UnsafeRawPointer($0) - address }
  }

  /// The first place of a run of signs, at or after a place; nil where there is none.
  func first(_ run: StaticString, from start: Int) -> Int? {
    var place = start
    while let found = first(run.utf8Start[0], from: place) {
      if has(run, at: found) { return found }
      place = found + 1
    }
    return nil
  }

  /// Eight bytes from a place on, the first one lowest; nil where fewer are left.
  @inline(__always)
  func eight(at place: Int) -> UInt64? {
    guard place >= 0, place &+ 8 <= count else { return nil }
    return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The first place within a stretch that holds the quote, `&`, `<` or a control character; the
  /// end of the stretch where none does.
  @inline(__always)
  func firstSpecial(_ quote: UInt8, in range: Range<Int>) -> Int {
    var place = range.lowerBound
    while place < range.upperBound {
      guard let word = eight(at: place) else {
        if isSpecial(self[place], quote) { return place }
        place += 1
        continue
      }
      if let offset = word.firstSpecial(quote) { return min(place + offset, range.upperBound) }
      place += 8
    }
    return range.upperBound
  }

  private func isSpecial(_ byte: UInt8, _ quote: UInt8) -> Bool {
    byte < 0x20 || byte == quote || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
  }

  /// Up to eight letters as one number, in small letters, the first one lowest. What is no letter
  /// never becomes one.
  @inline(__always)
  func letters(_ range: Range<Int>) -> UInt64 {
    if let word = eight(at: range.lowerBound) {
      let mask = range.count >= 8 ? UInt64.max : (1 << UInt64(range.count * 8)) - 1
      return (word | 0x2020_2020_2020_2020) & mask
    }
    return range.reversed().reduce(0) { $0 << 8 | UInt64(self[$1] | 0x20) }
  }

  /// Whether a word stands at a place, in any case.
  func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for offset in 0..<length
    where self[start + offset].lowercasedASCII != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether a stretch is a word, in any case.
  func equals(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  /// The first place at or after a place that holds no blank.
  @inline(__always)
  func afterBlanks(_ start: Int) -> Int {
    var index = start
    while self[index].isBlank { index += 1 }
    return index
  }

  /// The stretch without the blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// A name without its prefix.
  func localName(_ name: Range<Int>) -> Range<Int> {
    guard let colon = first(UInt8(ascii: ":"), in: name) else { return name }
    return (colon + 1)..<name.upperBound
  }

  /// The last seven bytes at most of a name without its prefix, in small letters, and its length:
  /// names that are the same have the same.
  func nameMark(_ name: Range<Int>) -> UInt64 {
    let local = localName(name)
    let start = max(local.lowerBound, local.upperBound - 7)
    return letters(start..<local.upperBound) << 8 | UInt64(local.count & 0xFF)
  }

  /// Whether two names differ in nothing but case and prefix.
  func isSame(_ name: Range<Int>, _ other: Range<Int>) -> Bool {
    let (left, right) = (localName(name), localName(other))
    return left.count == right.count
      && zip(left, right).allSatisfy { self[$0].lowercasedASCII == self[$1].lowercasedASCII }
  }

  /// Whether two names are spelled alike.
  func isIdentical(_ name: Range<Int>, _ other: Range<Int>) -> Bool {
    slice(name).elementsEqual(slice(other))
  }

  /// The line and column of a place, both from 1; columns count bytes.
  func position(of place: Int) -> OPMLPosition {
    var line = 1
    var lineStart = 0
    while let end = first(UInt8(ascii: "\n"), from: lineStart), end < place {
      line += 1
      lineStart = end + 1
    }
    return OPMLPosition(line: line, column: max(place - lineStart, 0) + 1)
  }
}

/// A place in a document, as editors count.
package struct OPMLPosition: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The byte within the line, from 1.
  package let column: Int
}

extension UInt8 {
  /// Whether values are put between two of it.
  @inline(__always) var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

  /// Whether a name may hold it, as far as a tolerant reader asks: anything that is no mark-up.
  @inline(__always) var isNameByte: Bool {
    self >= 0x40 || self > 0x20 && (UInt8.markup >> UInt64(self)) & 1 == 0
  }

  // Quotes, the ampersand, the slash, the equals sign and the angle brackets.
  private static let markup: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x2F | 1 << 0x3C | 1 << 0x3D | 1 << 0x3E

  /// Whether a name may begin with it.
  @inline(__always) var isNameStart: Bool {
    let small = self | 0x20
    return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") || self >= 0x80
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }
}

extension UInt64 {
  /// Which of its eight bytes, from the lowest, is the first that is the quote, `&`, `<` or a
  /// control character; nil where none is. All eight are looked at together (Warren, Hacker's
  /// Delight, §6-1): what a borrow marks wrongly stands above what is marked rightly.
  @inline(__always)
  func firstSpecial(_ quote: UInt8) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quotes = self ^ (ones &* UInt64(quote))
    let ampersands = self ^ 0x2626_2626_2626_2626
    let brackets = self ^ 0x3C3C_3C3C_3C3C_3C3C
    let controls = (self &- 0x2020_2020_2020_2020) & ~self
    let zeros = (quotes &- ones) & ~quotes | (ampersands &- ones) & ~ampersands
    let marks = (zeros | (brackets &- ones) & ~brackets | controls) & highs
    return marks == 0 ? nil : marks.trailingZeroBitCount / 8
  }
}
