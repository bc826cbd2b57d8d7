package import Foundation

/// A list that Pond trims: which originals it is made of, and how.
public enum ListFormat: String, Sendable, CaseIterable {
  /// The OPML that was imported, trimmed.
  case opml
  /// The newsboat `urls` file that was imported, trimmed.
  case newsboat
  /// The plain list of addresses that was imported, trimmed.
  case list
  /// The bookmarks that were imported, without the live bookmarks of those who leave.
  case bookmarks
  /// Mastodon's following_accounts.csv, trimmed, with lists.csv beside it.
  case mastodon
  /// The records of Bluesky that have to be deleted.
  case bluesky
  /// The contact list of Nostr, trimmed, unsigned.
  case nostr

  /// The importers whose originals are trimmed.
  package var importers: [String] {
    switch self {
    case .opml: ["opml"]
    // newsboat reads a plain list of addresses, too.
    case .newsboat: ["newsboat-urls", "address-list"]
    case .list: ["address-list"]
    case .bookmarks: ["bookmarks"]
    case .mastodon: ["mastodon-following"]
    case .bluesky: ["bluesky-repository", "bluesky-json"]
    case .nostr: ["nostr"]
    }
  }

  /// The importers whose originals are this list and no other: what is offered where somebody
  /// leaves.
  package var own: [String] { self == .newsboat ? ["newsboat-urls"] : importers }

  /// Whether the network takes the list in place of the one it has, so that whoever is missing in it
  /// is unfollowed.
  package var replaces: Bool { self == .mastodon || self == .nostr }

  /// The original with a person's words carried out, as far as the format can.
  /// - Throws: `ExportFailure` or `OverwriteFailure`.
  package func trimmed(
    _ original: OriginalDocument, owner: AccountKey?, applying changes: ListChanges,
    dropsEmptyFolders: Bool = false, now: Date
  ) throws -> TrimmedList {
    let removals = changes.removals
    return switch self {
    case .opml:
      try TrimmedOPML.write(
        original: original, applying: changes, dropsEmptyFolders: dropsEmptyFolders)
    case .newsboat: try TrimmedNewsboatURLs.write(original: original, applying: changes)
    case .list: try TrimmedAddressList.write(original: original, applying: changes)
    case .bookmarks: try TrimmedBookmarks.write(original: original, removing: removals)
    case .mastodon:
      try TrimmedMastodonCSV.write(original: original, applying: changes, home: owner?.home)
    case .bluesky: try BlueskyUnfollows.write(original: original, removing: removals)
    case .nostr: try NostrContacts.write(original: original, removing: removals, at: now)
    }
  }
}

extension AccountKey {
  /// The server of somebody in the fediverse; nil for anybody else.
  package var home: String? {
    guard kind == .fediverse, let sign = value.lastIndex(of: "@") else { return nil }
    return String(value[value.index(after: sign)...])
  }
}
