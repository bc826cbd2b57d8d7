/// What a document type declares. The parser gives no declaration any power; this tells a document
/// that was built to misuse one from one that merely declares `nbsp`.
enum EntityDeclarations {
  /// Why no honest document declares this, as the rest of "refused, …"; nil where nothing speaks
  /// against it. Looks at the declarations of the document type alone, once.
  static func harm(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 20))
    guard let start = head.end(of: "<!DOCTYPE", from: 0) else { return nil }
    // Text may speak of declarations: those of the document stand before its first element.
    if let root = firstElement(head), root < start { return nil }
    let end = head.end(of: "]>", from: start) ?? head.count
    var position = start
    while let declaration = head.end(of: "<!ENTITY", from: position), declaration < end {
      let close = head.find(UInt8(ascii: ">"), from: declaration) ?? end
      let text = String(
        decoding: UnsafeBufferPointer(rebasing: head[declaration..<max(close, declaration)]),
        as: UTF8.self)
      if let harm = harm(declared: text) { return harm }
      position = declaration
    }
    return nil
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
    return text.contains(#/["'][^"']*[&%][A-Za-z_][^"']*;/#)
      ? "it declares entities inside of entities, which no feed needs" : nil
  }
}
