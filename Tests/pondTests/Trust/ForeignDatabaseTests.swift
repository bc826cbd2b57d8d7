import Foundation
import GRDB
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Other programs' databases (T-I12)", .serialized)
  struct ForeignDatabaseTests {
    /// Every file of a folder with its bytes, mode and time of change.
    private func everything(in folder: String) throws -> [String: String] {
      var all: [String: String] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        var facts = stat()
        try #require(stat("\(folder)/\(name)", &facts) == 0)
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        let time = "\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
        all[name] = "\(facts.st_mode) \(time) \(facts.st_ino) \(bytes.count) \(bytes.hashValue)"
      }
      return all
    }

    private func expectUntouched(
      _ folder: String, by pond: PondProcess, _ codes: Set<Int32>, seen: String? = nil
    ) throws {
      let before = try everything(in: folder)
      for words in [["inspect"], ["inspect", "--json", "--limit", "0"], ["import"], ["import"]] {
        let outcome = try pond.run(words + ["\(folder)/cache.db"])
        #expect(codes.contains(outcome.code), "\(words): \(outcome.errors)")
        if let seen, words.contains("--json") { #expect(outcome.text.contains(seen)) }
      }
      #expect(try everything(in: folder) == before)
      #expect(pond.names(in: "tmp").isEmpty)
    }

    private func folder(_ pond: PondProcess, _ name: String) throws -> String {
      try FileManager.default.createDirectory(
        atPath: pond.path(name), withIntermediateDirectories: true)
      return pond.path(name)
    }

    private let newPost = """
      INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
      VALUES ('late', 'Only in the log', '', 'https://feed-0.example/late',
        'https://feed-0.example/rss', 1780300000, '', 1)
      """

    @Test("rows that stand only in the write-ahead log are seen; not one byte changes")
    func writeAheadLog() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let live = try folder(pond, "live")
      try InventedCache().write(to: live + "/cache.db")
      var configuration = Configuration()
      configuration.journalMode = .wal
      let reader = try DatabaseQueue(path: live + "/cache.db", configuration: configuration)
      try reader.write { try $0.execute(sql: newPost) }
      try expectUntouched(live, by: pond, [0], seen: "Only in the log")
      // The same as a crash leaves it: no shared memory, nobody at work.
      let crashed = try folder(pond, "crashed")
      for name in ["cache.db", "cache.db-wal"] {
        try FileManager.default.copyItem(atPath: "\(live)/\(name)", toPath: "\(crashed)/\(name)")
      }
      try expectUntouched(crashed, by: pond, [0], seen: "Only in the log")
      try reader.close()
    }

    @Test("a change that a crash left half-done is not believed; not one byte changes")
    func hotJournal() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let live = try folder(pond, "live")
      try InventedCache().write(to: live + "/cache.db")
      var configuration = Configuration()
      configuration.allowsUnsafeTransactions = true
      let writer = try DatabaseQueue(path: live + "/cache.db", configuration: configuration)
      try writer.inDatabase {
        // A cache of one page, so that half-done pages reach the file.
        try $0.execute(sql: "PRAGMA cache_size = 1; BEGIN; \(newPost);")
        try $0.execute(sql: "UPDATE rss_item SET title = 'half-done ' || id")
      }
      let crashed = try folder(pond, "crashed")
      for name in ["cache.db", "cache.db-journal"] {
        try FileManager.default.copyItem(atPath: "\(live)/\(name)", toPath: "\(crashed)/\(name)")
      }
      try writer.inDatabase { try $0.execute(sql: "ROLLBACK") }
      try writer.close()
      try expectUntouched(crashed, by: pond, [0], seen: "Post 1 of feed 0")
      let outcome = try pond.run("inspect", "--json", "--limit", "0", crashed + "/cache.db")
      #expect(!outcome.text.contains("half-done"))
    }

    @Test("one that its program holds locked is read, or refused with 75; not one byte changes")
    func locked() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let live = try folder(pond, "live")
      try InventedCache().write(to: live + "/cache.db")
      let other = try OtherPond(holding: URL(fileURLWithPath: live + "/cache.db"))
      try expectUntouched(live, by: pond, [0, 75])
      try other.close()
    }

    @Test("damaged ones: no crash, no hang, exit 0, 1 or 65; not one byte changes")
    func damaged() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try InventedCache(feeds: 0..<4, posts: 10).write(to: pond.path("whole.db"))
      let whole = try Data(contentsOf: URL(fileURLWithPath: pond.path("whole.db")))
      var chance = SplitMix64(seed: 12)
      let folder = try folder(pond, "damaged")
      let rounds = Rounds.times(6, 300)
      Rounds.note("T-I12", rounds, "damaged databases of other programs")
      for number in 0..<rounds {
        var bytes = whole
        if number.isMultiple(of: 4) {
          bytes = bytes.prefix(Int.random(in: 100..<bytes.count, using: &chance))
        } else {
          let start = Int.random(in: 16..<bytes.count, using: &chance)
          for index in start..<min(start + 64, bytes.count) {
            bytes[index] = UInt8.random(in: 0...255, using: &chance)
          }
        }
        try bytes.write(to: URL(fileURLWithPath: folder + "/cache.db"))
        let before = try everything(in: folder)
        let command = number.isMultiple(of: 2) ? "inspect" : "import"
        let outcome = try pond.run(command, folder + "/cache.db")
        #expect([0, 1, 65].contains(outcome.code), "\(number): \(outcome.errors)")
        #expect(outcome.processorSeconds < 4, "\(number)")
        #expect(try everything(in: folder) == before, "\(number)")
      }
      #expect(pond.names(in: "tmp").isEmpty)
    }
  }
}
