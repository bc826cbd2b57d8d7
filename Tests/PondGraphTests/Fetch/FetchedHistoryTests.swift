import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("What a fetch teaches", .serialized)
struct FetchedHistoryTests {
  final class Turn: @unchecked Sendable {
    // Set between runs, while the server is idle.
    var feed = Data()
    var isUnchanged = false
  }

  @Test("the window is the union of what was seen; a gap stays one; nothing is deleted (history)")
  func windows() throws {
    let turn = Turn()
    turn.feed = InventedFeed.rss(0..<5)
    let fetch = try FetchShelf(["/feed"]) { request in
      turn.isUnchanged && request.headers["if-none-match"] != nil
        ? .answer(304) : .answer(200, ["ETag": "\"1\""], turn.feed)
    }
    func evidence(_ hours: Double) throws -> Evidence {
      try #require(try fetch.pond().store.evidence(now: fetch.options(hours: hours).now).first)
    }
    _ = try fetch.fetch()
    #expect(try evidence(0).posts.count == 5 && evidence(0).observed.count == 1)
    turn.isUnchanged = true
    _ = try fetch.fetch(hours: 48)
    let seen = try evidence(48).observed
    #expect(seen.count == 1 && seen.last?.to == fetch.options(hours: 48).now)
    // Thirty days on it shows ten later posts and none of the first.
    turn.isUnchanged = false
    turn.feed = Data(
      String(decoding: InventedFeed.rss(100..<103, gapHours: 1), as: UTF8.self)
        .replacing("2026-05-31", with: "2026-06-29").utf8)
    let report = try fetch.fetch(hours: 24 * 30)
    guard case .read(new: 3, changed: 0)? = report.line("/feed")?.outcome else {
      Issue.record("\(report)")
      return
    }
    #expect(try evidence(24 * 30).posts.count == 8)
    #expect(try evidence(24 * 30).observed.count == 2)
  }

  @Test("the same bytes as a file and from a server teach the same")
  func sameAsImport() throws {
    let feed = InventedFeed.rss(0..<9, head: "<link>https://a.example/</link>")
    let fetched = try FetchedFeed(
      feed, of: AccountKey(kind: .site, value: "a.example"), now: FetchShelf.start)
    let imported = try #require(
      try FeedImport().read(
        ImportSource(path: "feed.xml", bytes: feed), options: ImportOptions(now: FetchShelf.start)
      ).first)
    #expect(fetched.imported.posts == imported.posts)
    #expect(fetched.imported.coverage == imported.coverage && imported.posts.count == 9)
  }

  @Test("a page where a feed should be, and a broken feed's home, lead to the feed (repair)")
  func discovery() throws {
    let fetch = try FetchShelf(["/page", "/plain", "/broken"], extra: "htmlUrl=\"HOME\"") {
      request in
      switch request.path {
      case "/page", "/home":
        .answer(
          200, [:],
          InventedFeed.page(
            "<link rel=alternate type=application/rss+xml href=/found>"
              + "<link rel=me href=https://social.example/@ada>"))
      case "/plain": .answer(200, [:], InventedFeed.page(""))
      case "/found", "/plain/atom.xml": .answer(200, ["ETag": "\"f\""], InventedFeed.rss())
      default: .answer(404)
      }
    }
    try fetch.learn(
      """
      <opml version="2.0"><body><outline text="/page" xmlUrl="\(fetch.server.address("/page"))"/>
      <outline text="/plain" xmlUrl="\(fetch.server.address("/plain"))"/>
      <outline text="/broken" xmlUrl="\(fetch.server.address("/broken"))"
        htmlUrl="\(fetch.server.address("/home"))"/></body></opml>
      """)
    let report = try fetch.fetch()
    for (path, place) in [
      ("/page", "/found"), ("/plain", "/plain/atom.xml"), ("/broken", "/found"),
    ] {
      let to = Address(fetch.server.address(place))
      #expect(report.line(path)?.movedTo == to, "\(path)")
      #expect(report.line(path)?.address == Address(fetch.server.address(path)))
      #expect(report.line(path)?.isFound == true)
      #expect(try fetch.reachability(path, hours: 0) == .moved(to: to))
      #expect(try fetch.pond().why(path, now: FetchShelf.start).recent.count == 5)
    }
    let overviews = try fetch.pond().overviews(now: FetchShelf.start)
    #expect(overviews.allSatisfy { $0.assessment.suggestion.verdict == .repair })
    #expect(try fetch.pond().store.profileLinks().map(\.proof) == [.relMe])
    fetch.server.forget()
    _ = try fetch.fetch(hours: 30)
    #expect(Set(fetch.server.requests.map(\.path)) == ["/found", "/plain/atom.xml"])
  }

  @Test("a blogroll's entries become edges of who recommends whom, and nobody's follows")
  func blogrolls() throws {
    let fetch = try FetchShelf(["/feed"]) { request in
      switch request.path {
      case "/feed": .answer(200, [:], InventedFeed.rss())
      case "/": .answer(200, [:], InventedFeed.page("<link rel=blogroll href=/roll.opml>"))
      case "/roll.opml":
        .answer(
          200, [:],
          Data(
            """
            <opml version="2.0"><body><outline text="Bo" xmlUrl="https://bo.example/f"/></body></opml>
            """.utf8))
      default: .answer(404)
      }
    }
    try fetch.learn(
      """
      <opml version="2.0"><body><outline text="/feed" xmlUrl="\(fetch.server.address("/feed"))"
        htmlUrl="\(fetch.server.address("/"))"/></body></opml>
      """)
    _ = try fetch.fetch()
    #expect(fetch.server.requests.count == 1, "homes are asked only where the person says so")
    fetch.server.forget()
    let report = try fetch.fetch(hours: 30) { $0.readsBlogrolls = true }
    let edges = try fetch.pond().store.followEdges()
    let bo = AccountKey(kind: .feed, value: "bo.example/f")
    #expect(report.blogrolls == 1)
    #expect(edges == [FollowEdge(source: fetch.key("/feed"), target: bo)])
    #expect(try fetch.pond().account(meant: "bo.example").isFollowed == false)
    #expect(try fetch.pond().store.accounts().filter(\.isFollowed).count == 1)
    let head =
      "<source:blogroll>https://a.example/o.opml</source:blogroll><ttl>60</ttl>"
      + "<sy:updatePeriod>daily</sy:updatePeriod><skipHours><hour>3</hour></skipHours>"
    let own = try FeedReader().read(InventedFeed.rss(head: head)).document
    #expect(own.blogrolls == ["https://a.example/o.opml"])
    #expect(own.hints.seconds == 86_400 && own.hints.skippedHours == [3])
  }

  @Test("accounts of networks are asked only where the person names the network")
  func networks() throws {
    let mastodon = AccountKey(kind: .fediverse, value: "ada@social.example")
    let channel = AccountKey(kind: .youtube, value: "UC0123456789abcdefghijkl")
    let did = AccountKey(kind: .bluesky, value: "did:plc:abc")
    #expect(FetchNetwork.mastodon.feed(of: mastodon)?.written == "https://social.example/@ada.rss")
    #expect(FetchNetwork.youtube.feed(of: mastodon) == nil)
    for (network, key) in [(FetchNetwork.mastodon, mastodon), (.youtube, channel), (.bluesky, did)]
    {
      let account = Account(
        id: key.id, key: key, title: nil, feed: nil, site: nil, folders: [], tags: [],
        isFollowed: true, followedAt: nil, importance: nil)
      #expect(FetchAddress.of(account, isInReader: false, networks: []) == nil)
      let address = FetchAddress.of(account, isInReader: false, networks: [network])
      #expect(address != nil && address == network.feed(of: key))
    }
    let feed = Data(
      """
      {"feed":[{"post":{"uri":"at://did:plc:abc/app.bsky.feed.post/1","author":{"handle":"a.example"},
      "record":{"text":"one two three","createdAt":"2026-05-30T10:00:00Z"}}},
      {"post":{"uri":"at://did:plc:x/app.bsky.feed.post/2","record":{"text":"theirs"}},
      "reason":{"$type":"app.bsky.feed.defs#reasonRepost","indexedAt":"2026-05-31T10:00:00Z"}},
      {"post":{"uri":"at://did:plc:abc/app.bsky.feed.post/3","record":{"text":"yes",
      "createdAt":"2026-05-29T10:00:00Z","reply":{"root":{}}}}}],"cursor":"x"}
      """.utf8)
    let imported = try #require(BlueskyAuthorFeed.imported(feed, of: did, now: FetchShelf.start))
    #expect(imported.posts.map(\.kind) == [.original, .repost, .reply])
    #expect(imported.posts.first?.words == 3 && imported.coverage.count == 1)
    let error = Data(#"{"error":"InvalidRequest","message":"no such actor"}"#.utf8)
    #expect(BlueskyAuthorFeed.imported(error, of: did, now: FetchShelf.start) == nil)
  }
}
