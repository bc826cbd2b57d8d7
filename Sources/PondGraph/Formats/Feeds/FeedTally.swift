/// What the tags of a feed speak of, whatever a reader made of them: as the addresses of a list are
/// counted in its bytes, so that nothing is lost without a word.
///
/// Comments and sections of text are passed over. O(bytes).
struct FeedTally {
  /// How many items there are: the tags that begin one, and those that end one whose beginning is
  /// not to be seen, for an end of something else stands between it and the item before.
  private(set) var items = 0
  /// Whether something like the end of the feed stands behind the last item: a closing tag, or what
  /// is left of one (`/feed>`). Nothing of that kind follows where a feed is cut.
  private(set) var hasEnd = false

  private var isOpen = false
  private var hasContent = false
  private var hasHeadOrphan = false

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { count($0) }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
    var sections = LooseSections(bytes)
    var lastEnd: Int?
    var index = 0
    while let start = bytes.find(UInt8(ascii: "<"), from: index) {
      if bytes.has("<![CDATA[", at: start) {
        index = sections.section(at: start).end
      } else if bytes.has("<!--", at: start) {
        index = sections.endOfComment(at: start)
      } else {
        if take(bytes, at: start), !isOpen { lastEnd = start }
        index = start + 1
      }
    }
    if let lastEnd { hasEnd = Self.isEnd(bytes, after: lastEnd) }
  }

  /// Takes a tag; whether it begins or ends an item.
  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    guard Self.isItem(bytes, at: isEnd ? start + 2 : start + 1) else {
      hasContent = hasContent || isEnd
      return false
    }
    if !isEnd || endsOrphan() { items += 1 }
    isOpen = !isEnd
    hasContent = false
    return true
  }

  /// Whether the end of an item that comes now has no beginning. Before the first of them stands what
  /// is the feed's own: an end there may be a beginning that gained a slash, whose own end follows.
  private mutating func endsOrphan() -> Bool {
    guard !isOpen, hasContent else { return false }
    if hasHeadOrphan, items == 1 {
      hasHeadOrphan = false
      return false
    }
    hasHeadOrphan = items == 0
    return true
  }

  /// Whether the name at an index, that of a tag, is an item's.
  static func isItem(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var first = start
    for prefix: StaticString in ["atom:", "rss:", "a10:", "atom10:"]
    where bytes.hasLetters(prefix, at: start) {
      first = start + prefix.utf8CodeUnitCount
    }
    let length = bytes.hasLetters("item", at: first) ? 4 : 5
    guard length == 4 || bytes.hasLetters("entry", at: first) else { return false }
    guard first + length < bytes.count else { return true }
    let next = bytes[first + length]
    return next.isBlank || "></<".utf8.contains(next)
  }

  private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, after lastEnd: Int) -> Bool {
    let close = bytes.find(UInt8(ascii: ">"), from: lastEnd) ?? bytes.count - 1
    let rest = bytes[(close + 1)...].drop(while: \.isBlank)
    guard let last = rest.last(where: { !$0.isBlank }) else { return false }
    let isTag = rest.starts(with: "</".utf8)
    return isTag || last == UInt8(ascii: ">") && !rest.contains(UInt8(ascii: "<"))
  }
}
