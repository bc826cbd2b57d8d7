public import Foundation

/// A short name for an account that stays the same across runs, re-imports and machines: the first
/// ten hexadecimal digits of the SHA-256 of its key. Safe to print where the key holds a secret.
public struct AccountID: Hashable, Sendable, CustomStringConvertible {
  /// The ten digits.
  public let value: String

  /// Takes ten digits that were computed already.
  public init(_ value: String) {
    self.value = value
  }

  /// The ten digits.
  public var description: String { value }
}

/// An account as the pond file knows it: every source's mention, merged the same way whatever the
/// order in which they came.
public struct Account: Hashable, Sendable {
  /// The short name that commands accept.
  public let id: AccountID
  /// Who it is.
  public let key: AccountKey
  /// Its name; nil where no source gives one.
  public let title: String?
  /// Its feed, as the list writes it; nil for an account without one.
  public let feed: Address?
  /// Its home page; nil where no source gives one.
  public let site: Address?
  /// Every place in the person's lists in which it stands.
  public let folders: [FolderPath]
  /// The person's labels.
  public let tags: [String]
  /// Whether the person follows it, by the newest of each of their lists.
  public let isFollowed: Bool
  /// Since when; nil where no source says.
  public let followedAt: Date?
  /// The person's own weight for it; nil where none was given.
  public let importance: Double?

  /// Makes an account of its parts.
  public init(
    id: AccountID, key: AccountKey, title: String?, feed: Address?, site: Address?,
    folders: [FolderPath], tags: [String], isFollowed: Bool, followedAt: Date?,
    importance: Double?
  ) {
    self.id = id
    self.key = key
    self.title = title
    self.feed = feed
    self.site = site
    self.folders = folders
    self.tags = tags
    self.isFollowed = isFollowed
    self.followedAt = followedAt
    self.importance = importance
  }

  /// The account as it can be meant at a moment. A following that is still to come was written down
  /// while the clock was ahead: since when it is followed is unknown.
  package func believed(at now: Date) -> Account {
    guard let followedAt, followedAt.isAhead(of: now) else { return self }
    return Account(
      id: id, key: key, title: title, feed: feed, site: site, folders: folders, tags: tags,
      isFollowed: isFollowed, followedAt: nil, importance: importance)
  }

  /// What it is called where no source gives it a title: its address or its name on its network,
  /// secrets masked.
  public var handle: String { key.kind.isReadAtAddress ? feed?.masked ?? key.shown : key.shown }
}
