/// Mends in the bytes of a document what writers of XML get wrong without meaning anything by it.
///
/// Nothing is taken away but what XML forbids everywhere: control characters. Every repair is
/// counted.
package struct XMLRepair: Sendable {
  /// The mended document.
  package private(set) var bytes: [UInt8] = []
  /// How many bytes were no UTF-8 and were read as windows-1252.
  package private(set) var foreignBytes = 0
  /// How many control characters were dropped.
  package private(set) var controls = 0
  /// How many ampersands began no reference and were escaped.
  package private(set) var ampersands = 0
  /// How many `<` began no tag and were escaped.
  package private(set) var brackets = 0
  /// How many bytes stood before the document.
  package private(set) var leading = 0

  /// What was mended, as sentences; empty for a document that needed nothing.
  package var findings: [String] {
    [
      (leading, "byte", "before the document, passed over"),
      (foreignBytes, "byte", "not in UTF-8, read as windows-1252"),
      (controls, "control character", "dropped"),
      (ampersands, "bare ampersand", "read as plain text"),
      (brackets, "stray angle bracket", "read as plain text"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s") \($0.2)" }
  }

  /// Mends a document. One pass.
  package init(_ document: [UInt8]) {
    bytes.reserveCapacity(document.count + document.count / 16)
    document.withUnsafeBufferPointer { all in
      leading = XMLRepair.start(all)
      mend(UnsafeBufferPointer(rebasing: all[leading...]))
    }
  }

  /// Where the document begins: at its declaration, else at its first tag.
  private static func start(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    if let declaration = head.end(of: "<?xml ", from: 0) { return declaration - 6 }
    return head.find(UInt8(ascii: "<"), from: 0) ?? 0
  }

  private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        index = wide(bytes, at: index)
      } else if byte < 0x20, !byte.isBlank || byte == 0x0B || byte == 0x0C {
        controls += 1
        index += 1
      } else if byte == UInt8(ascii: "&") {
        index = reference(bytes, at: index)
      } else if byte == UInt8(ascii: "<") {
        index = bracket(bytes, at: index)
      } else {
        self.bytes.append(byte)
        index += 1
      }
    }
  }

  /// Takes a character beyond ASCII: as it is when it is UTF-8, else its first byte as
  /// windows-1252.
  private mutating func wide(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let length = UTF8Sequence.length(bytes, at: index)
    if length > 0 {
      // U+FFFE and U+FFFF are characters of UTF-8 and not of XML.
      let isForbidden =
        length == 3 && bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
      if isForbidden {
        controls += 1
      } else {
        self.bytes.append(contentsOf: bytes[index..<index + length])
      }
      return index + length
    }
    foreignBytes += 1
    for byte in UTF8.encode(XMLEncoding.windows1252(bytes[index]))
      ?? UTF8.encodedReplacementCharacter
    { self.bytes.append(byte) }
    return index + 1
  }

  private mutating func reference(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    if let (scalar, end) = HTMLReference.read(bytes, at: index), end > index,
      bytes[end - 1] == UInt8(ascii: ";")
    {
      let isControl = scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value)
      if isControl {
        controls += 1
      } else {
        self.bytes.append(contentsOf: bytes[index..<end])
      }
      return end
    }
    ampersands += 1
    self.bytes.append(contentsOf: "&amp;".utf8)
    return index + 1
  }

  private mutating func bracket(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    if bytes.has("<![CDATA[", at: index) {
      return section(bytes, from: index, to: bytes.end(of: "]]>", from: index + 9) ?? bytes.count)
    }
    if bytes.has("<!--", at: index) {
      return section(bytes, from: index, to: bytes.end(of: "-->", from: index + 4) ?? bytes.count)
    }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let beginsTag =
      next.isLetterASCII || next >= 0x80
      || [0x2F, 0x21, 0x3F, 0x5F, 0x3A].contains(next) || index + 1 == bytes.count
    if beginsTag {
      self.bytes.append(bytes[index])
    } else {
      brackets += 1
      self.bytes.append(contentsOf: "&lt;".utf8)
    }
    return index + 1
  }

  /// Takes a part in which ampersands and brackets mean nothing.
  private mutating func section(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte >= 0x80 {
        index = wide(bytes, at: index)
      } else {
        if byte < 0x20, ![0x09, 0x0A, 0x0D].contains(byte) {
          controls += 1
        } else {
          self.bytes.append(byte)
        }
        index += 1
      }
    }
    return max(index, end)
  }
}

/// Whether bytes are UTF-8.
enum UTF8Sequence {
  /// The length of the well-formed sequence that begins here; 0 when none does.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(bytes, index, 1) ? 2 : 0
    case 0xE0: return second >= 0xA0 && follows(bytes, index, 2) ? 3 : 0
    case 0xED: return second <= 0x9F && follows(bytes, index, 2) ? 3 : 0
    case 0xE1...0xEF: return follows(bytes, index, 2) ? 3 : 0
    case 0xF0: return second >= 0x90 && follows(bytes, index, 3) ? 4 : 0
    case 0xF4: return second <= 0x8F && follows(bytes, index, 3) ? 4 : 0
    case 0xF1...0xF3: return follows(bytes, index, 3) ? 4 : 0
    default: return 0
    }
  }

  private static func follows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: Int
  ) -> Bool {
    guard bytes.count - index > count else { return false }
    return (1...count).allSatisfy { bytes[index + $0] & 0xC0 == 0x80 }
  }
}
