import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// What cannot be looked at is counted and asked again ever more rarely; nothing is said of whether
/// somebody is active (I6, T-E9).
@Suite("Could not look", .serialized)
struct CouldNotLookTests {
  /// Fetches an address beside a feed that answers, three times, and looks at what is remembered.
  private func expectPatience(
    _ address: String, _ kind: FetchTrouble.Kind, _ words: String,
    _ change: (inout Pond.FetchOptions) -> Void = { _ in }
  ) throws {
    let fetch = try FetchShelf(["/good"]) { _ in .answer(200, [:], InventedFeed.rss()) }
    try fetch.learn(
      """
      <opml version="2.0"><body><outline text="/good" xmlUrl="\(fetch.server.address("/good"))"/>
      <outline text="odd" xmlUrl="\(address)"/></body></opml>
      """)
    let key = AccountKey(reading: Address(address))
    for (run, hours) in [0.0, 1, 3].enumerated() {
      let report = try fetch.fetch(hours: hours) { options in
        options.limits.totalSeconds = 30
        options.limits.connectSeconds = 20
        change(&options)
      }
      let trouble = try #require(report.trouble("odd"), "\(hours) h: \(report)")
      #expect(trouble.kind == kind && trouble.words == words, "\(trouble)")
      let line = try #require(report.line("odd"))
      #expect(line.failures == run + 1 && line.failingSince == FetchShelf.start)
      let memory = try #require(try fetch.pond().store.fetchMemories(.feed)[key])
      let wait = memory.dueAt.timeIntervalSince(memory.askedAt) / 3_600
      #expect(abs(wait - pow(2, Double(run))) < 0.01, "\(wait) h after \(run + 1)")
    }
    // Not yet an hour since the last asking is due: it is left alone.
    #expect(try fetch.fetch(hours: 4, change).line("odd") == nil)
    let now = fetch.options(hours: 4).now
    let evidence = try fetch.pond().store.evidence(now: now).first { $0.account == key }
    #expect(evidence?.reachability == nil, "it was held to be broken within hours")
    let status = try fetch.pond().fetchStatus(now: now)
    let line = try #require(status.lines.first { $0.account.key == key })
    #expect(line.account.isFollowed && line.memory?.failures == 3 && line.memory?.goneAt == nil)
  }

  @Test("a name that leads nowhere (T-E9)")
  func name() throws {
    try expectPatience(
      "http://nobody.invalid/feed", .name, "the name of its server leads nowhere")
  }

  @Test("nobody at the door (T-E9)")
  func connection() throws {
    let closed = try LoopbackServer { _ in .answer(404) }
    let address = closed.address("/feed")
    closed.stop()
    try expectPatience(address, .connection, "its server cannot be reached") {
      $0.allowedHosts.append("127.0.0.1")
    }
  }

  @Test("a certificate that nobody signed (T-E9)", .enabled(if: SafeServer.isAvailable))
  func certificate() throws {
    let server = try SafeServer(["feed": "HTTP/1.0 200 OK\r\n\r\n"])
    try expectPatience(
      server.address("/feed"), .security, "its server's certificate is not to be trusted"
    ) {
      $0.allowedHosts.append("127.0.0.1")
    }
  }

  @Test(
    "from https to http nobody is followed; over https alone they are (T-E12)",
    .enabled(if: SafeServer.isAvailable))
  func downgrade() throws {
    let plain = try LoopbackServer { _ in .answer(200, [:], InventedFeed.rss()) }
    let rss = String(decoding: InventedFeed.rss(), as: UTF8.self)
    let server = try SafeServer([
      "feed": "HTTP/1.0 200 OK\r\n\r\n\(rss)",
      "moved": "HTTP/1.0 301 Moved\r\nLocation: /feed\r\n\r\n",
      "down": "HTTP/1.0 302 Found\r\nLocation: \(plain.address("/feed"))\r\n\r\n",
    ])
    // Without the refusal it would be read.
    let moved = try FetchShelf([]) { _ in .answer(404) }
    try moved.learn(
      """
      <opml version="2.0"><body><outline text="odd" xmlUrl="\(server.address("/moved"))"/>
      </body></opml>
      """)
    let report = try moved.fetch { options in
      options.limits.totalSeconds = 30
      options.limits.authorities = server.certificate
      options.allowedHosts.append("127.0.0.1")
    }
    #expect(report.isComplete && report.lines.count == 1, "\(report)")
    try expectPatience(
      server.address("/down"), .redirect,
      "it sends from https to http, where others can read along"
    ) {
      $0.limits.authorities = server.certificate
      $0.allowedHosts.append("127.0.0.1")
    }
    #expect(plain.requests.isEmpty)
  }
}
