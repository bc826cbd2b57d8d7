import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("A clock that jumps (T-S21)", .serialized)
  struct ClockJumpTests {
    private static let present = PondProcess.now
    private static let elsewhen = ["2106-01-01T00:00:00Z", "1970-01-01T00:00:01Z"]

    /// Every command that only looks.
    private static let looking: [[String]] = [
      [], ["list", "--known"], ["list", "--json"], ["plan"], ["plan", "--json"],
      ["why", "feed-1.example"], ["why", "--json", "feed-1.example"], ["check"], ["discover"],
      ["who", "the"], ["thank"],
      ["review", "--print"], ["journal"], ["journal", "--json"], ["status", "--json"],
      ["fetch", "--dry-run"], ["fetch", "--dry-run", "--older-than", "1h"], ["doctor"],
      ["export", "opml"], ["export", "newsboat"], ["config", "list"], ["restore", "--list"],
    ]

    /// What must be the same whenever it is asked in the present.
    private static let telling: [[String]] = [
      ["list", "--json"], ["plan", "--json"], ["why", "--json", "feed-1.example"],
      ["review", "--print"], ["fetch", "--dry-run"], ["export", "newsboat"],
    ]

    private func told(_ pond: PondProcess) throws -> [String] {
      try Self.telling.map { try pond.run($0).text }
    }

    private func expectFine(_ pond: PondProcess, _ words: [String]) throws {
      let outcome = try pond.run(words)
      #expect(
        outcome.code <= 1 || [64, 65, 66].contains(outcome.code),
        "\(words) in \(pond.environment): \(outcome.code) \(outcome.errors)")
      if outcome.code > 1 { expectBlock(outcome.errors) }
    }

    @Test("every command through 2026, 2106, 2026, 1970: what is looked at changes nothing")
    func lookingAround() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      #expect(try pond.run("import", "Samples/ada/urls", pond.cache()).code <= 1)
      #expect(try pond.run("decide", "feed-2.example", "wait").code == 0)
      let before = try told(pond)
      for moment in Self.elsewhen + Self.elsewhen.reversed() {
        pond.environment["POND_NOW"] = moment
        for words in Rounds.some(12, of: Self.looking) { try expectFine(pond, words) }
        pond.environment["POND_NOW"] = Self.present
        #expect(try told(pond) == before, "after \(moment)")
      }
      Rounds.note("T-S21", Self.looking.count * 4, "commands under a clock that jumped")
    }

    @Test("what is imported and answered elsewhen silences nothing in the present")
    func changing() throws {
      for moment in Self.elsewhen {
        var pond = try PondProcess()
        defer { pond.remove() }
        let cache = try pond.cache()
        #expect(try pond.run("import", "Samples/ada/urls", cache).code <= 1)
        let verdicts = try verdicts(pond)
        pond.environment["POND_NOW"] = moment
        #expect(try pond.run("import", cache).code <= 1)
        for words in [
          ["decide", "feed-1.example", "wait"], ["decide", "feed-3.example", "keep"], ["undo"],
          ["backup", pond.path("copy")], ["config", "allow-host", "nas.local"],
        ] {
          #expect(try pond.run(words).code == 0, "\(words) in \(moment)")
        }
        pond.environment["POND_NOW"] = Self.present
        #expect(try self.verdicts(pond) == verdicts, "after \(moment)")
        #expect(try pond.run("undo").code == 0)
        _ = try pond.soundDigest()
        // The copies keep their order whatever the clock showed.
        let numbers = pond.names(in: "pond/backups").compactMap {
          $0.split(separator: ".").dropLast().last
        }
        #expect(numbers == numbers.sorted() && numbers.count == 5)
      }
    }

    private func verdicts(_ pond: PondProcess) throws -> [String: String] {
      let outcome = try pond.run("list", "--json")
      let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      let accounts = try #require(object?["accounts"] as? [[String: Any]])
      return accounts.reduce(into: [:]) { found, account in
        guard let key = account["key"] as? String, key.hasPrefix("feed-"),
          key != "feed-1.example/rss"
        else { return }
        let told = ["verdict", "posts", "signal"].map { "\(account[$0] ?? "")" }
        found[key] = told.joined(separator: " ")
      }
    }
  }
}
