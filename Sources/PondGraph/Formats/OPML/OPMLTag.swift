/// Reads the attributes of one start tag.
///
/// A quote closes a value where what follows is another attribute or the end of the tag. In a
/// well-formed tag that is every quote; elsewhere it tells stray quotes from real ones.
struct OPMLTag {
  let bytes: OPMLBytes
  let start: Int
  /// Whether known attributes are kept: those of outlines are.
  let keepsKnown: Bool
  private(set) var isSelfClosed = false
  private(set) var isBrokenOff = false
  private(set) var isCut = false
  private(set) var isComment = false
  private var count = 0
  private var known: UInt64 = 0

  init(bytes: OPMLBytes, start: Int, keepsKnown: Bool) {
    self.bytes = bytes
    self.start = start
    self.keepsKnown = keepsKnown
  }

  /// Reads from behind the tag's name.
  /// - Returns: the place behind the tag.
  /// - Throws: `OPMLError.hostile` where the tag has more attributes or bytes than honest ones have.
  mutating func scan(from place: Int, into found: inout OPMLFindings) throws(OPMLError) -> Int {
    var place = place
    while true {
      let next = bytes.afterBlanks(place)
      try checkLimits(at: next)
      switch bytes[next] {
      case UInt8(ascii: ">"): return next + 1
      case UInt8(ascii: "/"):
        let close = bytes.afterBlanks(next + 1)
        if bytes[close] == UInt8(ascii: ">") { return endSelfClosed(at: close, next, &found) }
        place = stray(at: next, &found)
      case UInt8(ascii: "<"): return breakOff(at: next, &found)
      case let byte where byte.isNameByte:
        if next == place { found.note(.missingBlank) }
        if !byte.isNameStart { found.note(.strayMarkup) }
        place = try attribute(at: next, &found)
      default:
        if next >= bytes.count { return cutOff() }
        place = stray(at: next, &found)
      }
      if isCut || isBrokenOff { return place }
    }
  }

  private mutating func checkLimits(at place: Int) throws(OPMLError) {
    count += 1
    guard count <= OPMLLimit.attributes + 1 else {
      throw .hostile("one tag has more than \(OPMLLimit.attributes) attributes")
    }
    try checkSize(at: place)
  }

  private func checkSize(at place: Int) throws(OPMLError) {
    guard place - start <= OPMLLimit.tag else {
      throw .hostile("one tag is larger than \(OPMLLimit.tag >> 20) MB")
    }
  }

  // MARK: Ends

  private mutating func endSelfClosed(
    at close: Int, _ slash: Int, _ found: inout OPMLFindings
  ) -> Int {
    if close > slash + 1 { found.note(.strayMarkup) }
    isSelfClosed = true
    return close + 1
  }

  // `<outline …` followed by the next tag: it has no children, or they could not be told.
  private mutating func breakOff(at place: Int, _ found: inout OPMLFindings) -> Int {
    found.note(.brokenOffTag)
    isBrokenOff = true
    isSelfClosed = true
    return place
  }

  private mutating func cutOff() -> Int {
    isCut = true
    return bytes.count
  }

  private func stray(at place: Int, _ found: inout OPMLFindings) -> Int {
    found.note(.strayMarkup)
    return place + 1
  }

  // MARK: Attributes

  private mutating func attribute(
    at place: Int, _ found: inout OPMLFindings
  ) throws(OPMLError) -> Int {
    var end = place
    while bytes[end].isNameByte { end += 1 }
    let name = place..<end
    let sign = bytes[end] == UInt8(ascii: "=") ? end : bytes.afterBlanks(end)
    guard bytes[sign] == UInt8(ascii: "=") else {
      if sign >= bytes.count { return cutOff() }
      found.note(.missingValue)
      return end
    }
    let open = bytes.afterBlanks(sign + 1)
    guard bytes[open].isQuote else { return unquoted(name, from: open, &found) }
    return try quoted(name, from: open + 1, quote: bytes[open], &found)
  }

  private mutating func unquoted(
    _ name: Range<Int>, from start: Int, _ found: inout OPMLFindings
  ) -> Int {
    var end = start
    while end < bytes.count, !bytes[end].isBlank, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "<"),
      !(bytes[end] == UInt8(ascii: "/") && bytes[end + 1] == UInt8(ascii: ">"))
    {
      end += 1
    }
    if end >= bytes.count { return cutOff() }
    found.note(.unquotedValue)
    keep(name, value: start..<end, isPlain: false, &found)
    return end
  }

  private mutating func quoted(
    _ name: Range<Int>, from first: Int, quote: UInt8, _ found: inout OPMLFindings
  ) throws(OPMLError) -> Int {
    var place = first
    var isPlain = true
    while true {
      place = bytes.firstSpecial(quote, in: place..<bytes.count)
      guard place < bytes.count else { break }
      let byte = bytes[place]
      if byte == quote {
        if OPMLQuote.closes(bytes, at: place) {
          keep(name, value: first..<place, isPlain: isPlain, &found)
          return place + 1
        }
        if let end = OPMLQuote.endOfUnclosed(bytes, from: first, before: place) {
          found.note(.missingQuote)
          keep(name, value: first..<end, isPlain: isPlain, &found)
          return end
        }
        found.note(.strayQuote)
      } else if byte == UInt8(ascii: "<") {
        if OPMLQuote.beginsTag(bytes, at: place) {
          return unclosed(name, value: first..<place, &found)
        }
        found.note(.bareLessThan)
        if let inner = OPMLQuote.innerTag(bytes, at: place) {
          for index in inner where bytes[index] == quote { found.note(.strayQuote) }
          isPlain =
            isPlain && !inner.contains { bytes[$0] == UInt8(ascii: "&") || bytes[$0] < 0x20 }
          place = inner.upperBound
          continue
        }
      } else if byte == UInt8(ascii: "&") {
        isPlain = false
        found.note(OPMLReference(bytes, at: place, end: bytes.count))
      } else if byte.isBlank {
        isPlain = false
      } else if byte < 0x20 {
        found.note(.controlCharacter)
      }
      place += 1
    }
    try checkSize(at: place)
    return cutOff()
  }

  // A value that runs into the next tag: the value ends with the line before it.
  private mutating func unclosed(
    _ name: Range<Int>, value: Range<Int>, _ found: inout OPMLFindings
  ) -> Int {
    found.note(.missingQuote)
    let trimmed = bytes.trimmed(value)
    keep(name, value: trimmed, isPlain: false, &found)
    if keepsKnown {
      found.losses.append(
        OPMLLoss(
          offset: start, what: "an outline", why: "its tag breaks off in the middle of a value"))
    }
    return breakOff(at: value.upperBound, &found)
  }

  // MARK: Known attributes

  private mutating func keep(
    _ name: Range<Int>, value: Range<Int>, isPlain: Bool, _ found: inout OPMLFindings
  ) {
    let local = bytes.localName(name)
    guard let code = OPMLName(bytes, local) else { return }
    if code == .xmlUrl { found.addressNames.append(UInt32(truncatingIfNeeded: local.lowerBound)) }
    let isPrefixed = local.count < name.count
    let bit = UInt64(1) << UInt64(code.rawValue + (isPrefixed ? 32 : 0))
    guard keepsKnown else { return noteForeign(code, value, &found) }
    if code == .subscribed { found.knowsSubscriptions = true }
    if known & bit != 0 { return noteRepeated(code, value, &found) }
    known |= bit
    // What nearly every outline says of its type tells nothing.
    if code == .type, bytes.equals("rss", value) { return }
    if code == .isComment { isComment = bytes.equals("true", bytes.trimmed(value)) }
    found.attributes.append(
      OPMLKnownAttribute(code, isPrefixed: isPrefixed, isPlain: isPlain, value: value))
  }

  private func noteForeign(
    _ name: OPMLName, _ value: Range<Int>, _ found: inout OPMLFindings
  ) {
    guard name == .xmlUrl else { return }
    found.losses.append(
      OPMLLoss(
        offset: value.lowerBound, what: "an address", why: "it stands in no outline"))
  }

  private func noteRepeated(
    _ name: OPMLName, _ value: Range<Int>, _ found: inout OPMLFindings
  ) {
    found.note(.repeatedAttribute)
    guard name == .xmlUrl else { return }
    found.losses.append(
      OPMLLoss(
        offset: value.lowerBound, what: "a second address in one outline",
        why: "an outline has one address, and the first one counts"))
  }
}
