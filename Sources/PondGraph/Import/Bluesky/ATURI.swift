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
    guard text.utf8.starts(with: "at://did:".utf8) else { return nil }
    let parts = text.utf8.dropFirst(5).split(separator: UInt8(ascii: "/"))
    guard parts.count == 3, Self.isDID(parts[0]) else { return nil }
    did = Substring(parts[0])
    collection = Substring(parts[1])
    key = Substring(parts[2])
  }

  /// Whether it is the address of a post.
  var isPost: Bool { collection == "app.bsky.feed.post" }

  /// Whether a text has the form of a DID.
  static func isDID(_ text: some Collection<UInt8>) -> Bool {
    text.starts(with: "did:".utf8) && text.count > 8
      && text.allSatisfy { byte in
        AddressByte.isLetter(byte) || AddressByte.isDigit(byte) || ".:%_-".utf8.contains(byte)
      }
  }
}
