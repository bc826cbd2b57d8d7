import GRDB

/// What stands in the index for the words of texts: of each word a digest that only this pond file can make
/// again. So what was said once and is said no more can be read in no page of the index, however long its
/// marks of deletion stay there; and terms are short.
///
/// Of languages without blanks each letter stands there, and each two that follow each other: most of their
/// words have two letters, which three at a time would not find. What has more letters is read again. A
/// class, for it remembers; it lives as long as one transaction.
final class FindingTerms {
  private let secret: PageSecret
  private var digests: [String: String] = [:]
  private var folded: [String: [TextWords.Piece]] = [:]

  // Of a million posts the words that come again and again are few; all of them would be a burden.
  private static let remembered = 100_000
  // The most terms that the index is asked for: what else a topic holds is read.
  private static let most = 16

  init(_ database: Database) throws {
    secret = try PageSecret(database)
  }

  /// The terms of some texts, a blank between them, always in the same order. O(texts).
  func terms(of texts: [String?]) -> String {
    var terms: Set<String> = []
    for case let text? in texts {
      TextWords.forEachRaw(text) { raw, isPlain in
        if isPlain {
          terms.insert(digest("w" + TextWords.stem(raw)))
        } else {
          for piece in pieces(raw) { terms.formUnion(self.terms(of: piece)) }
        }
      }
    }
    return terms.sorted().joined(separator: " ")
  }

  /// What the index is asked for, and whether what it finds has to be read to be sure.
  func question(_ topic: Topic) -> (match: String, isCertain: Bool) {
    let pieces =
      topic.words.map(TextWords.Piece.word) + topic.runs.map(TextWords.Piece.run)
    let terms = pieces.flatMap { piece in
      // Two letters that follow each other hold both of them.
      if case .run(let run) = piece, run.count > 1 { return pairs(run) }
      return self.terms(of: piece)
    }
    return (
      terms.prefix(Self.most).map { "\"\($0)\"" }.joined(separator: " AND "),
      terms.count <= Self.most && topic.runs.allSatisfy { $0.count <= 2 }
    )
  }

  private func pieces(_ raw: String) -> [TextWords.Piece] {
    if let known = folded[raw] { return known }
    if folded.count >= Self.remembered { folded.removeAll(keepingCapacity: true) }
    let pieces = TextWords.folded(raw)
    folded[raw] = pieces
    return pieces
  }

  private func terms(of piece: TextWords.Piece) -> [String] {
    switch piece {
    case .word(let word): [digest("w" + word)]
    case .run(let run): run.map { digest("r\($0)") } + pairs(run)
    }
  }

  private func pairs(_ run: [Unicode.Scalar]) -> [String] {
    zip(run, run.dropFirst()).map { digest("r\($0)\($1)") }
  }

  private func digest(_ name: String) -> String {
    if let known = digests[name] { return known }
    if digests.count >= Self.remembered { digests.removeAll(keepingCapacity: true) }
    // The blank keeps it apart from the names of pages.
    let term = Self.spelled(secret.digest(" " + name))
    digests[name] = term
    return term
  }

  /// Nine letters and digits: of 36⁹ terms two words of a pond share one about never.
  private static func spelled(_ digest: [UInt8]) -> String {
    var number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var letters: [UInt8] = []
    for _ in 0..<9 {
      letters.append(alphabet[Int(number % 36)])
      number /= 36
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
}
