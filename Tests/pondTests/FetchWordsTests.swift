import Foundation
import PondTestSupport
import Testing

/// What `pond fetch` says: every feed is named or counted, and every sentence is true.
@Suite("The words of pond fetch", .serialized)
struct FetchWordsTests {
  private static func page(_ link: String) -> Data {
    Data(
      "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=\(link)></head></html>"
        .utf8)
  }

  @Test("what moved and what is broken is named up to twenty, and the rest is counted")
  func rest() throws {
    let server = try LoopbackServer { request in
      request.path.hasPrefix("/old")
        ? .answer(301, ["Location": "/feed"])
        : request.path == "/feed" ? .answer(200, [:], FetchTests.feed) : .answer(404)
    }
    let long = String(repeating: "long", count: 20)
    for (start, mark) in [("/old", "      → "), ("/\(long)", "      http://")] {
      let pond = try FetchTests.pond(server, (0..<25).map { "\(start)\($0)" })
      defer { pond.remove() }
      let text = try pond.run("fetch").text
      #expect(text.contains("    and 5 more (pond status --limit 0)\n"), "\(text)")
      #expect(text.split(separator: "\n").count { $0.hasPrefix(mark) } == 20, "\(text)")
    }
  }

  @Test("who was put off was not asked (T-E8)")
  func putOff() throws {
    let server = try LoopbackServer { _ in .answer(429, ["Retry-After": "7200"]) }
    let pond = try FetchTests.pond(server, (0..<6).map { "/\($0)" })
    defer { pond.remove() }
    let text = try pond.run("fetch").text
    let asked = server.requests.count
    #expect((1...2).contains(asked))
    #expect(text.hasPrefix("asked \(asked == 1 ? "1 feed" : "2 feeds"): 0 read"), "\(text)")
    #expect(text.contains("\(6 - asked) put off"))
  }

  @Test("a page in place of a feed is no word of a move: old address, new address (T-E11)")
  func page() throws {
    let server = try LoopbackServer { request in
      request.path == "/html"
        ? .answer(200, [:], Self.page("/ok")) : .answer(200, [:], FetchTests.feed)
    }
    let pond = try FetchTests.pond(server, ["/html"])
    defer { pond.remove() }
    for moment in ["2026-06-01T08:00:00Z", "2026-07-15T08:00:00Z"] {
      let text = try pond.run("fetch", "--now", moment).text
      #expect(text.contains("stands at another address than in your list"), "\(text)")
      #expect(text.contains("    Feed /html  \(server.address("/html"))\n"), "\(text)")
      #expect(text.contains("      → \(server.address("/ok"))\n"), "\(text)")
      #expect(!text.contains("moved for good"), "\(text)")
    }
    #expect(server.requests.map(\.path) == ["/html", "/ok", "/ok"])
    let why = try pond.run("why", "Feed /html").text
    #expect(why.contains("stands at another address now") && !why.contains("It says that"))
    #expect(try pond.run("decide", "Feed /html", "repair").text.contains(server.address("/ok")))
  }

  @Test("who says 410 was reached: why and plan say that it is gone (T-E10)")
  func gone() throws {
    let server = try FetchTests.server()
    let pond = try FetchTests.pond(server, ["/gone"])
    defer { pond.remove() }
    _ = try pond.run("fetch")
    for words in [["why", "Feed /gone"], ["plan"]] {
      let text = try pond.run(words).lines.joined(separator: " ").replacing(#/ +/#, with: " ")
      #expect(text.contains("Its server said less than a day ago that it is gone"), "\(text)")
      #expect(!text.contains("could not be reached"), "\(text)")
    }
  }

  @Test("a clock that goes back: what rests is not called due (T-S21, T-E8)")
  func clock() throws {
    let server = try LoopbackServer { _ in .answer(429, ["Retry-After": "86400"]) }
    let pond = try FetchTests.pond(server, ["/feed"])
    defer { pond.remove() }
    _ = try pond.run("fetch", "--now", "2026-06-10T08:00:00Z")
    let text = try pond.run("fetch", "-n").text
    #expect(text.hasPrefix("nothing is due\n") && !text.contains("your clock"), "\(text)")
    #expect(text.contains("2026-06-11T08:00:00Z  ") && text.contains("left alone until then"))
  }
}
