import Foundation

/// The `History` of Chromium and its kin (Chrome, Edge, Brave, Vivaldi, Opera): which pages of
/// followed accounts were opened.
///
/// Visits by a link, by typing, by a bookmark or from the address bar's proposals count. Frames,
/// forms, reloads and the pages that only redirected do not. How long a page stood open is not
/// asked: a tab in the background stands open all day.
package struct ChromiumImport: Importer {
  package let format = "chromium"
  package let learns =
    "The history of Chrome, Chromium, Edge and kin: when you opened pages of followed accounts."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder
      && ForeignDatabase.speaks(of: ["urls", "visits", "visit_time", "typed_count"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["urls", "visits"], of: "Chromium")
    var pages = PageGathering(
      path: source.path, format: format, now: options.now, observability: PageAttention.history)
    try database.forEachRow(Self.visits) { row in
      do throws(ForeignRow.Odd) {
        guard Self.isVisit(try row.integer(2, "transition") ?? 0) else { return }
        pages.take(try row.text(0, "address"), .opened, Self.date(try row.integer(1, "time")))
      } catch {
        pages.lose(error.sentence)
      }
    }
    return [pages.finished()]
  }

  private static let visits = """
    SELECT urls.url, visit_time, transition FROM visits JOIN urls ON urls.id = visits.url
    ORDER BY visits.id
    """

  // The low byte says how the visit came about; a page in a chain of redirects counts where the
  // chain ends.
  private static func isVisit(_ transition: Int64) -> Bool {
    let bits = UInt32(truncatingIfNeeded: transition)
    let (link, typed, bookmark, proposed) = (0, 1, 2, 5) as (UInt32, UInt32, UInt32, UInt32)
    guard [link, typed, bookmark, proposed].contains(bits & 0xFF) else { return false }
    let isInChain = bits & 0xF000_0000 != 0
    return !isInChain || bits & 0x2000_0000 != 0
  }

  // Microseconds since 1601.
  private static func date(_ moment: Int64?) -> Date? {
    Date(plausible: moment.map { Double($0) / 1_000_000 - 11_644_473_600 })
  }
}
