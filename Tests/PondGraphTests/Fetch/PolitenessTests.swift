import Foundation
import Testing

@testable import PondGraph

@Suite("Politeness, without a socket")
struct PolitenessTests {
  static let now = FetchShelf.start
  static let key = AccountKey(kind: .feed, value: "a.example/feed")

  static func answer(
    _ status: Int, _ headers: [String: String] = [:], hops: [(Int, String)] = [],
    address: String = "http://a.example/feed"
  ) throws -> FetchAnswer {
    let request = FetchRequest(
      account: key, part: .feed, address: try #require(WebAddress(address)))
    return FetchAnswer(
      request: request,
      hops: try hops.map {
        FetchAnswer.Hop(status: $0.0, target: try #require(WebAddress($0.1)))
      },
      result: .success(
        FetchAnswer.Response(
          status: status, headers: ResponseHeaders(headers), body: Data(), wasConditional: true)),
      askedAt: now)
  }

  static func pace(_ headers: [String: String] = [:], _ feed: FeedDocument? = nil) -> FeedPace {
    FeedPace(feed, ResponseHeaders(headers), now: now)
  }

  func hours(_ memory: FetchMemory) -> Double { memory.dueAt.timeIntervalSince(Self.now) / 3_600 }

  @Test(
    "validators are kept as they came, and dropped when a whole answer comes without (T-E1, T-E2)")
  func validators() throws {
    let politeness = Politeness(now: Self.now)
    let first = politeness.after(
      try Self.answer(200, ["ETag": "W/\"odd , one\"", "Last-Modified": "yesterday-ish"]),
      .read(Self.pace()), memory: nil)
    #expect(first.etag == Data("W/\"odd , one\"".utf8))
    #expect(first.lastModified == Data("yesterday-ish".utf8))
    let second = politeness.after(
      try Self.answer(304), .unchanged(Self.pace()), memory: first)
    #expect(second.etag == first.etag && second.validatedAddress == first.validatedAddress)
    for header in ["ETag", "Last-Modified"] {
      let one = politeness.after(
        try Self.answer(200, [header: "x"]), .read(Self.pace()), memory: nil)
      #expect(one.validatedAddress == first.validatedAddress && one.validatedAddress != nil)
    }
    let third = politeness.after(try Self.answer(200), .read(Self.pace()), memory: second)
    #expect(third.etag == nil && third.lastModified == nil && third.validatedAddress == nil)
  }

  @Test(
    "the wait is the largest wish, between an hour and seven days; none is once a day (T-E3, T-E7)")
  func waits() throws {
    let politeness = Politeness(now: Self.now)
    let due = { (headers: [String: String], feed: FeedDocument?) throws -> Double in
      let all = headers.merging(["ETag": "\"x\""]) { first, _ in first }
      return hours(
        politeness.after(
          try Self.answer(200, all), .read(Self.pace(all, feed)), memory: nil))
    }
    #expect((21...24).contains(try due([:], nil)))
    #expect((21...24).contains(try due(["Cache-Control": "no-cache, max-age=0"], nil)))
    #expect((21...24).contains(try due(["Expires": "Thu, 01 Jan 1970 00:00:00 GMT"], nil)))
    #expect((47.9...48).contains(try due(["Cache-Control": "max-age=172800"], nil)))
    #expect(try due(["Cache-Control": "max-age=31536000"], nil) == 168)
    var feed = FeedDocument()
    feed.hints.minutes = 3 * 24 * 60
    #expect((71.9...72).contains(try due([:], feed)))
    feed.hints.minutes = nil
    feed.hints.period = "weekly"
    feed.hints.frequency = 2
    #expect((83.9...84).contains(try due([:], feed)))
  }

  @Test("without validators a feed is asked at most daily, with them at most hourly (T-E3)")
  func floors() throws {
    let politeness = Politeness(now: Self.now)
    let bare = politeness.after(try Self.answer(200), .read(Self.pace()), memory: nil)
    #expect(bare.notBefore.timeIntervalSince(Self.now) >= 23 * 3_600)
    let marked = politeness.after(
      try Self.answer(200, ["ETag": "\"x\""]), .read(Self.pace()), memory: nil)
    #expect(marked.notBefore.timeIntervalSince(Self.now) == 3_600)
  }

  @Test("a feed that shows less than two days is asked before its posts are gone, a slow one rarer")
  func rhythm() throws {
    func feed(gapHours: Double, count: Int) -> FeedDocument {
      var feed = FeedDocument()
      feed.items = (0..<count).map { number in
        var item = FeedItem()
        item.published = Self.now.addingTimeInterval(-Double(number) * gapHours * 3_600)
        return item
      }
      return feed
    }
    #expect(Self.pace([:], feed(gapHours: 1, count: 10)).own == 4.5 * 3_600)
    #expect(Self.pace([:], feed(gapHours: 0.01, count: 10)).own == 3_600)
    #expect(Self.pace([:], feed(gapHours: 24, count: 10)).own == 86_400)
    #expect(Self.pace([:], feed(gapHours: 24 * 5, count: 10)).own == 5 * 86_400)
  }

  @Test("skipped hours and days are skipped (T-E7)")
  func skipped() throws {
    var feed = FeedDocument()
    feed.hints.skip(hour: "9")
    feed.hints.skip(hour: "10")
    // 2026-06-01 is a Monday.
    feed.hints.skip(day: "Tuesday")
    let pace = Self.pace([:], feed)
    let nine = Date(timeIntervalSince1970: 1_780_304_400)
    #expect(pace.outsideOfSkipped(nine) == nine.addingTimeInterval(2 * 3_600))
    let evening = nine.addingTimeInterval(14 * 3_600)
    #expect(pace.outsideOfSkipped(evening) == evening)
    let tuesday = nine.addingTimeInterval(16 * 3_600)
    #expect(pace.outsideOfSkipped(tuesday).timeIntervalSince(nine) == 39 * 3_600)
    var all = FeedDocument()
    for hour in 0..<24 { all.hints.skip(hour: "\(hour)") }
    #expect(Self.pace([:], all).outsideOfSkipped(nine) == nine)
  }

  @Test("Retry-After in seconds or as a date by the server's clock; absurd ones survive (T-E8)")
  func patience() throws {
    let politeness = Politeness(now: Self.now)
    let wait = { (headers: [String: String]) throws -> Double? in
      politeness.pause(try Self.answer(429, headers))?.timeIntervalSince(Self.now)
    }
    #expect(try wait(["Retry-After": "7200"]) == 7_200)
    #expect(
      try wait([
        "Retry-After": "Sat, 01 Jan 2000 03:00:00 GMT", "Date": "Sat, 01 Jan 2000 00:00:00 GMT",
      ]) == 10_800)
    #expect(try wait([:]) == 3_600 && wait(["Retry-After": "-5"]) == 3_600)
    #expect(try wait(["Retry-After": "soon"]) == 3_600)
    #expect(try wait(["Retry-After": "99999999999999999999"]) == RetryAfter.most)
    #expect(try wait(["Retry-After": "inf"]) == RetryAfter.most)
    #expect(try wait(["Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"]) == RetryAfter.most)
    #expect(try politeness.pause(Self.answer(404, ["Retry-After": "7200"])) == nil)
  }

  @Test("trouble doubles the wait up to a week: few tries in two days (T-E9)")
  func backOff() throws {
    var memory: FetchMemory?
    var tries = 0
    for hour in 0..<48 {
      let now = Self.now.addingTimeInterval(Double(hour) * 3_600)
      if let memory, memory.dueAt > now { continue }
      tries += 1
      memory = Politeness(now: now).after(
        try Self.answer(404), .trouble(FetchTrouble(.status, "404")), memory: memory)
    }
    #expect((2...14).contains(tries))
    for _ in 0..<30 {
      memory = Politeness(now: Self.now).after(
        try Self.answer(404), .trouble(FetchTrouble(.status, "404")), memory: memory)
    }
    #expect(memory.map(hours) == 168 && memory?.goneAt == nil)
  }

  @Test("410 ends a feed; a passing trouble says nothing of who can be reached (I6, T-E10)")
  func gone() throws {
    let gone = Politeness(now: Self.now).after(
      try Self.answer(410), .trouble(FetchTrouble(.gone, "410")), memory: nil)
    #expect(gone.goneAt == Self.now)
    #expect(gone.reachability(now: Self.now) == .gone(since: Self.now))
    var memory = FetchMemory(account: Self.key, part: .feed, askedAt: Self.now)
    memory.trouble = FetchTrouble(.timeout, "slow")
    (memory.failures, memory.failingSince) = (5, Self.now)
    #expect(memory.reachability(now: Self.now.addingTimeInterval(6 * 86_400)) == nil)
    #expect(
      memory.reachability(now: Self.now.addingTimeInterval(8 * 86_400))
        == .unreachable(since: Self.now))
  }

  @Test(
    "who refused nobody but this machine waits for nobody; who sent on to what is refused waits")
  func unheard() throws {
    for (kind, hops, hours) in [
      (.inside, [], 0), (.inside, [(301, "http://10.0.0.1/")], 1), (.redirect, [], 1),
    ] as [(FetchTrouble.Kind, [(Int, String)], Double)] {
      let memory = Politeness(now: Self.now).after(
        try Self.answer(301, hops: hops), .trouble(FetchTrouble(kind, "no")), memory: nil)
      #expect(self.hours(memory) == hours, "\(kind) \(hops)")
      #expect(memory.notBefore.timeIntervalSince(Self.now) == hours * 3_600)
    }
  }

  @Test("a move is believed after three runs that say the same, or at once where asked (T-E11)")
  func moves() throws {
    let to = "https://b.example/new"
    var memory: FetchMemory?
    for run in 1...3 {
      memory = Politeness(now: Self.now).after(
        try Self.answer(200, hops: [(301, to)]), .read(Self.pace()), memory: memory)
      #expect(memory?.movedTimes == run && (memory?.believedMove != nil) == (run == 3))
    }
    #expect(memory?.reachability(now: Self.now) == .moved(to: Address(to)))
    let once = Politeness(now: Self.now, believesMoves: true).after(
      try Self.answer(200, hops: [(308, to)]), .read(Self.pace()), memory: nil)
    #expect(once.believedMove == Address(to))
    let mixed = Politeness(now: Self.now).after(
      try Self.answer(200, hops: [(301, "https://c.example/"), (302, to)]), .read(Self.pace()),
      memory: nil)
    #expect(mixed.movedTo == nil)
    let otherwise = Politeness(now: Self.now).after(
      try Self.answer(200), .read(Self.pace()), memory: memory)
    #expect(otherwise.movedTo == nil && otherwise.reachability(now: Self.now) == .reached)
    let failing = Politeness(now: Self.now).after(
      try Self.answer(404, address: to), .trouble(FetchTrouble(.status, "404")), memory: memory)
    #expect(failing.movedTo == nil, "the old address is asked again")
  }

  @Test("who always says unchanged is asked for the whole once in thirty days (T-E18)")
  func sceptical() throws {
    var memory = FetchMemory(account: Self.key, part: .feed, askedAt: Self.now)
    (memory.etag, memory.wholeAt) = (Data("\"x\"".utf8), Self.now)
    memory.validatedAddress = "http://a.example/feed"
    let validators = { (days: Double, address: String) in
      FetchPlan(
        [FetchPlan.Target(account: Self.key, address: Address(address), memory: memory)],
        paused: [:],
        now: Self.now.addingTimeInterval(days * 86_400)
      ).requests.first?.validators
    }
    #expect(validators(29, "http://a.example/feed")?.etag == memory.etag)
    #expect(validators(31, "http://a.example/feed") == nil)
    #expect(validators(31, "http://rachelbythebay.com/w/atom.xml") != nil)
  }

  @Test("what is asked: what is due, and with an age what is older; never what must rest")
  func plan() throws {
    var memory = FetchMemory(account: Self.key, part: .feed, askedAt: Self.now)
    memory.dueAt = Self.now.addingTimeInterval(86_400)
    memory.notBefore = Self.now.addingTimeInterval(3_600)
    func asked(_ hours: Double, age: Double? = nil, paused: [String: Date] = [:]) -> Int {
      FetchPlan(
        [
          FetchPlan.Target(
            account: Self.key, address: Address("http://a.example/feed"), memory: memory)
        ],
        paused: paused, age: age, now: Self.now.addingTimeInterval(hours * 3_600)
      ).requests.count
    }
    #expect(asked(0.5) == 0 && asked(2) == 0 && asked(24) == 1)
    #expect(asked(0.5, age: 0) == 0 && asked(2, age: 0) == 1 && asked(2, age: 3 * 3_600) == 0)
    #expect(asked(24, paused: ["a.example": Self.now.addingTimeInterval(2 * 86_400)]) == 0)
    memory.goneAt = Self.now
    #expect(asked(24 * 365) == 0 && asked(24 * 365, age: 0) == 0)
  }

  @Test("hosts take turns, two at a time; a host's line can be taken back")
  func turns() {
    var line = RequestLine<Int>(perHost: 2)
    for number in 0..<6 { line.add(number, host: number < 4 ? "a" : "b") }
    let first = (0..<6).compactMap { _ in line.next() }
    #expect(first.sorted() == [0, 1, 4, 5] && line.next() == nil && line.count == 2)
    line.done(host: "a")
    #expect(line.next() == 2 && line.next() == nil)
    #expect(line.drop(host: "a") { _ in true } == [3] && line.count == 0)
    line.done(host: "a")
    line.add(9, host: "a")
    #expect(line.next() == 9)
  }

  @Test("a page's links: feeds, blogrolls and rel=me, resolved; what is commented out is none")
  func pageLinks() throws {
    let page = InventedFeed.page(
      """
      <base href="/x/"><!-- <link rel="alternate" type="application/rss+xml" href="no"> -->
      <LINK REL='alternate' type="application/atom+xml" href=atom.xml>
      <link rel="alternate" hreflang="de" href="/de"><link rel="blogroll" href="//b.example/o.opml">
      <a rel="nofollow me" href="https://social.example/@ada">me</a><a rel=me href="javascript:x">
      """)
    let links = PageLinks(page, address: try #require(WebAddress("https://a.example/y")))
    #expect(links.feeds == ["https://a.example/x/atom.xml"])
    #expect(links.blogrolls == ["https://b.example/o.opml"])
    #expect(links.me == ["https://social.example/@ada"])
  }
}
