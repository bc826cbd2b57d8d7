/// The name of an account on a server that speaks ActivityPub, as lists write it: `user@host`.
struct Acct: Hashable, Sendable {
  /// The name in lower case, without the sign that some write before it; `user` alone for an
  /// account of the server that wrote the list.
  let value: String
  /// Whether the server is named.
  let hasHost: Bool

  /// Reads a name; nil for a text that is none.
  init?(_ written: String) {
    var written = written
    guard let form = written.withUTF8(Form.init) else { return nil }
    hasHost = form.hasHost
    let name =
      form.start == 0
      ? written : String(decoding: written.utf8.dropFirst(form.start), as: UTF8.self)
    value = form.isSmall ? name : name.lowercased()
  }

  /// The account; `home` is the server to which a name without one belongs.
  func key(home: String?) -> AccountKey {
    guard !hasHost, let home else { return AccountKey(kind: .fediverse, value: value) }
    return AccountKey(kind: .fediverse, value: "\(value)@\(home)")
  }

  // What one walk over the bytes tells: lists have a million rows.
  private struct Form {
    var start = 0
    var hasHost = false
    var isSmall = true

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      if bytes.starts(with: "acct:".utf8) { start = 5 }
      if start < bytes.count, bytes[start] == AddressByte.at { start += 1 }
      guard start < bytes.count, bytes[bytes.count - 1] != AddressByte.at else { return nil }
      for index in start..<bytes.count {
        let byte = bytes[index]
        if Self.isUsual(byte) { continue }
        if byte == AddressByte.at {
          guard !hasHost, index > start else { return nil }
          hasHost = true
        } else if Self.isForeign(byte) {
          return nil
        } else if byte >= 0x80 || (0x41...0x5A).contains(byte) {
          isSmall = false
        }
      }
    }

    private static func isUsual(_ byte: UInt8) -> Bool {
      byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == AddressByte.dot
    }

    private static func isForeign(_ byte: UInt8) -> Bool {
      switch byte {
      case 0...0x20, 0x22, 0x27, 0x2C, 0x2F, 0x3B, 0x3C, 0x3E, 0x3F, 0x5C, 0x7F: true
      default: false
      }
    }
  }
}
