/// The address of a tweet's page: `https://twitter.com/handle/status/123`.
package struct XStatusAddress: Hashable, Sendable {
  /// The author's handle, as written.
  package let handle: String
  /// The number of the tweet.
  package let tweet: UInt64

  /// Reads an address; nil for any other page, and for one that leaves the author out.
  package init?(_ address: JSONText) {
    guard address.hasPrefix("http") else { return nil }
    guard let found = address.withBytes(Self.read) else { return nil }
    self = found
  }

  private init(handle: String, tweet: UInt64) {
    self.handle = handle
    self.tweet = tweet
  }

  // Some writers escape the slashes.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> XStatusAddress? {
    guard bytes.count < 300 else { return nil }
    let parts = String(decoding: bytes.lazy.filter { $0 != 0x5C }, as: UTF8.self)
      .split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 6, hosts.contains(parts[2].lowercased()), parts[4] == "status" else {
      return nil
    }
    let digits = parts[5].prefix { $0.isASCII && $0.isNumber }
    guard let tweet = UInt64(digits), !parts[3].isEmpty, parts[3] != "i",
      parts[3].utf8.allSatisfy(isHandleByte)
    else { return nil }
    return XStatusAddress(handle: String(parts[3]), tweet: tweet)
  }

  private static let hosts: Set<String> = [
    "twitter.com", "www.twitter.com", "mobile.twitter.com", "x.com", "www.x.com", "mobile.x.com",
  ]

  /// Whether a handle may have this byte.
  static func isHandleByte(_ byte: UInt8) -> Bool {
    byte.isLetterASCII || byte.isDigitASCII || byte == UInt8(ascii: "_")
  }
}
