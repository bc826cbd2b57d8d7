internal import CLibXML2

/// Turns the bytes of a document into UTF-8: by its byte order mark, else by what its first bytes
/// show, else by what it declares, else as UTF-8.
package enum XMLEncoding {
  /// A document as UTF-8.
  package struct Text: Sendable {
    /// The document, without its byte order mark. Bytes that claim to be UTF-8 are handed on as
    /// they are.
    package let bytes: [UInt8]
    /// The encoding that was used, as an IANA name in small letters.
    package let encoding: String
    /// What was wrong with the label; nil when it was right. The bytes are then those of the
    /// original.
    package let damage: String?
  }

  /// The document as UTF-8. When the declared encoding is unknown, or the bytes are not of it, the
  /// result holds the bytes as they are and says so.
  package static func utf8(_ document: some Collection<UInt8>) -> Text {
    let bytes = Array(document)
    if let wide = wide(bytes) { return wide }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Text(bytes: Array(bytes.dropFirst(3)), encoding: "utf-8", damage: nil)
    }
    guard let label = declared(in: bytes) else {
      return Text(bytes: bytes, encoding: "utf-8", damage: nil)
    }
    return text(bytes, labelled: label)
  }

  private static func text(_ bytes: [UInt8], labelled label: String) -> Text {
    let name = label.lowercased()
    if isUTF8(name) { return Text(bytes: bytes, encoding: "utf-8", damage: nil) }
    if isPlainlyUTF8(bytes) {
      return Text(bytes: bytes, encoding: "utf-8", damage: "it says \(label) and is UTF-8")
    }
    if isASCII(name) { return Text(bytes: bytes, encoding: "utf-8", damage: nil) }
    // Whoever can read the label in single bytes knows that the bytes are no pairs.
    if isWide(name) {
      return Text(
        bytes: bytes, encoding: "utf-8", damage: "it says \(label) and has single bytes")
    }
    guard let decoded = decode(bytes, declared: label) else {
      return Text(bytes: bytes, encoding: "utf-8", damage: "it says \(label) and is not")
    }
    return Text(bytes: Array(decoded.utf8), encoding: name, damage: nil)
  }

  // MARK: Labels

  /// Whether a label in small letters is one of UTF-8, the names of programs (`utf-8-sig`, `utf8mb4`) included.
  static func isUTF8(_ label: String) -> Bool {
    label.hasPrefix("utf-8") || label.hasPrefix("utf8") || label == "cp65001"
  }

  /// Whether a label in small letters is one of ASCII.
  static func isASCII(_ label: String) -> Bool { ["us-ascii", "ascii"].contains(label) }

  /// Whether a label in small letters is one of an encoding in pairs or fours of bytes.
  static func isWide(_ label: String) -> Bool {
    ["utf-16", "utf16", "utf-32", "utf32", "ucs", "unicode", "iso-10646"].contains(
      where: label.hasPrefix)
  }

  /// Whether some bytes are UTF-8 whatever their label says: beyond ASCII, no text of another encoding looks
  /// like that.
  static func isPlainlyUTF8(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
  }

  /// The text in an encoding named by its label; nil when the label is unknown or the bytes are
  /// not of it. ISO-8859-1 is read as windows-1252, as browsers do.
  package static func decode(_ bytes: [UInt8], declared label: String) -> String? {
    let name = label.lowercased()
    switch name {
    case "utf-8", "utf8": return String(validating: bytes, as: UTF8.self)
    case "iso-8859-1", "latin1", "latin-1", "iso8859-1", "windows-1252", "cp1252":
      return windows1252(bytes)
    default: return decodeByLibrary(bytes, label: name)
    }
  }

  private static func decodeByLibrary(_ bytes: [UInt8], label: String) -> String? {
    let isName = label.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    guard isName, !label.isEmpty, label.utf8.count < 40 else { return nil }
    let buffer = bytes.withUnsafeBufferPointer { pond_xml_decode(label, $0.baseAddress, $0.count) }
    guard let buffer else { return nil }
    defer { xmlBufferFree(buffer) }
    let content = UnsafeBufferPointer(
      start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
    return String(validating: content, as: UTF8.self)
  }

  // MARK: Encodings that Swift knows

  /// The text in windows-1252. Every byte means something: the five that the table leaves open
  /// stand for the controls of ISO-8859-1.
  package static func windows1252(_ bytes: some Collection<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes { text.append(windows1252(byte)) }
    return String(text)
  }

  /// The character of one byte in windows-1252.
  static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upperHalf[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  private static let upperHalf: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  /// The document in pairs or fours of bytes, told by its mark or by the noughts in its first
  /// four bytes; nil when it has single bytes.
  private static func wide(_ bytes: [UInt8]) -> Text? {
    guard let first = bytes.first, bytes.count >= 4 else { return nil }
    switch (first, bytes[1], bytes[2], bytes[3]) {
    case (0, 0, 0xFE, 0xFF): return fours(bytes.dropFirst(4), isLittle: false)
    case (0xFF, 0xFE, 0, 0): return fours(bytes.dropFirst(4), isLittle: true)
    case (0, 0, 0, let ascii) where isBeginning(ascii): return fours(bytes[...], isLittle: false)
    case (let ascii, 0, 0, 0) where isBeginning(ascii): return fours(bytes[...], isLittle: true)
    case (0xFE, 0xFF, _, _): return pairs(bytes.dropFirst(2), isLittle: false)
    case (0xFF, 0xFE, _, _): return pairs(bytes.dropFirst(2), isLittle: true)
    case (0, let ascii, 0, _) where isBeginning(ascii): return pairs(bytes[...], isLittle: false)
    case (let ascii, 0, _, 0) where isBeginning(ascii): return pairs(bytes[...], isLittle: true)
    default: return nil
    }
  }

  /// Whether a document may begin with a character: markup, JSON or a blank.
  private static func isBeginning(_ ascii: UInt8) -> Bool { "<{[ \t\r\n".utf8.contains(ascii) }

  private static func pairs(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> Text {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
    return Text(
      bytes: Array(String(decoding: units, as: UTF16.self).utf8),
      encoding: isLittle ? "utf-16le" : "utf-16be", damage: nil)
  }

  private static func fours(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> Text {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { index in
      let four = bytes[index..<index + 4].map(UInt32.init)
      return (isLittle ? four.reversed() : four).reduce(0) { $0 << 8 | $1 }
    }
    return Text(
      bytes: Array(String(decoding: units, as: UTF32.self).utf8),
      encoding: isLittle ? "utf-32le" : "utf-32be", damage: nil)
  }

  // MARK: What a document says of itself

  /// The encoding that the XML declaration names, in the document's spelling; nil when there is no
  /// declaration or it names none. Blanks before it do not hide it.
  package static func declared(in bytes: some Collection<UInt8>) -> String? {
    let head = Array(bytes.prefix(1024))
    guard let start = head.firstRange(of: Array("<?xml".utf8)),
      let end = head.firstRange(of: Array("?>".utf8)), start.upperBound < end.lowerBound,
      String(decoding: head[..<start.lowerBound], as: UTF8.self).allSatisfy(\.isWhitespace)
    else { return nil }
    var rest = head[start.upperBound..<end.lowerBound]
    while let name = rest.firstRange(of: Array("encoding".utf8)) {
      rest = rest[name.upperBound...]
      if let label = label(after: rest) { return label }
    }
    return nil
  }

  // By hand, for a pattern is compiled anew each time, which takes longer than to read the feed.
  private static func label(after name: ArraySlice<UInt8>) -> String? {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    var rest = name.drop(while: \.isBlank)
    guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
    rest = rest.drop(while: \.isBlank)
    guard let quote = rest.popFirst(), quotes.contains(quote) else { return nil }
    rest = rest.drop(while: \.isBlank)
    let label = rest.prefix {
      $0.isLetterASCII || $0.isDigitASCII || Array("._:-".utf8).contains($0)
    }
    guard !label.isEmpty, let closing = rest.dropFirst(label.count).first(where: { !$0.isBlank }),
      quotes.contains(closing)
    else { return nil }
    return String(decoding: label, as: UTF8.self)
  }
}
