import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// The real files, and those that have the exact schema of real ones, with counts that other
/// programs (sqlite3, jq, grep) gave.
@Suite("Readers, browsers and bookmarks as they are", .enabled(if: SharedData.url != nil))
struct ReaderSharedDataTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let path: String
    let formats: [String]
    var accounts = 0
    var posts = 0
    var acts: [ActKind: Int] = [:]
    var skipped = 0
    var testDescription: String { path }
  }

  static let files = [
    Expected(
      path: "freshrss/export-db.sqlite", formats: ["freshrss"], accounts: 8, posts: 1_106,
      acts: [.read: 226, .starred: 13, .saved: 4]),
    Expected(
      path: "freshrss/freshrss_pond_2026-11-21_export.zip", formats: ["opml", "freshrss-export"],
      accounts: 7, posts: 177, acts: [.read: 86, .starred: 13, .saved: 4]),
    Expected(
      path: "freshrss/starred_2026-11-21.json", formats: ["google-reader"], accounts: 2, posts: 13,
      acts: [.read: 11, .starred: 13, .saved: 4]),
    Expected(
      path: "freshrss/feed_2026-11-21_2_2.json", formats: ["google-reader"], accounts: 1, posts: 40,
      acts: [.read: 27, .starred: 1, .saved: 1]),
    // One feed of the seven wants to be told of: it is named once more.
    Expected(
      path: "netnewswire/synthetic-OnMyMac", formats: ["opml", "netnewswire"], accounts: 8,
      posts: 280,
      acts: [.read: 134, .starred: 5], skipped: 1),
    Expected(
      path: "liferea/synthetic/liferea.db", formats: ["liferea"], accounts: 7, posts: 282,
      acts: [.read: 134, .starred: 5]),
    Expected(
      path: "rssguard/synthetic/database.db", formats: ["rssguard"], accounts: 7, posts: 282,
      acts: [.read: 134, .starred: 5]),
    // A script marked all 75 within half a second.
    Expected(
      path: "reader-py/db.sqlite", formats: ["reader"], accounts: 5, posts: 225,
      acts: [.seen: 75, .starred: 14]),
    Expected(
      path: "miniflux/synthetic-entries.json", formats: ["miniflux"], accounts: 3, posts: 100,
      acts: [.read: 63, .starred: 2]),
    Expected(
      path: "feedbin/synthetic-starred.json", formats: ["feedbin-starred"], acts: [.starred: 5]),
    Expected(
      path: "browsers/synthetic/places.sqlite", formats: ["firefox"],
      acts: [.opened: 80, .saved: 9]),
    Expected(path: "browsers/synthetic/History", formats: ["chromium"], acts: [.opened: 80]),
    Expected(path: "browsers/synthetic/History.db", formats: ["safari"], acts: [.opened: 80]),
    Expected(
      path: "bookmarks/synthetic-netscape-bookmarks.html", formats: ["bookmarks"], acts: [.saved: 8]
    ),
    Expected(path: "bookmarks/synthetic-pinboard.html", formats: ["bookmarks"], acts: [.saved: 8]),
    Expected(
      path: "bookmarks/synthetic-pocket-part_000000.csv", formats: ["pocket"], acts: [.saved: 12]),
    Expected(
      path: "podcasts/synthetic-overcast-extended.opml", formats: ["opml"], accounts: 2,
      acts: [.watched: 1, .opened: 1, .seen: 1], skipped: 1),
  ]

  // A day after the newest of these files was made.
  private static let now = Date(timeIntervalSince1970: 1_795_392_000)

  @Test("read whole, with the counts of other programs", arguments: files)
  func counts(expected: Expected) throws {
    let url = try #require(SharedData.file(expected.path))
    let inputs = try Importers.read(
      url.path, as: nil, options: ImportOptions(now: Self.now))
    #expect(inputs.map(\.format) == expected.formats)
    let whole = Imported.merging(inputs, path: url.path)
    #expect(whole.accounts.count == expected.accounts)
    #expect(whole.posts.count == expected.posts)
    #expect(whole.skipped.count == expected.skipped && !whole.skipped.contains(where: \.isLoss))
    let kinds = whole.acts.map(\.kind) + whole.pageActs.map(\.kind)
    #expect(Dictionary(grouping: kinds) { $0 }.mapValues(\.count) == expected.acts)
    #expect(whole.posts.allSatisfy { $0.published != nil })
  }

  @Test("imported twice into one pond, nothing changes (I3)")
  func twice() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    let options = ImportOptions(now: Self.now)
    let inputs = try Self.files.flatMap { expected in
      try Importers.read(
        try #require(SharedData.file(expected.path)).path, as: nil, options: options)
    }
    _ = try pond.write(inputs, at: Self.now)
    let digest = try pond.logicalDigest()
    let again = try pond.write(inputs, at: Self.now)
    #expect(again.allSatisfy { $0.acts.new == 0 && $0.posts.new == 0 && $0.posts.updated == 0 })
    #expect(try pond.logicalDigest() == digest)
  }
}
