/// Sections of text that lost their end, in a feed that is well-formed nonetheless: such a section goes
/// on to the end of the next one and takes the items between the two with it, without a word.
enum UnendedSections {
  /// The text with the ends put in again; nil where there is nothing to put right. An honest section
  /// may hold the beginning of another, as text about XML does, but not the end of an item, the
  /// beginning of the next and a section in that. O(bytes).
  static func ended(in bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var mended: [UInt8] = []
    var copied = 0
    var index = 0
    var lastEnd = 0
    while let start = bytes.find(UInt8(ascii: "<"), from: index) {
      index = start + 1
      if bytes.has("<!--", at: start) {
        index = bytes.end(of: "-->", from: start + 4) ?? index
      }
      guard bytes.has("<![CDATA[", at: start) else { continue }
      let first = start + 9
      if lastEnd < first + 3 { lastEnd = bytes.end(of: "]]>", from: first) ?? bytes.count }
      guard let next = bytes.end(of: "<![CDATA[", from: first), next <= lastEnd,
        holdsNextItem(bytes, first..<next), let end = end(of: bytes, around: start, before: next)
      else {
        index = lastEnd
        continue
      }
      mended += bytes[copied..<end]
      mended += "]]>".utf8
      copied = end
      index = end
    }
    guard copied > 0 else { return nil }
    return mended + bytes[copied...]
  }

  private static func holdsNextItem(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    var hasEnd = false
    var index = range.lowerBound
    while let start = bytes.find(UInt8(ascii: "<"), from: index), start < range.upperBound {
      index = start + 1
      let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      guard FeedTally.isItem(bytes, at: isEnd ? index + 1 : index) else { continue }
      if isEnd { hasEnd = true } else if hasEnd { return true }
    }
    return false
  }

  // Where the element ends that the section stands in: before the first end of its name.
  private static func end(
    of bytes: UnsafeBufferPointer<UInt8>, around section: Int, before limit: Int
  ) -> Int? {
    var open = section - 1
    while open >= 0, bytes[open] != UInt8(ascii: "<") { open -= 1 }
    guard open >= 0 else { return nil }
    let name = LooseTag(bytes, at: open).name
    guard !name.isEmpty else { return nil }
    var index = section + 9
    while let start = bytes.find(UInt8(ascii: "<"), from: index), start < limit {
      index = start + 1
      guard index < limit, bytes[index] == UInt8(ascii: "/") else { continue }
      if LooseTag(bytes, at: start).name == name { return start }
    }
    return nil
  }
}
