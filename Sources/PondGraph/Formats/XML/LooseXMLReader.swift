/// Reads what is almost XML: the last attempt, after the strict one and its repairs.
///
/// Tells the same things as `XMLReader`. An element that is closed closes those inside of it that
/// were left open; one that begins closes those that cannot hold it, as `XMLRecovery` knows; a
/// closing tag without an opening one closes the innermost element if the two names are alike, and
/// else says nothing; attributes may stand without quotes; a namespace holds as long as the element
/// that declares it. Linear in the bytes.
package struct LooseXMLReader {
  private let limits: XMLLimits
  private let recovery: any XMLRecovery
  private var open: [XMLName] = []
  // What a prefix stood for before the element of the same place in `open` bound it anew.
  private var shadowed: [[(prefix: String, before: String?)]] = []
  private var namespaces: [String: String] = [:]
  // For each open element, whether the text nowhere ends it.
  private var unended: [Bool] = []
  private var corrections: [Int: String] = [:]
  private var startsUnended: Set<Int> = []
  private var hasRecords = false
  private var sawElement = false
  private var line = 1
  private var lineIndex = 0

  /// Makes a reader for texts of one vocabulary.
  package init(limits: XMLLimits = XMLLimits(), recovery: any XMLRecovery) {
    self.limits = limits
    self.recovery = recovery
  }

  /// Reads the text and tells the handler. Elements that the text leaves open are not closed.
  /// - Throws: `XMLRefusal`, when it is too large or too deep.
  package mutating func read(_ utf8: [UInt8], to handler: any XMLHandler) throws -> XMLOutcome {
    if utf8.count > limits.bytes {
      throw XMLRefusal.tooLarge(bytes: utf8.count, limit: limits.bytes)
    }
    try utf8.withUnsafeBufferPointer { bytes in
      let spelling = LooseSpelling(bytes, recovery: recovery, depth: limits.depth)
      (corrections, startsUnended) = (spelling.corrections, spelling.unended)
      try read(bytes, to: handler)
    }
    return XMLOutcome(damage: nil, openElements: open.count, sawElement: sawElement)
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, to handler: any XMLHandler
  ) throws {
    var sections = LooseSections(bytes)
    var index = 0
    while index < bytes.count {
      guard let tag = bytes.find(UInt8(ascii: "<"), from: index) else {
        tell(bytes[index...], to: handler)
        return
      }
      if tag > index { tell(bytes[index..<tag], to: handler) }
      index = try markup(bytes, at: tag, &sections, to: handler)
    }
  }

  /// Reads what begins with `<` and gives the index after it.
  private mutating func markup(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ sections: inout LooseSections,
    to handler: any XMLHandler
  ) throws -> Int {
    if bytes.has("<![CDATA[", at: start) {
      let section = sections.section(at: start)
      handler.characters(UnsafeBufferPointer(rebasing: bytes[section.text]))
      return section.end
    }
    if bytes.has("<!--", at: start) { return sections.endOfComment(at: start) }
    if bytes.has("<!", at: start) || bytes.has("<?", at: start) {
      return LooseSections.endOfDeclaration(bytes, at: start)
    }
    let tag = LooseTag(bytes, at: start)
    // A tag that the text does not end is what a cut leaves; of an end nothing is missing.
    guard tag.isWhole || tag.isClosing else { return bytes.count }
    line += bytes[lineIndex..<start].count { $0 == UInt8(ascii: "\n") }
    lineIndex = start
    if tag.isClosing {
      close(tag.name, isWhole: tag.isWhole, handler)
    } else {
      let isUnended = startsUnended.contains(start)
      try open(tag, as: corrections[start] ?? tag.name, isUnended: isUnended, handler)
    }
    return tag.end
  }

  // MARK: Elements

  private mutating func open(
    _ tag: LooseTag, as written: String, isUnended: Bool, _ handler: any XMLHandler
  ) throws {
    guard !written.isEmpty else { return }
    var bound = bind(tag)
    let name = qualified(written, isAttribute: false)
    if recovery.isEnd(name, open: open, hasRecords: hasRecords) {
      unbind(bound)
      return close(written, isWhole: true, handler)
    }
    // What ends here gives its own namespaces back, which are older than those of this tag.
    let staying = staying(before: name, written)
    if staying < open.count {
      unbind(bound)
      close(downTo: staying, handler)
      bound = bind(tag)
    }
    let depth = open.count
    try open(tag, as: qualified(written, isAttribute: false), bound, handler)
    if open.count > depth { unended.append(isUnended) }
  }

  private mutating func open(
    _ tag: LooseTag, as name: XMLName, _ bound: [(prefix: String, before: String?)],
    _ handler: any XMLHandler
  ) throws {
    sawElement = true
    let isRecord = recovery.isRecord(name)
    hasRecords = hasRecords || isRecord
    if open.count >= limits.depth { throw XMLRefusal.tooDeep(line: line, limit: limits.depth) }
    let attributes = tag.attributes.map {
      XMLAttribute(name: qualified($0.name, isAttribute: true), value: $0.value)
    }
    handler.startElement(name, attributes: attributes, at: XMLPlace(line: line, column: 0))
    if tag.isEmpty && !isRecord || LooseTag.isVoid(tag.name) {
      handler.endElement(name)
      unbind(bound)
    } else {
      open.append(name)
      shadowed.append(bound)
    }
  }

  private func staying(before name: XMLName, _ written: String) -> Int {
    if open.last?.local == written, LooseTag.endsItsLike(written) { return open.count - 1 }
    return recovery.staying(open, unended: unended, before: name)
  }

  private mutating func close(_ written: String, isWhole: Bool, _ handler: any XMLHandler) {
    guard let place = place(of: written, isWhole: isWhole) else { return }
    close(downTo: place, handler)
  }

  private mutating func close(downTo place: Int, _ handler: any XMLHandler) {
    while open.count > place {
      handler.endElement(open.removeLast())
      unended.removeLast()
      unbind(shadowed.removeLast())
    }
  }

  /// Which of the open elements a closing tag means: the innermost of its name, else of its name in
  /// other capitals, else the innermost of all if its name is alike.
  private func place(of written: String, isWhole: Bool) -> Int? {
    let name = XMLName(written: written)
    let exact = open.lastIndex { $0.local == name.local && $0.prefix == name.prefix }
    if exact != nil || !isWhole { return exact }
    let lowered = name.local.lowercased()
    if let place = open.lastIndex(where: { $0.local.lowercased() == lowered }) { return place }
    guard let last = open.last, LooseSpelling.areAlike(last.local, name.local) else { return nil }
    return open.count - 1
  }

  // MARK: Namespaces

  /// Binds the prefixes that a tag declares; gives what they stood for.
  private mutating func bind(_ tag: LooseTag) -> [(prefix: String, before: String?)] {
    var bound: [(prefix: String, before: String?)] = []
    for (name, value) in tag.attributes where name.hasPrefix("xmlns") {
      let prefix = String(name.dropFirst(name.hasPrefix("xmlns:") ? 6 : 5))
      bound.append((prefix, namespaces[prefix]))
      namespaces[prefix] = value
    }
    return bound
  }

  private mutating func unbind(_ bound: [(prefix: String, before: String?)]) {
    for (prefix, before) in bound.reversed() { namespaces[prefix] = before }
  }

  private func qualified(_ written: String, isAttribute: Bool) -> XMLName {
    guard let colon = written.firstIndex(of: ":") else {
      return XMLName(namespace: isAttribute ? nil : namespaces[""], local: written)
    }
    let prefix = String(written[..<colon])
    return XMLName(
      prefix: prefix, namespace: namespaces[prefix],
      local: String(written[written.index(after: colon)...]))
  }

  /// Tells text, its references resolved.
  private func tell(_ text: Slice<UnsafeBufferPointer<UInt8>>, to handler: any XMLHandler) {
    let bytes = UnsafeBufferPointer(rebasing: text)
    guard bytes.contains(UInt8(ascii: "&")) else { return handler.characters(bytes) }
    HTMLReference.resolved(bytes).withUnsafeBufferPointer { handler.characters($0) }
  }
}
