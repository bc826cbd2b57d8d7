/// A tag as it stands in a text that is almost XML.
struct LooseTag {
  /// Its name as written; empty where there is none.
  private(set) var name = ""
  /// Its attributes, each name once, values with their references resolved.
  private(set) var attributes: [(name: String, value: String)] = []
  /// Whether it closes an element.
  private(set) var isClosing = false
  /// Whether it closes itself.
  private(set) var isEmpty = false
  /// Whether the text goes on to its end.
  private(set) var isWhole = false
  /// The index after it.
  private(set) var end: Int

  /// More attributes than this say nothing.
  private static let most = 100

  /// Whether HTML gives an element of this name neither text nor an end.
  static func isVoid(_ name: String) -> Bool { void.contains(name) }

  private static let void: Set = [
    "br", "hr", "img", "wbr", "input", "area", "col", "embed", "param", "track", "BR", "HR", "IMG",
  ]

  /// Whether a paragraph, an entry or a cell of this name ends where the next begins, as HTML has it.
  static func endsItsLike(_ name: String) -> Bool { siblings.contains(name) }

  private static let siblings: Set = ["p", "li", "dt", "dd", "tr", "td"]

  /// Reads the tag that begins with the `<` at an index.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    end = start + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "/") {
      isClosing = true
      end += 1
    }
    name = word(bytes)
    while let byte = next(bytes) {
      switch byte {
      case UInt8(ascii: ">"):
        end += 1
        isWhole = true
        return
      // The tag was never closed: what begins here is the next.
      case UInt8(ascii: "<"):
        isWhole = true
        return
      case UInt8(ascii: "/"):
        isEmpty = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: ">")
        end += 1
      default: attribute(bytes)
      }
    }
  }

  private mutating func next(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    return end < bytes.count ? bytes[end] : nil
  }

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let start = end
    while end < bytes.count, !bytes[end].isBlank,
      ![0x3E, 0x3C, 0x2F, 0x3D, 0x22, 0x27].contains(bytes[end])
    {
      end += 1
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  private mutating func attribute(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = end
    let name = word(bytes)
    guard end > start else {
      end += 1
      return
    }
    guard next(bytes) == UInt8(ascii: "=") else { return }
    end += 1
    let value = value(bytes)
    guard attributes.count < Self.most, !attributes.contains(where: { $0.name == name }) else {
      return
    }
    attributes.append((name, value))
  }

  private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = next(bytes) else { return "" }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    let start = isQuoted ? end + 1 : end
    end = start
    while end < bytes.count {
      let byte = bytes[end]
      if isQuoted ? byte == first || byte == UInt8(ascii: "<") : byte.isBlank || byte == 0x3E {
        break
      }
      end += 1
    }
    let value = HTMLReference.resolved(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    if isQuoted, end < bytes.count, bytes[end] == first { end += 1 }
    return String(decoding: value, as: UTF8.self)
  }
}

extension HTMLReference {
  /// The bytes with every reference that is known resolved.
  static func resolved(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = read(bytes, at: index) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }
}
