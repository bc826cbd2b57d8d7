import Foundation
import GRDB
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("What is no sound pond file of this Pond (T-S13)", .serialized)
  struct ForeignStoreTests {
    /// Commands that look, and commands that would change something.
    static let looking = [["list"], ["doctor"], ["doctor", "--digest"], ["journal"]]
    static let changing = [["undo"], ["decide", "feed-1.example", "keep"]]

    private func expectRefused(
      _ pond: PondProcess, _ codes: [Int32], _ what: String, file: String? = nil
    ) throws {
      let path = file ?? pond.pondFile.path
      let bytes = FileManager.default.contents(atPath: path)
      let names = pond.names(in: "pond")
      for words in Self.looking + Self.changing + [["import", pond.path("cache.db")]] {
        let outcome = try pond.run(words)
        #expect(codes.contains(outcome.code), "\(what): \(words): \(outcome.errors)")
        expectBlock(outcome.errors)
        #expect(FileManager.default.contents(atPath: path) == bytes, "\(what): \(words)")
        #expect(pond.names(in: "pond") == names, "\(what): \(words)")
      }
    }

    private func pond(holding bytes: Data?) throws -> PondProcess {
      let pond = try PondProcess()
      _ = try pond.cache()
      try FileManager.default.createDirectory(
        atPath: pond.path("pond"), withIntermediateDirectories: true)
      try bytes?.write(to: pond.pondFile)
      return pond
    }

    @Test("the pond file of a newer Pond: exit 78, not one byte changed")
    func newer() throws {
      let pond = try pond(holding: nil)
      defer { pond.remove() }
      try pond.run("import", pond.path("cache.db"))
      let queue = try DatabaseQueue(path: pond.pondFile.path)
      try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
      try queue.close()
      try expectRefused(pond, [78], "newer")
    }

    @Test("another program's database: exit 65, not one byte changed, its log included")
    func foreign() throws {
      let pond = try pond(holding: nil)
      defer { pond.remove() }
      var configuration = Configuration()
      configuration.journalMode = .wal
      let queue = try DatabaseQueue(path: pond.pondFile.path, configuration: configuration)
      try queue.write { try $0.execute(sql: "CREATE TABLE diary (day TEXT)") }
      #expect(pond.names(in: "pond").contains("pond.sqlite-wal"))
      try expectRefused(pond, [65], "foreign")
      try queue.close()
    }

    @Test(
      "rubbish, an empty file, text, a cut header: exit 65, not one byte changed",
      arguments: Rounds.some(3, of: [0, 1, 16, 99, 100, 4096, 20_000]))
    func rubbish(size: Int) throws {
      var chance = SplitMix64(seed: UInt64(size))
      let noise = Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &chance) })
      for bytes in [noise, Data(("SQLite format 3\0".utf8 + noise).prefix(size))] {
        let pond = try pond(holding: bytes)
        defer { pond.remove() }
        try expectRefused(pond, [65], "\(size) bytes")
      }
    }

    @Test("a folder, a pipe, a device, a link to nowhere: a code and a sentence, and no waiting")
    func noFile() throws {
      var pond = try pond(holding: nil)
      defer { pond.remove() }
      mkfifo(pond.path("pond/fifo"), 0o600)
      try FileManager.default.createSymbolicLink(
        atPath: pond.path("pond/link"), withDestinationPath: pond.path("nowhere/file"))
      for name in [pond.path("pond"), pond.path("pond/fifo"), "/dev/null", "/dev/zero"] {
        pond.environment["POND_FILE"] = name
        for words in Self.looking + [["import", pond.path("cache.db")]] {
          expectFailure(try pond.run(words), 66, "regular file")
        }
      }
      pond.environment["POND_FILE"] = pond.path("pond/link")
      expectFailure(try pond.run("list"), 66)
    }

    @Test("damaged pond files: no crash, exit 65 with a sentence or an honest answer")
    func damaged() throws {
      let pond = try pond(holding: nil)
      defer { pond.remove() }
      try pond.run("import", pond.path("cache.db"))
      try pond.run("decide", "feed-1.example", "let-go")
      let whole = try Data(contentsOf: pond.pondFile)
      var chance = SplitMix64(seed: 13)
      var refused = 0
      let rounds = Rounds.times(20, 500)
      Rounds.note("T-S13", rounds, "damaged pond files")
      for number in 0..<rounds {
        let bytes = damage(whole, &chance)
        try bytes.write(to: pond.pondFile)
        let words = Self.looking[number % Self.looking.count]
        let outcome = try pond.run(words)
        #expect([0, 65, 78].contains(outcome.code), "\(number): \(words): \(outcome.errors)")
        if outcome.code != 0 {
          refused += 1
          if outcome.output.isEmpty { expectBlock(outcome.errors) }
        }
        #expect(try Data(contentsOf: pond.pondFile) == bytes, "\(number): \(words)")
        if number.isMultiple(of: 4) { try change(pond, bytes, number) }
        for extra in pond.names(in: "pond") where !["pond.sqlite", "backups"].contains(extra) {
          Issue.record("\(number): \(extra) was left")
          unlink(pond.path("pond/\(extra)"))
        }
      }
      #expect(refused > rounds / 10, "the damage was too kind")
    }

    // A change of a damaged file is made whole or refused; refused, not one byte changed.
    private func change(_ pond: PondProcess, _ bytes: Data, _ number: Int) throws {
      let outcome = try pond.run("import", pond.path("cache.db"))
      #expect([0, 65, 78].contains(outcome.code), "\(number): \(outcome.errors)")
      if outcome.code != 0 {
        expectBlock(outcome.errors)
        #expect(try Data(contentsOf: pond.pondFile) == bytes, "\(number): \(outcome.errors)")
      }
    }

    private func damage(_ whole: Data, _ chance: inout SplitMix64) -> Data {
      var bytes = whole
      switch Int.random(in: 0..<4, using: &chance) {
      case 0: return bytes.prefix(Int.random(in: 0..<bytes.count, using: &chance))
      case 1:
        // The header, whose every byte SQLite believes.
        bytes[Int.random(in: 16..<100, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
      case 2:
        let start = Int.random(in: 100..<bytes.count, using: &chance)
        for index in start..<min(start + 300, bytes.count) {
          bytes[index] = UInt8.random(in: 0...255, using: &chance)
        }
      default:
        for _ in 0..<8 {
          bytes[Int.random(in: 100..<bytes.count, using: &chance)] ^=
            1 << UInt8.random(in: 0..<8, using: &chance)
        }
      }
      return bytes
    }
  }
}
