/// How the characters of a document are written.
///
/// Where mark-up is written as in ASCII, which is everywhere but in UTF-16 and UTF-32, the document
/// is scanned as it stands and only values are decoded: every place is a place in the original.
enum OPMLEncoding: Equatable {
  /// UTF-8; a value that is not is taken for windows-1252, the usual truth behind a wrong label.
  case utf8
  /// UTF-8 under the label of another encoding. What is added is written so that it is read alike by whoever
  /// believes the label.
  case mislabelled
  /// Windows-1252, which is also what calls itself ISO-8859-1.
  case windows1252
  /// Another encoding in which mark-up is written as in ASCII, by its label.
  case labelled(String)

  /// By what the document declares, unless the bytes say otherwise: a text beyond ASCII that is UTF-8 is nothing
  /// else. A label of UTF-16 on single bytes is a wrong label: who could read it knows better.
  /// - Throws: where mark-up is not written as in ASCII, so that its places cannot be told.
  init(declaredIn bytes: OPMLBytes) throws(OPMLError) {
    let label = Self.label(bytes) ?? ""
    let name = label.lowercased()
    if name.isEmpty || XMLEncoding.isUTF8(name) || XMLEncoding.isASCII(name) {
      self = .utf8
    } else if XMLEncoding.isPlainlyUTF8(bytes.slice(0..<bytes.count)) {
      self = .mislabelled
    } else if XMLEncoding.isWide(name) {
      self = .utf8
    } else if Self.latin.contains(name) {
      self = .windows1252
    } else if Self.shifts(name, bytes) {
      throw .unreadable(
        "its encoding is \(label), which Pond does not read, as it says",
        at: OPMLPosition(line: 1, column: 1))
    } else {
      self = .labelled(label)
    }
  }

  // The value of `encoding` in the XML declaration, which may have blanks before it.
  private static func label(_ bytes: OPMLBytes) -> String? {
    let start = bytes.afterBlanks(0)
    guard start < 1_024, bytes.has("<?xml", at: start),
      let end = bytes.first("?>", from: start), end < start + 1_024,
      let name = bytes.first("encoding", from: start), name < end
    else { return nil }
    let sign = bytes.afterBlanks(name + 8)
    let quote = bytes.afterBlanks(sign + 1)
    guard bytes[sign] == UInt8(ascii: "="), bytes[quote].isQuote,
      let close = bytes.first(bytes[quote], in: (quote + 1)..<max(end, quote + 1))
    else { return nil }
    return String(decoding: bytes.slice(bytes.trimmed((quote + 1)..<close)), as: UTF8.self)
  }

  private static let latin: Set = [
    "iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252",
  ]

  // Whether a document switches tables, so that what looks like mark-up may be none. One that never does is
  // ASCII, whatever its label.
  private static func shifts(_ label: String, _ bytes: OPMLBytes) -> Bool {
    let signs: [(label: String, shift: StaticString)] = [
      ("iso-2022", "\u{1B}"), ("utf-7", "+"), ("hz", "~{"),
    ]
    return signs.contains {
      label.hasPrefix($0.label) && bytes.first($0.shift, from: 0) != nil
    }
  }

  /// The text of some bytes; the second value says whether they are of this encoding.
  func decode(_ bytes: UnsafeRawBufferPointer) -> (text: String, isRight: Bool) {
    switch self {
    case .utf8, .mislabelled:
      if let text = String(validating: bytes, as: UTF8.self) { return (text, true) }
      return (XMLEncoding.windows1252(bytes), false)
    case .windows1252: return (XMLEncoding.windows1252(bytes), true)
    case .labelled(let label):
      if bytes.allSatisfy({ $0 < 0x80 }) { return (String(decoding: bytes, as: UTF8.self), true) }
      if let text = XMLEncoding.decode(Array(bytes), declared: label) { return (text, true) }
      return (XMLEncoding.windows1252(bytes), false)
    }
  }
}

/// A document in pairs or fours of bytes, written anew as UTF-8 for the scanner, and the way back
/// from a place in it to the place in the original.
struct OPMLTranscript {
  /// The document as UTF-8.
  let utf8: [UInt8]
  private let unit: Int
  private let isLittle: Bool
  // One mark for every thousand characters, so that the way back costs little memory.
  private let marks: [(written: Int, original: Int)]

  /// The transcript; nil where the document is written in single bytes.
  init?(_ bytes: OPMLBytes) {
    guard let form = Self.form(bytes) else { return nil }
    unit = form.unit
    isLittle = form.isLittle
    var written: [UInt8] = []
    var marks = [(written: 0, original: form.start)]
    var place = form.start
    var count = 0
    while place + unit <= bytes.count {
      let (scalar, length) = Self.scalar(bytes, at: place, unit: unit, isLittle: isLittle)
      written.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      place += length
      count += 1
      if count % 1_000 == 0 { marks.append((written.count, place)) }
    }
    utf8 = written
    self.marks = marks
  }

  /// The place in the original of a place in the transcript.
  func original(_ place: Int, in bytes: OPMLBytes) -> Int {
    let next = marks.partitioned { $0.written > place }
    guard next > 0 else { return place }
    var (written, original) = marks[next - 1]
    while written < place, original + unit <= bytes.count {
      let (scalar, length) = Self.scalar(bytes, at: original, unit: unit, isLittle: isLittle)
      written += UTF8.width(scalar)
      original += length
    }
    return original
  }

  /// A text in the units of the original.
  func encoded(_ text: String) -> [UInt8] {
    let units =
      unit == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map { $0.value }
    return units.flatMap { number in
      let bytes = (0..<unit).map { UInt8(truncatingIfNeeded: number >> UInt32($0 * 8)) }
      return isLittle ? bytes : bytes.reversed()
    }
  }

  // MARK: Reading units

  private static func form(_ bytes: OPMLBytes) -> (unit: Int, isLittle: Bool, start: Int)? {
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case _ where bytes.count < 4: nil
    case (0, 0, 0xFE, 0xFF): (4, false, 4)
    case (0xFF, 0xFE, 0, 0): (4, true, 4)
    case (0, 0, 0, 0x3C): (4, false, 0)
    case (0x3C, 0, 0, 0): (4, true, 0)
    case (0xFE, 0xFF, _, _): (2, false, 2)
    case (0xFF, 0xFE, _, _): (2, true, 2)
    case (0, 0x3C, 0, _): (2, false, 0)
    case (0x3C, 0, _, 0): (2, true, 0)
    default: nil
    }
  }

  private static func scalar(
    _ bytes: OPMLBytes, at place: Int, unit: Int, isLittle: Bool
  ) -> (Unicode.Scalar, length: Int) {
    let first = number(bytes, at: place, unit: unit, isLittle: isLittle)
    if unit == 2, first & 0xFC00 == 0xD800 {
      let second = number(bytes, at: place + 2, unit: 2, isLittle: isLittle)
      if second & 0xFC00 == 0xDC00, place + 4 <= bytes.count,
        let scalar = Unicode.Scalar(0x1_0000 + (first & 0x3FF) << 10 + second & 0x3FF)
      {
        return (scalar, 4)
      }
    }
    return (Unicode.Scalar(first) ?? "\u{FFFD}", unit)
  }

  private static func number(
    _ bytes: OPMLBytes, at place: Int, unit: Int, isLittle: Bool
  ) -> UInt32 {
    (0..<unit).reduce(0) { sum, index in
      let byte = UInt32(bytes[place + (isLittle ? unit - 1 - index : index)])
      return sum << 8 | byte
    }
  }
}

extension Array {
  // The index of the first element for which the condition holds; it holds for all after it.
  fileprivate func partitioned(by holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
