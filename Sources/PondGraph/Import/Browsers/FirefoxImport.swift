import Foundation

/// Firefox's `places.sqlite`: which pages of followed accounts were opened and bookmarked.
///
/// Visits by a link, by typing and by a bookmark count (types 1 to 3); what a page embeds, what
/// redirects and what is loaded again does not, nor do places that Firefox hides. The rest of the
/// history is never stored. The stretch in which attention left a trace is that of the visits: a new
/// profile comes with bookmarks, and one that is years old shows nothing of the years.
package struct FirefoxImport: Importer {
  package let format = "firefox"
  package let learns =
    "Firefox's history and bookmarks: when you opened or bookmarked pages of followed accounts."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && ForeignDatabase.speaks(of: ["moz_places", "moz_historyvisits"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["moz_places", "moz_historyvisits"], of: "Firefox")
    var pages = PageGathering(
      path: source.path, format: format, now: options.now, observability: PageAttention.history)
    try database.forEachRow(Self.visits) { Self.take($0, .opened, &pages) }
    if database.has("moz_bookmarks") {
      try database.forEachRow(Self.bookmarks) { Self.take($0, .saved, &pages) }
    }
    return [pages.finished()]
  }

  private static let visits = """
    SELECT url, visit_date FROM moz_historyvisits
    JOIN moz_places ON moz_places.id = moz_historyvisits.place_id
    WHERE visit_type IN (1, 2, 3) AND hidden = 0 ORDER BY moz_historyvisits.id
    """

  private static let bookmarks = """
    SELECT url, dateAdded FROM moz_bookmarks JOIN moz_places ON moz_places.id = moz_bookmarks.fk
    WHERE type = 1 ORDER BY moz_bookmarks.id
    """

  // Microseconds since 1970.
  private static func take(_ row: ForeignRow, _ kind: ActKind, _ pages: inout PageGathering) {
    do throws(ForeignRow.Odd) {
      let at = Date(plausible: try row.integer(1, "time"), per: 1_000_000)
      let page = try row.text(0, "address")
      if kind == .saved { pages.takeBeside(page, kind, at) } else { pages.take(page, kind, at) }
    } catch {
      pages.lose(error.sentence)
    }
  }
}
