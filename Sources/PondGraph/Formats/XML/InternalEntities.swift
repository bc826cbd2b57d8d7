/// Entities that a document declares in its own type and that stand for plain text: they are put in
/// their places before a parser sees the document, for which no declaration has any power.
///
/// Plain text is text without an element and without any reference but to a character or one of
/// XML's own five entities (XML 1.0 §4.4.2). Whatever else is declared keeps standing as it is
/// written. How much a document may grow by it is bounded, so that it cannot be a bomb.
struct InternalEntities {
  /// More entities, or a longer value, no honest feed declares.
  private static let most = 1_000
  private static let longest = 4_096
  /// How much a document may grow: some, and its own size.
  private static let allowance = 1 << 20

  private var values: [[UInt8]: [UInt8]] = [:]
  /// Where the document begins after its type.
  private let end: Int

  /// Reads the declarations of a document; nil where there is none with plain text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let type = EntityDeclarations.documentType(in: bytes) else { return nil }
    end = type.upperBound
    var position = type.lowerBound
    while let start = bytes.end(of: "<!ENTITY", from: position), start < end {
      position = start
      if values.count < Self.most { declare(bytes, at: start) }
    }
    if values.isEmpty { return nil }
  }

  /// ` name "value">`: the first declaration of a name counts (§4.2).
  private mutating func declare(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let rest = bytes[start..<end].drop(while: \.isBlank)
    let name = rest.prefix { Self.isName($0) }
    guard let first = name.first, !first.isDigitASCII, name.count <= 100 else { return }
    let after = rest[name.endIndex...].drop(while: \.isBlank)
    guard let quote = after.first, quote == 0x22 || quote == 0x27 else { return }
    let value = after.dropFirst().prefix { $0 != quote }
    guard value.count <= Self.longest, value.endIndex < end else { return }
    let key = Array(name)
    guard values[key] == nil, !Self.own.contains(key) else { return }
    values[key] = Self.plain(Array(value))
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isLetterASCII || byte.isDigitASCII || "_.-".utf8.contains(byte) || byte >= 0x80
  }

  private static let own: Set<[UInt8]> = Set(
    ["amp", "lt", "gt", "quot", "apos"].map { Array($0.utf8) })

  /// The value as text that may stand in an element and in an attribute; nil where it is no plain
  /// text. References to characters are resolved where they are declared (§4.5).
  private static func plain(_ value: [UInt8]) -> [UInt8]? {
    let text = characters(value)
    guard !text.contains(UInt8(ascii: "<")), !text.contains(UInt8(ascii: "%")) else { return nil }
    return text.withUnsafeBufferPointer { text in
      var plain: [UInt8] = []
      var index = 0
      while index < text.count {
        switch text[index] {
        case UInt8(ascii: "\""): plain += "&#34;".utf8
        case UInt8(ascii: "'"): plain += "&#39;".utf8
        case UInt8(ascii: "&"):
          guard let end = HTMLReference.read(text, at: index)?.end else { return nil }
          plain += text[index..<end]
          index = end - 1
        default: plain.append(text[index])
        }
        index += 1
      }
      return plain
    }
  }

  // An ampersand or a bracket by number stands for itself and is no markup, but for the ampersand of
  // `&#38;#60;`, as XML declares its own entities.
  private static func written(_ scalar: Unicode.Scalar, isReference: Bool) -> [UInt8] {
    switch scalar {
    case "<": Array("&lt;".utf8)
    case "&": Array((isReference ? "&" : "&amp;").utf8)
    default: Array(String(scalar).utf8)
    }
  }

  /// The value with its references by number resolved.
  private static func characters(_ value: [UInt8]) -> [UInt8] {
    value.withUnsafeBufferPointer { value in
      var text: [UInt8] = []
      var index = 0
      while index < value.count {
        if value[index] == UInt8(ascii: "&"), value.has("&#", at: index),
          let (scalar, end) = HTMLReference.read(value, at: index)
        {
          text += written(scalar, isReference: value.has("#", at: end))
          index = end
        } else {
          text.append(value[index])
          index += 1
        }
      }
      return text
    }
  }

  // MARK: In their places

  /// The document with every entity in its place; comments and sections of text stay as they are.
  /// - Throws: `TooMuch`, for a document that grows to more than twice its size.
  func replaced(in bytes: UnsafeBufferPointer<UInt8>) throws(TooMuch) -> [UInt8] {
    let most = 2 * bytes.count + Self.allowance
    var output = Array(bytes[..<end])
    output.reserveCapacity(bytes.count)
    var sections = LooseSections(bytes)
    var index = end
    while index < bytes.count {
      let next = Self.next(bytes, from: index)
      output += bytes[index..<next]
      guard next < bytes.count else { break }
      if bytes[next] == UInt8(ascii: "&"), let (value, end) = value(bytes, at: next) {
        output += value
        index = end
      } else {
        index = Self.endOfQuietPart(bytes, at: next, &sections)
        output += bytes[next..<index]
      }
      guard output.count <= most else { throw TooMuch() }
    }
    return output
  }

  /// The entities of a document make it larger than any honest feed.
  struct TooMuch: Error {}

  private static func next(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    var next = index
    while next < bytes.count, bytes[next] != 0x26, bytes[next] != 0x3C { next += 1 }
    return next
  }

  private func value(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (value: [UInt8], end: Int)? {
    let name = bytes[(start + 1)...].prefix(101).prefix { Self.isName($0) }
    guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";") else { return nil }
    return values[Array(name)].map { ($0, name.endIndex + 1) }
  }

  private static func endOfQuietPart(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ sections: inout LooseSections
  ) -> Int {
    if bytes.has("<![CDATA[", at: start) { return sections.section(at: start).end }
    if bytes.has("<!--", at: start) { return sections.endOfComment(at: start) }
    return start + 1
  }
}
