import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("A pond file may come from somebody else (T-S18, T-S19)")
struct StrangersFileTests {
  let shelf: Shelf
  let path: String

  init() throws {
    shelf = try Shelf()
    path = shelf.file("pond.sqlite")
    let pond = try shelf.pond()
    var imported = Invented.list(
      "a.opml", (0..<40).map { Invented.mention("n\($0)", title: "Name \($0)", folders: [["F"]]) })
    imported.posts = (0..<200).map {
      Invented.post("n\($0 % 40)", "\($0)", -Double($0) / 9, title: "T\($0)", excerpt: "Words")
    }
    _ = try pond.write(imported, at: Invented.now)
    try pond.append(Invented.decision("n1", .keep))
  }

  private func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func expectRefused(_ words: String) throws {
    let bytes = try shelf.bytes("pond.sqlite")
    for mode in [PondStore.Mode.reading, .changing, .writing] {
      do {
        _ = try shelf.pond("pond.sqlite", mode)
        Issue.record("it was opened")
      } catch let failure as StoreFailure {
        #expect(failure.kind == .data && failure.sentence.contains(words), "\(failure.sentence)")
      }
    }
    #expect(try shelf.bytes("pond.sqlite") == bytes)
    let report = try PondStore.doctor(path: path, deep: true)
    #expect(!report.isSound && report.findings.contains { $0.sentence.contains(words) })
  }

  private static let trigger = """
    create trigger t after insert on decision begin update decision set answer = 'let-go'; end
    """

  @Test(
    "a trigger is found under whatever type name it stands",
    arguments: [
      ("Trigger", "it holds a Trigger \"t\" that no Pond made"),
      ("trigger", "it holds a trigger \"t\" that no Pond made"),
      // SQLite refuses to read these, and names what it refuses itself.
      ("table", "malformed database schema (t)"), ("index", "malformed database schema (t)"),
      ("view", "malformed database schema (t)"), ("x", "malformed database schema (t)"),
    ])
  func hiddenTrigger(type: String, words: String) throws {
    try tamper(
      """
      PRAGMA writable_schema = ON;
      INSERT INTO sqlite_master VALUES ('\(type)', 't', 'decision', 0, '\(Self.trigger
        .replacing("'", with: "''"))')
      """)
    try expectRefused(words)
  }

  @Test(
    "whatever else could act is found: a view, a check, a generated column, an index, a table",
    arguments: [
      ("CREATE VIEW v AS SELECT * FROM account", "view \"v\""),
      ("CREATE INDEX i ON note (abs(at))", "index \"i\""),
      ("ALTER TABLE note ADD COLUMN more TEXT AS (text || text)", "table \"note\" was changed"),
      ("ALTER TABLE note ADD COLUMN more INTEGER CHECK (more > 1)", "table \"note\" was changed"),
      ("CREATE TABLE more (a)", "table \"more\""), ("DROP TABLE note", "table \"note\" is gone"),
      ("DROP INDEX decision_account", "index \"decision_account\" is gone"),
      ("CREATE VIRTUAL TABLE f USING fts5 (a)", "\"f\""),
    ])
  func foreignSchema(sql: String, words: String) throws {
    try tamper(sql)
    try expectRefused(words)
  }

  @Test("a connection runs no trigger and reads no view, whoever let them through")
  func nothingActs() throws {
    try tamper("\(Self.trigger); CREATE VIEW v AS SELECT 1")
    let queue = try Connection.open(path)
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO decision (number, account, answer, at) VALUES (99, 1, 'keep', 0)")
      let answers = try String.fetchAll(database, sql: "SELECT DISTINCT answer FROM decision")
      #expect(answers == ["keep"])
      #expect(throws: DatabaseError.self) { try Row.fetchAll(database, sql: "SELECT * FROM v") }
    }
  }

  @Test("what ANALYZE leaves is no reason to refuse; every version's schema is its own")
  func allowed() throws {
    try tamper("ANALYZE")
    _ = try shelf.pond()
    #expect(try PondStore.doctor(path: path, deep: true).isSound)
    for count in 1...Schema.migrations.count {
      let queue = try DatabaseQueue(configuration: Connection.configuration())
      try Migrator.migrate(queue, Array(Schema.migrations.prefix(count)))
      try queue.read { try Migrator.verify($0, Schema.migrations) }
    }
  }

  @Test("the tables that the schema lists are those that its migrations make")
  func tables() throws {
    let queue = try DatabaseQueue(configuration: Connection.configuration())
    try Migrator.migrate(queue, Schema.migrations)
    let made = try queue.read {
      try String.fetchSet($0, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    #expect(made == Schema.tables)
  }

  @Test("every page has its sum, through every way of writing; one bit anywhere is found")
  func oneBit() throws {
    let whole = try shelf.bytes("pond.sqlite")
    #expect(try PondStore.doctor(path: path, deep: true).findings.isEmpty)
    var dice = StoreDice(seed: 19)
    for round in 0..<Rounds.times(50, 200) {
      var bytes = whole
      let index = Int.random(in: 0..<bytes.count, using: &dice)
      // The byte that says that there are sums; without it the file is as 0.1 would have left it.
      guard index != 20 else { continue }
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      try shelf.put(bytes, "flipped")
      let found: Bool
      do {
        found = try !PondStore.doctor(path: shelf.file("flipped"), deep: true).isSound
      } catch is StoreFailure {
        found = true
      }
      #expect(found, "byte \(index) of \(bytes.count), round \(round)")
    }
  }

  @Test("a copy is made of nothing that changed, and such a copy is not restored")
  func copies() throws {
    let pond = try shelf.pond()
    try pond.backup(to: shelf.file("copy"))
    #expect(try PondStore.doctor(path: shelf.file("copy"), deep: true).findings.isEmpty)
    var bytes = try shelf.bytes("copy")
    let title = try #require(bytes.range(of: Data("Name 17".utf8)))
    bytes[title.lowerBound] = UInt8(ascii: "M")
    try shelf.put(bytes, "copy")
    let before = try shelf.bytes("pond.sqlite")
    do {
      _ = try PondStore.restore(from: shelf.file("copy"), to: path, at: Invented.now)
      Issue.record("it was restored")
    } catch let failure as StoreFailure {
      #expect(failure.kind == .data && failure.sentence.contains("checksum"), "\(failure)")
    }
    #expect(try shelf.bytes("pond.sqlite") == before)
    #expect(throws: StoreFailure.self) {
      try shelf.pond("copy", .reading).backup(to: shelf.file("second"))
    }
    #expect(!(try shelf.names().contains("second")))
  }

  /// A pond file as 0.1 made them: no room for sums.
  private func withoutSums(_ name: String) throws {
    let queue = try DatabaseQueue(path: shelf.file(name))
    queue.writeWithoutTransaction { $0.add(function: Migrator.postNames) }
    try Migrator.migrate(queue, Schema.migrations)
    try queue.close()
    chmod(shelf.file(name), 0o600)
    let pond = try shelf.pond(name)
    _ = try pond.write(
      Invented.list("b.opml", (0..<90).map { Invented.mention("o\($0)") }), at: Invented.now)
  }

  @Test("files with sums and without are restored over each other, and stay sound")
  func mixed() throws {
    try withoutSums("old")
    let old = try PondStore.doctor(path: shelf.file("old"), deep: true)
    #expect(old.isSound && old.findings.map(\.isTrouble) == [false])
    let digests = try ["pond.sqlite", "old"].map { try shelf.pond($0).logicalDigest() }
    try shelf.pond().backup(to: shelf.file("new-copy"))
    try shelf.pond("old").backup(to: shelf.file("old-copy"))
    _ = try PondStore.restore(from: shelf.file("old-copy"), to: path, at: Invented.now)
    _ = try PondStore.restore(
      from: shelf.file("new-copy"), to: shelf.file("old"), at: Invented.now)
    #expect(try shelf.pond().logicalDigest() == digests[1])
    #expect(try shelf.pond("old").logicalDigest() == digests[0])
    for name in ["pond.sqlite", "old"] {
      try shelf.pond(name).append(Invented.decision(name == "old" ? "n2" : "o2", .keep))
      #expect(try PondStore.doctor(path: shelf.file(name), deep: true).isSound, "\(name)")
    }
    #expect(try PondStore.doctor(path: shelf.file("old"), deep: true).findings.isEmpty)
  }

  @Test("texts and bytes longer than Pond keeps are refused at once (H-5)")
  func bombs() throws {
    try tamper("UPDATE original SET is_compressed = 1, size = 2000000000")
    let start = ThreadTime.spent
    #expect(throws: StoreFailure.self) { try shelf.pond().originals(format: "opml") }
    try tamper("INSERT INTO note SELECT 1, printf('%.*c', 90000000, 'x'), 0")
    #expect(throws: StoreFailure.self) { try shelf.pond().notes() }
    #expect(!(try PondStore.doctor(path: path, deep: true).isSound))
    #expect(ThreadTime.spent - start < .seconds(5))
  }
}
