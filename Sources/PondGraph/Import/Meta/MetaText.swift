import Foundation

/// Texts of Meta's exports, in which every byte of UTF-8 was taken for a character of Latin-1.
enum MetaText {
  /// The text as it was meant; the text itself where it was right already.
  static func repaired(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isPlain = true
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      if byte >= 0x80 { isPlain = false }
      bytes.append(byte)
    }
    guard !isPlain else { return text }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  /// A moment in seconds since 1970; nil for 0, which stands for none.
  static func date(_ value: JSONValue?) -> Date? {
    guard let seconds = value?.word.flatMap({ Int64($0) }), seconds > 0, seconds < 4_102_444_800
    else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }

  /// Whether it is a user name of Instagram or Threads.
  static func isUserName(_ text: String) -> Bool {
    (1...30).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
