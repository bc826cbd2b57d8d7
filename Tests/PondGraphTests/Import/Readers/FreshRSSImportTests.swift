import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("FreshRSS's database")
struct FreshRSSImportTests {
  @Test("feeds are followed in their folders, names are decoded, archived and muted are labels")
  func feeds() throws {
    let imported = try OriginSample("freshrss/db.sqlite").input("freshrss")
    #expect(imported.accounts.map(\.title) == ["Tide & Pool", "Slow Bread", "Brass"])
    #expect(
      imported.accounts.map(\.folders) == [
        [["Bread & boats"]], [["Bread & boats"]], [["Uncategorized"]],
      ])
    #expect(imported.accounts.map(\.tags) == [[], ["archived"], ["muted"]])
    #expect(imported.accounts.allSatisfy { $0.followed })
    #expect(imported.accounts.first?.address?.written == "https://tidepool.example/feed?a=1&b=2")
    #expect(imported.accounts.first?.site?.written == "https://tidepool.example/")
    #expect(imported.skipped.isEmpty)
  }

  @Test("secrets are never read (I8): nothing of them is in the result")
  func secrets() throws {
    let imported = try OriginSample("freshrss/db.sqlite").input("freshrss")
    #expect(!"\(imported)".contains("canary"))
  }

  @Test("posts have decoded titles, links and authors; those not shown yet leave no trace")
  func posts() throws {
    let imported = try OriginSample("freshrss/db.sqlite").input("freshrss")
    #expect(imported.posts.count == 11)
    let first = try #require(imported.post("tide-1"))
    #expect(first.title == "Crabs & weather" && first.author == "Ines Holm")
    #expect(first.link?.written == "https://tidepool.example/1?x=1&y=2")
    #expect(first.published == seconds(1_777_990_000) && first.excerpt == "Small & fine.")
    #expect(first.observability == ReaderTrace.freshRSS && first.words == nil)
    let undated = try #require(imported.post("brass-2"))
    #expect(undated.published == nil)
    #expect(imported.post("tide-4")?.observability == 0)
  }

  @Test("read with its time, starred, labelled; marked by a rule and swept away: seen (I6)")
  func acts() throws {
    let imported = try OriginSample("freshrss/db.sqlite").input("freshrss")
    #expect(
      imported.shortActs == [
        "read tide-1", "saved tide-1", "starred tide-2", "seen tide-3", "seen bread-1",
        "seen bread-2", "seen bread-3", "seen bread-4", "seen bread-5", "read brass-1",
      ])
    #expect(imported.act(.read, "tide-1")?.at == seconds(1_778_050_000))
    #expect(imported.act(.read, "brass-1")?.at == nil)
  }

  @Test(
    "what was seen begins with the oldest post that is not kept for ever, and ends with the newest sign of work"
  )
  func coverage() throws {
    let imported = try OriginSample("freshrss/db.sqlite").input("freshrss")
    let brass = try #require(imported.coverage.first { $0.account.value == "brass.example/rss" })
    #expect(brass.from == seconds(1_769_990_000) && brass.to == seconds(1_778_490_000))
    let tide = try #require(imported.coverage.first { $0.account.value.hasPrefix("tidepool") })
    // The two older ones are labelled and starred: purging would have spared them.
    #expect(tide.from == seconds(1_778_190_000))
  }

  @Test("a database without the newer columns is read: what is missing says nothing")
  func older() throws {
    let sample = try OriginSample("freshrss/db.sqlite")
    try sample.change(
      """
      ALTER TABLE entry DROP COLUMN lastUserModified; DROP TABLE entrytmp; DROP TABLE entrytag;
      ALTER TABLE entry DROP COLUMN content; ALTER TABLE feed DROP COLUMN ttl;
      CREATE TABLE note (entrytmp TEXT)
      """)
    let imported = try sample.input("freshrss")
    #expect(imported.posts.count == 10)
    #expect(
      imported.acts.count { $0.kind == .read } == 8 && imported.acts.allSatisfy { $0.at == nil })
    #expect(imported.accounts.map(\.tags) == [[], ["archived"], []])
  }

  @Test(
    "an old database: what its feed's own rule marks read is seen, and says nothing (E-12)",
    arguments: [
      (#"{"read_upon_reception":true}"#, true), (#"{"mark_when":{"reception":true}}"#, true),
      (#"{"keep_max_n_unread":5}"#, true), (#"{"read_upon_reception":false}"#, false),
      (#"{"read_upon_reception":null,"keep_max_n_unread":0}"#, false), ("[]", false), ("", false),
      ("{damaged", false),
    ])
  func ruled(_ attributes: String, _ isRuled: Bool) throws {
    let sample = try OriginSample("freshrss/db.sqlite")
    try sample.change(
      """
      ALTER TABLE entry DROP COLUMN lastUserModified;
      UPDATE feed SET attributes = '\(attributes)' WHERE id = 1;
      """)
    let imported = try sample.input("freshrss")
    let act = try #require(
      imported.acts.first { $0.post?.names.first == "tide-1" && $0.kind != .saved })
    #expect(act.kind == (isRuled ? .seen : .read))
    let trace = isRuled ? ReaderTrace.starsAlone : ReaderTrace.freshRSS
    #expect(imported.post("tide-1")?.observability == trace)
    #expect(imported.act(.read, "brass-1") != nil)
  }

  @Test("odd types and rows of no feed are named as losses; the rest is kept (I3)")
  func odd() throws {
    let sample = try OriginSample("freshrss/db.sqlite")
    try sample.change(
      """
      UPDATE entry SET title = x'00ff' WHERE guid = 'tide-1';
      UPDATE entry SET date = 9223372036854775807 WHERE guid = 'tide-2';
      UPDATE entry SET id_feed = 77 WHERE guid = 'bread-1';
      UPDATE feed SET url = x'00' WHERE id = 3;
      """)
    let imported = try sample.input("freshrss")
    #expect(imported.posts.count == 7 && imported.skipped.filter(\.isLoss).count == 5)
    #expect(imported.skipped.contains { $0.why == "its title is not text" })
    #expect(imported.post("tide-2")?.published == nil)
  }

  @Test("addresses are decoded once and no further")
  func addresses() {
    #expect(
      FreshRSSText.address("https://a.example/?x=1&amp;copy=2&copy=3")
        == "https://a.example/?x=1&copy=2&copy=3")
    #expect(FreshRSSText.address("https://a.example/&amp;lt;") == "https://a.example/&lt;")
    #expect(FreshRSSText.author(";A &amp; B; C;A &amp; B") == "A & B, C")
    #expect(FreshRSSText.author("; ;") == nil)
  }

  @Test("FreshRSS's export: list and posts together, a post in two files once (I2, I3)")
  func export() throws {
    let inputs = try OriginSample("freshrss/export").inputs()
    #expect(inputs.map(\.format) == ["opml", "freshrss-export"])
    let list = try #require(inputs.first)
    #expect(list.original?.format == "opml" && list.accounts.count == 2)
    let posts = try #require(inputs.last)
    #expect(
      posts.accounts.isEmpty
        && posts.posts.compactMap(\.id.names.first).sorted() == ["tide-1", "tide-2"])
    #expect(posts.shortActs == ["read tide-1", "starred tide-2", "saved tide-2"])
    #expect(posts.skipped.isEmpty)
    #expect(posts.posts.allSatisfy { !$0.isKnownByActAlone })
    #expect(posts.post("tide-1")?.account == list.accounts.first?.key)
  }
}
