import Seeded

/// How an invented person writes: sentences with gaps, and what goes into the gaps.
///
/// A gap is `{thing}`, `{place}` or `{n}`. The words fit every gap of their voice.
struct Voice: Sendable {
  let titles: [String]
  let sentences: [String]
  let things: [String]
  let places: [String]

  init(titles: String, sentences: String, things: String, places: String) {
    self.titles = titles.filledLines
    self.sentences = sentences.filledLines
    self.things = things.split(separator: "|").map(String.init)
    self.places = places.split(separator: "|").map(String.init)
  }

  /// So many titles, each different from the others as far as the words reach.
  func titles(_ count: Int, by chance: inout SplitMix64) -> [String] {
    guard !titles.isEmpty else { return Array(repeating: "", count: count) }
    var deck: [String] = []
    var used: Set<String> = []
    return (0..<count).map { _ in
      var title = ""
      for _ in 0..<12 {
        if deck.isEmpty { deck = chance.shuffled(titles) }
        title = fill(deck.removeLast(), by: &chance).beginningLarge
        if used.insert(title).inserted { break }
      }
      return title
    }
  }

  /// Sentences until there are at least so many words.
  func text(words: Int, by chance: inout SplitMix64) -> String {
    var deck: [String] = []
    var parts: [String] = []
    var count = 0
    while count < words {
      if deck.isEmpty { deck = chance.shuffled(sentences) }
      let sentence = fill(deck.removeLast(), by: &chance).beginningLarge
      count += max(1, wordCount(sentence))
      parts.append(sentence)
    }
    return parts.joined(separator: " ")
  }

  /// Languages that set no blanks are counted at two characters to the word.
  private func wordCount(_ sentence: String) -> Int {
    let wide = sentence.unicodeScalars.filter { $0.value >= 0x3000 }.count
    return wide > 0 ? wide / 2 : sentence.split(separator: " ").count
  }

  private func fill(_ template: String, by chance: inout SplitMix64) -> String {
    template.split(separator: "{", omittingEmptySubsequences: false).enumerated().map {
      (position, part) -> String in
      guard position > 0, let close = part.firstIndex(of: "}") else { return String(part) }
      let rest = String(part[part.index(after: close)...])
      return word(for: String(part[..<close]), by: &chance) + rest
    }.joined()
  }

  private func word(for gap: String, by chance: inout SplitMix64) -> String {
    switch gap {
    case "thing": chance.pick(things) ?? ""
    case "place": chance.pick(places) ?? ""
    default: "\(chance.below(38) + 2)"
    }
  }
}

extension String {
  /// The same text with its first letter as a sentence begins.
  var beginningLarge: String {
    guard let first else { return "" }
    return first.uppercased() + dropFirst()
  }
}
