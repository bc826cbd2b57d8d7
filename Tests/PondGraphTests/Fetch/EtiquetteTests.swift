import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// What a server sees of Pond, and what Pond makes of every kind of server.
@Suite("Etiquette, seen by the server", .serialized)
struct EtiquetteTests {
  @Test("one GET, nothing of the person in it; validators come back byte for byte (T-N01)")
  func requests() throws {
    let fetch = try FetchShelf(["/feed"]) { request in
      if request.headers["if-none-match"] != nil { return .answer(304) }
      return .answer(
        200, ["ETag": "W/\"a, b\"", "Last-Modified": "not a date", "Set-Cookie": "id=1"],
        InventedFeed.rss())
    }
    #expect(try fetch.fetch().isComplete)
    let second = try fetch.fetch(hours: 25)
    guard case .unchanged? = second.line("/feed")?.outcome else {
      Issue.record("a 304 is no answer: \(second)")
      return
    }
    #expect(try fetch.fetch(hours: 50).isComplete)
    let requests = fetch.server.requests
    try #require(requests.count == 3)
    for request in requests {
      #expect(request.method == "GET" && request.path == "/feed")
      #expect(request.headers["user-agent"] == "Pond/1 (+https://pond.example)")
      #expect(request.headers["accept-encoding"]?.contains("gzip") == true)
      for name in ["cookie", "referer", "from", "authorization", "x-forwarded-for"] {
        #expect(request.headers[name] == nil)
      }
    }
    #expect(requests[0].headers["if-none-match"] == nil)
    for request in requests.dropFirst() {
      #expect(request.headers["if-none-match"] == "W/\"a, b\"")
      #expect(request.headers["if-modified-since"] == "not a date")
    }
  }

  @Test("not more than hourly, whoever asks; once a day by itself (T-N02)")
  func rhythm() throws {
    let fetch = try FetchShelf(["/feed"]) { _ in
      .answer(200, ["ETag": "\"1\""], InventedFeed.rss())
    }
    for hours in [0, 0.2, 0.9, 5, 12] { _ = try fetch.fetch(hours: hours) }
    #expect(fetch.server.requests.count == 1)
    for hours in [0.5, 0.99] {
      _ = try fetch.fetch(hours: hours) { $0.olderThan = 0 }
      _ = try fetch.fetch(hours: hours) { $0.only = ["/feed"] }
    }
    #expect(fetch.server.requests.count == 1)
    _ = try fetch.fetch(hours: 2) { $0.olderThan = 0 }
    #expect(fetch.server.requests.count == 2)
    _ = try fetch.fetch(hours: 27)
    #expect(fetch.server.requests.count == 3)
  }

  @Test("429 and 503 pause the whole server; 404 backs off; 410 is the last time (T-N03)")
  func trouble() throws {
    let fetch = try FetchShelf(["/busy", "/other", "/third"]) { request in
      request.path == "/busy"
        ? .answer(429, ["Retry-After": "100000"]) : .late(0.1, 200, [:], InventedFeed.rss())
    }
    let first = try fetch.fetch()
    #expect(!first.isComplete && first.trouble("/busy")?.kind == .busy)
    #expect(fetch.server.requests.count <= 2)
    fetch.server.forget()
    _ = try fetch.fetch(hours: 26)
    #expect(fetch.server.requests.isEmpty)
    _ = try fetch.fetch(hours: 28)
    #expect(!fetch.server.requests.isEmpty)

    let others = try FetchShelf(["/404", "/410"]) { request in
      .answer(request.path == "/410" ? 410 : 404)
    }
    for hour in 0..<48 { _ = try others.fetch(hours: Double(hour)) }
    let asked = others.server.requests
    #expect(asked.count { $0.path == "/410" } == 1)
    #expect((2...14).contains(asked.count { $0.path == "/404" }))
    #expect(try others.memory("/404")?.goneAt == nil)
    #expect(
      try others.reachability("/410", hours: 48) == .gone(since: FetchShelf.start))
    let status = try others.pond().fetchStatus(now: FetchShelf.start)
    #expect(status.lines.count == 2 && status.lines.allSatisfy(\.account.isFollowed))
  }

  @Test("301 is believed after three runs and asked there; 302 never; the list stays (T-N04)")
  func redirects() throws {
    let fetch = try FetchShelf(["/old", "/detour", "/mixed"]) { request in
      switch request.path {
      case "/old": .answer(301, ["Location": "/new"])
      case "/detour": .answer(302, ["Location": "/there"])
      case "/mixed": .answer(308, ["Location": "/detour"])
      default: .answer(200, ["ETag": "\"1\""], InventedFeed.rss())
      }
    }
    for run in 0..<4 { #expect(try fetch.fetch(hours: Double(run) * 30).isComplete) }
    let paths = fetch.server.requests.map(\.path)
    #expect(paths.count { $0 == "/old" } == 3)
    #expect(paths.count { $0 == "/detour" } == 8)
    let memory = try #require(try fetch.memory("/old"))
    #expect(memory.believedMove == Address(fetch.server.address("/new")))
    #expect(
      try fetch.reachability("/old", hours: 90)
        == .moved(to: Address(fetch.server.address("/new"))))
    #expect(try fetch.memory("/detour")?.movedTo == nil && fetch.memory("/mixed")?.movedTo == nil)
    let account = try fetch.pond().account(meant: "/old")
    #expect(account.feed?.written == fetch.server.address("/old") && account.isFollowed)
    let once = try fetch.fetch(hours: 150) { $0.acceptsMoves = true }
    #expect(once.line("/old")?.isMoveBelieved == true)
  }

  @Test(
    "who sends on into a private network is asked hourly at most, and ever more rarely (T-E3, T-E9)"
  )
  func sentInside() throws {
    let fetch = try FetchShelf(["/in"]) { _ in
      .answer(301, ["Location": "http://127.0.0.2:9/x"])
    }
    for hours in [0, 0.1, 0.9] {
      _ = try fetch.fetch(hours: hours)
      _ = try fetch.fetch(hours: hours) { $0.only = ["/in"] }
    }
    #expect(fetch.server.requests.count == 1)
    #expect(try fetch.fetch(hours: 1).trouble("/in")?.kind == .inside)
    _ = try fetch.fetch(hours: 2.5)
    #expect(fetch.server.requests.count == 2)
  }

  @Test("loops, other schemes and credentials to others are refused (T-N04, T-E12)")
  func hostileRedirects() throws {
    let stranger = try LoopbackServer { _ in .answer(200, [:], InventedFeed.rss()) }
    let elsewhere = stranger.address("/x")
    let fetch = try FetchShelf(["/loop", "/file", "/away"]) { request in
      switch request.path {
      case "/loop": .answer(302, ["Location": "/loop"])
      case "/file": .answer(302, ["Location": "file:///etc/passwd"])
      default: .answer(302, ["Location": elsewhere.replacing("http://", with: "http://a:b@")])
      }
    }
    let address = fetch.server.address("/away").replacing("http://", with: "http://me:secret@")
    try fetch.learn(
      """
      <opml version="2.0"><body><outline text="/loop" xmlUrl="\(fetch.server.address("/loop"))"/>
      <outline text="/file" xmlUrl="\(fetch.server.address("/file"))"/>
      <outline text="/away" xmlUrl="\(address)"/></body></opml>
      """)
    let port = stranger.port
    let report = try fetch.fetch { $0.allowedHosts.append("127.0.0.1:\(port)") }
    #expect(report.trouble("/loop")?.kind == .redirect)
    #expect(report.trouble("/file")?.kind == .redirect)
    #expect(fetch.server.requests.count { $0.path == "/loop" } == 9)
    let own = try #require(fetch.server.requests.first { $0.path == "/away" })
    #expect(own.headers["authorization"] == "Basic " + Data("me:secret".utf8).base64EncodedString())
    #expect(stranger.requests.count == 1 && stranger.requests[0].headers["authorization"] == nil)
  }

  @Test("a private address is refused on every hop unless its host is allowed (T-N06)")
  func inside() throws {
    let router = try LoopbackServer { _ in .answer(200, [:], InventedFeed.rss()) }
    let target = router.address("/admin")
    let fetch = try FetchShelf(["/hop"]) { _ in .answer(302, ["Location": target]) }
    let port = fetch.server.port
    try fetch.learn(
      """
      <opml version="2.0"><body><outline text="/hop" xmlUrl="\(fetch.server.address("/hop"))"/>
      <outline text="name" xmlUrl="http://localhost:\(port)/a"/>
      <outline text="numeric" xmlUrl="http://2130706433:\(router.port)/a"/>
      <outline text="hex" xmlUrl="http://0x7f.1:\(router.port)/b"/>
      <outline text="v6" xmlUrl="http://[::ffff:127.0.0.1]:\(router.port)/c"/>
      <outline text="zero" xmlUrl="http://0.0.0.0:\(router.port)/d"/>
      </body></opml>
      """)
    let report = try fetch.fetch()
    #expect(report.onThisMachine == 1, "localhost is not turned into a request at all")
    for title in ["/hop", "numeric", "hex", "v6", "zero"] {
      #expect(report.trouble(title)?.kind == .inside, "\(title): \(report)")
    }
    #expect(router.requests.isEmpty && fetch.server.requests.map(\.path) == ["/hop"])
    #expect(report.lines.allSatisfy { $0.movedTo == nil })
    let allowed = try fetch.fetch(hours: 2) { $0.allowedHosts.append("127.0.0.1:\(router.port)") }
    #expect(allowed.trouble("/hop") == nil && router.requests.count { $0.path == "/admin" } == 1)
    #expect(try fetch.reachability("name", hours: 24 * 30) == nil)
  }

  @Test("two at a time to one host (T-N07)")
  func crowd() throws {
    let fetch = try FetchShelf((0..<12).map { "/\($0)" }) { _ in
      .late(0.03, 200, [:], InventedFeed.rss())
    }
    #expect(try fetch.fetch { $0.limits.totalSeconds = 20 }.isComplete)
    #expect(fetch.server.requests.count == 12 && fetch.server.mostAtOnce == 2)
  }
}
