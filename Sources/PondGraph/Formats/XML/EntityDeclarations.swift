/// What a document type declares. The parser gives no declaration any power; this tells a document
/// that was built to misuse one from one that merely declares `nbsp`.
enum EntityDeclarations {
  /// Why no honest document declares this, as the rest of "refused, …"; nil where nothing speaks
  /// against it. Looks at the declarations of the document type alone, once.
  static func harm(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let type = documentType(in: bytes) else { return nil }
    let end = type.upperBound
    var position = type.lowerBound
    while let declaration = bytes.end(of: "<!ENTITY", from: position), declaration < end {
      let close = bytes.find(UInt8(ascii: ">"), from: declaration) ?? end
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: bytes[declaration..<max(close, declaration)]),
        as: UTF8.self)
      if let harm = harm(declared: text) { return harm }
      position = declaration
    }
    return nil
  }

  /// Where the document's type stands, in its first megabyte; nil where it has none.
  static func documentType(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 20))
    guard let start = head.end(of: "<!DOCTYPE", from: 0) else { return nil }
    // Text may speak of declarations: those of the document stand before its first element.
    if let root = firstElement(head), root < start { return nil }
    return start..<(head.end(of: "]>", from: start) ?? head.count)
  }

  private static func firstElement(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while let tag = bytes.find(UInt8(ascii: "<"), from: position) {
      if bytes.has("<!--", at: tag) {
        position = bytes.end(of: "-->", from: tag + 4) ?? bytes.count
      } else if tag + 1 < bytes.count, bytes[tag + 1].isLetterASCII {
        return tag
      } else {
        position = tag + 1
      }
    }
    return nil
  }

  private static func harm(declared text: String) -> String? {
    let isParameter = text.contains(#/^\s+%/#)
    if !isParameter, text.contains(#/^\s+\S+\s+(SYSTEM|PUBLIC)\b/#) {
      return "it asks for a file outside of itself"
    }
    return text.contains(#/["'][^"']*(%|&(?!(amp|lt|gt|quot|apos);))[A-Za-z_][^"']*;/#)
      ? "it declares entities inside of entities, which no feed needs" : nil
  }
}
