#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

// Finding bytes in bytes, at the speed of the C library.

extension UnsafeBufferPointer<UInt8> {
  /// Where the byte stands first, at or after an index; nil where it does not.
  func find(_ byte: UInt8, from index: Int) -> Int? {
    guard let base = baseAddress, index >= 0, index < count else { return nil }
    guard let found = memchr(base + index, Int32(byte), count - index) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether the text stands at an index, byte for byte.
  func has(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let base = baseAddress, index >= 0, count - index >= length else { return false }
    return memcmp(base + index, text.utf8Start, length) == 0
  }

  /// Whether the text, in small letters, stands at an index in letters of either case.
  func hasLetters(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, count - index >= length else { return false }
    return (0..<length).allSatisfy { self[index + $0].lowercasedASCII == text.utf8Start[$0] }
  }

  /// The index after the first place of the text at or after an index; nil where it is not. Goes
  /// from one `<` to the next, or one `>` to the next, where the text begins or ends with it.
  func end(of text: StaticString, from index: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    guard length > 0 else { return nil }
    let anchor = text.utf8Start[0] == UInt8(ascii: "<") ? 0 : length - 1
    var position = index + anchor
    while let found = find(text.utf8Start[anchor], from: position) {
      if has(text, at: found - anchor) { return found - anchor + length }
      position = found + 1
    }
    return nil
  }

  /// The line in which an index lies, from 1.
  func line(of index: Int) -> Int {
    1 + prefix(index).count { $0 == UInt8(ascii: "\n") }
  }
}

extension UInt8 {
  /// The letter in its small form; any other byte as it is.
  @inline(__always) var lowercasedASCII: UInt8 { isCapitalASCII ? self | 0x20 : self }

  private var isCapitalASCII: Bool { (0x41...0x5A).contains(self) }

  /// Whether it is a blank of XML or HTML: space, tab, line feed, form feed, carriage return.
  @inline(__always) var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }

  /// Whether it is a letter of ASCII.
  @inline(__always) var isLetterASCII: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether it is a digit of ASCII.
  @inline(__always) var isDigitASCII: Bool { self &- 0x30 < 10 }
}
