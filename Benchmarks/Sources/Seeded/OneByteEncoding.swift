/// The two encodings of one byte to a character that old feeds are written in.
package enum OneByteEncoding: String, Sendable {
  case latin1 = "ISO-8859-1"
  case windows1252 = "windows-1252"

  /// The bytes of a text; a character that the encoding has no byte for becomes a reference.
  package func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if let byte = byte(for: scalar) { return [byte] }
      return Array("&#\(scalar.value);".utf8)
    }
  }

  private func byte(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
    default: self == .windows1252 ? Self.typography[scalar] : nil
    }
  }

  /// What windows-1252 has where ISO-8859-1 has control characters, as far as the samples use it.
  private static let typography: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "Œ": 0x8C, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96,
    "—": 0x97, "œ": 0x9C,
  ]
}
