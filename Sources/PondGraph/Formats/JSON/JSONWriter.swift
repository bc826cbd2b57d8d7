/// Writes JSON piece by piece, where building a value first would take the memory of it twice.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Starts with nothing.
  package init() {}

  /// Writes punctuation and numbers as they stand.
  package mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a string in quotes, with what may not stand there escaped.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.contains(where: Self.needsEscape) {
        for byte in utf8 { escape(byte) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == 0x5C
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x0A: raw("\\n")
    case 0x09: raw("\\t")
    case 0x0D: raw("\\r")
    case UInt8(ascii: "\""), 0x5C: bytes += [0x5C, byte]
    case ..<0x20:
      let digits = String(byte, radix: 16)
      raw("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    default: bytes.append(byte)
    }
  }
}
