import Foundation

/// Writes a page of bookmarks without the live bookmarks of the accounts that a person let go.
package enum TrimmedBookmarks {
  /// The page without them; every other bookmark, and every byte outside of theirs, as it was.
  /// - Throws: `ExportFailure` when the original is not whole, is not in UTF-8, or the result holds
  ///   other accounts than those that stay.
  package static func write(
    original: OriginalDocument, removing removals: Removals
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    guard let entries = entries(original.bytes) else {
      throw ExportFailure.unreadable(path: original.path)
    }
    let leaving = entries.filter { removals.accounts.contains($0.account) }
    let staying = entries.filter { !removals.accounts.contains($0.account) }
    let bytes = original.bytes.without(leaving.map(\.range))
    guard self.entries(bytes)?.map(\.feed) == staying.map(\.feed) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
    return TrimmedList(
      bytes: bytes,
      removed: leaving.map { entry in
        TrimmedList.Removed(
          account: entry.account, address: Address(entry.feed),
          line: original.bytes.prefix(entry.range.lowerBound).count { $0 == 0x0A } + 1)
      }, remaining: Set(staying.map(\.account)))
  }

  private struct Entry {
    let feed: String
    let range: Range<Int>

    var account: AccountKey { AccountKey(reading: Address(feed)) }
  }

  // Ranges are places in the page as it is read, so that must be the page as it lies there.
  private static func entries(_ bytes: Data) -> [Entry]? {
    let page = BookmarkPage(bytes)
    guard page.isVerbatim else { return nil }
    var entries: [Entry] = []
    page.forEachLink { link in
      if let feed = link.feed { entries.append(Entry(feed: feed, range: page.entry(of: link))) }
    }
    return entries
  }
}
