// Why Pond reads OPML with a scanner of its own. A list that is trimmed must keep every byte that
// was not cut, and a third of the lists people share are not well-formed XML. libxml2's recovery
// alters addresses without a word (`?a=1&b=2` becomes `?a=1=2`), and writing a document back loses
// its spelling. So this walks the original bytes and yields places in them, in one pass, the same
// way for every file: where the document is well-formed it sees what any XML parser sees, and
// where it is not it counts what it had to put right. It has no recursion and knows no DTD.

/// The bounds within which honest documents stand, and beyond which none is read.
enum OPMLLimit {
  /// Bytes in a document.
  static let document = 64 << 20
  /// Bytes in one tag.
  static let tag = 1 << 20
  /// Attributes in one tag.
  static let attributes = 1_000
  /// Elements within elements. The deepest of the real lists measured has 11.
  static let depth = 256
  /// Outlines in a document.
  static let outlines = 1_000_000
}

/// Walks the bytes of a document and notes its outlines.
struct OPMLScanner {
  let bytes: OPMLBytes
  var found = OPMLFindings()
  /// Where the document begins, behind its byte order mark.
  private(set) var first = 0
  private var stack: [OpenElement] = []
  private var sawRoot = false
  private var closedRoot = false
  private var closedBody = false

  private struct OpenElement {
    let name: Range<Int>
    // The end of the name without its prefix, so that most others are told apart at a glance.
    let mark: UInt64
    let outline: Int?
  }

  init(bytes: OPMLBytes) {
    self.bytes = bytes
  }

  /// Walks the whole document.
  /// - Throws: `OPMLError` where it is beyond a limit or declares entities.
  mutating func scan(from start: Int) throws(OPMLError) {
    var place = start
    found.reserve(for: bytes.count)
    first = start
    while found.cut == nil, let mark = bytes.first(UInt8(ascii: "<"), from: place) {
      noteReferences(inText: place..<mark)
      place = try afterMarkup(at: mark)
    }
    if found.cut == nil { finish(lastText: place) }
  }

  // MARK: Markup

  private mutating func afterMarkup(at mark: Int) throws(OPMLError) -> Int {
    let next = bytes[mark + 1]
    if next == UInt8(ascii: "/") { return afterEndTag(at: mark) }
    if next.isNameStart { return try afterStartTag(at: mark) }
    if next == UInt8(ascii: "!") { return try afterDeclaration(at: mark) }
    if next == UInt8(ascii: "?") { return afterInstruction(at: mark) }
    if mark + 1 >= bytes.count { return cut(at: mark, "the file ends in the middle of a tag") }
    found.note(.bareLessThan)
    return mark + 1
  }

  // MARK: Start tags

  private mutating func afterStartTag(at mark: Int) throws(OPMLError) -> Int {
    var end = mark + 1
    while bytes[end].isNameByte { end += 1 }
    let name = (mark + 1)..<end
    let local = bytes.localName(name)
    noteRoot(local)
    let isOutline = bytes.equals("outline", local)
    let first = found.attributes.count
    var tag = OPMLTag(bytes: bytes, start: mark, keepsKnown: isOutline)
    let after = try tag.scan(from: end, into: &found)
    guard !tag.isCut else { return cut(at: mark, "the file ends in the middle of a tag") }
    if isOutline {
      guard found.outlines.count < OPMLLimit.outlines else {
        throw .hostile("it has more than \(OPMLLimit.outlines) outlines")
      }
      open(outline: mark..<after, firstAttribute: first, tag: tag)
    } else if bytes.equals("body", local) {
      (found.body, found.isBodyEmpty) = (mark..<after, tag.isSelfClosed)
    } else {
      noteHead(local, from: after)
    }
    if !tag.isSelfClosed { try push(name, outline: isOutline ? found.outlines.count - 1 : nil) }
    return after
  }

  private mutating func noteRoot(_ name: Range<Int>) {
    if closedRoot { found.note(.wordsAfterEnd) }
    guard bytes.equals("opml", name) else { return }
    sawRoot = true
    closedRoot = false
  }

  private mutating func noteHead(_ name: Range<Int>, from start: Int) {
    let text = start..<(bytes.first(UInt8(ascii: "<"), from: start) ?? start)
    if bytes.equals("datemodified", name) {
      found.modified = text
    } else if bytes.equals("datecreated", name) {
      found.created = text
    } else if bytes.equals("title", name) {
      found.title = found.title ?? text
    } else if bytes.equals("ownerid", name) {
      found.ownerID = text
    }
  }

  private mutating func push(_ name: Range<Int>, outline: Int?) throws(OPMLError) {
    guard stack.count < OPMLLimit.depth else {
      throw .hostile("its elements are nested more than \(OPMLLimit.depth) deep")
    }
    stack.append(OpenElement(name: name, mark: bytes.nameMark(name), outline: outline))
  }

  private mutating func open(outline range: Range<Int>, firstAttribute: Int, tag: OPMLTag) {
    let parent = stack.last { $0.outline != nil }?.outline
    var flags: OPMLOutline.Flags = tag.isSelfClosed ? [] : .isPaired
    if tag.isBrokenOff { flags.insert(.isBrokenOff) }
    if let parent {
      found.outlines[parent].flags.insert(.hasChildren)
      if found.outlines[parent].flags.contains(.isComment) { flags.insert(.isComment) }
    }
    if tag.isComment { flags.insert(.isComment) }
    let depth = (parent.map { found.outlines[$0].depth } ?? 0) + 1
    found.outlines.append(
      OPMLOutline(
        start: UInt32(range.lowerBound), tagEnd: UInt32(range.upperBound),
        end: UInt32(range.upperBound), parentIndex: Int32(parent ?? -1),
        firstAttribute: UInt32(firstAttribute),
        attributeCount: UInt8(min(found.attributes.count - firstAttribute, 255)),
        depth: depth, flags: flags))
  }

  // MARK: End tags

  private mutating func afterEndTag(at mark: Int) -> Int {
    var end = mark + 2
    while bytes[end].isNameByte { end += 1 }
    let name = (mark + 2)..<end
    let close = bytes.afterBlanks(end)
    guard close < bytes.count else { return cut(at: mark, "the file ends in the middle of a tag") }
    let isEnded = bytes[close] == UInt8(ascii: ">")
    if !isEnded { found.note(.brokenOffTag) }
    let after = isEnded ? close + 1 : close
    closeElement(name, at: mark, after: after)
    return after
  }

  private mutating func closeElement(_ name: Range<Int>, at mark: Int, after: Int) {
    let sought = bytes.nameMark(name)
    let isOpen: (OpenElement) -> Bool = { [bytes] in
      $0.mark == sought && bytes.isSame(name, $0.name)
    }
    guard let index = stack.lastIndex(where: isOpen) else {
      return found.note(.unmatchedEndTag)
    }
    if !bytes.isIdentical(name, stack[index].name) { found.note(.unmatchedEndTag) }
    while stack.count > index + 1 { closeUnclosed(at: mark) }
    if let element = stack.popLast(), let outline = element.outline {
      found.outlines[outline].end = UInt32(after)
    }
    let local = bytes.localName(name)
    if bytes.equals("opml", local) { closedRoot = true }
    if bytes.equals("body", local) { closedBody = true }
  }

  // An element that is never closed ends where the one around it does; the blanks before that end
  // belong to what is around it.
  private mutating func closeUnclosed(at mark: Int) {
    found.note(.unclosedElement)
    guard let outline = stack.popLast()?.outline else { return }
    let start = found.outlines[outline].tagEnd
    found.outlines[outline].end = UInt32(bytes.trimmed(Int(start)..<mark).upperBound)
    found.outlines[outline].flags.remove(.isPaired)
  }

  // MARK: Ends

  private mutating func finish(lastText: Int) {
    noteReferences(inText: lastText..<bytes.count)
    found.sawRoot = sawRoot
    if closedRoot { return }
    if closedBody, !stack.contains(where: { $0.outline != nil }) {
      found.note(.missingEnd)
    } else if sawRoot {
      _ = cut(at: bytes.count, "the file ends before its list does")
    }
  }

  // Everything that is open at the cut ends there, so that what stands can be taken.
  mutating func cut(at place: Int, _ reason: String) -> Int {
    found.sawRoot = sawRoot
    found.cut = OPMLCut(position: bytes.position(of: bytes.count), reason: reason)
    for element in stack {
      if let outline = element.outline { found.outlines[outline].end = UInt32(place) }
    }
    return bytes.count
  }

  // MARK: What is wrong outside of tags

  private mutating func noteReferences(inText range: Range<Int>) {
    var place = range.lowerBound
    while let mark = bytes.first(UInt8(ascii: "&"), in: place..<range.upperBound) {
      found.note(OPMLReference(bytes, at: mark, end: range.upperBound))
      place = mark + 1
    }
  }
}
