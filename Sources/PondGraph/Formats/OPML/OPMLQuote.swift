/// Tells the quote that closes a value from one that strayed into it.
enum OPMLQuote {
  /// Whether what follows a quote is what follows a value: another attribute, the end of the tag,
  /// or the next tag.
  static func closes(_ bytes: OPMLBytes, at quote: Int) -> Bool {
    let next = bytes.afterBlanks(quote + 1)
    switch bytes[next] {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "/"): return bytes[bytes.afterBlanks(next + 1)] == UInt8(ascii: ">")
    case UInt8(ascii: "<"): return beginsTag(bytes, at: next)
    case let byte where byte.isNameStart: return beginsAttribute(bytes, at: next)
    default: return next >= bytes.count
    }
  }

  private static func beginsAttribute(_ bytes: OPMLBytes, at start: Int) -> Bool {
    var end = start
    while bytes[end].isNameByte { end += 1 }
    let sign = bytes.afterBlanks(end)
    guard bytes[sign] == UInt8(ascii: "=") else { return sign >= bytes.count }
    let value = bytes.afterBlanks(sign + 1)
    return bytes[value].isQuote || value >= bytes.count
      || OPMLName(bytes, bytes.localName(start..<end)) != nil
  }

  /// Where a value ends whose closing quote is missing, if the quote found instead opens the value
  /// of the next attribute: `text="News xmlUrl="…"`.
  static func endOfUnclosed(_ bytes: OPMLBytes, from first: Int, before quote: Int) -> Int? {
    var end = quote
    while end > first, bytes[end - 1].isBlank { end -= 1 }
    guard end > first, bytes[end - 1] == UInt8(ascii: "=") else { return nil }
    end -= 1
    while end > first, bytes[end - 1].isBlank { end -= 1 }
    var start = end
    while start > first, end - start < 20, bytes[start - 1].isNameByte { start -= 1 }
    guard start > first, bytes[start - 1].isBlank, OPMLName(bytes, start..<end) != nil
    else { return nil }
    return bytes.trimmed(first..<start).upperBound
  }

  // No tag of HTML that stands in a title or a description is longer.
  private static let longestInnerTag = 2_000

  /// A tag of HTML that somebody left unescaped inside a value, quotes and all, beginning at a `<`;
  /// nil where what follows has no such form. An outline's address is never part of one.
  static func innerTag(_ bytes: OPMLBytes, at mark: Int) -> Range<Int>? {
    let limit = mark + longestInnerTag
    var place = mark + (bytes[mark + 1] == UInt8(ascii: "/") ? 2 : 1)
    guard bytes[place].isLetterASCII else { return nil }
    while place < limit, bytes[place].isNameByte { place += 1 }
    while place < limit {
      let next = bytes.afterBlanks(place)
      switch bytes[next] {
      case UInt8(ascii: ">"): return mark..<(next + 1)
      case UInt8(ascii: "/"): place = next + 1
      case let byte where byte.isNameStart && next > place:
        guard let end = afterInnerAttribute(bytes, at: next, limit: limit) else { return nil }
        place = end
      default: return nil
      }
    }
    return nil
  }

  private static func afterInnerAttribute(
    _ bytes: OPMLBytes, at start: Int, limit: Int
  ) -> Int? {
    var end = start
    while end < limit, bytes[end].isNameByte { end += 1 }
    let name = OPMLName(bytes, start..<end)
    guard name != .xmlUrl, name != .htmlUrl else { return nil }
    let sign = bytes.afterBlanks(end)
    guard bytes[sign] == UInt8(ascii: "=") else { return end }
    var value = bytes.afterBlanks(sign + 1)
    if bytes[value].isQuote {
      return bytes.first(bytes[value], in: (value + 1)..<max(limit, value + 1)).map { $0 + 1 }
    }
    while value < limit, bytes[value].isNameByte || bytes[value] == UInt8(ascii: "/") { value += 1 }
    return value
  }

  /// Whether the tag of an outline, or the end of a list, begins here.
  static func beginsTag(_ bytes: OPMLBytes, at mark: Int) -> Bool {
    let isEnd = bytes[mark + 1] == UInt8(ascii: "/")
    let name = mark + (isEnd ? 2 : 1)
    var end = name
    while end - name < 10, bytes[end].isNameByte { end += 1 }
    let word = name..<end
    return bytes.equals("outline", word)
      || isEnd && (bytes.equals("body", word) || bytes.equals("opml", word))
  }
}
