/// The words of a piece of markup: tags removed, references resolved, blanks collapsed.
package enum MarkupText {
  /// The plain text of HTML. Comments, scripts and styles say nothing; an element that begins a
  /// line of its own, or a `<br>`, is a blank. A `<` that begins no tag is text. Linear in the
  /// length, and never longer than the markup.
  package static func plain(_ markup: String) -> String {
    var markup = markup
    var reader = MarkupReader()
    markup.withUTF8 { reader.read(html: $0) }
    return reader.text
  }

  /// Text that is not markup: blanks collapsed, nothing else touched.
  package static func collapsed(_ text: String) -> String {
    var text = text
    var reader = MarkupReader()
    text.withUTF8 { reader.read(plain: $0) }
    return reader.text
  }
}

/// Reads markup once and keeps its plain text.
struct MarkupReader {
  private var output: [UInt8] = []
  private var owesBlank = false
  private var quotesAreTrusted = true
  private var tagsMayEnd = true
  private var endless: Set<HTMLElement> = []
  /// The pages that it points at so far.
  private(set) var pointed = PointedAddresses()
  /// The address of the first picture in it as written, references resolved; nil where there is
  /// none so far.
  private(set) var picture: String?

  /// The plain text so far.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The plain text so far, as UTF-8.
  var utf8: [UInt8] { output }

  /// Reads text that is not markup.
  mutating func read(plain bytes: UnsafeBufferPointer<UInt8>) {
    output.reserveCapacity(output.count + bytes.count)
    var index = 0
    while index < bytes.count { index = character(bytes, at: index) }
  }

  /// Reads HTML.
  mutating func read(html bytes: UnsafeBufferPointer<UInt8>) {
    output.reserveCapacity(output.count + bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): index = markup(bytes, at: index)
      case UInt8(ascii: "&"): index = reference(bytes, at: index)
      default: index = character(bytes, at: index)
      }
    }
  }

  /// Takes blanks, or what stands up to the next blank or sign of markup, and gives the index after
  /// it. A no-break space is a blank.
  private mutating func character(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let byte = bytes[start]
    if byte.isBlank {
      owesBlank = true
      return start + 1
    }
    if byte == 0xC2, start + 1 < bytes.count, bytes[start + 1] == 0xA0 {
      owesBlank = true
      return start + 2
    }
    let end = endOfRun(bytes, from: start + 1)
    payBlank()
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    return end
  }

  /// The end of a run of text that stays as it is: words with one blank between two of them. By a
  /// table, and with one jump a byte, for most texts are a single run.
  private func endOfRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    Self.stops.withUnsafeBufferPointer { stops in
      var previous: UInt8 = 0
      var end = start
      while end < bytes.count {
        let stop = stops[Int(bytes[end])]
        if stop & (1 | previous) != 0 { break }
        previous = stop
        end += 1
      }
      return previous == 0 ? end : end - 1
    }
  }

  // 1 for what the next step must look at, 2 for a blank, of which a second is one too many.
  private static let stops: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x20: 2
    case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: "&"), 0xC2: 1
    default: 0
    }
  }

  private mutating func payBlank() {
    if owesBlank, !output.isEmpty { output.append(0x20) }
    owesBlank = false
  }

  private mutating func put(_ byte: UInt8) {
    payBlank()
    output.append(byte)
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if isBlank(scalar) {
      owesBlank = true
    } else {
      for byte in UTF8.encode(scalar) ?? UTF8.CodeUnit.replacement { put(byte) }
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  // MARK: Tags

  private mutating func markup(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    if bytes.has("<!--", at: start) {
      return bytes.end(of: "-->", from: start + 4) ?? bytes.count
    }
    // What an encoder left of a section of text is text.
    if bytes.has("<![CDATA[", at: start) { return start + 9 }
    let first = start + 1 < bytes.count ? bytes[start + 1] : 0
    let isClosing = first == UInt8(ascii: "/")
    let beginsTag =
      first.isLetterASCII || isClosing || first == UInt8(ascii: "!") || first == UInt8(ascii: "?")
    guard beginsTag, let end = endOfTag(bytes, from: start + 1) else {
      put(UInt8(ascii: "<"))
      return start + 1
    }
    let name = tagName(bytes, from: isClosing ? start + 2 : start + 1)
    if !HTMLElement.inline.contains(name) { owesBlank = true }
    if name == .anchor, !isClosing { pointed.take(tag: bytes[start..<end]) }
    if name == .image, picture == nil {
      takePicture(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
    if !isClosing, let rest = endOfSilent(bytes, named: name, after: end) { return rest }
    return end
  }

  private mutating func takePicture(_ tag: UnsafeBufferPointer<UInt8>) {
    guard let value = PointedAddresses.value(of: "src", in: tag), !value.isEmpty else { return }
    picture = String(decoding: HTMLReference.resolved(value), as: UTF8.self).trimmed
  }

  /// The index after the tag's `>`; nil when it has none. A quote that is never closed is no
  /// quote. What is not found once is not looked for again, so that the whole stays linear.
  private mutating func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard tagsMayEnd else { return nil }
    if quotesAreTrusted {
      if let end = endOfQuotedTag(bytes, from: start) { return end }
      quotesAreTrusted = false
    }
    let end = bytes.end(of: ">", from: start)
    tagsMayEnd = end != nil
    return end
  }

  private func endOfQuotedTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var quote: UInt8 = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    }
    return nil
  }

  /// The name of a tag in small letters; empty for one that is too long to be known.
  private func tagName(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> HTMLElement {
    var value: UInt64 = 0
    var index = start
    while index < bytes.count, bytes[index].isLetterASCII || bytes[index].isDigitASCII {
      guard index - start < 8 else { return HTMLElement(packed: 0) }
      value = value << 8 | UInt64(bytes[index].lowercasedASCII)
      index += 1
    }
    return HTMLElement(packed: value)
  }

  /// For a script or style: the index at which its closing tag begins. One without an end hides
  /// nothing.
  private mutating func endOfSilent(
    _ bytes: UnsafeBufferPointer<UInt8>, named name: HTMLElement, after end: Int
  ) -> Int? {
    let closing: StaticString
    switch name {
    case .script: closing = "</script"
    case .style: closing = "</style"
    default: return nil
    }
    guard !endless.contains(name) else { return nil }
    guard let after = bytes.end(of: closing, from: end) else {
      endless.insert(name)
      return nil
    }
    return after - closing.utf8CodeUnitCount
  }

  // MARK: References

  private mutating func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    guard let (scalar, end) = HTMLReference.read(bytes, at: start) else {
      put(UInt8(ascii: "&"))
      return start + 1
    }
    put(scalar)
    return end
  }
}

extension UTF8.CodeUnit {
  fileprivate static var replacement: UTF8.EncodedScalar { UTF8.encodedReplacementCharacter }
}
