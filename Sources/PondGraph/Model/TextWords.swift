import Foundation

/// Text taken apart into what can be looked for in it: words, and runs of letters of languages that put no
/// blanks between their words. Case, accents on Latin, Greek and Cyrillic letters, widths of letters and
/// the plural's `s` of longer Latin words make no difference. An emoji is a word.
enum TextWords {
  /// One piece of a text.
  enum Piece: Hashable {
    /// A word as it is compared.
    case word(String)
    /// Letters that follow each other without a blank, whichever words they are.
    case run([Unicode.Scalar])
  }

  /// The pieces in their order. O(text).
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    forEachRaw(text) { raw, isPlain in
      pieces += isPlain ? [.word(stem(raw))] : folded(raw)
    }
    return pieces
  }

  /// Hands over each stretch of letters as it is written, and whether it is one plain word: small letters
  /// and digits of ASCII alone.
  static func forEachRaw(_ text: String, _ take: (String, Bool) -> Void) {
    var raw = String.UnicodeScalarView()
    var isPlain = true
    func end() {
      if !raw.isEmpty { take(String(raw), isPlain) }
      raw = String.UnicodeScalarView()
      isPlain = true
    }
    for scalar in text.unicodeScalars {
      switch sort(scalar) {
      case .plain: raw.append(lower(scalar))
      case .letter, .gram:
        raw.append(scalar)
        isPlain = false
      case .emoji:
        end()
        take(String(scalar), true)
      case .other: end()
      }
    }
    end()
  }

  /// The pieces of a stretch in which letters beyond ASCII stand.
  static func folded(_ raw: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = String.UnicodeScalarView()
    var run: [Unicode.Scalar] = []
    func end() {
      if !word.isEmpty { pieces.append(.word(stem(String(word)))) }
      if !run.isEmpty { pieces.append(.run(run)) }
      word = String.UnicodeScalarView()
      run = []
    }
    // Twice: the capital of a letter may have another form of its own.
    let small = raw.precomposedStringWithCompatibilityMapping.lowercased()
    for scalar in small.precomposedStringWithCompatibilityMapping.unicodeScalars {
      switch sort(scalar) {
      case .gram:
        if !word.isEmpty { end() }
        run.append(scalar)
      case .plain, .letter:
        if !run.isEmpty { end() }
        word.append(contentsOf: withoutAccent(scalar))
      case .emoji, .other: end()
      }
    }
    end()
    return pieces
  }

  /// A word without the plural's `s`, where it has five letters or more and does not end in `ss`.
  static func stem(_ word: String) -> String {
    let bytes = word.utf8
    guard bytes.count >= 5, bytes.last == UInt8(ascii: "s"),
      bytes.dropLast().last != UInt8(ascii: "s"), bytes.allSatisfy({ $0 < 0x80 })
    else { return word }
    return String(word.dropLast())
  }

  private enum Sort { case plain, letter, gram, emoji, other }

  private static func sort(_ scalar: Unicode.Scalar) -> Sort {
    if scalar.value < 0x80 {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": return .plain
      default: return .other
      }
    }
    if isWithoutBlanks(scalar) { return .gram }
    let properties = scalar.properties
    if properties.isEmojiPresentation || properties.isEmoji && scalar.value > 0x2000 {
      return properties.isEmojiModifier ? .other : .emoji
    }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return scalar.value >= 0xFE00 ? .other : .letter
    case .decimalNumber, .letterNumber, .otherNumber: return .letter
    default: return properties.isAlphabetic ? .letter : .other
    }
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value + 0x20))
  }

  // Elsewhere a mark is as much of a letter as its base.
  private static func withoutAccent(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard scalar.value >= 0xC0 else { return [scalar] }
    if accents.contains(scalar.value) { return [] }
    guard scalar.value < 0x530 || (0x1E00...0x1FFF).contains(scalar.value) else { return [scalar] }
    return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !accents.contains($0.value) }
  }

  private static let accents: ClosedRange<UInt32> = 0x300...0x36F

  /// Whether a letter belongs to a script that is written without blanks between words: Han, kana, Hangul
  /// (whose words carry their particles), Thai, Lao, Burmese, Khmer, and the letters that make flags.
  private static func isWithoutBlanks(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17DD, 0x3005...0x3007, 0x3041...0x3096,
      0x3099...0x309A, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0x1F1E6...0x1F1FF,
      0x20000...0x323AF:
      true
    default: false
    }
  }
}
