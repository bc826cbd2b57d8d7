import Foundation
import Testing

@testable import PondGraph

@Suite("Copies that Pond makes by itself (T-S20)")
struct KeptCopiesTests {
  let shelf: Shelf
  let pond: PondStore
  var copies: KeptCopies { KeptCopies(of: pond.path) }

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
    _ = try pond.write(
      Invented.list("a.opml", ["ada", "bob"].map { Invented.mention($0) }), at: Invented.now)
  }

  @Test("the last five are kept, the newest first, each a whole pond, 0600 in 0700")
  func five() throws {
    var digests: [String] = []
    for round in 0..<8 {
      try pond.append(Invented.decision(round.isMultiple(of: 2) ? "ada" : "bob", .keep))
      try copies.add(at: Invented.day(Double(round)))
      digests.insert(try pond.logicalDigest(), at: 0)
    }
    let all = copies.all
    #expect(all.map(\.number) == [8, 7, 6, 5, 4])
    #expect(all.map(\.at) == (3..<8).reversed().map { Invented.day(Double($0)) })
    #expect(
      try all.map { try PondStore.open(path: $0.path, mode: .reading).logicalDigest() }
        == Array(digests.prefix(5)))
    #expect(try shelf.mode("backups") == 0o700)
    for copy in all {
      let name = URL(fileURLWithPath: copy.path).lastPathComponent
      #expect(try shelf.mode("backups/\(name)") == 0o600)
      #expect(try PondStore.doctor(path: copy.path, deep: true).findings.isEmpty)
    }
    _ = try PondStore.restore(from: all[4].path, to: pond.path, at: Invented.day(9))
    #expect(try pond.logicalDigest() == digests[4])
  }

  @Test("a clock that was ahead removes nothing: the number says which is the oldest")
  func clock() throws {
    try copies.add(at: Invented.day(29_000))
    for day in 0..<4 { try copies.add(at: Invented.day(Double(day))) }
    #expect(copies.all.map(\.number) == [5, 4, 3, 2, 1])
    try copies.add(at: Invented.day(-20_000))
    #expect(copies.all.map(\.number) == [6, 5, 4, 3, 2])
  }

  @Test("what a process did not change is not copied; what it changed is, once")
  func onlyChanges() throws {
    let path = pond.path
    _ = PondStore.keepCopies(at: Invented.now) { $0 == path }
    let before = PondStore.copies(of: path).count
    _ = try pond.accounts()
    _ = try pond.logicalDigest()
    #expect(PondStore.keepCopies(at: Invented.now) { $0 == path }.isEmpty)
    #expect(PondStore.copies(of: path).count == before)
    try pond.append(Invented.decision("ada", .keep))
    #expect(PondStore.keepCopies(at: Invented.now) { $0 == path }.isEmpty)
    #expect(PondStore.copies(of: path).count == before + 1)
  }

  @Test("only plain files of Pond's own under such a name are copies, and only those are removed")
  func foreign() throws {
    try copies.add(at: Invented.now)
    let real = try #require(copies.all.first?.path)
    let stamp = "2020-01-01T000000Z"
    try shelf.put(Data("mine".utf8), "backups/pond.sqlite.000000.\(stamp)")
    try shelf.put(Data("mine".utf8), "backups/pond.sqlite.000900.\(stamp)")
    try shelf.put(Data("mine".utf8), "backups/letter")
    symlink(real, shelf.file("backups/pond.sqlite.000901.\(stamp)"))
    for _ in 0..<7 { try copies.add(at: Invented.now) }
    #expect(copies.all.count == 5)
    for name in ["pond.sqlite.000000.\(stamp)", "pond.sqlite.000900.\(stamp)", "letter"] {
      #expect(try shelf.bytes("backups/\(name)") == Data("mine".utf8))
    }
    try PondStore.wipe(pond.path)
    let left = try FileManager.default.contentsOfDirectory(atPath: shelf.file("backups"))
    #expect(left.count == 4, "\(left)")
  }

  @Test("a changed page is not copied: the copy of before stays the newest")
  func damage() throws {
    try copies.add(at: Invented.now)
    var bytes = try shelf.bytes("pond.sqlite")
    let name = try #require(bytes.range(of: Data("ada.example".utf8)))
    bytes[name.lowerBound] = UInt8(ascii: "o")
    try shelf.put(bytes, "other.sqlite")
    #expect(throws: StoreFailure.self) {
      try KeptCopies(of: shelf.file("other.sqlite")).add(at: Invented.now)
    }
    #expect(KeptCopies(of: shelf.file("other.sqlite")).all.isEmpty)
  }

  @Test("settings that a copy brings are shown; a private host is taken only on a yes (T-S18)")
  func settings() throws {
    try pond.allow(host: "mine.local")
    let other = try shelf.pond("other")
    for host in ["mine.local", "stranger.local:80"] { try other.allow(host: host) }
    try other.backup(to: shelf.file("copy"))
    let (all, hosts) = try PondStore.settings(ofCopy: shelf.file("copy"), for: pond.path)
    #expect(all.map(\.value) == ["mine.local", "stranger.local:80"])
    #expect(hosts == ["stranger.local:80"])
    _ = try PondStore.restore(
      from: shelf.file("copy"), to: pond.path, at: Invented.now, denying: hosts)
    #expect(try pond.allowedHosts() == ["mine.local"])
    #expect(try PondStore.doctor(path: pond.path, deep: true).findings.isEmpty)
    _ = try PondStore.restore(from: shelf.file("copy"), to: pond.path, at: Invented.now)
    #expect(try pond.allowedHosts() == ["mine.local", "stranger.local:80"])
    #expect(try !shelf.names().contains { $0.contains("restoring") })
  }

  @Test("wipe takes nothing that only bears a name of Pond's (T-S22)")
  func wipe() throws {
    try pond.backup(to: shelf.file("pond.sqlite.before-version-1"))
    try shelf.put(Data("mine".utf8), "pond.sqlite.before-lunch")
    try shelf.put(Data("mine".utf8), "pond.sqlite.fetching")
    try shelf.put(Data(InboxMark.bytes), "letter")
    let files = try PondStore.files(of: pond.path)
    #expect(
      files.map { URL(fileURLWithPath: $0).lastPathComponent } == [
        "pond.sqlite", "pond.sqlite.before-version-1",
      ])
    try PondStore.wipe(pond.path)
    #expect(try shelf.names() == ["letter", "pond.sqlite.before-lunch", "pond.sqlite.fetching"])
    // A second name of a file elsewhere is no file of Pond's either.
    unlink(shelf.file("pond.sqlite.fetching"))
    link(shelf.file("letter"), shelf.file("pond.sqlite.fetching"))
    _ = try shelf.pond()
    try PondStore.wipe(pond.path)
    #expect(try shelf.names().contains("pond.sqlite.fetching"))
  }
}
