import Foundation

/// Safari's `History.db`: which pages of followed accounts were opened, here or on another of the
/// person's devices. Pages that only redirected, and pages that did not load, are left out.
package struct SafariImport: Importer {
  package let format = "safari"
  package let learns = "Safari's history: when you opened pages of followed accounts."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && ForeignDatabase.speaks(of: ["history_items", "history_visits"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["history_items", "history_visits"], of: "Safari")
    let visits = try Self.visits(database.columns(of: "history_visits"))
    var pages = PageGathering(
      path: source.path, format: format, now: options.now, observability: PageAttention.history)
    try database.forEachRow(visits) { row in
      do throws(ForeignRow.Odd) {
        // Seconds since 2001.
        let at = try row.number(1, "time").flatMap { Date(plausible: $0 + 978_307_200) }
        pages.take(try row.text(0, "address"), .opened, at)
      } catch {
        pages.lose(error.sentence)
      }
    }
    return [pages.finished()]
  }

  private static func visits(_ columns: Set<String>) -> String {
    let conditions = [
      "redirect_destination": "redirect_destination IS NULL",
      "load_successful": "load_successful <> 0",
    ]
    let asked = conditions.keys.sorted().filter(columns.contains).compactMap { conditions[$0] }
    let condition = asked.isEmpty ? "" : "WHERE " + asked.joined(separator: " AND ")
    return """
      SELECT url, visit_time FROM history_visits
      JOIN history_items ON history_items.id = history_visits.history_item
      \(condition) ORDER BY history_visits.id
      """
  }
}
