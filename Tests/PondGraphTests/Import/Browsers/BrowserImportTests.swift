import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Histories of browsers")
struct BrowserImportTests {
  private let clinic = "https://secret-clinic.example/appointment"

  /// A history gives acts with pages and a stretch of attention, and nothing else at all.
  private func expectNothingElse(_ imported: Imported) {
    #expect(imported.accounts.isEmpty && imported.posts.isEmpty && imported.acts.isEmpty)
    #expect(imported.coverage.isEmpty && imported.original == nil && imported.links.isEmpty)
    #expect(!"\(imported)".contains("anary"), "a title was taken")
    #expect(imported.attention.map(\.kind) == [.feed, .newsletter, .site])
    #expect(imported.attention.allSatisfy { $0.observability == PageAttention.history })
  }

  @Test("Firefox: a bookmark of years ago says nothing of when visits were kept (I10)")
  func oldBookmark() throws {
    let sample = try OriginSample("firefox/places.sqlite")
    let before = try sample.input("firefox")
    try sample.change("UPDATE moz_bookmarks SET dateAdded = 1500000000000000 WHERE type = 1")
    let imported = try sample.input("firefox")
    #expect(imported.attention == before.attention && imported.pageActs.count == 7)
    try sample.change("DELETE FROM moz_historyvisits")
    let bookmarks = try sample.input("firefox")
    #expect(bookmarks.attention.isEmpty && bookmarks.pageActs.map(\.kind) == [.saved, .saved])
  }

  @Test("Firefox: visits by link, typing and bookmark; microseconds; hidden places left out")
  func firefox() throws {
    let imported = try OriginSample("firefox/places.sqlite").input("firefox")
    #expect(
      imported.shortPages == [
        "opened https://tidepool.example/1?utm_source=feed 1778000100",
        "opened https://www.slow-bread.example/loaves/3 1778000200",
        "opened \(clinic) 1778000300", "opened https://slow-bread.example/ 1778000700",
        "opened https://tidepool.example/1?utm_source=feed 1778087300",
        "saved https://tidepool.example/1?utm_source=feed 1778100000",
        "saved \(clinic) 1778100000",
      ])
    expectNothingElse(imported)
    #expect(imported.attention.first?.from == seconds(1_778_000_100))
    #expect(imported.attention.first?.to == seconds(1_778_087_300))
  }

  @Test("Chromium: microseconds since 1601; frames, reloads and redirects left out")
  func chromium() throws {
    let imported = try OriginSample("chrome/History").input("chromium")
    #expect(
      imported.shortPages == [
        "opened https://tidepool.example/1 1778000100",
        "opened https://slow-bread.example/loaves/3 1778000200", "opened \(clinic) 1778000300",
        "opened https://slow-bread.example/loaves/3 1778000400",
        // A visit at no possible time is one all the same.
        "opened https://tidepool.example/1 0",
      ])
    expectNothingElse(imported)
  }

  @Test("Safari: seconds since 2001, other devices too; redirects and failures left out")
  func safari() throws {
    let imported = try OriginSample("safari/History.db").input("safari")
    #expect(
      imported.shortPages == [
        "opened https://tidepool.example/1 1778000900",
        "opened https://tidepool.example/1 1778001000",
        "opened https://slow-bread.example/loaves/3 1778001100", "opened \(clinic) 1778001200",
      ])
    expectNothingElse(imported)
  }

  @Test("older schemas are read: Safari without redirects, Firefox without bookmarks")
  func older() throws {
    let safari = try OriginSample("safari/History.db")
    try safari.change(
      """
      CREATE TABLE old AS SELECT id, history_item, visit_time FROM history_visits;
      DROP TABLE history_visits; ALTER TABLE old RENAME TO history_visits;
      """)
    #expect(try safari.input("safari").pageActs.count == 6)
    let firefox = try OriginSample("firefox/places.sqlite")
    try firefox.change("DROP TABLE moz_bookmarks")
    #expect(try firefox.input("firefox").pageActs.count == 5)
  }

  @Test("odd rows are named without a word of what is in them")
  func odd() throws {
    let sample = try OriginSample("chrome/History")
    try sample.change("UPDATE visits SET visit_time = 'canary' WHERE id = 1")
    let imported = try sample.input("chromium")
    #expect(imported.pageActs.count == 4)
    #expect(imported.skipped.map(\.why) == ["its time is not a number"])
    expectNothingElse(imported)
  }
}
