import Foundation
import PondTestSupport

@testable import PondGraph

/// A pond whose feeds stand on a server of the test's own.
struct FetchShelf {
  let shelf: Shelf
  let server: LoopbackServer
  static let start = Date(timeIntervalSince1970: 1_780_300_800)

  /// Imports a list of the paths, each an outline.
  init(
    _ paths: [String], extra: String = "",
    _ script: @escaping @Sendable (LoopbackServer.Request) -> LoopbackServer.Reply
  ) throws {
    shelf = try Shelf()
    server = try LoopbackServer(script)
    let port = server.port
    let outlines = paths.map {
      "<outline type=\"rss\" text=\"\($0)\" xmlUrl=\"http://127.0.0.1:\(port)\($0)\" \(extra)/>"
    }
    try learn("<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>")
  }

  /// Imports a list.
  func learn(_ opml: String) throws {
    try shelf.put(Data(opml.utf8), "list.opml")
    let pond = try Pond(at: shelf.file("pond.sqlite"), for: .learning)
    try pond.learn(shelf.file("list.opml"), Pond.ReadingOptions(now: Self.start)) { _ in }
  }

  /// The options of a run so many hours after the first.
  func options(hours: Double = 0) -> Pond.FetchOptions {
    var options = Pond.FetchOptions(
      now: Self.start.addingTimeInterval(hours * 3_600), agent: "Pond/1 (+https://pond.example)")
    options.allowedHosts = ["127.0.0.1:\(server.port)"]
    options.limits.totalSeconds = 1.5
    options.limits.connectSeconds = 1
    return options
  }

  func pond() throws -> Pond { try Pond(at: shelf.file("pond.sqlite"), for: .deciding) }

  func fetch(
    hours: Double = 0, _ change: (inout Pond.FetchOptions) -> Void = { _ in }
  ) throws -> Pond.FetchReport {
    var options = options(hours: hours)
    change(&options)
    return try pond().fetch(options)
  }

  func memory(_ path: String) throws -> FetchMemory? {
    try pond().store.fetchMemories(.feed)[key(path)]
  }

  func key(_ path: String) -> AccountKey { AccountKey(reading: Address(server.address(path))) }

  func reachability(_ path: String, hours: Double) throws -> Reachability.State? {
    let evidence = try pond().store.evidence(now: options(hours: hours).now)
    return evidence.first { $0.account == key(path) }?.reachability
  }
}

/// Invented feeds.
enum InventedFeed {
  /// An RSS feed with posts a day apart, the newest a day before `FetchShelf.start`.
  static func rss(_ posts: Range<Int> = 0..<5, head: String = "", gapHours: Double = 24) -> Data {
    let items = posts.map { number in
      let age = Double(posts.upperBound - 1 - number) * gapHours * 3_600 + 86_400
      let date = FetchShelf.start.addingTimeInterval(-age)
      return "<item><title>Post \(number)</title><guid>urn:post:\(number)</guid>"
        + "<pubDate>\(date.formatted(.iso8601))</pubDate></item>"
    }
    return Data(
      """
      <?xml version="1.0"?><rss version="2.0"><channel><title>A feed</title>\(head)\
      \(items.joined())</channel></rss>
      """.utf8)
  }

  /// A page with a head.
  static func page(_ head: String) -> Data {
    Data("<!doctype html><html><head>\(head)</head><body>Hello</body></html>".utf8)
  }
}

extension Pond.FetchReport {
  /// What came of a path.
  func line(_ path: String) -> Line? { lines.first { $0.account.title == path } }

  /// The trouble of a path.
  func trouble(_ path: String) -> FetchTrouble? {
    if case .trouble(let trouble)? = line(path)?.outcome { trouble } else { nil }
  }
}
