internal import CLibXML2

/// Reads XML text and tells a handler, behind the fence: no declaration of an entity has power,
/// nothing is opened or fetched, and what no honest file contains is refused before the parser
/// sees it.
///
/// The text is UTF-8 (`XMLEncoding.utf8` makes it so); what it says of its own encoding is not
/// asked. libxml2 is named in this file, `XMLParse`, `XMLEncoding` and `HTMLEntities` alone.
package struct XMLReader: Sendable {
  /// What to do at the first thing that is wrong.
  package enum Mode: Hashable, Sendable {
    /// Stop: nothing after it is told.
    case strict
    /// Go on as libxml2 sees fit. Parts of the text may be lost without a word, so this is a
    /// second attempt that is announced as one.
    case recovering
  }

  private let mode: Mode
  private let limits: XMLLimits

  /// Makes a reader.
  package init(mode: Mode = .strict, limits: XMLLimits = XMLLimits()) {
    self.mode = mode
    self.limits = limits
  }

  /// Reads the text and tells the handler; linear in time, and in memory a few of its tags.
  /// - Throws: `XMLRefusal`. Events told before that stay told.
  package func read(_ utf8: some Collection<UInt8>, to handler: any XMLHandler) throws -> XMLOutcome
  {
    let outcome = utf8.withContiguousStorageIfAvailable { bytes in
      Result { try read(buffer: bytes, to: handler) }
    }
    if let outcome { return try outcome.get() }
    return try ContiguousArray(utf8).withUnsafeBufferPointer { try read(buffer: $0, to: handler) }
  }

  private func read(
    buffer: UnsafeBufferPointer<UInt8>, to handler: any XMLHandler
  ) throws -> XMLOutcome {
    if let refusal = XMLFence(limits: limits).refusal(of: buffer) { throw refusal }
    let parse = XMLParse(handler: handler, depthLimit: limits.depth)
    guard parse.open(recovering: mode == .recovering) else { throw XMLRefusal.noMemory }
    defer { parse.close() }
    return try parse.run(withoutMark(buffer))
  }

  /// The bytes after a byte order mark.
  private func withoutMark(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF])
      ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
  }
}

/// Says whether a document is well-formed.
package enum XMLCheck {
  /// The first thing that is wrong with a document in whatever encoding it says or shows; nil when
  /// it is well-formed. What the fence refuses is told as damage too.
  package static func wellFormedness(
    of bytes: some Collection<UInt8>, limits: XMLLimits = XMLLimits()
  ) -> XMLDamage? {
    guard bytes.count <= limits.bytes else {
      let refusal = XMLRefusal.tooLarge(bytes: bytes.count, limit: limits.bytes)
      return XMLDamage(line: 1, column: 0, message: refusal.reason)
    }
    let text = XMLEncoding.utf8(bytes)
    guard text.damage == nil else {
      return XMLDamage(line: 1, column: 0, message: text.damage ?? "")
    }
    do {
      return try XMLReader(mode: .strict, limits: limits).read(text.bytes, to: Silent()).damage
    } catch let refusal as XMLRefusal {
      return XMLDamage(line: 1, column: 0, message: refusal.reason)
    } catch {
      return XMLDamage(line: 1, column: 0, message: "it could not be read")
    }
  }

  private final class Silent: XMLHandler {
    func startElement(_ name: XMLName, attributes: [XMLAttribute], at place: XMLPlace) {}
    func endElement(_ name: XMLName) {}
    func characters(_ utf8: UnsafeBufferPointer<UInt8>) {}
  }
}
