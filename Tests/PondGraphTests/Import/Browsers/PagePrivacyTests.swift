import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Of a history, only pages of followed accounts reach the pond file")
struct PagePrivacyTests {
  static let origins = [
    "firefox/places.sqlite", "chrome/History", "safari/History.db", "bookmarks/bookmarks.html",
    "bookmarks/pinboard.html", "pocket", "pocket/ril_export.html", "feedbin/starred.json",
  ]

  private static let list = """
    <opml version="2.0"><body>
    <outline text="Tidepool" xmlUrl="https://tidepool.example/feed" htmlUrl="https://tidepool.example/"/>
    </body></opml>
    """

  private func list(_ shelf: Shelf) throws -> [Imported] {
    try shelf.put(Data(Self.list.utf8), "list.opml")
    return try Importers.read(
      shelf.file("list.opml"), as: nil, options: ImportOptions(now: Invented.now))
  }

  @Test(
    "not a byte of any other host is in the pond file, not before and not after", arguments: origins
  )
  func nothingElse(origin: String) throws {
    let sample = try OriginSample(origin)
    let pond = try sample.shelf.pond()
    // First with no list at all: then nobody is followed.
    _ = try pond.write(try sample.inputs(), at: Invented.now)
    try expectNone(
      sample.shelf, ["tidepool", "slow-bread", "secret-clinic", "go.example", "anary"])
    #expect(try pond.namedActs([]).isEmpty)
    // Now somebody is, and what was visited before counts (I9).
    _ = try pond.write(try list(sample.shelf), at: Invented.now)
    #expect(try !pond.namedActs([]).isEmpty)
    try expectNone(sample.shelf, ["slow-bread", "secret-clinic", "go.example", "anary"])
    let again = try pond.write(try sample.inputs(), at: Invented.now)
    #expect(again.allSatisfy { $0.acts.new == 0 })
  }

  private func expectNone(_ shelf: Shelf, _ words: [String]) throws {
    for name in try shelf.names() where name.hasPrefix("pond.sqlite") {
      let bytes = try shelf.bytes(name)
      for word in words {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) is in \(name)")
      }
    }
  }

  @Test("a visit is joined by the post's link, by the home page, and on shared hosts by the path")
  func joined() throws {
    let shelf = try Shelf()
    let pond = try shelf.pond()
    let addresses = [
      "https://tidepool.example/feed", "https://medium.com/feed/@ines",
      "https://bo.github.io/feed.xml",
      "https://ada.substack.com/feed", "https://blog.example/~ann/rss.xml",
      "https://blog.example/~ben/rss.xml",
      "https://news.example/feeds/all.rss", "https://www.tumblr.com/eel/rss",
    ]
    var feed = Imported(path: "tide.xml", format: "feed")
    let tide = AccountKey(reading: Address(addresses[0]))
    feed.posts = [
      Post(
        account: tide, id: PostID("tag:7\telsewhere.example/7"),
        link: Address("https://elsewhere.example/7?utm_source=f"),
        published: Invented.day(-2))
    ]
    let lists = Invented.list(
      "l.opml", addresses.map { AccountMention(reading: Address($0), followed: true) })
    var history = Imported(path: "History", format: "chromium")
    let pages = [
      "http://www.elsewhere.example/7#top", "https://elsewhere.example/8",
      "https://tidepool.example/2026/x", "https://medium.com/@ines/a-story-1",
      "https://medium.com/@odd/no",
      "https://bo.github.io/one", "https://github.io/one", "https://ada.substack.com/p/one",
      "https://bob.substack.com/p/one", "https://blog.example/~ann/one",
      "https://blog.example/~ben/one",
      "https://blog.example/~cleo/one", "https://blog.example/", "https://news.example/2026/one",
      "https://www.tumblr.com/eel/12/one", "https://www.tumblr.com/crab/12/one",
      "https://tidepool.example.org/x",
    ]
    history.pageActs = pages.map {
      PageAct(address: Address($0), kind: .opened, at: Invented.day(-1))
    }
    _ = try pond.write([lists, feed, history], at: Invented.now)
    let acts = try pond.namedActs(pages).map { String($0.dropFirst("feed:".count)) }
    #expect(
      acts == [
        "ada.substack.com/feed ada.substack.com/p/one",
        "blog.example/~ann/rss.xml blog.example/~ann/one",
        "blog.example/~ben/rss.xml blog.example/~ben/one", "bo.github.io/feed.xml bo.github.io/one",
        "medium.com/feed/@ines medium.com/@ines/a-story-1",
        "news.example/feeds/all.rss news.example/2026/one", "tidepool.example/feed tag:7",
        "tidepool.example/feed tidepool.example/2026/x",
        "www.tumblr.com/eel/rss tumblr.com/eel/12/one",
      ])
  }
}
