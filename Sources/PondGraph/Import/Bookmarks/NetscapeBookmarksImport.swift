import Foundation

/// Bookmarks as every browser exports them, and Pinboard's export: Netscape's bookmark file. What
/// is private is the person's own, and counts.
package struct NetscapeBookmarksImport: Importer {
  package let format = "bookmarks"
  package let learns =
    "Bookmarks of a browser or Pinboard (HTML): the pages of followed accounts that you saved."

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
    let isWhole = BookmarkPage(source.bytes).forEachLink { link in
      links += 1
      pages.take(link.address, .saved, Date(plausible: link.added))
    }
    guard isWhole || options.takesPartial else {
      throw ImportFailure.cutShort(
        path: source.path, where: "its last tag", reason: "it ends inside of a tag",
        standing: links == 1 ? "1 link stands" : "\(links) links stand")
    }
    var finished = pages.finished()
    finished.isComplete = isWhole
    imported = finished
  }
}

extension ImportSource {
  /// The first kilobytes in small letters, for a mark that stands there.
  var beginning: String { String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased() }
}
