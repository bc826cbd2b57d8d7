import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// What came and is not kept yet outlives the run that it came to (T-E16).
@Suite("The inbox", .serialized)
struct InboxTests {
  private func answer(
    _ path: String, _ status: Int = 200, body: Data = InventedFeed.rss(), of server: FetchShelf
  ) throws -> FetchAnswer {
    let address = try #require(WebAddress(server.server.address(path)))
    let validators = FetchRequest.Validators(
      address: address.url, etag: Data([0x22, 0xFF, 0x22]), lastModified: nil)
    return FetchAnswer(
      request: FetchRequest(
        account: server.key(path), part: .feed, address: address, validators: validators),
      hops: [FetchAnswer.Hop(status: 301, target: address)],
      result: .success(
        FetchAnswer.Response(
          status: status, headers: ResponseHeaders(["ETag": "W/\"a\"", "Retry-After": "9"]),
          body: body, wasConditional: true)),
      askedAt: FetchShelf.start)
  }

  @Test("answers come back as they were; what is torn ends them; what is kept is gone")
  func there() throws {
    let shelf = try FetchShelf(["/a", "/b", "/c"]) { _ in .answer(404) }
    let file = shelf.shelf.file("pond.sqlite")
    let path = Inbox.path(of: file)
    let sent = [
      try answer("/a", of: shelf), try answer("/b", 404, body: Data(), of: shelf),
      try answer("/c", body: Data(repeating: 0x20, count: 3 << 20), of: shelf),
    ]
    let failed = FetchAnswer(
      request: sent[0].request, hops: [], result: .failure(FetchFailure(.size, "too much")),
      askedAt: FetchShelf.start)
    do {
      let inbox = try Inbox(of: file)
      (sent + [failed]).forEach(inbox.put)
    }
    var mode = stat()
    #expect(stat(path, &mode) == 0 && mode.st_mode & 0o777 == 0o600)
    try Data("rubbish that was being written".utf8).append(to: path)
    do {
      let inbox = try Inbox(of: file)
      let left = inbox.left { _ in true }
      // Of two answers to one question the first counts.
      try #require(left.count == 3)
      for (one, other) in zip(left, sent) {
        #expect(one.request == other.request && one.hops == other.hops)
        #expect(one.askedAt == other.askedAt)
        let (got, was) = (try one.result.get(), try other.result.get())
        #expect(got.status == was.status && got.headers == was.headers && got.body == was.body)
        #expect(got.wasConditional)
      }
      inbox.remove(Array(left.prefix(2)))
      #expect(inbox.size > 3 << 20)
      inbox.remove(Array(left.suffix(1)))
      inbox.close()
    }
    #expect(access(path, F_OK) != 0)
  }

  @Test("bytes that are not whole are no answer")
  func torn() throws {
    let shelf = try FetchShelf(["/a", "/b"]) { _ in .answer(404) }
    let file = shelf.shelf.file("pond.sqlite")
    let path = Inbox.path(of: file)
    do {
      let inbox = try Inbox(of: file)
      try inbox.put(answer("/a", of: shelf))
      try inbox.put(answer("/b", of: shelf))
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for cut in [0, 1, 40, whole.count / 2 + 10, whole.count - 1] {
      try whole.prefix(cut).write(to: URL(fileURLWithPath: path))
      let count = try Inbox(of: file).left { _ in true }.count
      #expect(count == (cut > whole.count / 2 ? 1 : 0), "\(cut)")
    }
    // What a power cut leaves of blocks that were not written yet.
    try (whole.dropLast(300) + Data(count: 300)).write(to: URL(fileURLWithPath: path))
    #expect(try Inbox(of: file).left { _ in true }.count == 1)
    try Data(repeating: 0xFF, count: 500).write(to: URL(fileURLWithPath: path))
    // What bears no mark of Pond's is another's, and is left as it is (T-S22).
    #expect(throws: InboxFailure.self) { _ = try Inbox(of: file) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(repeating: 0xFF, count: 500))
  }

  @Test("a run keeps what the one before left, at its moment, and asks only for the rest")
  func resumed() throws {
    let fetch = try FetchShelf(["/a", "/b"]) { _ in .answer(200, [:], InventedFeed.rss()) }
    let file = fetch.shelf.file("pond.sqlite")
    do {
      let inbox = try Inbox(of: file)
      try inbox.put(answer("/a", of: fetch))
    }
    let report = try fetch.fetch(hours: 5)
    #expect(fetch.server.requests.map(\.path) == ["/b"])
    guard case .read(new: 5, changed: 0)? = report.line("/a")?.outcome else {
      Issue.record("\(report)")
      return
    }
    #expect(try fetch.memory("/a")?.askedAt == FetchShelf.start)
    #expect(try fetch.memory("/a")?.etag == Data("W/\"a\"".utf8))
    #expect(access(Inbox.path(of: file), F_OK) != 0)
    // An answer that was kept before the file could be emptied counts once.
    do {
      let inbox = try Inbox(of: file)
      try inbox.put(answer("/a", 404, of: fetch))
    }
    #expect(try fetch.fetch(hours: 6).lines.isEmpty)
    #expect(try fetch.memory("/a")?.failures == 0)
  }

  @Test("two runs at a time do not ask twice: the second says so")
  func busy() throws {
    let fetch = try FetchShelf(["/a"]) { _ in .answer(200, [:], InventedFeed.rss()) }
    let inbox = try Inbox(of: fetch.shelf.file("pond.sqlite"))
    #expect(throws: InboxFailure.busy) { _ = try fetch.fetch() }
    #expect(fetch.server.requests.isEmpty)
    inbox.close()
    #expect(InboxFailure.busy.kind == .busy)
  }

  @Test("a file of that name that is not ours is neither emptied nor removed (T-S22)")
  func foreign() throws {
    let shelf = try FetchShelf(["/a"]) { _ in .answer(404) }
    let file = shelf.shelf.file("pond.sqlite")
    let path = Inbox.path(of: file)
    let mine = Data("a letter of mine, longer than any mark".utf8)
    for kind in ["file", "hard link", "symlink", "pipe", "folder"] {
      try shelf.shelf.put(mine, "letter")
      let letter = shelf.shelf.file("letter")
      switch kind {
      case "file": try shelf.shelf.put(mine, "pond.sqlite.fetching")
      case "hard link": link(letter, path)
      case "symlink": symlink(letter, path)
      case "pipe": mkfifo(path, 0o600)
      default: mkdir(path, 0o700)
      }
      #expect(throws: InboxFailure.foreign(path: path), "\(kind)") { try Inbox(of: file) }
      #expect(try shelf.shelf.bytes("letter") == mine)
      if kind == "file" { #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == mine) }
      var facts = stat()
      #expect(lstat(path, &facts) == 0, "\(kind)")
      remove(path)
    }
    // One that has the mark, but under a second name, may be anybody's.
    try shelf.shelf.put(Data(InboxMark.bytes), "letter")
    link(shelf.shelf.file("letter"), path)
    #expect(throws: InboxFailure.foreign(path: path)) { try Inbox(of: file) }
    #expect(try shelf.shelf.bytes("letter") == Data(InboxMark.bytes))
  }

  @Test("what 0.1 left without a mark is still read")
  func old() throws {
    let shelf = try FetchShelf(["/a"]) { _ in .answer(404) }
    let file = shelf.shelf.file("pond.sqlite")
    do {
      let inbox = try Inbox(of: file)
      try inbox.put(answer("/a", of: shelf))
    }
    let url = URL(fileURLWithPath: Inbox.path(of: file))
    try Data(contentsOf: url).dropFirst(InboxMark.bytes.count).write(to: url)
    let inbox = try Inbox(of: file)
    let left = inbox.left { _ in true }
    #expect(left.count == 1)
    inbox.remove(left)
    inbox.close()
    #expect(access(url.path, F_OK) != 0)
  }
}

extension Data {
  fileprivate func append(to path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: self)
    try file.close()
  }
}
