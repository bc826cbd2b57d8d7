/// Where the comments and sections of text of something that is almost XML end. Remembers what it
/// found, so that asking for one after the other takes linear time, whatever the text.
struct LooseSections {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var comment = Ahead("-->")
  private var section = Ahead("]]>")
  private var nextComment = Ahead("<!--")
  private var next = Ahead("<![CDATA[")
  private var tag = Ahead("</")

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The index after the comment that begins at an index; after its `<!--` alone where it has no
  /// end before the next one begins, or none at all, so that it hides nothing.
  mutating func endOfComment(at start: Int) -> Int {
    let first = start + 4
    let following = nextComment.end(from: first, in: bytes) ?? bytes.count
    guard let end = comment.end(from: first, in: bytes), end <= following else { return first }
    return end
  }

  /// The index after what begins with `<!` or `<?` and is neither: after its `>`, or where a tag begins
  /// before that, for then it has no end and hides nothing.
  static func endOfDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start + 2
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "<") { return index }
      index += 1
    }
    return min(index + 1, bytes.count)
  }

  /// The text of the section that begins at an index, and the index after it. A section that has
  /// no end before the next one begins, or none at all, ends with the element that it stands in.
  mutating func section(at start: Int) -> (text: Range<Int>, end: Int) {
    let first = start + 9
    let following = next.end(from: first, in: bytes).map { $0 - 9 } ?? bytes.count
    if let end = section.end(from: first, in: bytes), end <= following {
      return (first..<end - 3, end)
    }
    let end = min(tag.end(from: first, in: bytes).map { $0 - 2 } ?? bytes.count, following)
    return (first..<max(first, end), max(first, end))
  }

  /// One text, looked for from ever later places.
  private struct Ahead {
    private let text: StaticString
    private var found: Int?
    private var isKnown = false

    init(_ text: StaticString) { self.text = text }

    mutating func end(from index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      if isKnown {
        guard let found else { return nil }
        if found - text.utf8CodeUnitCount >= index { return found }
      }
      isKnown = true
      found = bytes.end(of: text, from: index)
      return found
    }
  }
}
