import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Liferea, RSS Guard, python-reader, Apple Podcasts")
struct ReaderDatabaseTests {
  @Test(
    "Liferea: folders, commands, ids of digits; comments and search folders are no posts, no feeds")
  func liferea() throws {
    let imported = try OriginSample("liferea/liferea.db").input("liferea")
    #expect(imported.accounts.map(\.title) == ["Tidepool", "Slow Bread", "Local weather"])
    #expect(imported.accounts.map(\.folders) == [[["Water", "Deep"]], [[]], [[]]])
    #expect(imported.accounts.map(\.key.kind) == [.feed, .feed, .command])
    #expect(imported.accounts.first?.site?.written == "https://tidepool.example/")
    #expect(
      imported.shortActs == [
        "read tide-1", "starred tidepool.example/2", "read bread-1", "starred bread-1",
      ])
    #expect(imported.posts.map(\.author) == ["Ines Holm", nil, nil])
    #expect(imported.posts.first?.excerpt == "Small & fine.")
    #expect(
      Set(imported.skipped.map(\.why)) == [
        "it shows posts of other feeds", "it belongs to no feed", "they are other people's words",
      ])
    // Flagged posts outlive the cache's limit, so they do not say how far back it goes.
    #expect(imported.coverage.map(\.account.value) == ["tidepool.example/feed"])
    #expect(imported.coverage.map(\.from) == [seconds(1_777_990_000)])
  }

  @Test("RSS Guard: milliseconds, categories in categories, services, deleted ones were seen")
  func rssGuard() throws {
    let imported = try OriginSample("rssguard/database.db").input("rssguard")
    #expect(imported.accounts.map(\.title) == ["Tidepool", "Slow Bread", "Brass"])
    #expect(imported.accounts.map(\.folders) == [[["Water", "Deep"]], [[]], [["Within itself"]]])
    #expect(imported.accounts.map(\.tags) == [[], ["muted", "quiet"], []])
    #expect(
      imported.accounts.map(\.followedAt) == [seconds(1_760_000_000), seconds(1_760_000_000), nil])
    #expect(imported.accounts.last?.key.value == "brass.example/rss")
    #expect(
      imported.shortActs == [
        "read tide-1", "starred tide-2", "seen bread-1", "seen bread-2", "read b-1", "saved b-1",
      ])
    #expect(imported.post("tide-1")?.published == seconds(1_777_990_000.25))
    #expect(imported.skipped.filter(\.isLoss).count == 2)
    #expect(!"\(imported)".contains("canary"))
  }

  @Test("RSS Guard's older schema: messages and labels name ids of the service")
  func olderRSSGuard() throws {
    let sample = try OriginSample("rssguard/database.db")
    try sample.change(
      """
      CREATE TABLE old AS SELECT * FROM Messages; DROP TABLE Messages;
      CREATE TABLE Messages (id INTEGER PRIMARY KEY, is_read INTEGER, is_important INTEGER,
        is_deleted INTEGER, is_pdeleted INTEGER, feed TEXT NOT NULL, title TEXT, url TEXT,
        author TEXT, date_created BIGINT, contents TEXT, account_id INTEGER, custom_id TEXT);
      INSERT INTO Messages SELECT old.id, is_read, is_important, is_deleted, is_pdeleted,
        coalesce(Feeds.custom_id, 'gone'), old.title, url, author, old.date_created, contents,
        old.account_id, old.custom_id FROM old LEFT JOIN Feeds ON Feeds.id = old.feed;
      DROP TABLE LabelsInMessages;
      CREATE TABLE LabelsInMessages (label TEXT, message TEXT, account_id INTEGER);
      INSERT INTO LabelsInMessages VALUES ('again', 'b-1', 2);
      UPDATE Feeds SET custom_id = 'feed-' || id WHERE account_id = 1;
      UPDATE Messages SET feed = 'feed-' || feed WHERE account_id = 1;
      """)
    let imported = try sample.input("rssguard")
    #expect(imported.posts.map(\.account.value).count == 5)
    #expect(imported.shortActs.contains("saved b-1") && imported.shortActs.contains("read tide-1"))
    #expect(imported.post("b-1")?.account.value == "brass.example/rss")
  }

  @Test("python-reader: reading has a time, a plugin's mark and a sweep are seen, tags are labels")
  func pythonReader() throws {
    let imported = try OriginSample("reader/db.sqlite").input("reader")
    let tide = try #require(imported.account("tidepool.example/feed"))
    #expect(tide.title == "Tides, mine" && tide.tags == ["water"])
    #expect(tide.followedAt.map { abs($0.timeIntervalSince1970 - 1_767_600_000) < 1 } == true)
    let bread = try #require(imported.account("slow-bread.example/atom.xml"))
    #expect(bread.tags == ["muted"] && bread.site == nil)
    #expect(
      imported.shortActs
        == Set(
          ["read tide-1", "starred tide-2", "seen tide-3", "saved mine"]
            + (1...6).map { "seen bread-\($0)" }))
    #expect(
      imported.act(.read, "tide-1")?.at.map { Int($0.timeIntervalSince1970) } == 1_778_050_000)
    #expect(imported.post("tide-1")?.excerpt == "Small & fine.")
    #expect(imported.post("tide-2")?.excerpt == "A summary")
  }

  @Test("Apple Podcasts: followed or not, played, begun, saved; times count from 2001")
  func applePodcasts() throws {
    let imported = try OriginSample("podcasts/MTLibrary.sqlite").input("apple-podcasts")
    #expect(imported.accounts.map(\.followed) == [true, false])
    #expect(imported.accounts.map(\.followedAt).first == seconds(780_000_000 + 978_307_200))
    #expect(imported.posts.count == 4 && imported.posts.allSatisfy { $0.form == .episode })
    #expect(
      imported.shortActs == [
        "watched stove-1", "opened stove-2", "saved stove-2", "watched horn-1",
      ])
    #expect(imported.act(.watched, "stove-1")?.at == seconds(799_693_700 + 978_307_200))
    #expect(imported.skipped.map(\.isLoss) == [false, false])
  }

  @Test("Feedbin's stars are told with their pages, at no time of their own")
  func feedbin() throws {
    let imported = try OriginSample("feedbin/starred.json").input("feedbin-starred")
    #expect(
      imported.shortPages == [
        "starred https://tidepool.example/1 0",
        "starred https://secret-clinic.example/appointment 0",
      ])
    #expect(imported.posts.isEmpty && imported.accounts.isEmpty && imported.acts.isEmpty)
    #expect(imported.attention.map(\.kind) == [.feed, .newsletter, .site])
    #expect(imported.skipped.map(\.isLoss) == [true])
  }
}
