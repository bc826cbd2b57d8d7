/// Reads JSON value by value, so that one bad value costs no more than itself.
///
/// Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD; control characters may
/// stand in strings; the words that JavaScript adds (`NaN`) are null.
///
/// By hand, because Foundation's readers refuse a whole file for one lone surrogate, one foreign
/// byte or one number that no double holds, and turn large numbers into doubles.
///
/// `value()` takes a whole value. `forEachMember`, `forEachRecord` and `text()` pick what is wanted
/// out of large files: what nobody asks for is passed without being decoded or kept.
package struct JSONCursor {
  /// How strictly names and strings are read.
  package enum Dialect: Sendable {
    /// As RFC 8259 has it.
    case json
    /// As an object of JavaScript: names without quotes, strings in single quotes.
    case javaScript
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let isJavaScript: Bool
  /// The byte that is read next.
  package internal(set) var index = 0
  /// How many halves of pairs and foreign bytes were replaced.
  package private(set) var replacements = 0

  /// What a person is told of so many of them; nil where there were none.
  package static func finding(replacements: Int) -> String? {
    guard replacements > 0 else { return nil }
    return "\(replacements) broken character\(replacements == 1 ? "" : "s") "
      + "(unpaired surrogates, bytes not in UTF-8) replaced"
  }

  static let depthLimit = 512

  /// Begins at the first byte, or a later one. The bytes must outlive the cursor.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int = 0, dialect: Dialect = .json
  ) {
    self.bytes = bytes
    index = max(0, min(start, bytes.count))
    isJavaScript = dialect == .javaScript
  }

  /// The next byte that is no blank; nil at the end.
  package mutating func peek() -> UInt8? {
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  /// Reads one byte if it is the next.
  package mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  /// Reads one value.
  /// - Throws: `JSONDamage`; the cursor then stands somewhere inside of the value.
  package mutating func value() throws -> JSONValue {
    try value(depth: 0)
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    guard depth < Self.depthLimit else { throw damage("more than 512 levels") }
    guard let first = peek() else { throw damage("it ends where a value is due") }
    switch first {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "'") where isJavaScript: return .string(try string())
    default: return try scalar()
    }
  }

  private mutating func object(depth: Int) throws -> JSONValue {
    index += 1
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      // A comma too many at the end means nothing.
      if take(UInt8(ascii: "}")) { return .object(members) }
      let name = try memberName()
      members[name] = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw damage("an object is not closed") }
    return .object(members)
  }

  /// Reads a member's name and the colon after it.
  package mutating func memberName() throws -> String {
    let isQuoted = peek().map(isQuote) ?? false
    guard isQuoted || isJavaScript else { throw damage("a member has no name") }
    let name = isQuoted ? try string() : try bareName().string
    guard take(UInt8(ascii: ":")) else { throw damage("a member has no value") }
    return name
  }

  private mutating func array(depth: Int) throws -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat {
      if take(UInt8(ascii: "]")) { return .array(elements) }
      elements.append(try value(depth: depth + 1))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw damage("an array is not closed") }
    return .array(elements)
  }

  private mutating func scalar() throws -> JSONValue {
    let start = index
    while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
    let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "NaN", "Infinity", "-Infinity", "undefined": return .null
    default:
      let isNumber =
        word.utf8.contains(where: \.isDigitASCII)
        && word.utf8.allSatisfy { $0.isDigitASCII || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
      guard isNumber else { throw damage("\(word.prefix(20)) is no value") }
      return .number(word)
    }
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isLetterASCII || byte.isDigitASCII || [0x2B, 0x2D, 0x2E].contains(byte)
  }

  /// Goes to a byte that was read already.
  package mutating func rewind(to earlier: Int) {
    index = max(0, min(earlier, index))
  }

  // MARK: Strings

  mutating func string() throws -> String {
    let quote = bytes[index]
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote, bytes[index] != 0x5C { index += 1 }
    guard index < bytes.count else { throw damage("it ends inside of a string") }
    let plain = UnsafeBufferPointer(rebasing: bytes[start..<index])
    if bytes[index] == quote {
      index += 1
      return String(decoding: plain, as: UTF8.self)
    }
    return try escapedString(after: Array(plain), until: quote)
  }

  private mutating func escapedString(after plain: [UInt8], until quote: UInt8) throws -> String {
    var text = plain
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case quote: return String(decoding: text, as: UTF8.self)
      case 0x5C: escape(into: &text)
      default: text.append(byte)
      }
    }
    throw damage("it ends inside of a string")
  }

  /// What the inside of a string means.
  static func decoded(_ inside: UnsafeBufferPointer<UInt8>) -> String {
    var cursor = JSONCursor(inside)
    var text: [UInt8] = []
    text.reserveCapacity(inside.count)
    while cursor.index < inside.count {
      let byte = inside[cursor.index]
      cursor.index += 1
      if byte == 0x5C { cursor.escape(into: &text) } else { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: character())
    default: text.append(byte)
    }
  }

  /// The character of `\uXXXX`, of which two may make one; half of a pair is U+FFFD.
  private mutating func character() -> UTF8.EncodedScalar {
    guard let first = unit(at: index) else {
      replacements += 1
      return UTF8.encodedReplacementCharacter
    }
    index += 4
    if (0xD800...0xDBFF).contains(first), index + 1 < bytes.count, bytes[index] == 0x5C,
      bytes[index + 1] == UInt8(ascii: "u"), let second = unit(at: index + 2),
      (0xDC00...0xDFFF).contains(second)
    {
      index += 6
      let value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      return encoded(value)
    }
    return encoded(first)
  }

  private mutating func encoded(_ value: UInt32) -> UTF8.EncodedScalar {
    if let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) { return bytes }
    replacements += 1
    return UTF8.encodedReplacementCharacter
  }

  private func unit(at start: Int) -> UInt32? {
    guard bytes.count - start >= 4 else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  func damage(_ message: String) -> JSONDamage {
    JSONDamage(offset: index, message: message, isCutShort: index >= bytes.count)
  }
}
