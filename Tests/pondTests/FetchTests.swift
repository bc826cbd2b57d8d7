import Foundation
import PondTestSupport
import Testing

@Suite("pond fetch, status and config, as a person meets them", .serialized)
struct FetchTests {
  static let feed = Data(
    """
    <?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title>
    <item><title>One</title><guid>1</guid><pubDate>Mon, 25 May 2026 08:00:00 GMT</pubDate></item>
    <item><title>Two</title><guid>2</guid><pubDate>Fri, 29 May 2026 08:00:00 GMT</pubDate></item>
    </channel></rss>
    """.utf8)

  static func server() throws -> LoopbackServer {
    try LoopbackServer { request in
      switch request.path {
      case "/gone": .answer(410)
      case "/missing", "/": .answer(404)
      case "/old": .answer(301, ["Location": "/feed"])
      default:
        request.headers["if-none-match"] == nil
          ? .answer(200, ["ETag": "\"1\""], feed) : .answer(304)
      }
    }
  }

  /// A pond that follows paths of a server.
  static func pond(_ server: LoopbackServer, _ paths: [String]) throws -> PondProcess {
    var pond = try PondProcess()
    pond.environment["POND_ALLOW_HOSTS"] = "127.0.0.1:\(server.port)"
    let outlines = paths.map { path in
      let folder = path == "/feed" ? "Close" : "Far"
      return "<outline text=\"\(folder)\"><outline type=\"rss\" text=\"Feed \(path)\" "
        + "xmlUrl=\"\(server.address(path))\"/></outline>"
    }
    let list = "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>"
    try pond.run("import", try pond.put(Data(list.utf8), "list.opml"))
    return pond
  }

  @Test("0 where all answered, 1 with counts where some could not be asked (T-E13)")
  func exitCodes() throws {
    let server = try Self.server()
    let good = try Self.pond(server, ["/feed", "/other"])
    defer { good.remove() }
    let all = try good.run("fetch")
    #expect(all.code == 0 && all.text.hasPrefix("asked 2 feeds: 2 read (4 new posts)"), "\(all)")
    #expect(try good.run("fetch").text.hasPrefix("nothing is due"))
    let later = try good.run("fetch", "--now", "2026-06-08T08:30:00Z")
    #expect(later.code == 0 && later.text.contains("2 unchanged"))
    let mixed = try Self.pond(server, ["/feed", "/gone", "/missing", "/old"])
    defer { mixed.remove() }
    let some = try mixed.run("fetch")
    #expect(some.code == 1 && some.text.contains("2 could not be looked at"), "\(some.text)")
    for words in ["404", "410", "moved for good", "your list is as it was"] {
      #expect(some.text.contains(words), "\(words): \(some.text)")
    }
    let named = try mixed.run("fetch", "--only", "Feed /gone")
    #expect(named.code == 0 && named.text.contains("1 gone for good, by their own word: not asked"))
    for text in [some.text, try mixed.run("fetch", "-n").text, try mixed.run("status").text] {
      let widths = text.split(separator: "\n").dropFirst().map(\.count)
      #expect(widths.allSatisfy { $0 <= 80 } && !widths.isEmpty, "\(text)")
    }
    let status = try mixed.run("status")
    #expect(status.code == 0 && status.text.contains("gone for good, by their own word: 1"))
    #expect(status.text.hasPrefix(mixed.pondFile.path))
    #expect(status.text.contains("last seen by some source, the longest ago first: 2\n"))
    #expect(status.text.contains("    Feed /feed  2026-06-01\n"))
    #expect(try mixed.run("why", "Feed /gone").text.contains("repair"))
    #expect(try mixed.run("export", "opml").errors.contains("byte for byte"))
  }

  @Test("--dry-run asks nobody and says when; --only and --folder choose; odd ages are refused")
  func choosing() throws {
    let server = try Self.server()
    let pond = try Self.pond(server, ["/feed", "/other"])
    defer { pond.remove() }
    let plan = try pond.run("fetch", "--dry-run")
    #expect(plan.code == 0 && server.requests.isEmpty)
    #expect(plan.lines.count { $0.hasPrefix("  now  ") } == 2)
    #expect(try pond.run("fetch", "--folder", "Close").code == 0)
    #expect(server.requests.map(\.path) == ["/feed"])
    #expect(try pond.run("fetch", "--only", "Feed /other").code == 0)
    #expect(server.requests.map(\.path) == ["/feed", "/other"])
    let after = try pond.run("fetch", "-n", "--json")
    #expect(after.text.contains("\"wouldAsk\" : [\n\n  ]") && after.text.contains("not due yet"))
    expectFailure(try pond.run("fetch", "--older-than", "soon"), 64, "stretch of time")
    expectFailure(try pond.run("fetch", "--folder", "Nowhere"), 64, "Your lists have: Close, Far")
    #expect(try pond.run("fetch", "-n").text.hasPrefix("nothing is due\n"))
    expectFailure(try pond.run("fetch", "--network", "friendster"), 64)
    expectFailure(try pond.run("fetch", "--only", "nobody at all"), 64)
  }

  @Test("a private host needs to be allowed, by name and port, and can be denied again (T-E15)")
  func config() throws {
    let server = try Self.server()
    var pond = try Self.pond(server, ["/feed"])
    defer { pond.remove() }
    pond.environment["POND_ALLOW_HOSTS"] = nil
    let refused = try pond.run("fetch")
    #expect(refused.code == 1 && refused.text.contains("pond config allow-host 127.0.0.1:"))
    #expect(server.requests.isEmpty)
    let name = "127.0.0.1:\(server.port)"
    #expect(try pond.run("config", "allow-host", name).code == 0)
    #expect(try pond.run("config", "list").text == "allow-host \(name)\n")
    #expect(try pond.run("fetch").code == 0 && server.requests.count == 1)
    #expect(try pond.run("config", "deny-host", name).code == 0)
    #expect(try pond.run("config", "list").output.isEmpty)
    expectFailure(try pond.run("config", "deny-host", name), 64)
    expectFailure(try pond.run("config", "allow-host", "http://x/y"), 64)
  }

  @Test("every key of the JSON is documented")
  func json() throws {
    let server = try Self.server()
    let pond = try Self.pond(server, ["/feed", "/gone", "/old"])
    defer { pond.remove() }
    let page = try DocumentTests.text("docs/JSONOutput.md")
    for arguments in [["fetch", "-n"], ["fetch"], ["status"], ["config", "list"]] {
      let text = try pond.run(arguments + ["--json"]).text
      let keys = Set(text.matches(of: #/(?m)^\s*"(\w[\w\-]*)" : /#).map { String($0.output.1) })
      #expect(!keys.isEmpty, "\(arguments)")
      for key in keys.sorted() {
        #expect(page.contains("`\(key)`") || page.contains("\"\(key)\""), "\(arguments): \(key)")
      }
    }
  }

  @Test(
    "killed at any moment and run again: nothing lost, nothing doubled, none asked again (T-E16)")
  func killed() throws {
    let server = try LoopbackServer { _ in .late(0.01, 200, ["ETag": "\"1\""], Self.feed) }
    let paths = (0..<60).map { "/\($0)" }
    let whole = try Self.pond(server, paths)
    defer { whole.remove() }
    #expect(try whole.run("fetch").code == 0)
    let digest = try whole.soundDigest()
    for pause in [80_000, 200_000, 350_000] as [UInt32] {
      let pond = try Self.pond(server, paths)
      defer { pond.remove() }
      server.forget()
      let child = try pond.start(["fetch"])
      usleep(pause)
      child.kill(SIGKILL)
      try child.wait()
      let before = server.requests.count
      #expect(try pond.run("fetch").code == 0)
      // Two were on their way.
      #expect(server.requests.count - 60 <= 2, "\(before), \(server.requests.count)")
      #expect(try pond.soundDigest() == digest)
      #expect(!pond.names(in: "pond").contains("pond.sqlite.fetching"))
    }
  }

  @Test("wipe takes what a killed fetch left (T-E16)")
  func wiped() throws {
    let server = try LoopbackServer { _ in .late(0.2, 200, [:], Self.feed) }
    let pond = try Self.pond(server, (0..<40).map { "/\($0)" })
    defer { pond.remove() }
    let child = try pond.start(["fetch"])
    for _ in 0..<200 where !pond.names(in: "pond").contains("pond.sqlite.fetching") {
      usleep(10_000)
    }
    // Another one beside it asks nobody.
    expectFailure(try pond.run("fetch"), 75, "another pond fetch")
    child.kill(SIGKILL)
    try child.wait()
    #expect(pond.names(in: "pond").contains("pond.sqlite.fetching"))
    #expect(try pond.run("wipe", "--yes").code == 0)
    #expect(pond.names(in: "pond").isEmpty, "\(pond.names(in: "pond"))")
  }

  @Test("no proxy is asked, whatever the environment names")
  func proxies() throws {
    let proxy = try LoopbackServer { _ in .answer(200, [:], Self.feed) }
    let server = try Self.server()
    var pond = try Self.pond(server, ["/feed"])
    defer { pond.remove() }
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"] {
      pond.environment[name] = "http://127.0.0.1:\(proxy.port)"
    }
    // Not even the host whose proxy it is need be left out by hand.
    pond.environment["no_proxy"] = "elsewhere.example"
    let run = try pond.run("fetch")
    #expect(run.code == 0 && run.text.contains("1 read"), "\(run)")
    #expect(proxy.requests.isEmpty && server.requests.map(\.path) == ["/feed"])
  }

  @Test("a long list that was never read is shown first, and no is an answer (T-E17)")
  func asking() throws {
    let server = try Self.server()
    let pond = try Self.pond(server, (0..<60).map { "/\($0)" })
    defer { pond.remove() }
    let terminal = try Terminal()
    let child = try pond.start(
      ["fetch"], input: .descriptor(terminal.line), output: .descriptor(terminal.line),
      errors: .descriptor(terminal.line))
    let question = String(
      decoding: try terminal.transcript(of: child, until: "[y/N]"), as: UTF8.self)
    #expect(question.contains("60 of them for the") || question.contains("60 feeds"))
    terminal.type("n\n")
    #expect(try child.wait().code == 64 && server.requests.isEmpty)
    #expect(try pond.run("fetch", "--yes").code == 0 && server.requests.count == 60)
  }
}
