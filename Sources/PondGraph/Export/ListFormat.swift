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
    var list =
      switch self {
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
    list.undone = undone(changes, in: list)
    return list
  }

  // Every answer has an effect in what leaves, or it is said that it has none (E6).
  private func undone(_ changes: ListChanges, in list: TrimmedList) -> [TrimmedList.Undone] {
    guard onlyRemoves else { return [] }
    func within(_ accounts: some Sequence<AccountKey>, _ answer: Answer) -> [TrimmedList.Undone] {
      accounts.filter(list.remaining.contains).sorted().map {
        TrimmedList.Undone(account: $0, answer: answer, address: nil)
      }
    }
    let coming = changes.additions.filter {
      belongsHere($0) && !list.remaining.contains($0.account)
    }
    return within(changes.thinned, .thin) + within(changes.repairs.keys, .repair)
      + coming.map {
        TrimmedList.Undone(account: $0.account, answer: .follow, address: $0.address)
      }
  }

  private var onlyRemoves: Bool { [.bookmarks, .bluesky, .nostr].contains(self) }

  // A handle of Bluesky is known by its page alone, until an export of the network names its DID.
  private func belongsHere(_ addition: ListChanges.Addition) -> Bool {
    switch self {
    case .bluesky: addition.account.kind == .bluesky || addition.address.isPageOfBluesky
    case .nostr: addition.account.kind == .nostr
    case .bookmarks: addition.account.kind.isReadAtAddress
    default: false
    }
  }
}

extension Address {
  /// Whether a reader can ask for it: that of a record of Bluesky (`at://`) is nothing to read.
  var isAskedOverHTTP: Bool {
    let small = written.lowercased()
    return small.hasPrefix("https://") || small.hasPrefix("http://")
  }

  /// Whether it is the page of somebody on Bluesky.
  package var isPageOfBluesky: Bool {
    written.lowercased().contains("://bsky.app/profile/")
  }
}

extension AccountKey {
  /// The server of somebody in the fediverse; nil for anybody else.
  package var home: String? {
    guard kind == .fediverse, let sign = value.lastIndex(of: "@") else { return nil }
    return String(value[value.index(after: sign)...])
  }
}
