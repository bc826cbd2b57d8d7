/// Looks at the bytes before a parser does, for what costs a parser more than linear time.
struct XMLFence {
  let limits: XMLLimits

  /// The first reason to refuse the text; nil when the parser may see it. Linear in the bytes.
  func refusal(of bytes: UnsafeBufferPointer<UInt8>) -> XMLRefusal? {
    if bytes.count > limits.bytes {
      return .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    // A literal inside of a declaration may hold `<!--` and so make a scanner blind for what
    // follows: where there is one, no comment is believed and no quote either.
    let trusts = bytes.end(of: "<!DOCTYPE", from: 0) == nil
    var position = 0
    while let start = bytes.find(UInt8(ascii: "<"), from: position) {
      if trusts, let end = endOfQuietPart(bytes, at: start) {
        position = end
        continue
      }
      switch tag(bytes, from: start, trusts: trusts) {
      case .ends(let end): position = end
      case .tooLong: return .tagTooLong(line: bytes.line(of: start), limit: limits.tagBytes)
      case .tooMany:
        return .tooManyAttributes(line: bytes.line(of: start), limit: limits.attributes)
      }
    }
    return nil
  }

  private enum Tag {
    case ends(Int)
    case tooLong
    case tooMany
  }

  /// Walks a tag to its `>`, or, where nothing is trusted, to the next `<`. A `<` inside ends it
  /// too, in quotes or not: it is allowed nowhere in a tag, and a parser that goes on after one
  /// begins anew there, as this does. An unclosed quote can then hide nothing.
  private func tag(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, trusts: Bool
  ) -> Tag {
    var quote: UInt8 = 0
    var attributes = 0
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { return .ends(index) }
      if index - start > limits.tagBytes { return .tooLong }
      if byte == UInt8(ascii: "="), quote == 0 {
        attributes += 1
        if attributes > limits.attributes { return .tooMany }
      } else if trusts {
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: ">") {
          return .ends(index + 1)
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
      }
      index += 1
    }
    return .ends(index)
  }

  /// The end of a comment, a CDATA section or a processing instruction that begins here: they may
  /// be long and hold anything, and one without an end takes the rest. Nil where a tag begins.
  private func endOfQuietPart(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    if bytes.has("<!--", at: start) {
      return bytes.end(of: "-->", from: start + 4) ?? bytes.count
    }
    if bytes.has("<![CDATA[", at: start) {
      return bytes.end(of: "]]>", from: start + 9) ?? bytes.count
    }
    if bytes.has("<?", at: start) {
      return bytes.end(of: "?>", from: start + 2) ?? bytes.count
    }
    return nil
  }
}
