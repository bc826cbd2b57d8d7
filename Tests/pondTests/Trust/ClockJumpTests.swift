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

    private static let feed = """
      <?xml version="1.0"?><rss version="2.0"><channel><title>Cat</title>
      <link>https://cat.example/</link>
      <item><guid>1</guid><title>One</title><pubDate>Sat, 30 May 2026 08:00:00 GMT</pubDate></item>
      <item><guid>2</guid><title>Two</title><pubDate>Sun, 31 May 2026 08:00:00 GMT</pubDate></item>
      </channel></rss>
      """

    @Test("a feed that was imported in 2106 once is not held to have been watched ever since (I10)")
    func watched() throws {
      func told(_ moments: [String]) throws -> [String] {
        let pond = try PondProcess()
        defer { pond.remove() }
        let list =
          "<opml version=\"2.0\"><body><outline text=\"Cat\" htmlUrl=\"https://cat.example/\" "
          + "xmlUrl=\"https://cat.example/feed\"/></body></opml>"
        #expect(try pond.run("import", pond.put(Data(list.utf8), "c.opml")).code == 0)
        let feed = try pond.put(Data(Self.feed.utf8), "cat.xml")
        for moment in moments { #expect(try pond.run("import", feed, "--now", moment).code == 0) }
        return try ["why Cat", "status", "list --json"].map { words in
          let words =
            words.split(separator: " ").map(String.init) + ["--now", "2028-01-01T08:00:00Z"]
          let text = try pond.run(words).text
          return text.replacing(pond.home.path, with: "")
        }
      }
      let honest = try told([Self.present])
      #expect(honest[0].contains("wait") && !honest[0].contains("archive"), "\(honest[0])")
      for moments in [[Self.elsewhen[0], Self.present], [Self.present, Self.elsewhen[0]]] {
        #expect(try told(moments) == honest, "\(moments)")
      }
      #expect(try !told([Self.elsewhen[0]])[1].contains("2106"))
    }

    @Test("who was followed in 2106 is not followed since 2106 (I6, I10)")
    func followed() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      #expect(
        try pond.run("follow", "https://cat.example/feed", "--now", Self.elsewhen[0]).code == 0)
      let feed = Self.feed.replacing("<link>https://cat.example/</link>", with: "")
        .replacing(
          "<channel>",
          with: """
            <channel><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" \
            href="https://cat.example/feed"/>
            """)
      #expect(try pond.run("import", pond.put(Data(feed.utf8), "cat.xml")).code == 0)
      let why = try pond.run("why", "cat.example").text
      #expect(!why.contains("followed since") && why.contains("Seen: 2 posts"), "\(why)")
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
