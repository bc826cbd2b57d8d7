import Foundation

/// What the accounts speak of: their folders and tags first; where an account has neither, the
/// words that set its titles apart (tf–idf; Spärck Jones, 1972).
package struct TopicMap: Sendable {
  /// What is known of one account.
  package struct Member: Sendable {
    let account: AccountKey
    let labels: [String]
    let titles: [String]
    let worth: Double

    /// Makes it of its parts.
    /// - Parameter labels: its folders and tags; titles are only read where there are none.
    package init(account: AccountKey, labels: [String], titles: [String], worth: Double) {
      self.account = account
      self.labels = labels
      self.titles = titles
      self.worth = worth
    }
  }

  /// The topics' names by their numbers, in order.
  package let names: [String]
  /// u: what each topic counts, 1 for one that holds the mean of the worth there is, never less
  /// than ¼ or more than 4.
  package let weights: [Double]
  /// q: what each account speaks of.
  package let shares: [AccountKey: [Candidate.TopicShare]]

  /// The most words that stand for the topics of one account.
  private static let mostWords = 3

  /// Finds the topics. O(titles).
  package init(_ members: [Member]) {
    let words = TitleWords(members.filter(\.labels.isEmpty))
    var spoken: [AccountKey: [(name: String, share: Double)]] = [:]
    for member in members {
      spoken[member.account] =
        member.labels.isEmpty
        ? words.topics(of: member.account, most: Self.mostWords)
        : member.labels.map { ($0, 1 / Double(member.labels.count)) }
    }
    let names = Set(spoken.values.joined().map(\.name)).sorted()
    let numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
    let shares = spoken.mapValues { topics in
      topics.compactMap { name, share in
        numbers[name].map { Candidate.TopicShare(topic: $0, share: share) }
      }
    }
    self.names = names
    self.shares = shares
    weights = Self.weights(members, shares, count: names.count)
  }

  private static func weights(
    _ members: [Member], _ shares: [AccountKey: [Candidate.TopicShare]], count: Int
  ) -> [Double] {
    var held = [Double](repeating: 0, count: count)
    for member in members.sorted(by: { $0.account < $1.account }) {
      for share in shares[member.account] ?? [] { held[share.topic] += member.worth * share.share }
    }
    let mean = held.reduce(0, +) / Double(max(1, count))
    return held.map { mean > 0 ? min(4, max(0.25, $0 / mean)) : 1 }
  }
}

/// The words of titles, and how far each sets an account apart from the others.
struct TitleWords {
  private var counts: [AccountKey: [String: Int]] = [:]
  private var accountsWith: [String: Int] = [:]

  init(_ members: [TopicMap.Member]) {
    for member in members {
      var words: [String: Int] = [:]
      for title in member.titles {
        for word in Set(Self.words(of: title)) { words[word, default: 0] += 1 }
      }
      counts[member.account] = words
      for word in words.keys { accountsWith[word, default: 0] += 1 }
    }
  }

  /// The words that say most of an account, as shares of 1. A word of one account alone is no topic,
  /// nor is one that stands in a single title, nor one that most accounts use.
  func topics(of account: AccountKey, most: Int) -> [(name: String, share: Double)] {
    let scored = (counts[account] ?? [:]).compactMap { word, count -> (String, Double)? in
      let others = accountsWith[word] ?? 0
      guard count > 1, others > 1, others * 2 <= counts.count else { return nil }
      return (word, Double(count) * log(Double(counts.count) / Double(others)))
    }
    let best = scored.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(most)
    let sum = best.reduce(0) { $0 + $1.1 }
    return sum > 0 ? best.map { ($0.0, $0.1 / sum) } : []
  }

  /// The words of a title that say something, in lower case, in its order.
  static func words(of title: String) -> [String] {
    title.lowercased().words().filter { word in
      word.unicodeScalars.prefix(4).count > 3 && !stopWords.contains(word)
    }
  }

  /// Words of more than three letters that say nothing, in English, German, French, Spanish,
  /// Italian, Portuguese and Dutch.
  private static let stopWords: Set<String> = Set(
    """
    about after again also been before being from have here into just like more most much only \
    other over some such than that their them then there these they this those through under very \
    were what when where which while will with would your aber alle auch beim dass dein denn diese \
    dieser doch durch eine einem einen einer eines fuer haben hatte hier ihre kann mehr mein nach \
    nicht noch oder ohne sehr sein sich sind ueber unter viel vom wenn werden wird wurde zwischen \
    über für avec aussi autre cette comme dans deux elle entre être fait leur mais même nous plus \
    pour quand quel sans sont sous très tous tout une vous ainda como cuando desde donde ella entre \
    está este esta estos hasta mais mientras mucho muito para pela pelo pero porque quando sobre \
    también todo todos anche che come dalla degli della delle dopo essere nella nelle nello ogni \
    perché più quella quello sono sulla tutti tutto door deze heeft hebben meer naar niet omdat onze \
    over voor waar wordt zijn
    """.split(separator: " ").map(String.init))
}
