/// References in text: `&eacute;`, `&#8217;`, `&#x2019;`.
enum HTMLReference {
  /// The character that a reference at `&` stands for and the index after it; nil where there is
  /// no reference that HTML knows. The semicolon may be missing after a number alone.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start + 1 < bytes.count else { return nil }
    return bytes[start + 1] == UInt8(ascii: "#")
      ? number(bytes, from: start + 2) : name(bytes, from: start + 1)
  }

  private static func name(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var end = start
    while end < bytes.count, bytes[end].isLetterASCII || bytes[end].isDigitASCII, end - start < 9 {
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
    // HTML 4 does not name the apostrophe; XML does.
    if name.count == 4, bytes.has("apos", at: start) { return ("'", end + 1) }
    return HTMLEntities.scalar(named: name).map { ($0, end + 1) }
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let isHex = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    var end = first
    var value: UInt32 = 0
    while end < bytes.count, end - first < 8, let digit = digit(bytes[end], isHex: isHex) {
      value = value &* (isHex ? 16 : 10) &+ digit
      end += 1
    }
    guard end > first, let scalar = scalar(value) else { return nil }
    let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";")
    return (scalar, isClosed ? end + 1 : end)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    if byte.isDigitASCII { return UInt32(byte - 0x30) }
    let letter = byte | 0x20
    return isHex && (0x61...0x66).contains(letter) ? UInt32(letter - 0x61 + 10) : nil
  }

  /// The numbers that mean controls mean windows-1252 in the feeds that have them.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    if (0x80...0x9F).contains(value) { return XMLEncoding.windows1252(UInt8(value)) }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}

/// The name of an HTML element of up to eight letters, packed.
struct HTMLElement: Hashable {
  let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  init(_ name: StaticString) {
    packed = name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
  }

  static let script = HTMLElement("script")
  static let style = HTMLElement("style")
  // Computed, for every tag is compared with it.
  static var anchor: HTMLElement { HTMLElement(packed: UInt64(UInt8(ascii: "a"))) }
  static var image: HTMLElement { HTMLElement(packed: 0x69_6D67) }

  /// Elements inside of a line: taking them away joins what stands on both sides.
  static let inline: Set<HTMLElement> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
  ]
}

extension HTMLElement: ExpressibleByStringLiteral {
  init(stringLiteral name: StaticString) { self.init(name) }
}
