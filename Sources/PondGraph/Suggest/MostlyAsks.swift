/// An account most of whose posts ask for something: to buy, to give, to sign up (model §5.3). A remark
/// with examples for the case, and never a ground: nothing that decides reads it.
public struct MostlyAsks: Hashable, Sendable {
  /// How many of the posts ask.
  public let asking: Int
  /// How many posts were read for it.
  public let posts: Int
  /// Up to three titles of those that ask, newest first, as the account wrote them.
  public let examples: [String]

  /// The fewest posts of which it is told.
  package static let fewestPosts = 10

  /// Reads posts, newest first; nil where they are too few, or less than half of them ask.
  package init?(_ posts: [Post]) {
    let told = posts.filter { $0.title != nil || $0.excerpt != nil }
    let words = told.map { [$0.title, $0.excerpt].compactMap { $0 }.joined(separator: " ") }
    let requests = WrittenLanguage.name(of: words).flatMap { Self.requests[$0] } ?? []
    let price = Self.price
    let asking = zip(told, words).filter { post, text in
      Self.isCampaign(post.link) || Self.names(price, text) || Self.asks(text, requests)
    }.map(\.0)
    guard told.count >= Self.fewestPosts, asking.count * 2 >= told.count else { return nil }
    self.asking = asking.count
    self.posts = told.count
    examples = asking.prefix(3).compactMap { $0.title ?? $0.excerpt }
  }

  /// A link that carries the name of a campaign; that of the feed itself is none.
  private static func isCampaign(_ link: Address?) -> Bool {
    guard let query = link?.written.split(separator: "?", maxSplits: 1).dropFirst().first else {
      return false
    }
    return query.lowercased().split(separator: "&").contains { part in
      part.hasPrefix("utm_campaign=") && !part.hasSuffix("=rss") && !part.hasSuffix("=feed")
    }
  }

  // Made once for all posts of an account: making it takes longer than looking. Most texts name no figure.
  private static var price: Regex<Substring> {
    #/[$€£¥]\s?\d|\d\s?(?:€|£|EUR\b|USD\b|GBP\b)|\d\s?%\s(?:off|Rabatt)/#
  }

  private static func names(_ price: Regex<Substring>, _ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.contains(price)
  }

  private static func asks(_ text: String, _ requests: [String]) -> Bool {
    let words = " " + text.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    return requests.contains { words.contains(" \($0) ") }
  }

  /// Requests by the language that asks them.
  private static let requests: [String: [String]] = [
    "English": [
      "buy", "order now", "pre order", "subscribe", "donate", "sign up", "register now", "join us",
      "support us", "become a member", "last chance", "discount", "sale", "book now",
    ],
    "German": [
      "kaufen", "bestellen", "jetzt buchen", "spenden", "abonnieren", "anmelden", "rabatt",
      "angebot", "mitglied werden", "unterstützt uns", "gutschein",
    ],
    "French": [
      "acheter", "commandez", "abonnez vous", "faites un don", "inscrivez vous", "promotion",
      "soutenez nous", "réservez",
    ],
    "Spanish": [
      "comprar", "compra", "suscríbete", "dona", "regístrate", "oferta", "descuento", "apóyanos",
      "reserva",
    ],
  ]
}
