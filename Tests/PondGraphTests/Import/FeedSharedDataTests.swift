import Foundation
import PondGraph
import PondTestSupport
import Testing

/// Holds what Pond finds in other people's feeds against what feedparser 6.0.14 found in them.
@Suite("Feeds of others", .enabled(if: SharedData.file("FEEDS_STATS.tsv") != nil))
struct FeedSharedDataTests {
  private struct Row {
    let file: String
    let entries: Int
    let dated: Int
    let untitled: Int
    let unlinked: Int
  }

  private func rows() throws -> [Row] {
    let table = try String(
      contentsOf: try #require(SharedData.file("FEEDS_STATS.tsv")), encoding: .utf8)
    return table.split(separator: "\n").dropFirst().compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count > 8, let entries = Int(columns[2]), let dated = Int(columns[3]),
        let unlinked = Int(columns[7]), let untitled = Int(columns[8])
      else { return nil }
      return Row(
        file: columns[0], entries: entries, dated: dated, untitled: untitled, unlinked: unlinked)
    }
  }

  @Test("every item, date, title and link that feedparser finds is found")
  func counts() throws {
    let rows = try rows()
    #expect(rows.count > 70)
    for row in rows {
      let url = try #require(SharedData.file(row.file))
      let items = try FeedReader().read(try Data(contentsOf: url)).document.items
      #expect(items.count == row.entries, "\(row.file)")
      #expect(items.count { $0.date != nil } == row.dated, "\(row.file)")
      #expect(items.count { $0.title == nil } == row.untitled, "\(row.file)")
      #expect(items.count { $0.link == nil } <= row.unlinked, "\(row.file)")
    }
  }

  @Test("snapshots over months become one history of one account")
  func series() throws {
    let folder = try #require(SharedData.file("feeds-timeseries"))
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    let results = try FeedFolderImport().read(
      try ImportSource(path: folder.path), options: ImportOptions(now: now))
    #expect(results.count == 2)
    for imported in results {
      #expect(imported.accounts.count == 1)
      #expect(Set(imported.posts.map(\.id)).count == imported.posts.count)
      #expect(imported.posts.count > 250)
      #expect(!imported.coverage.isEmpty)
    }
  }
}
