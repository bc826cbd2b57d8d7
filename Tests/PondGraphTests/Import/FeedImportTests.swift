import Foundation
import PondGraph
import Testing

@Suite("Importing a feed file")
struct FeedImportTests {
  private let now = Date(timeIntervalSince1970: 1_780_000_000)

  private func read(
    _ text: String, path: String = "pond.xml", takesPartial: Bool = false
  ) throws -> Imported {
    let source = ImportSource(path: path, bytes: Data(text.utf8))
    let options = ImportOptions(now: now, takesPartial: takesPartial)
    return try #require(try FeedImport().read(source, options: options).first)
  }

  private func feed(_ items: String, head: String = "") -> String {
    "<rss><channel><title>Pond</title>\(head)\(items)</channel></rss>"
  }

  private let own = "<atom:link rel='self' href='https://pond.example/feed/'/>"

  @Test(
    "the account is the feed's own address, else its page, else the file's name; never a follow")
  func account() throws {
    let whole = try read(feed("", head: own + "<link>https://pond.example/</link>"))
    #expect(whole.accounts.first?.key == AccountKey(kind: .feed, value: "pond.example/feed"))
    #expect(whole.accounts.first?.followed == false)
    #expect(whole.accounts.first?.title == "Pond")
    #expect(whole.accounts.first?.site == Address("https://pond.example/"))
    let site = try read(feed("", head: "<link>https://pond.example/</link>"))
    #expect(site.accounts.first?.key == AccountKey(kind: .site, value: "pond.example"))
    let nameless = try read(feed(""), path: "/tmp/some/ada.xml")
    #expect(nameless.accounts.first?.key == AccountKey(kind: .site, value: "file:ada"))
    #expect(nameless.warnings.count == 1)
  }

  @Test("the feed of an account of a network is that account's, where page and posts say so (E-2)")
  func networkAccount() throws {
    let page = "<link>https://soc.example/@Loud</link>"
    let item = { (address: String) in "<item><guid>\(address)</guid><link>\(address)</link></item>"
    }
    let own = try read(feed(item("https://soc.example/@loud/112233445566778899"), head: page))
    #expect(own.accounts.first?.key == AccountKey(kind: .fediverse, value: "loud@soc.example"))
    #expect(own.posts.first?.account == own.accounts.first?.key)
    #expect(own.posts.first?.published != nil)
    for other in [
      "https://soc.example/2026/boats", "https://soc.example/@quiet/112233445566778899",
    ] {
      let key = try read(feed(item(other), head: page)).accounts.first?.key
      #expect(key == AccountKey(kind: .site, value: "soc.example/@Loud"))
    }
    let channel = "<link>https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv</link>"
    #expect(
      try read(feed("", head: channel)).accounts.first?.key
        == AccountKey(kind: .youtube, value: "UCabcdefghijklmnopqrstuv"))
    let front = "<link>https://nitter.example/Loud</link>"
    #expect(
      try read(feed("", head: front)).accounts.first?.key == AccountKey(kind: .x, value: "@loud"))
  }

  @Test("the feed of a page on Bluesky is the account's that its posts name (E-2)")
  func bluesky() throws {
    let page = "<link>https://bsky.app/profile/loud.example</link>"
    let item = { (did: String) in
      "<item><guid isPermaLink=\"false\">at://\(did)/app.bsky.feed.post/3kabcdefghi2k</guid></item>"
    }
    let own = try read(feed(item("did:plc:loud"), head: page))
    #expect(own.accounts.first?.key == AccountKey(kind: .bluesky, value: "did:plc:loud"))
    let site = AccountKey(kind: .site, value: "bsky.app/profile/loud.example")
    let several = try read(feed(item("did:plc:loud") + item("did:plc:other"), head: page))
    #expect(several.accounts.first?.key == site)
    #expect(try read(feed("", head: page)).accounts.first?.key == site)
  }

  @Test("items with nothing but a picture, an attachment or a date are posts (R-7)")
  func pictures() throws {
    let items = """
      <item><description>&lt;img alt="x" src="https://pond.example/1.jpg"/&gt;</description></item>
      <item><description>&lt;p&gt;&lt;IMG SRC='https://pond.example/2.jpg?a=1&amp;amp;b=2'>\
      </description></item>
      <item><enclosure url="https://pond.example/3.mp3" type="audio/mpeg" length="9"/></item>
      <item><pubDate>Thu, 04 Jun 2026 10:00:00 GMT</pubDate></item><item><category>x</category></item>
      """
    let imported = try read(feed(items, head: own))
    #expect(Set(imported.posts.map(\.id)).count == 4)
    #expect(imported.skipped.count == 1 && imported.skipped.allSatisfy { !$0.isLoss })
    let xhtml = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">\
      <div xmlns="http://www.w3.org/1999/xhtml"><img src="a.jpg"/></div></content></entry></feed>
      """
    #expect(try read(xhtml).posts.count == 1)
  }

  @Test("an item of a damaged feed that lost all it is known by is a loss (T-I13)")
  func losses() throws {
    let imported = try read(feed("<item><category>x</category></item><item><guid>2</guid></itme>"))
    #expect(imported.posts.count == 1 && imported.skipped.map(\.isLoss) == [true])
  }

  @Test(
    "posts are covered from the oldest that is shown to the day on which the file was saved (I6)")
  func coverage() throws {
    let items = """
      <item><guid>1</guid><pubDate>2024-03-01</pubDate></item>
      <item><guid>2</guid><pubDate>2024-01-01</pubDate></item>
      <item><guid>3</guid><pubDate>1970-01-01</pubDate></item>
      """
    let unnamed = try #require(try read(feed(items)).coverage.first)
    #expect(unnamed.from == FeedDate.parse("2024-01-01"))
    #expect(unnamed.to == now)
    let named = try #require(
      try read(feed(items), path: "x/2024-03-05T1620_2caa.xml").coverage.first)
    #expect(named.to == FeedDate.parse("2024-03-05T16:20Z"))
    #expect(try read(feed("<item><guid>1</guid></item>")).coverage.isEmpty)
  }

  @Test("what stands for a missing date is none, and only posts that were taken are counted")
  func dates() throws {
    let items = """
      <item><guid>1</guid><pubDate>2024-03-01</pubDate></item>
      <item><guid>1</guid><pubDate>2024-03-01</pubDate></item>
      <item><guid>2</guid><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
      <item><guid>3</guid><pubDate>Mon, 01 Jan 0001 00:00:00 GMT</pubDate></item>
      <item><guid>4</guid></item>
      <item><guid>5</guid><link>https://pond.example/@ann/110000000000000000</link></item>
      <item><guid>6</guid><pubDate>2099-01-01</pubDate></item>
      <item></item>
      """
    let imported = try read(feed(items, head: own))
    let dated = imported.posts.filter { $0.published != nil }.compactMap(\.writtenID)
    #expect(imported.posts.count == 6 && dated == ["1", "5", "6"])
    #expect(
      imported.warnings == [
        "3 of 6 posts have no date that can be read", "1 of 6 posts is dated in the future",
      ])
  }

  @Test("a warning of one post speaks of one")
  func agreement() throws {
    let late = "<item><guid>1</guid><pubDate>2099-01-01</pubDate></item>"
    #expect(try read(feed(late, head: own)).warnings == ["1 of 1 post is dated in the future"])
    let undated = "<item><guid>1</guid></item>"
    #expect(
      try read(feed(undated, head: own)).warnings == ["1 of 1 post has no date that can be read"])
  }

  @Test("an item that is not taken has the number that it has in the file (I3)")
  func numbers() throws {
    let imported = try read(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "T",
       "items": ["a", {"id": "1", "title": "x"}, {"id": "", "title": ""}, 5]}
      """, path: "x.json")
    #expect(imported.posts.count == 1)
    #expect(imported.skipped.map(\.what) == ["item 1", "item 4", "item 3"])
  }

  @Test("posts that carry the time of the fetch are said to, from five of one second on (E-17)")
  func sharedDate() throws {
    let item = { (id: Int, day: Int) in
      "<item><guid>\(id)</guid><pubDate>2024-01-0\(day)</pubDate></item>"
    }
    let five = (1...5).map { item($0, 1) }.joined()
    let words = "posts carry one and the same date"
    #expect(try read(feed(five + item(6, 2), head: own)).warnings == ["5 of 6 \(words)"])
    #expect(try read(feed(five + item(6, 2) + item(7, 3), head: own)).warnings.isEmpty)
    #expect(try read(feed((1...4).map { item($0, 1) }.joined(), head: own)).warnings.isEmpty)
  }

  @Test("a feed that moved says where; one that names its own address has not moved")
  func moved() throws {
    let new = "<itunes:new-feed-url>https://new.example/f</itunes:new-feed-url>"
    #expect(
      try read(feed("", head: own + new)).reachability.first?.state
        == .moved(to: Address("https://new.example/f")))
    let same = "<itunes:new-feed-url>http://pond.example/feed</itunes:new-feed-url>"
    #expect(try read(feed("", head: own + same)).reachability.first?.state == .reached)
  }

  @Test("read and skipped make up what was seen; an item twice is one post, its later edit (I3)")
  func accounted() throws {
    let imported = try read(
      feed(
        """
        <item><guid>https://pond.example/1/</guid><title>old</title></item>
        <item><guid>http://pond.example/1?utm_source=x</guid><title>new</title></item>
        <item></item><item><title>t</title></item>
        <item><guid>9</guid><pubDate>2099-01-01</pubDate></item>
        """))
    #expect(imported.posts.count + imported.skipped.count == 5)
    #expect(imported.posts.map(\.title) == ["new", "t", nil])
    #expect(imported.skipped.count == 2)
    #expect(imported.warnings.contains { $0.contains("2 of 4") || $0.contains("have no date") })
    #expect(imported.warnings.contains { $0.contains("in the future") })
    #expect(imported.posts.allSatisfy { $0.observability == 0 })
    #expect(imported.acts.isEmpty)
  }

  @Test(
    "replies and reposts are told apart, and what is to be watched from what is to be read (I7)")
  func kinds() throws {
    let imported = try read(
      feed(
        """
        <item><guid>1</guid><title>t</title><thr:in-reply-to ref='x'/></item>
        <item><guid>2</guid><title>RT by @ada: hello</title></item>
        <item><guid>3</guid><description>hello</description></item>
        <item><guid>4</guid><title>t</title><enclosure url='a' type='video/mp4'/></item>
        <item><guid>5</guid><title>t</title><enclosure url='a.mp3' type='audio/mpeg'/></item>
        <item><guid>6</guid><activity:verb>http://activitystrea.ms/schema/1.0/share</activity:verb>
        </item>
        """))
    #expect(
      imported.posts.map(\.kind) == [.reply, .repost, .original, .original, .original, .repost])
    #expect(imported.posts.map(\.form) == [.article, .article, .note, .video, .episode, .note])
  }

  @Test("a feed that is cut short gives nothing, unless what stands is asked for (T-I03)")
  func cutShort() throws {
    let text = "<rss><channel><title>P</title><item><guid>1</guid></item><item><title>tw"
    do {
      _ = try read(text)
      Issue.record("a cut feed was taken")
    } catch let failure as ImportFailure {
      #expect(failure.kind == .data)
      #expect(failure.state?.contains("1 post stands") == true)
    }
    let partial = try read(text, takesPartial: true)
    #expect(!partial.isComplete)
    #expect(partial.posts.count == 1)
    #expect(partial.skipped.map(\.isLoss) == [true])
  }

  @Test("what is no feed is called what it is (T-I03)")
  func noFeed() {
    let cases = [
      ("<html><body>Log in</body></html>", "a web page"), ("<opml/>", "list of feeds"),
      ("", "empty"), ("hello", "does not know"),
    ]
    for (text, words) in cases {
      do {
        _ = try read(text)
        Issue.record("\(words) was taken for a feed")
      } catch {
        #expect((error as? ImportFailure)?.sentence.contains(words) == true, "\(error)")
      }
      #expect(!FeedImport().recognizes(ImportSource(path: "x.xml", bytes: Data(text.utf8))))
    }
  }

  @Test("damage that cost nothing is a warning")
  func damage() throws {
    let imported = try read(feed("<item><guid>1</guid><title>Fish & Chips</title></item>"))
    #expect(imported.posts.first?.title == "Fish & Chips")
    #expect(imported.isComplete)
    #expect(imported.warnings.contains { $0.contains("bare ampersand") })
  }
}
