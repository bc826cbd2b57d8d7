import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Titles that try to act (T-I07, T-I10, T-I11)", .serialized)
  struct TerminalTests {
    /// Text that acts on a terminal, hides, turns writing round, runs, or breaks a table.
    static let hostile: [String] = [
      "\u{1B}[2J\u{1B}[31mred\u{7}", "\u{1B}]52;c;cm0gLXJmIH4K\u{7}", "\u{1B}]0;owned\u{1B}\\",
      "\u{9B}31m\u{9D}0;c1\u{9C}", "a\rb\u{8}\u{8}c", "\u{202E}txt.exe\u{202C}",
      "\u{2066}iso\u{2069}",
      "zero\u{200B}width\u{FEFF}", "line\u{2028}par\u{2029}end", "tab\tline\nend", "\u{7F}del",
      "tag\u{E0041}\u{E0042}", "private\u{E000}\u{F8FF}", "$(touch CANARY)", "`touch CANARY`",
      "|touch CANARY", "exec:touch CANARY", "; touch CANARY #", "%s%n%x", "--help", "-rf",
      "\u{1F469}\u{200D}\u{1F52C}", "e\u{301}\u{301}\u{301}", "<script>alert(1)</script>", "\"'&<>",
    ]

    let pond: PondProcess
    let list: String

    init() throws {
      pond = try PondProcess()
      list = pond.path("list \u{1B}[31m\u{202E}.opml")
      let texts = Self.hostile.map { $0.replacing("CANARY", with: pond.path("canary")) }
      var cache = InventedCache(feeds: 0..<3, posts: texts.count)
      cache.title = { texts[($0 + $1) % texts.count] }
      try cache.write(to: pond.path("cache.db"))
      try Self.opml(texts).write(toFile: list, atomically: false, encoding: .utf8)
      #expect(try pond.run("import", pond.path("cache.db")).code <= 1)
      #expect(try pond.run("import", list).code <= 1)
    }

    private static func opml(_ texts: [String]) -> String {
      let outlines = texts.enumerated().map { number, text in
        "<outline type=\"rss\" text=\"\(escaped(text))\" category=\"\(escaped(text))\" "
          + "xmlUrl=\"https://h\(number).example/feed?q=\(escaped(text))\" "
          + "htmlUrl=\"\(escaped(text))\"/>"
      }
      let folder = "<outline text=\"\(escaped(texts[0]))\">"
      return "<opml version=\"2.0\"><head><title>\(escaped(texts[1]))</title></head><body>"
        + folder + outlines.joined(separator: "\n") + "</outline></body></opml>"
    }

    // Characters that XML 1.0 forbids are written all the same, as broken lists do.
    private static func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private var commands: [[String]] {
      let odd = "\u{1B}[31m\u{202E}"
      return [
        ["inspect", list], ["inspect", "--json", list], ["inspect", pond.path("cache.db")],
        ["import", list], ["import", "--json", "--verbose", list], ["list", "--known"],
        ["list", "--known", "--json"], ["plan", "--limit", "0"], ["plan", "--json"],
        ["why", "feed-0.example"], ["why", "--json", "feed-0.example"], ["why", "h0.example"],
        ["why", odd], ["why", "h"], ["review", "--limit", "0"], ["review", "--print"],
        ["decide", "h1.example", "let-go", "--reason", odd], ["journal"], ["journal", "--json"],
        ["export", "opml", "--dry-run"], ["export", "opml", "-o", pond.path("out \(odd)")],
        ["export", "opml", "-o", pond.path("out \(odd)")], ["undo"], ["doctor"],
        ["doctor", "--pond", odd], ["backup", pond.path("copy \(odd)")], ["inspect", odd],
        ["restore", odd], ["decide", "--from", odd], ["explain", odd], [odd], ["--\(odd)"],
        ["list", "--sort", odd], ["wipe", "--dry-run"], ["wipe", "--dry-run", "--pond", odd],
      ]
    }

    @Test("nothing of it reaches a pipe: no control, no C1, nothing that turns or hides writing")
    func pipe() throws {
      defer { pond.remove() }
      for words in Rounds.some(18, of: commands) {
        let outcome = try pond.run(words)
        let isTable = ["list", "journal"].contains(words[0]) && !words.contains("--json")
        #expect(isHarmless(outcome.text, rows: isTable), "\(words)")
        #expect(isHarmless(outcome.errors), "\(words)")
        #expect(outcome.code < 128 && outcome.code != 70, "\(words): \(outcome.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: pond.path("canary")), "something was run")
    }

    @Test("nor a terminal, where Pond's own colours may stand at most")
    func terminal() throws {
      defer { pond.remove() }
      for words in Rounds.some(12, of: commands) where !words.contains("--json") {
        let terminal = try Terminal()
        let child = try pond.start(
          words, input: .descriptor(terminal.line), output: .descriptor(terminal.line),
          errors: .descriptor(terminal.line))
        let text = String(decoding: try terminal.transcript(of: child), as: UTF8.self)
        let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(isHarmless(plain, onTerminal: true), "\(words)")
        #expect(!text.contains("\u{1B}[31m\u{202E}"), "\(words)")
      }
      #expect(!FileManager.default.fileExists(atPath: pond.path("canary")), "something was run")
    }

    @Test("JSON says the texts exactly: what acts is written as an escape, and read back whole")
    func json() throws {
      defer { pond.remove() }
      let outcome = try pond.run("inspect", "--json", "--limit", "0", pond.path("cache.db"))
      let object = try JSONSerialization.jsonObject(with: outcome.output)
      let input = try #require((object as? [String: Any]) ?? (object as? [[String: Any]])?.first)
      let posts = try #require(input["posts"] as? [[String: Any]])
      let titles = Set(posts.compactMap { $0["title"] as? String })
      let acting = ["\u{202E}txt.exe\u{202C}", "tag\u{E0041}\u{E0042}", Self.hostile[0]]
      for text in acting { #expect(titles.contains(text), "\(text.debugDescription)") }
    }

    @Test("a trimmed list is the original but for the cut, whatever its titles (T-I10)")
    func export() throws {
      defer { pond.remove() }
      let original = try String(contentsOfFile: list, encoding: .utf8)
      #expect(try pond.run("export", "opml").text == original)
      #expect(try pond.run("decide", "h23.example", "let-go").code == 0)
      let trimmed = try pond.run("export", "opml").text
      let expected = original.split(separator: "\n").filter { !$0.contains("h23.example") }
      #expect(trimmed.split(separator: "\n").map(String.init) == expected.map(String.init))
    }

    @Test(
      "a list that was well-formed leaves well-formed (T-I10)",
      .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint"), "no xmllint"))
    func wellFormed() throws {
      defer { pond.remove() }
      let list = "Samples/ada/subscriptions.opml"
      #expect(try pond.run("import", list).code <= 1)
      #expect(try pond.run("decide", "--yes", "--from", "Samples/ada/answers.txt").code == 0)
      let out = pond.path("out.opml")
      let words = ["export", "opml", "--list", list, "--drop-empty-folders", "-o", out]
      #expect(try pond.run(words).code == 0)
      let xmllint = try Child(
        "/usr/bin/xmllint", ["--nonet", "--noout", out], environment: [:], folder: "/")
      #expect(try xmllint.wait().code == 0)
    }
  }
}
