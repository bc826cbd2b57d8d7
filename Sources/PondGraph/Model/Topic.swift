/// What somebody looks for. Every word of it has to stand in a post, in any order; what languages without
/// blanks write has to stand there letter for letter. No sign in it means anything else than itself.
public struct Topic: Hashable, Sendable {
  /// As it was written.
  public let text: String
  /// The words, each once, in the order in which they were written.
  let words: [String]
  /// The runs of letters of languages without blanks, each once.
  let runs: [[Unicode.Scalar]]

  /// Takes a text apart.
  /// - Returns: nil for one in which there is neither a letter nor a digit nor an emoji.
  public init?(_ text: String) {
    var (words, runs): ([String], [[Unicode.Scalar]]) = ([], [])
    for piece in TextWords.pieces(of: text) {
      switch piece {
      case .word(let word): if !words.contains(word) { words.append(word) }
      case .run(let run): if !runs.contains(run) { runs.append(run) }
      }
    }
    guard !words.isEmpty || !runs.isEmpty else { return nil }
    self.text = text
    self.words = words
    self.runs = runs
  }

  /// Whether texts hold the topic, all of them together. O(texts).
  package func isIn(_ texts: [String?]) -> Bool {
    let pieces = texts.compactMap { $0 }.flatMap(TextWords.pieces)
    return words.allSatisfy { pieces.contains(.word($0)) }
      && runs.allSatisfy { run in pieces.contains { Self.holds($0, run) } }
  }

  /// Whether a text holds all of the topic by itself.
  public func isWhole(in text: String) -> Bool { isIn([text]) }

  /// Whether a text says anything at all.
  public static func isSaid(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

  /// How a text goes on from shortly before the first place at which it speaks of the topic: its beginning
  /// where that is no further than a few words away, or where it never does.
  public func passage(of text: String) -> String {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let place = parts.firstIndex(where: { speaks(String($0)) }), place > Self.lead + 1 else {
      return parts.joined(separator: " ")
    }
    return "… " + parts[(place - Self.lead)...].joined(separator: " ")
  }

  // How many words stand before the topic in a passage.
  private static let lead = 3

  /// Whether any word of the topic stands in a text.
  private func speaks(_ text: String) -> Bool {
    TextWords.pieces(of: text).contains { piece in
      if case .word(let word) = piece { return words.contains(word) }
      return runs.contains { Self.holds(piece, $0) }
    }
  }

  private static func holds(_ piece: TextWords.Piece, _ run: [Unicode.Scalar]) -> Bool {
    guard case .run(let letters) = piece, letters.count >= run.count else { return false }
    return (0...(letters.count - run.count)).contains {
      letters[$0..<($0 + run.count)].elementsEqual(run)
    }
  }
}
