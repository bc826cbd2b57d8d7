import Foundation

/// Bookmarks as every browser exports them, and Pinboard's export: Netscape's bookmark file. What
/// is private is the person's own, and counts.
package struct NetscapeBookmarksImport: Importer {
  package let format = "bookmarks"
  package let learns =
    "Bookmarks of a browser or Pinboard (HTML): the pages that you saved, live bookmarks as follows."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && source.beginning.contains("<!doctype netscape-bookmark-file")
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    [try BookmarkReading(format: format, source: source, options).imported]
  }
}

/// Pocket's older export, `ril_export.html`.
package struct PocketPageImport: Importer {
  package let format = "pocket-html"
  package let learns =
    "Pocket's older export (HTML): the pages of followed accounts that you saved."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    let beginning = source.isFolder ? "" : source.beginning
    return beginning.contains("<title>pocket export")
      || beginning.contains("time_added=\"")
        && beginning.contains("<html")
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    [try BookmarkReading(format: format, source: source, options).imported]
  }
}

/// A page of links, read.
private struct BookmarkReading {
  let imported: Imported

  init(format: String, source: ImportSource, _ options: ImportOptions) throws {
    var pages = PageGathering(
      path: source.path, format: format, now: options.now,
      observability: PageAttention.bookmarks)
    var links = 0
    var follows = MentionList(path: source.path, format: format)
    let isWhole = BookmarkPage(source.bytes).forEachLink { link in
      links += 1
      guard let feed = link.feed else {
        return pages.take(link.address, .saved, Date(plausible: link.added))
      }
      // A live bookmark is a feed that the person follows; its page is where the feed is at home.
      follows.keep(
        AccountMention(
          reading: Address(feed), title: link.title, site: PageAddress(link.address)?.address,
          folders: [[]], followed: true, followedAt: Date(plausible: link.added)))
    }
    guard isWhole || options.takesPartial else {
      throw ImportFailure.cutShort(
        path: source.path, where: "its last tag", reason: "it ends inside of a tag",
        standing: links == 1 ? "1 link stands" : "\(links) links stand")
    }
    var finished = pages.finished()
    finished.isComplete = isWhole
    finished.accounts = follows.imported.accounts
    if !finished.accounts.isEmpty {
      finished.original = OriginalDocument(
        format: format, path: source.path, bytes: source.bytes, isComplete: isWhole)
    }
    imported = finished
  }
}

extension ImportSource {
  /// The first kilobytes in small letters, for a mark that stands there.
  var beginning: String { String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased() }
}
