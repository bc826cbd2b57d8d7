import Foundation
import Testing

@testable import PondGraph

@Suite("Backup, restore, doctor")
struct BackupTests {
  let shelf: Shelf
  let pond: PondStore

  init() throws {
    shelf = try Shelf()
    pond = try shelf.pond()
    _ = try pond.write(
      Invented.list("a.opml", ["ada", "bob"].map { Invented.mention($0) }), at: Invented.now)
  }

  @Test("a backup is a whole pond, 0600, and overwrites nothing (T-S12)")
  func backup() throws {
    let before = umask(0)
    defer { umask(before) }
    try pond.backup(to: shelf.file("copy"))
    #expect(try shelf.mode("copy") == 0o600)
    #expect(try shelf.pond("copy").logicalDigest() == pond.logicalDigest())
    let bytes = try shelf.bytes("copy")
    try pond.append(Invented.decision("ada", .keep))
    #expect(throws: StoreFailure.exists(path: shelf.file("copy"))) {
      try pond.backup(to: shelf.file("copy"))
    }
    #expect(throws: StoreFailure.exists(path: shelf.file("pond.sqlite"))) {
      try pond.backup(to: shelf.file("pond.sqlite"))
    }
    #expect(try shelf.bytes("copy") == bytes)
    #expect(try shelf.names() == ["copy", "pond.sqlite"])
  }

  @Test("a backup during an import is the state before or after it, never between (T-S12)")
  func duringImport() throws {
    let before = try pond.logicalDigest()
    var imported = Invented.feed("f.xml", "ada", [])
    imported.posts = (0..<20_000).map { Invented.post("ada", "\($0)", -1, title: "T\($0)") }
    let import_ = imported
    let path = pond.path
    let writer = Thread {
      _ = try? PondStore.open(path: path, mode: .writing).write(import_, at: Invented.now)
    }
    writer.start()
    var digests: Set<String> = []
    for round in 0..<200 where !writer.isFinished || round == 0 {
      try pond.backup(to: shelf.file("b\(round)"))
      digests.insert(try shelf.pond("b\(round)").logicalDigest())
    }
    while !writer.isFinished { usleep(10_000) }
    #expect(digests.isSubset(of: [before, try pond.logicalDigest()]))
  }

  @Test("restore brings the copy's state back and keeps the present one aside")
  func restore() throws {
    try pond.backup(to: shelf.file("copy"))
    let then = try pond.logicalDigest()
    try pond.append(Invented.decision("ada", .letGo))
    let now = try pond.logicalDigest()
    let aside = try #require(
      try PondStore.restore(from: shelf.file("copy"), to: pond.path, at: Invented.now))
    #expect(try pond.logicalDigest() == then, "an open pond sees it too")
    #expect(try PondStore.open(path: aside, mode: .reading).logicalDigest() == now)
    #expect(aside.hasSuffix(".before-restore-2027-01-15T080000Z"))
    #expect(try shelf.pond("copy").logicalDigest() == then)
  }

  @Test("rubbish, damage and other programs' files are not restored (T-S12)")
  func restoreRubbish() throws {
    try pond.backup(to: shelf.file("damaged"))
    var bytes = try shelf.bytes("damaged")
    for index in stride(from: 4096, to: bytes.count, by: 7) { bytes[index] = 0xA5 }
    try shelf.put(bytes, "damaged")
    try shelf.put(Data("rubbish".utf8), "rubbish")
    let before = try shelf.bytes("pond.sqlite")
    for name in ["damaged", "rubbish", "missing"] {
      do {
        try PondStore.restore(from: shelf.file(name), to: pond.path, at: Invented.now)
        Issue.record("\(name) was restored")
      } catch let failure as StoreFailure {
        #expect([.data, .noInput].contains(failure.kind), "\(failure)")
      }
    }
    #expect(try shelf.bytes("pond.sqlite") == before)
    #expect(try shelf.names() == ["damaged", "pond.sqlite", "rubbish"])
  }

  @Test("restore makes a pond where there is none, and replaces a damaged one that is kept")
  func restoreElsewhere() throws {
    try pond.backup(to: shelf.file("copy"))
    let new = shelf.file("new/pond.sqlite")
    #expect(try PondStore.restore(from: shelf.file("copy"), to: new, at: Invented.now) == nil)
    #expect(try PondStore.open(path: new, mode: .reading).accounts().count == 2)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: new))
    for index in 100..<4096 { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: new))
    let aside = try #require(
      try PondStore.restore(from: shelf.file("copy"), to: new, at: Invented.now))
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    #expect(try PondStore.open(path: new, mode: .reading).accounts().count == 2)
  }

  @Test("the doctor finds a sound pond sound, and counts it")
  func sound() throws {
    let report = try PondStore.doctor(path: pond.path, deep: true)
    #expect(report.isSound && report.findings.isEmpty, "\(report)")
    #expect(report.accounts == 2 && report.schemaVersion == Schema.migrations.count)
    #expect(report.bytes == (try shelf.bytes("pond.sqlite").count))
    chmod(pond.path, 0o644)
    #expect(try PondStore.doctor(path: pond.path, deep: false).findings.map(\.isTrouble) == [false])
  }

  @Test("the doctor reports damage instead of stumbling over it")
  func damage() throws {
    try pond.backup(to: shelf.file("copy"))
    var bytes = try shelf.bytes("copy")
    for index in stride(from: 4096, to: bytes.count, by: 97) { bytes[index] ^= 0xFF }
    try shelf.put(bytes, "copy")
    let report = try PondStore.doctor(path: shelf.file("copy"), deep: true)
    #expect(!report.isSound)
    #expect(report.findings.allSatisfy { $0.advice != nil || !$0.isTrouble })
    #expect(try shelf.bytes("copy") == bytes)
  }
}
