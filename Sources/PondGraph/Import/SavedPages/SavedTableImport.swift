import Foundation

/// A list of saved pages as a table: what services for reading later export as CSV. Saving is an
/// act with a page; whose page it is, the pond file knows.
package struct SavedTableImport: Importer {
  package let format: String
  package let learns: String
  private let marks: Set<String>
  private let url: String
  private let date: String
  private let star: (column: String, words: Set<String>)?
  private let done: (column: String, words: Set<String>)?

  /// Raindrop's backup.
  package static let raindrop = SavedTableImport(
    format: "raindrop",
    learns: "Raindrop's export (CSV): the pages of followed accounts that you saved, and when.",
    marks: ["excerpt", "cover", "created"], url: "url", date: "created",
    star: ("favorite", ["true"]))
  /// Instapaper's export.
  package static let instapaper = SavedTableImport(
    format: "instapaper",
    learns:
      "Instapaper's export (CSV): the pages of followed accounts that you saved, when, and read.",
    marks: ["selection", "folder", "timestamp"], url: "url", date: "timestamp",
    star: ("folder", ["starred"]), done: ("folder", ["archive"]))
  /// Readwise Reader's export.
  package static let readwise = SavedTableImport(
    format: "readwise",
    learns:
      "Readwise Reader's export (CSV): the pages of followed accounts that you saved and read.",
    marks: ["saved date", "reading progress"], url: "url", date: "saved date",
    done: ("reading progress", ["1", "1.0"]))

  private init(
    format: String, learns: String, marks: Set<String>, url: String, date: String,
    star: (column: String, words: Set<String>)? = nil,
    done: (column: String, words: Set<String>)? = nil
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
    let header = source.firstRows(1).first?.map { $0.lowercased() } ?? []
    return marks.isSubset(of: header) && header.contains(url)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var pages = PageGathering(
      path: source.path, format: format, now: options.now,
      observability: PageAttention.bookmarks)
    var columns: [String: Int] = [:]
    let cut = source.forEachWholeRow { row in
      guard !columns.isEmpty else {
        for index in 0..<row.count {
          if let name = row.trimmed(index)?.lowercased() { columns[name] = index }
        }
        return
      }
      take(row, columns, &pages)
    }
    guard columns[url] != nil else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "it has no column \"\(url)\"", advice: nil)
    }
    try pages.end(source, cut, options)
    return [pages.finished()]
  }

  private func take(_ row: CSVRow, _ columns: [String: Int], _ pages: inout PageGathering) {
    func field(_ name: String) -> String? { columns[name].flatMap(row.trimmed) }
    guard let address = field(url) else { return pages.lose("it has no address") }
    let at = field(date).flatMap(Self.moment)
    pages.take(address, .saved, at)
    if let star, let word = field(star.column)?.lowercased(), star.words.contains(word) {
      pages.take(address, .starred, nil)
    }
    if let done, let word = field(done.column)?.lowercased(), done.words.contains(word) {
      pages.take(address, .read, nil)
    }
  }

  /// Seconds since 1970, or a date in ISO 8601 with a blank in place of the T.
  static func moment(_ text: String) -> Date? {
    if let seconds = Int64(text) { return Date(plausible: seconds) }
    return FeedDate.parse(text) ?? FeedDate.parse(text.replacing(" ", with: "T"))
  }
}
