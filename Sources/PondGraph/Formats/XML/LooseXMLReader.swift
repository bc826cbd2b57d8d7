/// Reads what is almost XML: the last attempt, after the strict one and its repairs.
///
/// Tells the same things as `XMLReader`. An element that is closed closes those inside of it that
/// were left open; a closing tag without an opening one says nothing; attributes may stand without
/// quotes; namespaces hold from where they are declared to the end. Linear in the bytes.
package struct LooseXMLReader {
  private let limits: XMLLimits
  private var open: [XMLName] = []
  private var namespaces: [String: String] = [:]
  private var sawElement = false
  private var line = 1
  private var lineIndex = 0

  /// Makes a reader.
  package init(limits: XMLLimits = XMLLimits()) {
    self.limits = limits
  }

  /// Reads the text and tells the handler. Elements that the text leaves open are not closed.
  /// - Throws: `XMLRefusal`, when it is too large or too deep.
  package mutating func read(_ utf8: [UInt8], to handler: any XMLHandler) throws -> XMLOutcome {
    if utf8.count > limits.bytes {
      throw XMLRefusal.tooLarge(bytes: utf8.count, limit: limits.bytes)
    }
    try utf8.withUnsafeBufferPointer { try read($0, to: handler) }
    return XMLOutcome(damage: nil, openElements: open.count, sawElement: sawElement)
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, to handler: any XMLHandler
  ) throws {
    var index = 0
    while index < bytes.count {
      guard let tag = bytes.find(UInt8(ascii: "<"), from: index) else {
        tell(bytes[index...], to: handler)
        return
      }
      if tag > index { tell(bytes[index..<tag], to: handler) }
      index = try markup(bytes, at: tag, to: handler)
    }
  }

  /// Reads what begins with `<` and gives the index after it.
  private mutating func markup(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, to handler: any XMLHandler
  ) throws -> Int {
    if bytes.has("<![CDATA[", at: start) {
      let end = bytes.end(of: "]]>", from: start + 9)
      let text = bytes[min(start + 9, bytes.count)..<(end.map { $0 - 3 } ?? bytes.count)]
      handler.characters(UnsafeBufferPointer(rebasing: text))
      return end ?? bytes.count
    }
    if bytes.has("<!--", at: start) {
      return bytes.end(of: "-->", from: start + 4) ?? bytes.count
    }
    if bytes.has("<!", at: start) || bytes.has("<?", at: start) {
      return bytes.end(of: ">", from: start) ?? bytes.count
    }
    let tag = LooseTag(bytes, at: start)
    // A tag that the text does not end is what a cut leaves.
    guard tag.isWhole else { return bytes.count }
    line += bytes[lineIndex..<start].count { $0 == UInt8(ascii: "\n") }
    lineIndex = start
    if tag.isClosing {
      close(tag.name, handler)
    } else {
      try open(tag, handler)
    }
    return tag.end
  }

  private mutating func open(_ tag: LooseTag, _ handler: any XMLHandler) throws {
    guard !tag.name.isEmpty else { return }
    sawElement = true
    for (name, value) in tag.attributes where name.hasPrefix("xmlns") {
      namespaces[String(name.dropFirst(name.hasPrefix("xmlns:") ? 6 : 5))] = value
    }
    let name = qualified(tag.name, isAttribute: false)
    if open.count >= limits.depth { throw XMLRefusal.tooDeep(line: line, limit: limits.depth) }
    let attributes = tag.attributes.map {
      XMLAttribute(name: qualified($0.name, isAttribute: true), value: $0.value)
    }
    handler.startElement(name, attributes: attributes, at: XMLPlace(line: line, column: 0))
    if tag.isEmpty { handler.endElement(name) } else { open.append(name) }
  }

  private mutating func close(_ written: String, _ handler: any XMLHandler) {
    let name = qualified(written, isAttribute: false)
    guard let place = open.lastIndex(where: { $0.local == name.local && $0.prefix == name.prefix })
    else { return }
    while open.count > place { handler.endElement(open.removeLast()) }
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
