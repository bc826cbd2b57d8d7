package import Foundation

/// JSON that is not UTF-8 from its first byte on.
package enum JSONEncoding {
  /// More blanks than these before a document are taken away, so that whoever looks at the beginning
  /// of a file sees some of it.
  private static let blanks = 1_024

  /// The document in UTF-8 and without a long run of blanks before it; nil for one that is so
  /// already, and for what is no JSON. UTF-16 and UTF-32 are told by a mark or by the noughts of the
  /// first characters, which JSON has in ASCII (RFC 4627 §3).
  package static func plain(_ bytes: Data) -> Data? {
    if isWide(bytes.prefix(4)) {
      let text = XMLEncoding.utf8(bytes).bytes.drop(while: \.isBlank)
      return begins(text.first) ? Data(text) : nil
    }
    guard bytes.first?.isBlank == true else { return nil }
    guard let start = bytes.firstIndex(where: { !$0.isBlank }), begins(bytes[start]) else {
      return nil
    }
    return start - bytes.startIndex > blanks ? Data(bytes[start...]) : nil
  }

  private static func isWide(_ head: Data) -> Bool {
    let marks: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
    return head.count == 4 && (marks.contains { head.starts(with: $0) } || head.contains(0))
  }

  private static func begins(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
  }
}
