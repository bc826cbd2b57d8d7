import Foundation

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
    /// The feed of a live bookmark (`FEEDURL`), as Firefox and its extensions write it; nil for
    /// every other link.
    package let feed: String?
    /// What the link is called; nil where nothing stands in it.
    package let title: String?
    /// The bytes of its tags and of what stands between them.
    package let range: Range<Int>
  }

  private let bytes: [UInt8]
  /// Whether the page is read as it lies in the file: in UTF-8, so that places in one are places
  /// in the other.
  package let isVerbatim: Bool

  /// Takes the whole page in UTF-8, or what looks most like it.
  package init(_ bytes: some Collection<UInt8>) {
    self.bytes = XMLEncoding.utf8(bytes).bytes
    isVerbatim = self.bytes.elementsEqual(bytes)
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
        if let link = Self.link(tag, bytes, start) { take(link) }
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

  private static func link(
    _ tag: LooseTag, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Link? {
    var (address, feed): (String?, String?)
    var added: Double?
    for (name, value) in tag.attributes {
      switch name.lowercased() {
      case "href": address = value
      case "feedurl": feed = value.isEmpty ? nil : value
      case "add_date", "time_added": added = seconds(value)
      default: break
      }
    }
    guard let address else { return nil }
    let close = bytes[min(tag.end, bytes.count)...].firstIndex(of: UInt8(ascii: "<")) ?? tag.end
    let end = bytes.has("</a>", at: close) || bytes.has("</A>", at: close) ? close + 4 : close
    let words = bytes[min(tag.end, close)..<close]
    let title = String(
      decoding: HTMLReference.resolved(UnsafeBufferPointer(rebasing: words)), as: UTF8.self
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    return Link(
      address: address, added: added, feed: feed, title: title.isEmpty ? nil : title,
      range: start..<end)
  }

  /// The bytes of a link's whole entry: its `<DT>`, its description (`<DD>`), and its line where
  /// it stands alone on it.
  package func entry(of link: Link) -> Range<Int> {
    var start = back(over: isBlank, from: link.range.lowerBound)
    let isItem =
      start >= 4
      && String(decoding: bytes[(start - 4)..<start], as: UTF8.self)
        .lowercased() == "<dt>"
    start = isItem ? start - 4 : link.range.lowerBound
    var end = link.range.upperBound
    let after = bytes[end...].firstIndex { !isBlank($0) && $0 != 0x0A && $0 != 0x0D } ?? end
    if String(decoding: bytes[after...].prefix(4), as: UTF8.self).lowercased() == "<dd>" {
      end = bytes[(after + 4)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return start..<back(over: { isBlank($0) }, from: end)
    }
    let line = back(over: isBlank, from: start)
    let rest = bytes[end...].firstIndex { !isBlank($0) } ?? bytes.count
    let beginsLine = line == 0 || bytes[line - 1] == 0x0A
    guard beginsLine, rest < bytes.count, bytes[rest] == 0x0A || bytes[rest] == 0x0D else {
      return start..<end
    }
    let isPair = bytes[rest] == 0x0D && rest + 1 < bytes.count && bytes[rest + 1] == 0x0A
    return line..<(rest + (isPair ? 2 : 1))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func back(over isPassed: (UInt8) -> Bool, from place: Int) -> Int {
    var start = place
    while start > 0, isPassed(bytes[start - 1]) { start -= 1 }
    return start
  }

  // Some programs write milliseconds or microseconds.
  private static func seconds(_ text: String) -> Double? {
    guard var seconds = Double(text), seconds.isFinite, seconds > 0 else { return nil }
    while seconds > 100_000_000_000 { seconds /= 1_000 }
    return seconds
  }
}
