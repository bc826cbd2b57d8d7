import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite("Damaged and hostile inputs (T-I01, T-I02, T-I03)", .serialized)
  struct BrokenInputTests {
    /// One row of the table in Samples/broken.
    struct Row: Sendable, CustomTestStringConvertible {
      let name: String
      let codes: [Int32]
      let partialCodes: [Int32]
      let words: String
      var testDescription: String { name }
      var path: String { "Samples/broken/\(name)" }
      var isDecisionFile: Bool { name.hasPrefix("decisions-") }
    }

    static let rows: [Row] = {
      let table = Repository.url("Samples/broken/README.md")
      let text = try? String(contentsOf: table, encoding: .utf8)
      let row = /\| `([^`]+)` \| ([^|;]+)(?:;([^|]*))? \| (.*) \|/
      return (text ?? "").split(separator: "\n").compactMap { line in
        line.wholeMatch(of: row).map { match in
          Row(
            name: String(match.1), codes: numbers(match.2),
            partialCodes: match.3.map(numbers) ?? numbers(match.2), words: String(match.4))
        }
      }
    }()

    private static func numbers(_ text: Substring) -> [Int32] {
      text.matches(of: /[0-9]+/).compactMap { Int32($0.output) }
    }

    /// Processor seconds and megabytes that no input of this size may cost.
    static let seconds: Double = 2
    static let megabytes: Double = 96

    @Test("the table is read: every file has its codes")
    func table() {
      #expect(Self.rows.count >= 25)
      #expect(Self.rows.allSatisfy { !$0.codes.isEmpty && !$0.partialCodes.isEmpty })
    }

    @Test(
      "each broken sample ends as its table says, in time and memory, and nothing of it stays",
      arguments: rows.filter { !$0.isDecisionFile })
    func sample(row: Row) throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let canary = try canary()
      let bytes = try Data(contentsOf: Repository.url(row.path))
      let commands = [["import"], ["inspect"], ["inspect", "--json"], ["import", "--partial"]]
      Rounds.note("T-I03", commands.count, "commands on broken samples")
      for words in Rounds.some(2, of: commands) {
        pond.weigh()
        pond.listenToSockets()
        let outcome = try pond.run(words + [row.path])
        let codes = words.contains("--partial") ? row.partialCodes : row.codes
        #expect(codes.contains(outcome.code), "\(words): \(outcome.errors)")
        #expect(outcome.processorSeconds < Self.seconds)
        #expect(try #require(pond.peak()) < Self.megabytes)
        if outcome.code == 65 { try expectRefused(outcome, words, row) }
        #expect(isHarmless(outcome.text) && isHarmless(outcome.errors))
        #expect(!outcome.text.contains(canary) && !outcome.errors.contains(canary))
        #expect(try String(contentsOfFile: pond.path("sockets"), encoding: .utf8).isEmpty)
      }
      #expect(try Data(contentsOf: Repository.url(row.path)) == bytes)
      #expect(pond.names(in: "tmp").isEmpty)
    }

    // Nothing is kept, and the sentence says which file, and what state things are in.
    private func expectRefused(
      _ outcome: PondProcess.Outcome, _ words: [String], _ row: Row
    ) throws {
      expectBlock(outcome.errors)
      #expect(outcome.errors.contains(row.name))
      #expect(outcome.errors.lowercased().contains("nothing was imported"))
      if words.contains("--json") {
        #expect(outcome.text.contains("\"DATAERR\""))
      } else {
        #expect(outcome.output.isEmpty)
      }
    }

    @Test("what is refused teaches nothing: the pond file stays as it was")
    func keepsStore() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      #expect(try pond.run("import", "Samples/ada/subscriptions.opml", pond.cache()).code <= 1)
      let digest = try pond.soundDigest()
      for row in Self.rows where row.codes == [65] {
        let words = row.isDecisionFile ? ["decide", "--yes", "--from"] : ["import"]
        expectFailure(try pond.run(words + [row.path]), 65, row.name)
        #expect(try pond.run("doctor", "--digest").text == digest, "\(row.name)")
      }
      _ = try pond.soundDigest()
    }

    // Where the sample with an external entity looks, if this machine lets it stand there.
    private func canary() throws -> String {
      let word = "canary-4711"
      let path = "/tmp/pond-canary"
      if !FileManager.default.fileExists(atPath: path) {
        try? word.write(toFile: path, atomically: false, encoding: .utf8)
      }
      return word
    }

    @Test("huge in one dimension: refused or read, in bounded time and memory, never a crash")
    func huge() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      for (name, text) in Rounds.some(5, of: Self.huge) {
        try Data(text.utf8).write(to: URL(fileURLWithPath: pond.path(name)))
        pond.weigh()
        let outcome = try pond.run("inspect", pond.path(name))
        #expect([0, 1, 65].contains(outcome.code), "\(name): \(outcome.errors.prefix(500))")
        if outcome.code == 65 { expectBlock(outcome.errors) }
        #expect(outcome.processorSeconds < 4 * Self.seconds, "\(name)")
        let limit = Self.megabytes + 4 * Double(text.utf8.count) / 1_048_576
        #expect(try #require(pond.peak()) < limit, "\(name)")
      }
    }

    private static let huge: [(String, String)] = {
      let wide = (0..<100_000).map { " a\($0)=\"\"" }.joined()
      let head = "<?xml version=\"1.0\"?>\n"
      let opml = head + "<opml version=\"2.0\"><head/><body>"
      let rss = head + "<rss version=\"2.0\"><channel><title>T</title>"
      let long = String(repeating: "x", count: 4 << 20)
      let many = 100_000
      return [
        ("attributes.opml", opml + "<outline text=\"x\"\(wide)/></body></opml>"),
        ("attributes.xml", rss + "<item\(wide)><title>x</title></item></channel></rss>"),
        ("deep.opml", opml + String(repeating: "<outline text=\"x\">", count: many)),
        ("deep.xml", rss + String(repeating: "<item>", count: many)),
        ("long.opml", opml + "<outline text=\"\(long)\"/></body></opml>"),
        ("open.opml", opml + String(repeating: "<", count: many)),
        ("quotes.opml", opml + "<outline text=\"" + String(repeating: "\" \"", count: many)),
        ("entities.xml", rss + "<title>" + String(repeating: "&amp;", count: many)),
        ("comments.opml", opml + String(repeating: "<!--", count: many)),
        ("brackets.json", String(repeating: "[", count: many)),
        ("objects.json", String(repeating: "{\"a\":", count: many)),
        ("lines", String(repeating: "https://a.example/feed \"", count: many / 2)),
        ("one-line", "https://a.example/" + String(repeating: "x", count: 1 << 18)),
        ("spaces.opml", String(repeating: " ", count: 4 << 20)),
      ]
    }()
  }
}
