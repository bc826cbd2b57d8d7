import Foundation

/// Turns the text of an element into plain text.
enum FeedText {
  /// How the text is to be understood.
  enum Kind: Hashable, Sendable {
    /// As it stands.
    case plain
    /// As HTML.
    case html
    /// As HTML where it certainly is, else as it stands: RSS does not say which.
    case either
  }

  /// Plain text of a title or a name; nil where there are no words.
  static func line(_ utf8: [UInt8], kind: Kind) -> String? {
    var reader = MarkupReader()
    utf8.withUnsafeBufferPointer { bytes in
      let isHTML = kind == .html || kind == .either && looksLikeHTML(bytes)
      if isHTML { reader.read(html: bytes) } else { reader.read(plain: bytes) }
    }
    let text = reader.text
    return text.isEmpty ? nil : text
  }

  /// Whether text of an unstated kind is certainly HTML: it closes an element or has a reference,
  /// and every element and every reference in it is one of HTML's. (feedparser's rule.)
  static func looksLikeHTML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasProof = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        switch tag(bytes, at: index) {
        case .closing: hasProof = true
        case .opening, .none: break
        case .foreign: return false
        }
      case UInt8(ascii: "&"):
        switch reference(bytes, at: index) {
        case .known: hasProof = true
        case .none: break
        case .unknown: return false
        }
      default: break
      }
      index += 1
    }
    return hasProof
  }

  private enum Tag { case none, opening, closing, foreign }

  private static func tag(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Tag {
    let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    let first = isClosing ? start + 2 : start + 1
    let name = bytes.dropFirst(first).prefix(20).prefix { $0.isLetterASCII || $0.isDigitASCII }
    guard !name.isEmpty else { return .none }
    let packed =
      name.count > 8 ? 0 : name.reduce(UInt64(0)) { $0 << 8 | UInt64($1.lowercasedASCII) }
    guard HTMLElement.harmless.contains(HTMLElement(packed: packed)) else { return .foreign }
    let isWhole = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: ">")
    return isClosing && isWhole ? .closing : .opening
  }

  private enum Reference { case none, known, unknown }

  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Reference {
    let word = bytes.dropFirst(start + 1).prefix(32)
    let isNumber = word.first == UInt8(ascii: "#")
    let letters = (isNumber ? word.dropFirst() : word).prefix {
      $0.isLetterASCII || $0.isDigitASCII || $0 == UInt8(ascii: "_") || $0 >= 0x80
    }
    let isClosed = letters.endIndex < bytes.endIndex && bytes[letters.endIndex] == UInt8(ascii: ";")
    guard isClosed, !letters.isEmpty else { return .none }
    return HTMLReference.read(bytes, at: start) == nil ? .unknown : .known
  }
}

extension HTMLElement {
  /// The elements that stand in the titles of feeds without meaning harm.
  static let harmless: Set<HTMLElement> = inline.union([
    "address", "area", "article", "aside", "audio", "br", "button", "canvas", "caption", "center",
    "col", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "img", "input", "label", "legend",
    "li", "m", "map", "menu", "meter", "nav", "noscript", "ol", "option", "output", "p", "pre",
    "progress", "section", "select", "source", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "video",
  ])
}
