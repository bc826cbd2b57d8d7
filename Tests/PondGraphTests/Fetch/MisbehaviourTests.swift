import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Servers that misbehave (T-N05)", .serialized)
struct MisbehaviourTests {
  static let replies: [String: LoopbackServer.Reply] = [
    "/drip": .drip(pause: 0.05), "/endless": .endless, "/silence": .silence(4),
    "/headers": .headersWithoutEnd, "/nothing": .raw(Data()),
    "/rubbish": .raw(Data("ssh-2.0 hello\r\n".utf8)),
    "/torn": .raw(Data("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss".utf8)),
    "/empty": .answer(200), "/login": .answer(200, [:], InventedFeed.page("")),
    "/odd": .answer(304), "/500": .answer(500), "/teapot": .answer(418),
    "/encoding": .answer(200, ["Content-Encoding": "gzip"], Data("no gzip".utf8)),
    "/cut": .answer(200, [:], InventedFeed.rss().prefix(300)), "/401": .answer(401),
    "/bomb": .answer(200, ["Content-Encoding": "gzip"], bomb),
  ]

  // Forty megabytes of blanks, in forty kilobytes.
  static let bomb: Data = {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("bomb-\(UUID().uuidString).gz").path
    defer { unlink(path) }
    let child = try? Child(
      "/bin/sh", ["-c", "head -c 40000000 /dev/zero | tr '\\0' ' ' | gzip -9"],
      environment: ["PATH": "/usr/bin:/bin"], folder: "/", output: .path(path))
    _ = try? child?.wait()
    return (try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()
  }()

  @Test("each ends in time with its own words, and the good one beside them is read")
  func all() throws {
    #expect(Self.bomb.count > 10_000 && Self.bomb.count < 100_000)
    let fetch = try FetchShelf(Self.replies.keys.sorted() + ["/good"]) { request in
      Self.replies[request.path]
        ?? (request.path == "/good" ? .answer(200, [:], InventedFeed.rss()) : .answer(404))
    }
    let start = ContinuousClock.now
    let report = try fetch.fetch { $0.limits.perHost = 32 }
    #expect(ContinuousClock.now - start < .seconds(20))
    let kinds = Dictionary(
      uniqueKeysWithValues: Self.replies.keys.map { ($0, report.trouble($0)?.kind) })
    let expected: [String: FetchTrouble.Kind] = [
      "/drip": .timeout, "/endless": .size, "/silence": .timeout, "/headers": .size,
      "/nothing": .answer, "/rubbish": .answer, "/torn": .answer, "/empty": .content,
      "/login": .content, "/odd": .answer, "/500": .status, "/teapot": .status,
      "/encoding": .answer, "/cut": .content, "/401": .status, "/bomb": .size,
    ]
    for (path, kind) in expected {
      #expect(kinds[path] == kind, "\(path): \(String(describing: report.trouble(path)))")
    }
    guard case .read(new: 5, changed: 0)? = report.line("/good")?.outcome else {
      Issue.record("the good feed was not read")
      return
    }
    #expect(!report.isComplete && report.lines.count == Self.replies.count + 1)
  }

  @Test("a body larger than memory's share is read whole")
  func large() throws {
    let rss = InventedFeed.rss(0..<6_000)
    #expect(rss.count > 512 << 10)
    let fetch = try FetchShelf(["/large"]) { _ in .answer(200, [:], rss) }
    let report = try fetch.fetch { $0.limits.totalSeconds = 30 }
    guard case .read(new: 6_000, changed: 0)? = report.line("/large")?.outcome else {
      Issue.record("\(report)")
      return
    }
  }

  @Test("where nobody can be reached there is no network, and nobody is blamed")
  func offline() throws {
    let fetch = try FetchShelf(["/a"]) { _ in .answer(404) }
    let closed = fetch.server.port
    fetch.server.stop()
    let outlines = ["127.0.0.2", "127.0.0.3", "127.0.0.4"].map {
      "<outline text=\"\($0)\" xmlUrl=\"http://\($0):\(closed)/feed\"/>"
    }
    try fetch.learn("<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>")
    let hosts = ["127.0.0.2", "127.0.0.3", "127.0.0.4"]
    #expect(throws: FetchOffline.self) { _ = try fetch.fetch { $0.allowedHosts = hosts } }
    #expect(try fetch.pond().store.fetchMemories(.feed).isEmpty)
  }
}
