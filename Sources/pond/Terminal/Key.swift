/// A key that a person pressed, as far as Pond tells keys apart.
enum Key: Hashable {
  /// A letter, a digit, a sign: one scalar of what was typed.
  case scalar(Unicode.Scalar)
  case enter, escape, backspace, clear
  case up, down, pageUp, pageDown, home, end
  /// There will be no more keys: Ctrl-D, or the terminal is gone.
  case endOfInput
  /// Anything else.
  case unknown
}

/// Bytes from a terminal made into keys. A value without a terminal in it.
struct KeyDecoder {
  private var pending: [UInt8] = []

  /// Whether a key has begun and not ended; a lone escape looks like that until a moment passed.
  var isMidway: Bool { !pending.isEmpty }

  /// Takes one byte.
  /// - Returns: the key that it ends; nil where it ends none.
  mutating func take(_ byte: UInt8) -> Key? {
    pending.append(byte)
    guard let key = Self.key(pending) else { return nil }
    pending = []
    return key
  }

  /// What was begun, when nothing follows.
  mutating func finish() -> Key? {
    defer { pending = [] }
    return pending.first.map { $0 == 0x1B && pending.count == 1 ? .escape : .unknown }
  }

  /// The key that these bytes are; nil where they are the beginning of one.
  private static func key(_ bytes: [UInt8]) -> Key? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return sequence(bytes)
    case 0x0D, 0x0A: return .enter
    case 0x7F, 0x08: return .backspace
    case 0x15: return .clear
    case 0x04: return .endOfInput
    case 0..<0x20: return .unknown
    case 0..<0x80: return .scalar(Unicode.Scalar(first))
    default: return scalar(bytes)
    }
  }

  // CSI and SS3, as ECMA-48 and xterm write them.
  private static func sequence(_ bytes: [UInt8]) -> Key? {
    guard bytes.count > 1 else { return nil }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else { return .unknown }
    guard bytes.count > 2, let last = bytes.last else { return nil }
    guard (0x40...0x7E).contains(last) else { return bytes.count > 16 ? .unknown : nil }
    let parameter = String(decoding: bytes[2..<(bytes.count - 1)], as: UTF8.self)
    switch (last, parameter) {
    case (UInt8(ascii: "A"), _): return .up
    case (UInt8(ascii: "B"), _): return .down
    case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), "1"), (UInt8(ascii: "~"), "7"): return .home
    case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), "4"), (UInt8(ascii: "~"), "8"): return .end
    case (UInt8(ascii: "~"), "5"): return .pageUp
    case (UInt8(ascii: "~"), "6"): return .pageDown
    default: return .unknown
    }
  }

  private static func scalar(_ bytes: [UInt8]) -> Key? {
    let length =
      bytes[0] >= 0xF8 ? 1 : bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : bytes[0] >= 0xC0 ? 2 : 1
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let scalar = text.first, text.count == 1, scalar != "\u{FFFD}" else { return .unknown }
    return .scalar(scalar)
  }
}
