public import Foundation

/// A place in a list: the names of the folders around an outline, outermost first; empty at the
/// top level.
public typealias FolderPath = [String]

/// What one source says of one account.
public struct AccountMention: Hashable, Sendable {
  /// Who it is.
  public var key: AccountKey { ownKey ?? AccountKey(reading: address ?? Address("")) }
  // Kept only where the address does not tell it: a list of 100,000 feeds is 8 MB smaller so.
  private let ownKey: AccountKey?
  /// The feed's address as this source writes it; nil for an account without one.
  public let address: Address?
  /// Its name as plain text; nil where the source gives none.
  public let title: String?
  /// Its home page as written; nil where the source gives none.
  public let site: Address?
  /// Every place in which it stands.
  public let folders: [FolderPath]
  /// The reader's labels for it.
  public let tags: [String]
  /// Whether this source says that the person follows it. A feed file alone does not.
  public let followed: Bool
  /// Since when, UTC; nil where the source does not say.
  public let followedAt: Date?
  /// The person's own weight for it (`category="importance/N"`); nil where none was given.
  public let importance: Double?

  /// Makes a mention of its parts.
  public init(
    key: AccountKey, address: Address? = nil, title: String? = nil, site: Address? = nil,
    folders: [FolderPath] = [], tags: [String] = [], followed: Bool, followedAt: Date? = nil,
    importance: Double? = nil
  ) {
    ownKey = Self.isTold(key, by: address) ? nil : key
    self.address = address
    self.title = title
    self.site = site
    self.folders = folders
    self.tags = tags
    self.followed = followed
    self.followedAt = followedAt
    self.importance = importance
  }

  // The names of people on networks are no addresses, and lists of a million of them are made here.
  private static func isTold(_ key: AccountKey, by address: Address?) -> Bool {
    guard let address else { return false }
    if !key.kind.isReadAtAddress, address.written == key.value { return false }
    let mayTell =
      key.kind.isReadAtAddress
      || address.written.utf8.contains(AddressByte.slash) && !address.written.hasPrefix("at:")
    return mayTell && AccountKey(reading: address) == key
  }

  /// Makes a mention of the account that is read at an address.
  public init(
    reading address: Address, title: String? = nil, site: Address? = nil,
    folders: [FolderPath] = [], tags: [String] = [], followed: Bool, followedAt: Date? = nil,
    importance: Double? = nil
  ) {
    ownKey = nil
    self.address = address
    self.title = title
    self.site = site
    self.folders = folders
    self.tags = tags
    self.followed = followed
    self.followedAt = followedAt
    self.importance = importance
  }
}

/// A stretch of time in which a source showed an account's posts without a gap.
public struct Coverage: Hashable, Sendable {
  /// The account.
  public let account: AccountKey
  /// The first moment covered: the oldest post shown, where the source stops.
  public let from: Date
  /// The last moment covered: when the source was read or saved.
  public let to: Date

  /// Makes a stretch of its ends; `from` is not after `to`.
  public init(account: AccountKey, from: Date, to: Date) {
    self.account = account
    self.from = min(from, to)
    self.to = to
  }
}

/// What a source says of whether an account can be reached.
public struct Reachability: Hashable, Sendable {
  /// How an account answers.
  public enum State: Hashable, Sendable {
    /// It was read.
    case reached
    /// It could not be looked at since the date: an error page, no feed there.
    case unreachable(since: Date)
    /// Its server said at the date that it is gone for good.
    case gone(since: Date)
    /// It is read elsewhere, and where: by its own word, or by that of a page at its address or of its home.
    case moved(to: Address)
  }

  /// The account.
  public let account: AccountKey
  /// How it answers.
  public let state: State
  /// When that was seen; the newest word counts.
  public let at: Date

  /// Makes it of its parts.
  public init(account: AccountKey, state: State, at: Date) {
    self.account = account
    self.state = state
    self.at = at
  }
}

/// Something the person did with a page of which the source does not say whose it is: a visit, a
/// bookmark. Only those that turn out to belong to a followed account are ever stored.
public struct PageAct: Hashable, Sendable {
  /// The page, as written.
  public let address: Address
  /// What was done.
  public let kind: ActKind
  /// When, UTC; nil where the source keeps no time.
  public let at: Date?
  /// Whose page it is, where the source says that but not by which id the account knows the post.
  public let account: AccountKey?

  /// Makes it of its parts.
  public init(address: Address, kind: ActKind, at: Date? = nil, account: AccountKey? = nil) {
    self.address = address
    self.kind = kind
    self.at = at
    self.account = account
  }
}

/// A stretch of time in which a source would have kept a trace of the person's attention to any
/// account of a kind, whether or not it shows the account's posts: the archive of a network, the
/// history of a browser.
public struct Attention: Hashable, Sendable {
  /// The kind of account.
  public let kind: AccountKind
  /// The first moment.
  public let from: Date
  /// The last moment, not before the first.
  public let to: Date
  /// The chance in 0…1 that attention to a post left a trace: .1 to .3 where only favourites are
  /// kept, near 1 where everything opened is.
  public let observability: Double

  /// Makes a stretch of its parts.
  public init(kind: AccountKind, from: Date, to: Date, observability: Double) {
    self.kind = kind
    self.from = min(from, to)
    self.to = max(from, to)
    self.observability = observability
  }
}

/// An address by which an account says who else it is.
public struct ProfileLink: Hashable, Sendable {
  /// How far the link is to be believed.
  public enum Proof: String, Hashable, Sendable, CaseIterable {
    /// Both sides say so: the network looked for a link back and found it.
    case verified
    /// The account's own page says so, with `rel="me"`.
    case relMe = "rel-me"
    /// The profile's text or a list names it.
    case named
  }

  /// The account that says it.
  public let account: AccountKey
  /// The address it names.
  public let address: Address
  /// How far it is to be believed.
  public let proof: Proof

  /// Makes a link of its parts.
  public init(account: AccountKey, address: Address, proof: Proof) {
    self.account = account
    self.address = address
    self.proof = proof
  }
}

/// Something in a source that was not taken, and why: read + skipped = seen.
public struct Skipped: Hashable, Sendable {
  /// What it is: an outline, an item, a line, a file.
  public let what: String
  /// Why it was not taken, as the rest of a sentence.
  public let why: String
  /// Where it stands, in words ("line 214"); nil where there is no better place than the file.
  public let place: String?
  /// Whether something the person would want was lost. A search folder or a comment that is
  /// rightly not an account is no loss; a feed whose address could not be read is.
  public let isLoss: Bool

  /// Makes it of its parts.
  public init(what: String, why: String, place: String? = nil, isLoss: Bool) {
    self.what = what
    self.why = why
    self.place = place
    self.isLoss = isLoss
  }
}

/// The original of a list that Pond can later trim.
public struct OriginalDocument: Hashable, Sendable {
  /// The format's name in the register of importers: `opml`, `newsboat-urls`.
  public let format: String
  /// Where it was read from.
  public let path: String
  /// Its bytes, untouched.
  public let bytes: Data
  /// Whether all of it was there. A list that was cut short never feeds a list that replaces.
  public let isComplete: Bool
  /// When the document says that it was made or changed; nil where it does not say.
  public let documentDate: Date?

  /// Makes it of its parts.
  public init(
    format: String, path: String, bytes: Data, isComplete: Bool, documentDate: Date? = nil
  ) {
    self.format = format
    self.path = path
    self.bytes = bytes
    self.isComplete = isComplete
    self.documentDate = documentDate
  }
}

/// Everything that one input taught, before anything is stored.
public struct Imported: Sendable {
  /// Where it was read from, as the person named it.
  public var path: String
  /// The format's name in the register of importers.
  public var format: String
  /// Whether the whole input was read; false for one that was cut short and taken with `--partial`.
  public var isComplete = true
  /// What it says of accounts. One mention for each address as written, in the source's order.
  public var accounts: [AccountMention] = []
  /// How many entries of the list named an address that an earlier one had named: they are one mention.
  public var repeats = 0
  /// The posts that it shows.
  public var posts: [Post] = []
  /// The person's acts that it records.
  public var acts: [Act] = []
  /// Words addressed to the person.
  public var addressed: [AddressedWords] = []
  /// Which stretches of time it shows.
  public var coverage: [Coverage] = []
  /// What it says of who can be reached.
  public var reachability: [Reachability] = []
  /// How many followers it names: shown as a fact, never computed with.
  public var followers = 0
  /// Those of the followers that could be told who they are. Kept apart from everything that a
  /// verdict is made of.
  public var followerKeys: [AccountKey] = []
  /// What the person did with pages of which the source does not say whose they are.
  public var pageActs: [PageAct] = []
  /// In which stretches of time it would have kept a trace of the person's attention.
  public var attention: [Attention] = []
  /// By which addresses accounts say who else they are.
  public var links: [ProfileLink] = []
  /// Whose places the posts point at, by their numbers in `posts`.
  public var postLinks = PostLinks()
  /// Who follows or recommends whom, the person left out.
  public var edges: [FollowEdge] = []
  /// Whose export it is; nil where it does not say and nobody said it.
  public var owner: AccountKey?
  /// When it says that it was made; nil where it does not say.
  public var madeAt: Date?
  /// What the list calls itself; nil where it does not say.
  public var listTitle: String?
  /// The id by which the list names itself or its owner (OPML's `ownerId`), or which of an export's lists
  /// it is; nil where it has none, and for a whole export.
  public var listID: String?
  /// What was not taken.
  public var skipped: [Skipped] = []
  /// What was damaged and read whole anyway, in sentences.
  public var warnings: [String] = []
  /// The list itself, where Pond can trim it.
  public var original: OriginalDocument?
  /// The posts, acts and links that are still to be read; nil where all of them stand here.
  package var flow: ImportedFlow?

  /// When it says that it was made or changed: of two versions the younger counts.
  package var documentDate: Date? { madeAt ?? original?.documentDate }

  /// Starts an empty result for an input.
  public init(path: String, format: String) {
    self.path = path
    self.format = format
  }
}
