internal import CLibXML2

/// One parse by libxml2 and what it found. A class, for the C library keeps its address.
final class XMLParse {
  private let handler: any XMLHandler
  private let depthLimit: Int
  private let state = UnsafeMutablePointer<PondXMLParse>.allocate(capacity: 1)
  private var depth = 0
  private var sawElement = false
  private var damage: XMLDamage?
  private var refusal: XMLRefusal?
  private var isEnding = false

  init(handler: any XMLHandler, depthLimit: Int) {
    self.handler = handler
    self.depthLimit = depthLimit
    state.initialize(to: PondXMLParse())
  }

  deinit { state.deallocate() }

  /// The pieces in which the text is handed over: large enough for speed, small enough that the
  /// parser's own buffer stays small.
  private static let pieceSize = 1 << 15

  private static let prepared: Void = pond_xml_prepare()

  func open(recovering: Bool) -> Bool {
    Self.prepared
    let owner = Unmanaged.passUnretained(self).toOpaque()
    return pond_xml_open(
      state, owner, recovering ? 1 : 0, onStart, onEnd, onCharacters, onReference, onError) == 1
  }

  func close() { pond_xml_close(state) }

  /// Hands the text over, piece by piece.
  func run(_ bytes: UnsafeBufferPointer<UInt8>) throws -> XMLOutcome {
    guard let context = state.pointee.context else { throw XMLRefusal.noMemory }
    var index = 0
    while index < bytes.count, context.pointee.disableSAX != 1 {
      let piece = UnsafeBufferPointer(
        rebasing: bytes[index..<min(index + Self.pieceSize, bytes.count)])
      push(piece, to: context)
      index += piece.count
    }
    isEnding = true
    _ = xmlParseChunk(context, nil, 0, 1)
    if let refusal { throw refusal }
    if damage == nil, context.pointee.wellFormed == 0 { note("it is not well-formed", context) }
    return XMLOutcome(damage: damage, openElements: depth, sawElement: sawElement)
  }

  private func push(_ piece: UnsafeBufferPointer<UInt8>, to context: xmlParserCtxtPtr) {
    guard let base = piece.baseAddress else { return }
    base.withMemoryRebound(to: CChar.self, capacity: piece.count) {
      _ = xmlParseChunk(context, $0, Int32(clamping: piece.count), 0)
    }
  }

  // MARK: What libxml2 calls

  fileprivate func start(_ name: XMLName, _ attributes: [XMLAttribute], _ context: xmlParserCtxtPtr)
  {
    guard refusal == nil else { return }
    depth += 1
    sawElement = true
    let place = place(context)
    if depth > depthLimit {
      refusal = .tooDeep(line: place.line, limit: depthLimit)
      xmlStopParser(context)
      return
    }
    handler.startElement(name, attributes: attributes, at: place)
  }

  fileprivate func end(_ name: XMLName) {
    guard refusal == nil else { return }
    depth -= 1
    handler.endElement(name)
  }

  fileprivate func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard refusal == nil else { return }
    handler.characters(utf8)
  }

  fileprivate func error(_ error: xmlError, _ context: xmlParserCtxtPtr) {
    guard damage == nil, error.level == XML_ERR_FATAL else { return }
    let message = error.message.map { String(cString: $0) } ?? ""
    let isAtEnd =
      error.code == Int32(XML_ERR_DOCUMENT_END.rawValue) || pond_xml_waiting(context) == 0
    note(message, context, line: Int(error.line), column: Int(error.int2), isAtEnd: isAtEnd)
  }

  private func note(
    _ message: String, _ context: xmlParserCtxtPtr, line: Int? = nil, column: Int? = nil,
    isAtEnd: Bool = true
  ) {
    let here = place(context)
    let words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    damage = XMLDamage(
      line: line ?? here.line, column: column ?? here.column, message: words,
      isCutShort: isEnding && isAtEnd && (depth > 0 || !sawElement))
  }

  private func place(_ context: xmlParserCtxtPtr) -> XMLPlace {
    XMLPlace(line: Int(pond_xml_line(context)), column: Int(pond_xml_column(context)))
  }
}

// The callbacks are C functions: the parse is found by the parser's context.

private func parse(_ data: UnsafeMutableRawPointer?) -> (XMLParse, xmlParserCtxtPtr)? {
  guard let data, let owner = pond_xml_owner(data) else { return nil }
  let context = data.assumingMemoryBound(to: xmlParserCtxt.self)
  return (Unmanaged<XMLParse>.fromOpaque(owner).takeUnretainedValue(), context)
}

private func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
  pointer.map { String(cString: $0) }
}

private func name(
  _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
  _ namespace: UnsafePointer<xmlChar>?
) -> XMLName {
  XMLName(prefix: string(prefix), namespace: string(namespace), local: string(local) ?? "")
}

/// libxml2 hands attributes over as five pointers each: name, prefix, URI, begin and end of the
/// value.
private func attributes(
  _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int32
) -> [XMLAttribute] {
  guard let pointers, count > 0 else { return [] }
  return (0..<Int(count)).map { number in
    let five = pointers + number * 5
    let value = UnsafeBufferPointer(
      start: five[3], count: five[3].flatMap { begin in five[4].map { $0 - begin } } ?? 0)
    return XMLAttribute(
      name: name(five[0], five[1], five[2]), value: String(decoding: value, as: UTF8.self))
  }
}

private let onStart: startElementNsSAX2Func = {
  data, local, prefix, namespace, _, _, count, _, pointers in
  guard let (parse, context) = parse(data) else { return }
  parse.start(name(local, prefix, namespace), attributes(pointers, count), context)
}

private let onEnd: endElementNsSAX2Func = { data, local, prefix, namespace in
  parse(data)?.0.end(name(local, prefix, namespace))
}

private let onCharacters: charactersSAXFunc = { data, characters, count in
  parse(data)?.0.text(UnsafeBufferPointer(start: characters, count: Int(count)))
}

/// A reference that nobody can resolve stays in the text as it was written.
private let onReference: referenceSAXFunc = { data, name in
  guard let written = string(name) else { return }
  Array("&\(written);".utf8).withUnsafeBufferPointer { parse(data)?.0.text($0) }
}

private let onError: xmlStructuredErrorFunc = { data, error in
  guard let error, let (parse, context) = parse(data) else { return }
  parse.error(error.pointee, context)
}
