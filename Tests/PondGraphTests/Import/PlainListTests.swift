import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Lists that people really have")
struct PlainListTests {
  private func read(_ text: String, _ name: String) throws -> Imported {
    let shelf = try Shelf()
    try shelf.put(Data(text.utf8), name)
    let read = try Importers.read(
      shelf.file(name), as: nil, options: ImportOptions(now: Invented.now))
    return try #require(read.first)
  }

  @Test(
    "headings between the feeds of a urls file count against nobody",
    arguments: [
      "--- News ---\nhttps://a.example/rss\nhttps://b.example/rss tag\n\n--- Far ---\n"
        + "https://c.example/rss\n",
      "News\nhttps://a.example/rss\nhttps://b.example/rss tag\nFar away\nhttps://c.example/rss\n",
      "\"---News---\"\nhttps://a.example/rss\nhttps://b.example/rss\n===\nhttps://c.example/rss\n",
    ])
  func headings(text: String) throws {
    let list = try read(text, "feeds")
    #expect(list.format == "newsboat-urls" && list.accounts.count == 3)
    #expect(list.skipped.count == 2 && list.skipped.allSatisfy { !$0.isLoss })
  }

  @Test("as many headings as addresses are no urls file, unless it is called urls")
  func proseIsNone() throws {
    let text = "One line\nhttps://a.example/rss\nAnother\nhttps://b.example/rss\n"
    #expect(throws: ImportFailure.self) { try read(text, "notes.txt") }
    let plain = "https://a.example/rss\nhttps://b.example/rss\n"
    #expect(try read(plain, "urls").format == "newsboat-urls")
    #expect(try read(plain, "feeds.txt").format == "address-list")
  }

  @Test("a table is no list of addresses: its fields are no part of any; one comma makes no table")
  func tables() throws {
    for text in [
      "https://a.example/feed,A\nhttps://b.example/feed,B\n",
      "https://a.example/feed;A\nhttps://b.example/feed;B\n",
      "https://a.example/feed,https://a.example/\nhttps://b.example/feed,https://b.example/\n",
    ] {
      #expect(throws: ImportFailure.self) { try read(text, "feeds.csv") }
    }
    for text in [
      "url,title\nhttps://a.example/feed,A blog\n",
      "url,title\nhttps://a.example/feed,A blog\nhttps://b.example/feed,B\n",
      "https://a.example/feed,A blog\nhttps://b.example/feed,What? Dr. B\nhttps://c.example/feed,\n",
      "https://a.example/feed;A blog\nhttps://b.example/feed;B blog\n",
      "\"url\",\"title\"\n\"https://a.example/feed\",\"A blog\"\n",
    ] {
      #expect(throws: ImportFailure.self, "\(text)") { try read(text, "feeds.csv") }
    }
    // Commas of addresses, also where every one has some: what a trimmed list may come to.
    for text in [
      "https://a.example/x,y/rss\nhttps://b.example/feed\n", "https://a.example/x,y\n",
      "https://a.example/x,y/rss\nhttps://b.example/f?x=1;y=2\nhttps://c.example/a,b.xml\n",
    ] {
      let list = try read(text, "list.txt")
      #expect(list.format == "address-list" && list.skipped.isEmpty)
      #expect(list.accounts.count == text.split(separator: "\n").count)
    }
  }

  @Test("a urls file may hold addresses with commas, at their ends too")
  func commasOfNewsboat() throws {
    for text in [
      "https://a.example/x,y/rss tag\nhttps://b.example/x,y/rss tag\n",
      "https://a.example/a,b tag\nhttps://b.example/rss tag\n",
      "https://a.example/a,b \"a tag\"\n",
      "https://a.example/a,b \"~A\"\nhttps://a.example/c,d tag\n",
      "https://a.example/rss, tag\nhttps://b.example/rss\n",
    ] {
      let list = try read(text, "feeds")
      #expect(list.format == "newsboat-urls" && list.skipped.isEmpty, "\(text)")
    }
    #expect(
      try read("https://a.example/a,b x\nhttps://a.example/c,d y\n", "urls").accounts.count == 2)
  }

  @Test("what stands behind a # is a remark, one within an address is part of it")
  func remarks() throws {
    let list = try read(
      """
      # mine
       # more
      https://a.example/feed # A, since May https://a.example/
      https://b.example/feed#top\t# B
      @ada@pond.example #friend
      """, "list.txt")
    #expect(list.format == "address-list" && list.skipped.isEmpty)
    #expect(
      list.accounts.compactMap(\.address?.written) == [
        "https://a.example/feed", "https://b.example/feed#top", "ada@pond.example",
      ])
  }

  @Test("names of the fediverse stand in plain lists, with their sign and as addresses")
  func handles() throws {
    let list = try read(
      "@ada@pond.example\nhttps://sea.example/@shop\nhttps://blog.example/feed\n", "list.txt")
    #expect(list.format == "address-list")
    #expect(
      list.accounts.map(\.key) == [
        AccountKey(kind: .fediverse, value: "ada@pond.example"),
        AccountKey(kind: .fediverse, value: "shop@sea.example"),
        AccountKey(kind: .feed, value: "blog.example/feed"),
      ])
  }

  @Test("a live bookmark is a follow; what is no live bookmark stays a page")
  func liveBookmarks() throws {
    let list = try read(LiveBookmarks.page, "bookmarks.html")
    #expect(list.accounts.map(\.key.value) == ["beet.example/rss", "leek.example/rss?a=1&b=2"])
    #expect(list.accounts.map(\.title) == ["Beet & Diary", "Leek"])
    #expect(list.accounts.allSatisfy(\.followed) && list.accounts[0].followedAt == seconds(1.5e9))
    #expect(list.pageActs.map(\.address.written) == ["https://shop.example/"])
    #expect(list.original?.bytes == Data(LiveBookmarks.page.utf8))
  }
}

/// Bookmarks with two feeds among them, invented.
enum LiveBookmarks {
  static let page = """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <TITLE>Bookmarks</TITLE>
    <DL><p>
        <DT><A FEEDURL="https://beet.example/rss" HREF="https://beet.example/" ADD_DATE="1500000000">Beet &amp; Diary</A>
        <DT><A HREF="https://leek.example/" FEEDURL="https://leek.example/rss?a=1&amp;b=2">Leek</A>
        <DD>About leeks
        <DT><A HREF="https://shop.example/" ADD_DATE="1520000000">A shop</A>
    </DL><p>

    """
}
