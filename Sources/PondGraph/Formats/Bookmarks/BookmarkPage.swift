/// A page of links as browsers and read-later services write it: Netscape's bookmark file, with or
/// without Pinboard's attributes, and Pocket's older export. Tags are never closed in it, so it is
/// read tag by tag and no tree is built.
package struct BookmarkPage {
  /// One link.
  package struct Link: Hashable, Sendable {
    /// Where it leads, references resolved.
    package let address: String
    /// When it was added, in seconds since 1970; nil where the page does not say.
    package let added: Double?
  }

  private let bytes: [UInt8]

  /// Takes the whole page in UTF-8, or what looks most like it.
  package init(_ bytes: some Collection<UInt8>) {
    self.bytes = XMLEncoding.utf8(bytes).bytes
  }

  /// Hands over the links in order. O(bytes).
  /// - Returns: whether the page goes on to its end: the last tag is whole.
  @discardableResult
  package func forEachLink(_ take: (Link) -> Void) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while let start = bytes.find(UInt8(ascii: "<"), from: index) {
        if bytes.has("<!--", at: start) {
          guard let end = bytes.end(of: "-->", from: start + 4) else { return false }
          index = end
          continue
        }
        guard Self.isLink(bytes, at: start) else {
          index = start + 1
          continue
        }
        let tag = LooseTag(bytes, at: start)
        guard tag.isWhole else { return false }
        if let link = Self.link(tag) { take(link) }
        index = max(tag.end, start + 1)
      }
      return true
    }
  }

  // `<a` and a blank.
  private static func isLink(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    start + 2 < bytes.count && bytes[start + 1] | 0x20 == UInt8(ascii: "a")
      && bytes[start + 2].isBlank
  }

  private static func link(_ tag: LooseTag) -> Link? {
    var address: String?
    var added: Double?
    for (name, value) in tag.attributes {
      switch name.lowercased() {
      case "href": address = value
      case "add_date", "time_added": added = seconds(value)
      default: break
      }
    }
    return address.map { Link(address: $0, added: added) }
  }

  // Some programs write milliseconds or microseconds.
  private static func seconds(_ text: String) -> Double? {
    guard var seconds = Double(text), seconds.isFinite, seconds > 0 else { return nil }
    while seconds > 100_000_000_000 { seconds /= 1_000 }
    return seconds
  }
}
