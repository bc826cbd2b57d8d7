// What is no element: comments, instructions, CDATA sections and document types.

extension OPMLScanner {
  mutating func afterDeclaration(at mark: Int) throws(OPMLError) -> Int {
    if bytes.has("<!--", at: mark) {
      return afterIgnored(at: mark, from: mark + 4, until: "-->", "a comment")
    }
    if bytes.has("<![cdata[", at: mark) {
      return afterIgnored(at: mark, from: mark + 9, until: "]]>", "a CDATA section")
    }
    if bytes.has("<!doctype", at: mark) { return try afterDoctype(at: mark) }
    found.note(.bareLessThan)
    return mark + 2
  }

  mutating func afterInstruction(at mark: Int) -> Int {
    let isDeclaration = bytes.has("<?xml", at: mark) && bytes[mark + 5].isBlank
    if isDeclaration, mark > first { found.note(.lateDeclaration) }
    return afterIgnored(at: mark, until: "?>", "an instruction")
  }

  private mutating func afterIgnored(
    at mark: Int, from start: Int? = nil, until end: StaticString, _ what: String
  ) -> Int {
    guard let last = bytes.first(end, from: start ?? mark + 2) else {
      return cut(at: mark, "the file ends in the middle of \(what)")
    }
    let after = last + end.utf8CodeUnitCount
    found.ignored.append(mark..<after)
    return after
  }

  // The internal subset is passed over. A list of subscriptions has no use for entities, and what
  // declares them would mean something else to every reader, so it is refused.
  private mutating func afterDoctype(at mark: Int) throws(OPMLError) -> Int {
    var place = mark + 9
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let quote = bytes.first(bytes[place], from: place + 1) else {
          return cut(at: mark, "the file ends in the middle of its document type")
        }
        place = quote
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "<") where bytes.has("<!--", at: place):
        place = (bytes.first("-->", from: place + 4) ?? bytes.count) + 2
      case UInt8(ascii: "<") where bytes.has("<!entity", at: place):
        throw .hostile("it declares entities, which no list of subscriptions needs")
      case UInt8(ascii: ">") where depth <= 0:
        found.ignored.append(mark..<(place + 1))
        return place + 1
      default: break
      }
      place += 1
    }
    return cut(at: mark, "the file ends in the middle of its document type")
  }
}
