// Going past what nobody asked for, without decoding or keeping it.

extension JSONCursor {
  /// Goes past one value without reading it: brackets and strings are matched, nothing else.
  /// - Throws: `JSONDamage` when the text ends first.
  package mutating func skipValue() throws {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): try skipString()
      case UInt8(ascii: "'") where isJavaScript: try skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        index += 1
        if depth == 0 { return }
      case UInt8(ascii: ",") where depth == 0: return
      default: index += 1
      }
    }
    throw damage("it ends inside of a value")
  }

  /// Goes past a string whose quote is next, with the inside of it for an answer.
  @discardableResult
  mutating func skipString() throws -> UnsafeBufferPointer<UInt8> {
    let quote = bytes[index]
    let start = index + 1
    var from = start
    while let end = bytes.find(quote, from: from) {
      // An odd number of backslashes before it makes the quote a part of the text.
      var first = end
      while first > start, bytes[first - 1] == 0x5C { first -= 1 }
      from = end + 1
      guard (end - first).isMultiple(of: 2) else { continue }
      index = from
      return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }
    index = bytes.count
    throw damage("it ends inside of a string")
  }

  /// A name without quotes, as JavaScript has them.
  mutating func bareName() throws -> JSONText {
    let start = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    guard index > start else { throw damage("a member has no name") }
    return JSONText(UnsafeBufferPointer(rebasing: bytes[start..<index]))
  }

  func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || isJavaScript && byte == UInt8(ascii: "'")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterASCII || byte.isDigitASCII || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "$") || byte >= 0x80
  }
}
