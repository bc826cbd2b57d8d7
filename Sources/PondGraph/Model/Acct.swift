/// The name of an account on a server that speaks ActivityPub, as lists write it: `user@host`.
struct Acct: Hashable, Sendable {
  /// The name in lower case, without the sign that some write before it; `user` alone for an
  /// account of the server that wrote the list.
  let value: String
  /// Whether the server is named.
  let hasHost: Bool

  /// Reads a name; nil for a text that is none.
  init?(_ written: String) {
    var text = written[...]
    if text.utf8.starts(with: "acct:".utf8) { text = text.dropFirst(5) }
    if text.utf8.first == AddressByte.at { text = text.dropFirst() }
    guard let form = Self.form(of: text) else { return nil }
    hasHost = form.hasHost
    value = form.isSmall ? String(text) : text.lowercased()
  }

  /// The account; `home` is the server to which a name without one belongs.
  func key(home: String?) -> AccountKey {
    guard !hasHost, let home else { return AccountKey(kind: .fediverse, value: value) }
    return AccountKey(kind: .fediverse, value: "\(value)@\(home)")
  }

  // One walk over the bytes: lists have a million rows.
  private static func form(of text: Substring) -> (hasHost: Bool, isSmall: Bool)? {
    var text = text
    return text.withUTF8 { bytes in
      var sign: Int?
      var isSmall = true
      for (index, byte) in bytes.enumerated() {
        if byte == AddressByte.at {
          guard sign == nil, index > 0 else { return nil }
          sign = index
        } else if isForeign(byte) {
          return nil
        } else if byte >= 0x80 || (0x41...0x5A).contains(byte) {
          isSmall = false
        }
      }
      guard !bytes.isEmpty, sign != bytes.count - 1 else { return nil }
      return (sign != nil, isSmall)
    }
  }

  private static func isForeign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x27, 0x2C, 0x2F, 0x3B, 0x3C, 0x3E, 0x3F, 0x5C, 0x7F: true
    default: false
    }
  }
}
