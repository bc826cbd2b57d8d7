import Foundation
import GRDB
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("The pond file")
struct PondFileTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
  }

  func fill(_ name: String = "pond.sqlite") throws {
    let pond = try shelf.pond(name)
    var imported = Invented.list(
      "a.opml", (0..<80).map { Invented.mention("n\($0)", title: "Name \($0)", folders: [["F"]]) })
    imported.posts = (0..<600).map {
      Invented.post("n\($0 % 80)", "\($0)", -Double($0) / 9, title: "T\($0)", excerpt: "Words")
    }
    imported.coverage = (0..<80).map {
      Coverage(account: Invented.key("n\($0)"), from: Invented.day(-90), to: Invented.now)
    }
    _ = try pond.write(imported, at: Invented.now)
    try pond.append(Invented.decision("n1", .keep))
  }

  func sql(_ name: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: shelf.file(name))
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("it is made whole, 0600 in a folder of 0700, whatever the umask (T-S16)")
  func creation() throws {
    let before = umask(0)
    defer { umask(before) }
    let pond = try shelf.pond("deep/er/pond.sqlite")
    #expect(try pond.schemaVersion == Schema.migrations.count)
    #expect(try shelf.mode("deep") == 0o700 && shelf.mode("deep/er") == 0o700)
    #expect(try shelf.mode("deep/er/pond.sqlite") == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: shelf.file("deep/er"))
    #expect(names == ["pond.sqlite"])
    let header = try shelf.bytes("deep/er/pond.sqlite").prefix(100)
    #expect(PondFile.standing(header: Array(header)) == .pond(version: Schema.migrations.count))
  }

  @Test("a header that asks for a later SQLite is damage, not a lack of permission (T-S13)")
  func headerOfALaterFormat() throws {
    _ = try shelf.pond("pond.sqlite")
    let header = Array(try shelf.bytes("pond.sqlite").prefix(100))
    for (place, version) in [(18, 3), (19, 3), (18, 255)] {
      var odd = header
      odd[place] = UInt8(version)
      #expect(
        PondFile.standing(header: odd) == .foreign(looksLike: PondFile.damagedDatabase))
    }
    // A log beside the file (WAL) is another's choice, and sound.
    var logged = header
    logged[18...19] = [2, 2]
    #expect(PondFile.standing(header: logged) == .pond(version: Schema.migrations.count))
  }

  @Test("a command that only reads makes no pond file")
  func readingMakesNothing() throws {
    #expect(throws: StoreFailure.self) { try shelf.pond("none/pond.sqlite", .reading) }
    #expect(try shelf.names().isEmpty)
    do {
      _ = try shelf.pond("pond.sqlite", .reading)
    } catch let failure as StoreFailure {
      #expect(failure.kind == .noInput && failure.advice != nil)
    }
  }

  @Test("every table is strict, every reference holds, and nothing acts by itself")
  func schema() throws {
    try fill()
    let pond = try shelf.pond("pond.sqlite", .reading)
    try pond.asking { database in
      // The tables behind an index of words are SQLite's own.
      let loose = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'
          """)
      #expect(loose.isEmpty, "\(loose)")
      #expect(try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil)
      let settings = try ["synchronous", "foreign_keys", "trusted_schema", "cell_size_check"]
        .map { try Int.fetchOne(database, sql: "PRAGMA \($0)") }
      #expect(settings == [3, 1, 0, 1])
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "delete")
    }
  }

  @Test("every column that may be null says what null means")
  func nullsAreExplained() {
    for migration in Schema.migrations {
      for line in migration.sql.split(separator: "\n") {
        let isColumn = line.contains(/^  [a-z_]+ +(TEXT|INTEGER|REAL|BLOB)/)
        if isColumn, !line.contains("NOT NULL"), !line.contains("PRIMARY KEY") {
          #expect(line.contains(/-- .*null/), "\(line)")
        }
      }
    }
  }

  @Test(
    "what is not a pond file is refused and not changed by one byte (T-S13)",
    arguments: [
      ("", FailureKind.data), ("pond", .data), (String(repeating: "rubbish ", count: 9000), .data),
      ("SQLite format 3\0 and then nothing", .data),
      ("SQLite format 3\0" + String(repeating: "\u{1}", count: 8000), .data),
    ])
  func rubbish(text: String, kind: FailureKind) throws {
    try shelf.put(Data(text.utf8), "pond.sqlite")
    for mode in [PondStore.Mode.reading, .writing] {
      do {
        _ = try shelf.pond("pond.sqlite", mode)
        Issue.record("it was opened")
      } catch let failure as StoreFailure {
        #expect(failure.kind == kind)
      }
    }
    #expect(try shelf.bytes("pond.sqlite") == Data(text.utf8))
    #expect(try shelf.names() == ["pond.sqlite"])
  }

  @Test("another program's database is refused and not changed, its hot journal neither (T-S13)")
  func foreign() throws {
    try sql(
      "pond.sqlite", "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1);")
    try shelf.put(Data(repeating: 7, count: 600), "pond.sqlite-journal")
    let before = try shelf.bytes("pond.sqlite")
    #expect(
      throws: StoreFailure.foreign(
        path: shelf.file("pond.sqlite"), looksLike: "another program's database")
    ) { try shelf.pond() }
    #expect(try shelf.bytes("pond.sqlite") == before)
    #expect(try shelf.bytes("pond.sqlite-journal").count == 600)
  }

  @Test("a newer Pond's file is refused with 78 and not changed (T-S13)")
  func newer() throws {
    try fill()
    try sql("pond.sqlite", "PRAGMA user_version = 99")
    let before = try shelf.bytes("pond.sqlite")
    for mode in [PondStore.Mode.reading, .writing] {
      do {
        _ = try shelf.pond("pond.sqlite", mode)
        Issue.record("it was opened")
      } catch let failure as StoreFailure {
        #expect(failure.kind == .configuration)
      }
    }
    #expect(try shelf.bytes("pond.sqlite") == before)
  }

  @Test("a folder in its place is refused")
  func folder() throws {
    try FileManager.default.createDirectory(
      atPath: shelf.file("pond.sqlite"), withIntermediateDirectories: false)
    #expect(throws: StoreFailure.notAFile(path: shelf.file("pond.sqlite"))) { try shelf.pond() }
  }

  @Test("an older Pond's file is brought up to date, a copy kept beside it")
  func migration() throws {
    try fill()
    let digest = try shelf.pond().logicalDigest()
    let later =
      Schema.migrations + [
        Schema.Migration(
          sentence: "a trial", sql: "CREATE TABLE trial (id INTEGER PRIMARY KEY) STRICT")
      ]
    let pond = try PondStore(path: shelf.file("pond.sqlite"), mode: .writing, migrations: later)
    #expect(try pond.schemaVersion == later.count && pond.logicalDigest() == digest)
    let kept = try shelf.pond("pond.sqlite.before-version-\(later.count)")
    #expect(try kept.schemaVersion == later.count - 1 && kept.logicalDigest() == digest)
  }

  @Test("a migration that fails leaves the file as it was")
  func failedMigration() throws {
    try fill()
    let before = try shelf.bytes("pond.sqlite")
    let later =
      Schema.migrations + [
        Schema.Migration(
          sentence: "a trial", sql: "CREATE TABLE trial (id); INSERT INTO nowhere VALUES (1)")
      ]
    #expect(throws: StoreFailure.self) {
      try PondStore(path: shelf.file("pond.sqlite"), mode: .writing, migrations: later)
    }
    #expect(try shelf.bytes("pond.sqlite") == before)
  }

  /// Everything that a command may do with a pond file.
  func useAll(_ name: String) throws {
    let pond = try shelf.pond(name)
    _ = try pond.accounts()
    _ = try pond.evidence(now: Invented.now, of: .known)
    _ = try pond.recentPosts(of: Invented.key("n1"), limit: 20)
    _ = try pond.journal()
    _ = try pond.notes()
    _ = try pond.originals(format: "opml")
    _ = try pond.logicalDigest()
    _ = try pond.append(Invented.decision("n2", .letGo))
    _ = try pond.write(
      Invented.feed("f.xml", "n3", [Invented.post("n3", "new", -1), Invented.post("n3", "3", -1)]),
      at: Invented.now)
  }

  @Test("a hundred damaged pond files: no crash; what is refused is not changed (T-S13)")
  func damaged() throws {
    try fill()
    let whole = try shelf.bytes("pond.sqlite")
    var dice = StoreDice(seed: 11)
    var troubles = 0
    for round in 0..<Rounds.times(25, 100) {
      var bytes = whole
      if round % 5 == 4 {
        bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &dice))
      } else {
        for _ in 0..<(1 + round % 40) {
          let index = Int.random(in: 0..<bytes.count, using: &dice)
          bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        }
      }
      let name = "\(round).sqlite"
      try shelf.put(bytes, name)
      do {
        _ = try shelf.pond(name)
      } catch let failure as StoreFailure {
        troubles += 1
        #expect([.data, .configuration].contains(failure.kind), "\(failure)")
        #expect(try shelf.bytes(name) == bytes)
        continue
      }
      do {
        _ = try PondStore.doctor(path: shelf.file(name), deep: true)
        try useAll(name)
      } catch let failure as StoreFailure {
        troubles += 1
        #expect(failure.kind == .data || failure.kind == .configuration, "\(failure)")
      }
    }
    #expect(troubles > Rounds.times(7, 30))
  }

  @Test("a lock is waited for; one that stays is said to be another Pond's (T-S08)")
  func locked() throws {
    try fill()
    var unsafe = Configuration()
    unsafe.allowsUnsafeTransactions = true
    let holder = try DatabaseQueue(path: shelf.file("pond.sqlite"), configuration: unsafe)
    try holder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let pond = try shelf.pond()
    #expect(try pond.accounts().count == 80, "readers go on during a write")
    let began = ContinuousClock.now
    do {
      try pond.append(Invented.decision("n1", .keep))
      Issue.record("it was written")
    } catch let failure as StoreFailure {
      #expect(failure.kind == .busy && failure.sentence.contains("another Pond"))
    }
    let waited = ContinuousClock.now - began
    #expect(waited > .seconds(5) && waited < .seconds(20), "\(waited)")
    let release = Thread {
      usleep(1_500_000)
      try? holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }
    release.start()
    try pond.append(Invented.decision("n1", .keep))
  }

  @Test("many at once make the pond file and import, and no row is lost (T-S07)")
  func manyAtOnce() throws {
    for round in 0..<Rounds.times(1, 5) {
      let name = "many\(round).sqlite"
      let path = shelf.file(name)
      let failures = Failures()
      DispatchQueue.concurrentPerform(iterations: 8) { worker in
        do {
          for step in 0..<4 {
            let name = "n\((worker + step) % 10)"
            _ = try PondStore.open(path: path, mode: .writing).write(
              Invented.feed(
                "f\(worker)-\(step).xml", name,
                [Invented.post(name, "shared", -3), Invented.post(name, "\(worker)-\(step)", -2)]),
              at: Invented.now)
          }
        } catch {
          failures.add("\(error)")
        }
      }
      #expect(failures.all.isEmpty)
      let serial = try shelf.pond("serial\(round).sqlite")
      for worker in 0..<8 {
        for step in 0..<4 {
          let name = "n\((worker + step) % 10)"
          _ = try serial.write(
            Invented.feed(
              "f\(worker)-\(step).xml", name,
              [Invented.post(name, "shared", -3), Invented.post(name, "\(worker)-\(step)", -2)]),
            at: Invented.now)
        }
      }
      let digests = try [name, "serial\(round).sqlite"].map { try shelf.pond($0).logicalDigest() }
      #expect(digests[0] == digests[1])
    }
    #expect(try shelf.names().allSatisfy { !$0.hasPrefix(".") })
  }

  final class Failures: @unchecked Sendable {
    // Guarded by the lock.
    private var messages: [String] = []
    private let lock = NSLock()

    func add(_ message: String) { lock.withLock { messages.append(message) } }
    var all: [String] { lock.withLock { messages } }
  }

  @Test("a read-only pond file is read; writing says so (T-S14)", .enabled(if: getuid() != 0))
  func readOnly() throws {
    try fill()
    chmod(shelf.file("pond.sqlite"), 0o400)
    #expect(try shelf.pond("pond.sqlite", .reading).accounts().count == 80)
    #expect(throws: StoreFailure.readOnly(path: shelf.file("pond.sqlite"))) {
      try shelf.pond().append(Invented.decision("n1", .keep))
    }
  }

  @Test("drafts of a Pond that was killed are swept away, those of the living are not")
  func sweeping() throws {
    try shelf.put(Data(), ".pond.sqlite.new-999999999-1")
    try shelf.put(Data(), ".pond.sqlite.new-\(getppid())-1")
    _ = try shelf.pond()
    #expect(try shelf.names() == [".pond.sqlite.new-\(getppid())-1", "pond.sqlite"])
  }
}
