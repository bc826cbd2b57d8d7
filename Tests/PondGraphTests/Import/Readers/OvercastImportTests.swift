import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Overcast's extended list")
struct OvercastImportTests {
  @Test("only what is subscribed is followed; touched episodes are acts at their time")
  func sample() throws {
    let imported = try #require(try OriginSample("overcast/overcast.opml").inputs().first)
    #expect(imported.format == "opml" && imported.accounts.map(\.followed) == [true, false])
    #expect(
      imported.shortPages == [
        "watched https://stove-radio.example/1?a=1&b=2 1777710600",
        "liked https://stove-radio.example/1?a=1&b=2 1777712400",
        "opened https://elsewhere.example/2 1778315400",
        "watched https://old-horn.example/1 1714638600",
      ])
    #expect(imported.pageActs.map(\.account?.value).first == "stove-radio.example/feed")
    // Without a page the title and the date say which episode it is.
    #expect(imported.acts.map(\.kind) == [.seen])
    #expect(imported.posts.isEmpty && imported.coverage.isEmpty)
    #expect(imported.skipped.map(\.what) == ["the outline “Morning”"])
  }

  @Test(
    "an episode that the feed knows by another id is that episode; elsewhere its page is its name")
  func joined() throws {
    let sample = try OriginSample("overcast/overcast.opml")
    let pond = try sample.shelf.pond()
    let stove = AccountKey(kind: .feed, value: "stove-radio.example/feed")
    var feed = Imported(path: "stove.xml", format: "feed")
    feed.posts = [
      Post(
        account: stove, id: PostID("stove-1\tstove-radio.example/1?a=1&b=2"),
        link: Address("https://stove-radio.example/1?a=1&b=2"), published: Invented.day(-20))
    ]
    _ = try pond.write(feed, at: Invented.now)
    let first = try pond.write(try sample.inputs(), at: Invented.now)
    #expect(first.first?.acts.new == 5)
    let again = try pond.write(try sample.inputs(), at: Invented.now)
    #expect(again.first?.acts.new == 0)
    let posts = try pond.asking { database in
      let rows = try BulkStatement(
        database,
        """
        SELECT DISTINCT ifnull(main_id, act.post) FROM act
        LEFT JOIN met ON met.account = act.account AND met.post = act.post
        """)
      var posts: [String] = []
      while try rows.next() { posts += PostID(try rows.word(0)).names }
      return posts
    }
    #expect(posts.contains("stove-1"))
    let pages = try pond.namedActs(["https://elsewhere.example/2"])
    #expect(pages.contains { $0.hasSuffix(" elsewhere.example/2") })
  }

  @Test("the trimmed list is the original, byte for byte, outside of what is cut (E1)")
  func trimmed() throws {
    let imported = try #require(try OriginSample("overcast/overcast.opml").inputs().first)
    let original = try #require(imported.original)
    #expect(
      original.bytes == (try Data(contentsOf: Repository.url("Samples/overcast/overcast.opml"))))
    let gone = try #require(imported.accounts.first?.key)
    let removals = Removals(standing: [
      Decision(account: gone, answer: .letGo, at: Invented.now, reason: "r", evidenceSeen: "e")
    ])
    let list = try TrimmedOPML.write(original: original, removing: removals)
    let text = String(decoding: list.bytes, as: UTF8.self)
    #expect(!text.contains("Stove Radio") && !text.contains("Coals"))
    #expect(text.contains("Old Horn") && text.contains("Valves") && text.contains("playlists"))
  }

  @Test("a plain list of podcasts is left to the reader of lists")
  func plain() throws {
    let text =
      "<opml><body><outline type=\"rss\" text=\"a\" xmlUrl=\"https://a.example/feed\"/></body></opml>"
    #expect(!OvercastImport().recognizes(ImportSource(path: "a.opml", bytes: Data(text.utf8))))
  }
}
