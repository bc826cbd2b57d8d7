import Foundation

/// Which of two files is believed where they differ: the list of what one follows before a
/// reader's own copy before the feed itself, then the file that says it is newer.
struct Precedence: Comparable {
  /// Formats by how far their word on an account is the person's own, the first before the rest.
  /// A format that is not listed stands behind those that are.
  static let formats = [
    "opml", "newsboat-urls", "address-list", "newsboat-cache", "freshrss", "netnewswire", "liferea",
    "rssguard", "reader", "apple-podcasts", "miniflux", "freshrss-export", "google-reader", "feed",
    "feed-folder",
  ]

  let rank: Int
  let age: Int64

  /// - Parameter isReplaced: whether a newer list took its place: then it only tells what nobody
  ///   else does.
  init(format: String, documentDate: Int64?, isReplaced: Bool = false) {
    let known = Self.formats.firstIndex(of: format) ?? Self.formats.count
    rank = isReplaced ? Self.formats.count + 1 : known
    age = documentDate.map { -$0 } ?? .max
  }

  static func < (left: Precedence, right: Precedence) -> Bool {
    (left.rank, left.age) < (right.rank, right.age)
  }
}

/// What one file says of one account, with how far it is believed.
struct DatedClaim {
  let precedence: Precedence
  let claim: Claim
  let folders: [FolderPath]
  let tags: [String]
}

/// Many files' words on one account made into one. The result depends on what they say, never on
/// the order in which they came: of two that are believed alike, the smaller word wins.
enum AccountMerge {
  /// The account that these claims describe.
  static func account(_ key: AccountKey, _ claims: [DatedClaim]) -> Account {
    Account(
      id: key.id,
      key: key,
      title: chosen(claims) { $0.title.map(Bytewise.init) }?.text,
      feed: key.kind == .site ? nil : chosen(claims) { $0.address.map(Spelling.init) }?.address,
      site: chosen(claims) { $0.site.map(Spelling.init) }?.address,
      folders: union(claims.flatMap(\.folders)),
      tags: union(claims.flatMap(\.tags).map { [$0] }).compactMap(\.first),
      isFollowed: claims.contains(where: \.claim.isFollowed),
      followedAt: chosen(claims, \.followedAt).map(Instant.date),
      importance: chosen(claims, \.importance))
  }

  private static func chosen<Value: Comparable>(
    _ claims: [DatedClaim], _ field: (Claim) -> Value?
  ) -> Value? {
    let words = claims.compactMap { dated in
      field(dated.claim).map { (precedence: dated.precedence, value: $0) }
    }
    return words.min { ($0.precedence, $0.value) < ($1.precedence, $1.value) }?.value
  }

  /// Every path once, ordered name by name and byte by byte.
  private static func union(_ paths: [FolderPath]) -> [FolderPath] {
    let distinct = Set(paths.map { $0.map(Bytewise.init) })
    return distinct.sorted { $0.lexicographicallyPrecedes($1) }.map { $0.map(\.text) }
  }
}

/// A spelling of an address; the one with `https` comes first.
private struct Spelling: Comparable {
  let text: Bytewise
  var address: Address { Address(text.text) }

  init(_ text: String) {
    self.text = Bytewise(text: text)
  }

  static func < (left: Spelling, right: Spelling) -> Bool { right.text < left.text }
}
