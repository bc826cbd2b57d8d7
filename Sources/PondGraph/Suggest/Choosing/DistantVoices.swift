import Foundation

/// Voices whose words and whose links both lie far from the pond's centre (model §6): who speaks of
/// other things than the rest of the pond, and points at others.
///
/// Both are asked for. Words alone tell one subject from another, and subjects are the folders' business;
/// links alone tell who links at all. The centre is everybody else's, weighed by worth; words are
/// compared within one language alone, for in another all of them are far. Where posts came without
/// their text there are no links, and nobody is called distant.
package struct DistantVoices: Sendable {
  /// What is known of one account.
  package struct Member: Sendable {
    let account: AccountKey
    let worth: Double
    let language: String?
    let texts: [String]
    let places: [AccountKey: Int]

    /// Makes it of its parts.
    /// - Parameters:
    ///   - texts: titles and beginnings of some of its posts.
    ///   - places: at whom its posts point, and how many of them do.
    package init(
      account: AccountKey, worth: Double, language: String?, texts: [String],
      places: [AccountKey: Int]
    ) {
      self.account = account
      self.worth = worth
      self.language = language
      self.texts = texts
      self.places = places
    }
  }

  /// The fewest accounts that have a centre, and the fewest places that tell where one points.
  package static let fewestAccounts = 10
  package static let fewestPlaces = 5
  /// Far is who lies less than so much of the middle one's nearness from the centre, in words and in
  /// links.
  package static let far = 0.5

  /// Those who are far in both, the farthest first.
  package let accounts: [AccountKey]

  /// Finds them. O(words + links).
  package init(_ members: [Member]) {
    let members = members.sorted { $0.account < $1.account }
    let links = Self.nearness(
      members.filter { $0.places.count >= Self.fewestPlaces }.map { member in
        (member, member.places.mapValues { log2(1 + Double($0)) })
      })
    var words: [AccountKey: Double] = [:]
    for (language, speakers) in Dictionary(grouping: members, by: \.language)
    where language != nil {
      words.merge(
        Self.nearness(speakers.map { ($0, Self.counts($0.texts)) })
      ) { first, _ in first }
    }
    let both = links.filter { words[$0.key] != nil }
    accounts = both.filter { $0.value < Self.far && (words[$0.key] ?? 1) < Self.far }
      .sorted { left, right in
        let (one, other) = (
          left.value + (words[left.key] ?? 0), right.value + (words[right.key] ?? 0)
        )
        return (one, left.key) < (other, right.key)
      }.map(\.key)
  }

  private static func counts(_ texts: [String]) -> [String: Double] {
    var counts: [String: Double] = [:]
    for text in texts {
      for word in Set(TitleWords.words(of: text)) { counts[word, default: 0] += 1 }
    }
    return counts
  }

  /// How near each lies to the centre of the others, in parts of the middle one's nearness: the cosine of
  /// what sets each apart (tf–idf). Nobody where there are too few.
  private static func nearness<Term: Hashable & Comparable>(
    _ profiles: [(member: Member, counts: [Term: Double])]
  ) -> [AccountKey: Double] {
    let profiles = profiles.filter { !$0.counts.isEmpty }
    guard profiles.count >= fewestAccounts else { return [:] }
    var carriers: [Term: Int] = [:]
    for profile in profiles { for term in profile.counts.keys { carriers[term, default: 0] += 1 } }
    let all = Double(profiles.count)
    // In the order of the terms, so that sums come out the same to the last bit.
    let vectors = profiles.map { profile in
      unit(
        profile.counts.sorted { $0.key < $1.key }.map { term, count in
          (term, count * log(1 + all / Double(carriers[term] ?? 1)))
        })
    }
    var centre: [Term: Double] = [:]
    let weights = profiles.map { max($0.member.worth, 1e-6) }
    for (vector, weight) in zip(vectors, weights) {
      for (term, value) in vector { centre[term, default: 0] += weight * value }
    }
    let whole = centre.values.map { $0 * $0 }.sorted().reduce(0, +)
    let cosines = zip(vectors, weights).map { vector, weight in
      let along = vector.reduce(0) { $0 + $1.1 * (centre[$1.0] ?? 0) }
      // Without its own part: |c − wv|² = |c|² − 2w(v·c) + w².
      let rest = max(whole - 2 * weight * along + weight * weight, 0).squareRoot()
      return rest > 0 ? max(0, along - weight) / rest : 0
    }
    let middle = cosines.sorted()[cosines.count / 2]
    guard middle > 0 else { return [:] }
    return Dictionary(zip(profiles.map(\.member.account), cosines.map { $0 / middle })) {
      first, _ in first
    }
  }

  private static func unit<Term>(_ vector: [(Term, Double)]) -> [(Term, Double)] {
    let length = vector.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
    return length > 0 ? vector.map { ($0.0, $0.1 / length) } : []
  }
}
