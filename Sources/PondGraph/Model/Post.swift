public import Foundation

/// Whether a post is the account's own words or somebody else's.
public enum PostKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// The account's own words: originals speak.
  case original
  /// An answer to somebody else.
  case reply
  /// Somebody else's words passed on: reposts cost.
  case repost
}

/// What a post asks of its reader, where its length is not known.
public enum PostForm: String, Hashable, Sendable, CaseIterable, Codable {
  /// Something with a title to read.
  case article
  /// A short note: a post without a title, a microblog's entry.
  case note
  /// Something to watch.
  case video
  /// Something to listen to.
  case episode
}

/// Which post it is within its account, as one source tells: the canonical names by which the source
/// knows it, its own id before its page. Sources that share a trustworthy name mean one post.
public struct PostID: Hashable, Sendable, Comparable {
  /// The names, a tab between them: the post's own id and its page, else title and date.
  public let value: String

  /// Makes an id of a value that is canonical already.
  public init(_ value: String) {
    self.value = value
  }

  /// Orders ids scalar by scalar.
  public static func < (left: PostID, right: PostID) -> Bool {
    left.value.unicodeScalars.lexicographicallyPrecedes(right.value.unicodeScalars)
  }
}

/// One post of an account, as one source shows it.
public struct Post: Hashable, Sendable {
  /// The account that it stands in.
  public let account: AccountKey
  /// Which post it is, canonically.
  public let id: PostID
  /// The id as the source writes it; nil where the source gives none.
  public let writtenID: String?
  /// Its page, as written; nil where the source gives none.
  public let link: Address?
  /// Its title as plain text; nil for a post without one.
  public let title: String?
  /// When it was published, UTC; nil where the source gives no date that can be read.
  public let published: Date?
  /// Who wrote it, as plain text; nil where the source does not say.
  public let author: String?
  /// Own words, an answer, or passed on.
  public let kind: PostKind
  /// What it asks of its reader where `words` is nil.
  public let form: PostForm
  /// How many words it has; nil where the source holds no more than an excerpt.
  public let words: Int?
  /// The first words of the text, plain; nil where there is no text.
  public let excerpt: String?
  /// The chance in 0…1 that the person's attention to this post would have left a trace in this
  /// source: near 1 in a reader's database with read state, 0 in a feed file.
  public let observability: Double
  /// Whether it was there already when the source, a reader with read state, first showed the account:
  /// the backlog of the first fetch is volume, never a missed chance.
  public internal(set) var isBacklog: Bool
  /// Whether the source shows it only because of what the person did with it (a list of stars, of likes):
  /// such a post enters no denominator.
  public let isKnownByActAlone: Bool

  /// Makes a post of its parts.
  public init(
    account: AccountKey, id: PostID, writtenID: String? = nil, link: Address? = nil,
    title: String? = nil, published: Date? = nil, author: String? = nil,
    kind: PostKind = .original, form: PostForm = .article, words: Int? = nil,
    excerpt: String? = nil, observability: Double = 0,
    isBacklog: Bool = false, isKnownByActAlone: Bool = false
  ) {
    self.account = account
    self.id = id
    self.writtenID = writtenID
    self.link = link
    self.title = title
    self.published = published
    self.author = author
    self.kind = kind
    self.form = form
    self.words = words
    self.excerpt = excerpt
    self.observability = observability
    self.isBacklog = isBacklog
    self.isKnownByActAlone = isKnownByActAlone
  }
}
