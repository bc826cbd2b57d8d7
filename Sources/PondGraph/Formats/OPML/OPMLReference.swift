/// What a `&` in a document turns out to be. Lengths count the bytes from `&` to `;`.
enum OPMLReference: Equatable {
  /// `&#38;`, `&#x26;`.
  case character(Unicode.Scalar, length: Int)
  /// One of the five names of XML itself.
  case predefined(Unicode.Scalar, length: Int)
  /// A name of HTML, which XML does not know without a document type.
  case named(Unicode.Scalar, length: Int)
  /// The form of a reference, and nobody declares it.
  case unknown(length: Int)
  /// No reference at all.
  case bare

  // The longest name in HTML's table has 31 letters; the longest number of a scalar has 8.
  private static let longest = 40

  /// Reads the reference that begins at a `&`, looking no further than `end`.
  init(_ bytes: OPMLBytes, at mark: Int, end: Int) {
    let limit = min(end, mark + Self.longest)
    guard let last = bytes.first(UInt8(ascii: ";"), in: (mark + 1)..<max(limit, mark + 1)) else {
      self = .bare
      return
    }
    let name = (mark + 1)..<last
    let length = last + 1 - mark
    if bytes[mark + 1] == UInt8(ascii: "#") {
      let scalar = Self.scalar(bytes, (mark + 2)..<last)
      self = scalar.map { .character($0, length: length) } ?? .bare
    } else {
      self = Self.named(bytes, name, length: length)
    }
  }

  /// The character it stands for and its length; nil where it is kept as it is written.
  var meaning: (Unicode.Scalar, length: Int)? {
    switch self {
    case .character(let scalar, let length), .predefined(let scalar, let length),
      .named(let scalar, let length):
      (scalar, length)
    case .unknown, .bare: nil
    }
  }

  private static func named(
    _ bytes: OPMLBytes, _ name: Range<Int>, length: Int
  ) -> OPMLReference {
    guard let first = name.first, bytes[first].isNameStart,
      name.allSatisfy({ bytes[$0].isNameByte })
    else { return .bare }
    if let scalar = predefined(bytes, name) { return .predefined(scalar, length: length) }
    let word = String(decoding: bytes.slice(name), as: UTF8.self)
    if let scalar = HTMLEntities.scalar(named: word) { return .named(scalar, length: length) }
    return .unknown(length: length)
  }

  private static func predefined(_ bytes: OPMLBytes, _ name: Range<Int>) -> Unicode.Scalar? {
    let names: [(StaticString, Unicode.Scalar)] = [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"),
    ]
    let word = bytes.slice(name)
    return names.first { known, _ in
      word.count == known.utf8CodeUnitCount
        && word.elementsEqual(UnsafeBufferPointer(start: known.utf8Start, count: word.count))
    }?.1
  }

  private static func scalar(_ bytes: OPMLBytes, _ digits: Range<Int>) -> Unicode.Scalar? {
    let isHex = bytes[digits.lowerBound] == UInt8(ascii: "x")
    let text = String(decoding: bytes.slice(digits).dropFirst(isHex ? 1 : 0), as: UTF8.self)
    guard text.utf8.allSatisfy(\.isHexDigit), let value = UInt32(text, radix: isHex ? 16 : 10)
    else { return nil }
    return value > 0 ? Unicode.Scalar(value) : nil
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    let small = self | 0x20
    return self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
      || small >= UInt8(ascii: "a") && small <= UInt8(ascii: "f")
  }
}
