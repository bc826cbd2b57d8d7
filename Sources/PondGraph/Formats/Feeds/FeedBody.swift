/// What the elements within a text point at, where it arrives as elements and not as markup.
struct FeedInline {
  /// The pages that it leads to.
  var pages = PointedAddresses()
  /// Its first picture, as written; nil where it has none.
  var picture: String?
}

/// The text of an item: how long it is and how it begins.
struct FeedBody {
  /// How many words it has. Two characters of a script without blanks count as one.
  let words: Int
  /// The first words, at most 280 characters; nil where there are none.
  let excerpt: String?
  /// The pages that it points at: the first few addresses with a scheme, without what stands behind
  /// their paths.
  let pointed: [String]
  /// The address of its first picture as written; nil where it has none.
  let picture: String?

  /// Reads text that is HTML or plain.
  /// - Parameter inline: what the elements within the text point at.
  init(_ utf8: [UInt8], isHTML: Bool, inline: FeedInline = FeedInline()) {
    self = utf8.withUnsafeBufferPointer { FeedBody($0, isHTML: isHTML, inline: inline) }
  }

  /// Reads text that is HTML or plain.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, isHTML: Bool, inline: FeedInline = FeedInline()
  ) {
    var reader = MarkupReader()
    if isHTML { reader.read(html: bytes) } else { reader.read(plain: bytes) }
    pointed = inline.pages.all.isEmpty ? reader.pointed.all : inline.pages.all
    picture = inline.picture ?? reader.picture
    (words, excerpt) = reader.utf8.withUnsafeBufferPointer { plain in
      (FeedBody.words(plain), FeedBody.excerpt(plain))
    }
  }

  // By a table and without a jump: where words begin cannot be foreseen, and a guess that fails
  // costs more than ten bytes.
  private static func words(_ plain: UnsafeBufferPointer<UInt8>) -> Int {
    var words = 0
    var dense = 0
    var isInWord: UInt8 = 0
    kinds.withUnsafeBufferPointer { kinds in
      for index in plain.indices {
        let kind = kinds[Int(plain[index])]
        if kind & Kind.dense != 0, isDense(plain, at: index) {
          dense += 1
          isInWord = 0
        } else {
          words &+= Int(kind & ~isInWord & Kind.letter)
          isInWord = (isInWord | kind) & (kind >> 1) & 1
        }
      }
    }
    return words + (dense + 1) / 2
  }

  private enum Kind {
    /// It begins a word where none is open.
    static let letter: UInt8 = 1
    /// It is no blank, which would end the word.
    static let inside: UInt8 = 2
    /// It may begin a character of a script without blanks.
    static let dense: UInt8 = 4
  }

  private static let kinds: [UInt8] = (0...255).map { (byte: UInt8) in
    let isLetter = byte.isLetterASCII || byte.isDigitASCII || byte >= 0xC0
    return (isLetter ? Kind.letter : 0) | (byte == 0x20 ? 0 : Kind.inside)
      | ((0xE3...0xE9).contains(byte) ? Kind.dense : 0)
  }

  /// Whether a character of three bytes is kana or a Chinese character: U+3040…U+30FF and
  /// U+3400…U+9FFF.
  private static func isDense(_ plain: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < plain.count else { return false }
    return plain[index] != 0xE3 || (0x81...0x83).contains(plain[index + 1])
      || plain[index + 1] >= 0x90
  }

  /// The first 280 characters, or what stands before the last blank in 279 of them. Scalars are
  /// counted, of which no text has fewer than characters.
  private static func excerpt(_ plain: UnsafeBufferPointer<UInt8>) -> String? {
    guard !plain.isEmpty else { return nil }
    var scalars = 0
    var last: Int?
    for index in plain.indices where plain[index] & 0xC0 != 0x80 {
      if scalars == 279 { last = index }
      scalars += 1
      if scalars > 280 { break }
    }
    guard scalars > 280, let last else { return String(decoding: plain, as: UTF8.self) }
    let cut = plain[..<last]
    let atBlank = cut.lastIndex(of: 0x20).map { plain[..<$0] }
    return String(decoding: UnsafeBufferPointer(rebasing: atBlank ?? cut), as: UTF8.self) + "…"
  }
}
