/// The links of a web page: `link`, `a` and `base`, read tag by tag. Pages of the wild are no trees.
package struct HTMLLinks {
  /// One of them.
  package struct Link: Hashable, Sendable {
    /// Whether it says against what the others are resolved.
    package let isBase: Bool
    /// Whether it is a `link`, which speaks of the whole page.
    package let isInHead: Bool
    /// Where it leads, references resolved; nil where it does not say.
    package let href: String?
    /// What it is to the page, in small letters.
    package let rel: Set<String>
    /// What it leads to; nil where it does not say.
    package let type: String?
  }

  private let bytes: [UInt8]

  /// Takes a page; what lies beyond two megabytes is not looked at.
  package init(_ bytes: some Collection<UInt8>) {
    self.bytes = XMLEncoding.utf8(bytes.prefix(2 << 20)).bytes
  }

  /// Hands them over in order. O(bytes).
  package func forEach(_ take: (Link) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while let start = bytes.find(UInt8(ascii: "<"), from: index) {
        index = start + 1
        if bytes.has("<!--", at: start) {
          index = bytes.end(of: "-->", from: start + 4) ?? bytes.count
        } else if Self.mayBeLink(bytes, start) {
          let tag = LooseTag(bytes, at: start)
          index = max(tag.end, index)
          if let link = Self.link(tag) { take(link) }
        }
      }
    }
  }

  private static func mayBeLink(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    return "alb".utf8.contains(bytes[start + 1] | 0x20)
  }

  private static func link(_ tag: LooseTag) -> Link? {
    let name = tag.name.lowercased()
    guard ["a", "link", "base"].contains(name), !tag.isClosing else { return nil }
    let value = { (wanted: String) in
      tag.attributes.first { $0.name.lowercased() == wanted }?.value
    }
    let rel = (value("rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    return Link(
      isBase: name == "base", isInHead: name == "link", href: value("href"),
      rel: Set(rel.map(String.init)), type: value("type"))
  }
}
