import Foundation

/// A list of saved pages as JSON: what services for reading later export as records.
package struct SavedRecordsImport: Importer {
  package let format: String
  package let learns: String
  private let marks: [String]
  private let url: String
  private let date: String
  private let star: @Sendable (JSONValue) -> Bool
  private let done: @Sendable (JSONValue) -> Bool

  /// Wallabag's JSON.
  package static let wallabag = SavedRecordsImport(
    format: "wallabag",
    learns:
      "Wallabag's export (JSON): the pages of followed accounts that you saved, starred and read.",
    marks: ["is_archived", "is_starred", "url"], url: "url", date: "created_at",
    star: { $0["is_starred"]?.isSet ?? false }, done: { $0["is_archived"]?.isSet ?? false })
  /// Omnivore's `metadata_*.json`.
  package static let omnivore = SavedRecordsImport(
    format: "omnivore",
    learns: "Omnivore's export (JSON): the pages of followed accounts that you saved and read.",
    marks: ["slug", "state", "savedAt", "url"], url: "url", date: "savedAt", star: { _ in false },
    done: { ($0["readingProgress"]?.integer ?? 0) >= 100 })
  /// Pinboard's JSON.
  package static let pinboard = SavedRecordsImport(
    format: "pinboard-json",
    learns: "Pinboard's export (JSON): the pages of followed accounts that you saved, and when.",
    marks: ["href", "toread", "shared", "time"], url: "href", date: "time", star: { _ in false },
    done: { $0["toread"]?.text == "no" })

  private init(
    format: String, learns: String, marks: [String], url: String, date: String,
    star: @escaping @Sendable (JSONValue) -> Bool, done: @escaping @Sendable (JSONValue) -> Bool
  ) {
    self.format = format
    self.learns = learns
    self.marks = marks
    self.url = url
    self.date = date
    self.star = star
    self.done = done
  }

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let first = source.firstRecords([], atMost: 1).first?.record else { return false }
    return marks.allSatisfy { first[$0] != nil }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var pages = PageGathering(
      path: source.path, format: format, now: options.now,
      observability: PageAttention.bookmarks)
    let outcome = JSONDocuments.forEach(in: source.bytes) { piece in
      guard case .record(let record, _, _) = piece else { return }
      guard let address = record[url]?.text else { return pages.lose("it has no address") }
      pages.take(address, .saved, record[date]?.text.flatMap(SavedTableImport.moment))
      if star(record) { pages.take(address, .starred, nil) }
      if done(record) { pages.take(address, .read, nil) }
    }
    var imported = pages.finished()
    try outcome.note(in: &imported, source, of: "page", options)
    return [imported]
  }
}
