/// The address of a record: `at://did:plc:…/app.bsky.feed.post/3k…`.
struct ATURI: Hashable {
  /// Whose repository it stands in: a DID. (Others may write a handle there; those prove nothing.)
  let did: Substring
  /// Which kind of record it is.
  let collection: Substring
  /// The key of the record within its kind.
  let key: Substring

  /// Reads an address; nil for a text that is none with all three parts.
  init?(_ text: String) {
    guard text.hasPrefix("at://did:") else { return nil }
    let parts = text.utf8.dropFirst(5)
    guard let first = parts.firstIndex(of: AddressByte.slash) else { return nil }
    let rest = parts[parts.index(after: first)...]
    guard let second = rest.firstIndex(of: AddressByte.slash) else { return nil }
    let name = rest[rest.index(after: second)...]
    guard !name.isEmpty, second > rest.startIndex, !name.contains(AddressByte.slash),
      Self.isDID(parts[..<first])
    else { return nil }
    did = Substring(parts[..<first])
    collection = Substring(rest[..<second])
    key = Substring(name)
  }

  /// Whether it is the address of a post.
  var isPost: Bool { collection == "app.bsky.feed.post" }

  /// Whether a text has the form of a DID.
  static func isDID(_ text: some Collection<UInt8>) -> Bool {
    text.count > 8 && text.starts(with: "did:".utf8) && text.allSatisfy(isOfDID)
  }

  private static func isOfDID(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x25, 0x5F: true
    default: false
    }
  }
}
