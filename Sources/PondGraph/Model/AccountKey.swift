/// What sort of source an account is.
public enum AccountKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// A feed that is read over HTTP.
  case feed
  /// A newsletter or mail address that a reader turns into a feed.
  case newsletter
  /// The output of a program (`exec:`, `filter:`, `|command`). Pond never runs it.
  case command
  /// A web site whose feed does not say its own address: it is joined to the followed feed with
  /// the same home page.
  case site
  /// Somebody on Mastodon or another server that speaks ActivityPub: `user@host`, in lower case.
  case fediverse
  /// Somebody who speaks ActivityPub and of whom only the address is known, as
  /// `host/ap/users/123`: nothing says yet what they are called.
  case actor
  /// Somebody on X: the number of the account, which stays when the name changes; `@name` in lower
  /// case where only the feed of a front names them.
  case x
  /// Somebody on Bluesky: the DID.
  case bluesky
  /// Somebody on Instagram: the user name, in lower case.
  case instagram
  /// Somebody on Threads: the user name, in lower case.
  case threads
  /// Somebody on Facebook: the name that is shown, for the export has nothing else.
  case facebook
  /// Somebody on LinkedIn: `in/name` of the profile's address, else the name that is shown.
  case linkedin
  /// A channel of YouTube: its id, `UC` and 22 more.
  case youtube
  /// A community or a person of Reddit: `r/name` or `u/name`, in lower case.
  case reddit
  /// Somebody on GitHub: the login, in lower case.
  case github
  /// Somebody on Nostr: the public key in 64 hexadecimal digits.
  case nostr

  /// Whether such an account is mostly somebody and not something: of people no figure is told but
  /// how much they post (R2).
  public var isPerson: Bool {
    switch self {
    case .fediverse, .actor, .x, .bluesky, .instagram, .threads, .facebook, .linkedin, .nostr: true
    case .feed, .newsletter, .command, .site, .youtube, .reddit, .github: false
    }
  }

  /// Whether the canonical name is an address, a mail address or a command.
  public var isReadAtAddress: Bool {
    switch self {
    case .feed, .newsletter, .command, .site: true
    default: false
    }
  }
}

/// Who an account is: its kind and its canonical name within that kind.
///
/// Two outlines that differ only in spelling (scheme, host case, default port, trailing slash,
/// fragment, `utm_` parameters) have the same key.
public struct AccountKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What sort of source it is.
  public let kind: AccountKind
  /// The canonical name: for a feed its address without scheme, as `Address.canonical` makes it;
  /// for the rest as the kind says.
  public let value: String

  /// Makes a key of a kind and a value that is canonical already.
  public init(kind: AccountKind, value: String) {
    self.kind = kind
    self.value = value
  }

  /// Hashes the value alone: two kinds hardly ever share one.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
  }

  /// Orders keys by kind, then by value, scalar by scalar: the order that breaks ties everywhere.
  public static func < (left: AccountKey, right: AccountKey) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return left.value.unicodeScalars.lexicographicallyPrecedes(right.value.unicodeScalars)
  }

  /// The canonical name, secrets masked: what is read at an address may hold a key of the person's
  /// own, the name of somebody on a network holds none.
  public var shown: String { kind.isReadAtAddress ? Address(value).masked : value }

  /// The same with only what is certainly a credential masked.
  public var shownWhereCertain: String {
    kind.isReadAtAddress ? Address(value).maskedWhereCertain : value
  }

  /// The key in one word, secrets masked.
  public var description: String { "\(kind.rawValue):\(shown)" }
}
