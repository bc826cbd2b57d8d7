/// The language in which an account writes, told by its commonest small words, or by its script where
/// one language has it to itself.
package enum WrittenLanguage {
  /// The fewest small words that tell a language.
  static let fewest = 6

  /// The language's own English name; nil where the texts are too few or speak in two tongues.
  /// O(characters).
  package static func name(of texts: [String]) -> String? {
    var small: [String: Int] = [:]
    var scripts: [String: Int] = [:]
    var letters = 0
    let words = words
    for text in texts {
      var word = SmallWord()
      for scalar in text.unicodeScalars {
        let isOfWord = scalar.isOfWord
        if isOfWord {
          letters += 1
          if let script = script(scalar) { scripts[script, default: 0] += 1 }
        }
        if isOfWord || scalar == "'" {
          word.add(scalar)
        } else {
          for language in word.finish(words) { small[language, default: 0] += 1 }
        }
      }
      for language in word.finish(words) { small[language, default: 0] += 1 }
    }
    if let told = told(by: scripts, of: letters) { return told }
    let order = small.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let first = order.first, first.value >= fewest else { return nil }
    let second = order.dropFirst().first?.value ?? 0
    return first.value * 2 > second * 3 ? first.key : nil
  }

  // Japanese mixes kana with Chinese characters; a tenth of kana tells it.
  private static func told(by scripts: [String: Int], of letters: Int) -> String? {
    guard letters >= 20 else { return nil }
    if (scripts["Japanese"] ?? 0) * 10 >= letters { return "Japanese" }
    let most = scripts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { $0.value * 2 > letters ? $0.key : nil }
  }

  private static func script(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case ..<0x370: nil
    case 0x3040...0x30FF: "Japanese"
    case 0x3400...0x9FFF: "Chinese"
    case 0xAC00...0xD7AF: "Korean"
    case 0x0370...0x03FF: "Greek"
    case 0x0590...0x05FF: "Hebrew"
    case 0x0E00...0x0E7F: "Thai"
    case 0x10A0...0x10FF: "Georgian"
    case 0x0530...0x058F: "Armenian"
    // Scripts of several languages are told as such.
    case 0x0400...0x052F: "a Cyrillic script"
    case 0x0600...0x06FF: "an Arabic script"
    case 0x0900...0x097F: "a Devanagari script"
    default: nil
    }
  }

  /// The languages of every small word.
  private static let words: [UInt64: [String]] = {
    var languages: [UInt64: [String]] = [:]
    for (language, words) in smallWords {
      for text in words.split(separator: " ") {
        var word = SmallWord()
        text.unicodeScalars.forEach { word.add($0) }
        languages[word.packed ?? 0, default: []].append(language)
      }
    }
    return languages
  }()

  /// A word in small letters as long as eight bytes of UTF-8 hold it, which all small words are. Texts have
  /// a hundred words for every one that tells a language; none of them becomes a string.
  private struct SmallWord {
    private var bytes: UInt64 = 0
    private var count = 0

    /// Its bytes; nil for none, and for a longer word.
    var packed: UInt64? { (1...8).contains(count) ? bytes : nil }

    mutating func add(_ scalar: Unicode.Scalar) {
      guard scalar.value >= 0x80 else {
        let isLarge = (0x41...0x5A).contains(scalar.value)
        return add(UInt8(truncatingIfNeeded: isLarge ? scalar.value | 0x20 : scalar.value))
      }
      for byte in scalar.properties.lowercaseMapping.utf8 { add(byte) }
    }

    private mutating func add(_ byte: UInt8) {
      if count < 8 { bytes = bytes << 8 | UInt64(byte) }
      count += 1
    }

    /// The languages of the word that ends here; the next one may begin.
    mutating func finish(_ words: [UInt64: [String]]) -> [String] {
      defer { self = SmallWord() }
      return packed.flatMap { words[$0] } ?? []
    }
  }

  /// Words that stand in nearly every sentence of one language and seldom in another.
  private static let smallWords: [(String, String)] = [
    ("English", "the and of to is with for that this from are you your how what why when it's"),
    ("German", "der die das und ist nicht ein eine mit für auf von im den dem zu wie auch ich"),
    ("French", "le la les des et est une un pour dans que qui sur avec pas du au aux ce"),
    ("Spanish", "el la los las es una un para en que por con no del al se como más"),
    ("Italian", "il lo gli la le è una un per che di con non del della nel al come più"),
    ("Portuguese", "os as é uma um para em que por com não do da dos das ao mais"),
    ("Dutch", "de het een en is van voor met niet dat op te zijn ook naar aan bij hoe"),
    ("Swedish", "och att det som en ett på är för med inte av den till har om så"),
    ("Polish", "na nie jest się że jak dla czy przez oraz już był"),
    ("Finnish", "ja ei että oli hän mutta kun niin myös tai joka ovat"),
    ("Turkish", "ve bir bu için ile da de çok ne daha gibi olarak"),
    ("Czech", "je se na že pro jako jsou není jak při byl také"),
  ]
}
