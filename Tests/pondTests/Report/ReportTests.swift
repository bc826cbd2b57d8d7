import Foundation
import GRDB
import PondGraph
import PondTestSupport
import Testing

@testable import pond

/// The page as `pond report` writes it.
@Suite("The report")
struct ReportTests {
  static func page(_ pond: PondProcess, _ arguments: String...) throws -> String {
    let outcome = try pond.run(["report"] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.text
  }

  @Test("one page that holds everything: no script, no request, styles by their hashes alone (E5)")
  func holdsEverything() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let page = try Self.page(pond)
    #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</html>\n"))
    for word in [
      "<script", "javascript:", " src=", "@import", "url(", " style=", "<iframe", "<form",
    ] {
      #expect(!page.lowercased().contains(word), "\(word)")
    }
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]+)"/))
    #expect(policy.output.1.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.output.1.contains("unsafe"))
    let styles = page.matches(of: /(?s)<style>(.*?)<\/style>/).map(\.output.1)
    #expect(styles.count == 2)
    for style in styles {
      let hash = Data(Digest.sha256(style.utf8)).base64EncodedString()
      #expect(policy.output.1.contains("'sha256-\(hash)'"))
    }
  }

  @Test("landmarks, headings, names for every picture, a table for each; every tag is closed")
  func structure() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let page = try Self.page(pond, "--size", "20", "--minutes-per-day", "15")
    for tag in ["<header>", "<nav aria-label=", "<main id=\"main\">", "<footer>", "<h1>"] {
      #expect(page.components(separatedBy: tag).count == 2, "\(tag)")
    }
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for match in page.matches(of: #/(?:href="\#|labelledby=")([^"]+)"/#) {
      for id in match.output.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
    }
    let pictures = page.matches(of: /<svg class="(?:pond|plot)[^>]*>/)
    #expect(pictures.count == 4)
    #expect(pictures.allSatisfy { $0.output.contains("role=\"img\" aria-labelledby=") })
    #expect(page.components(separatedBy: "<table>").count - 1 >= 6)
    expectBalanced(page)
  }

  @Test(
    "the months: what came, what was done and answered, month by month; unknown is no bar and a dash"
  )
  func months() throws {
    var pond = try MainJobTests.ada()
    defer { pond.remove() }
    try pond.run("decide", "harbour wire", "let-go")
    pond.environment["TZ"] = "Pacific/Auckland"
    let page = try Self.page(pond)
    let rows = page.matches(of: #/<tr><th scope="row">(2\d{3}-\d{2})</th>(.*?)</tr>/#)
      .map {
        (
          month: String($0.output.1),
          cells: $0.output.2.matches(of: #/<td[^>]*>([^<]*)/#).map { String($0.output.1) }
        )
      }
    // Midnight of the month there lies in the month before in Greenwich.
    #expect(rows.map(\.month).prefix(1) == ["2025-07"] && rows.last?.month == "2026-06")
    #expect(rows.count == 12)
    // newsboat keeps no time of reading.
    #expect(rows.allSatisfy { $0.cells[2] == "–" })
    #expect(rows.last?.cells.dropFirst(4).first == "1")
    let history = try pond.run("history").lines
    for row in rows {
      let line = try #require(history.first { $0.hasPrefix(row.month) })
      let columns = line.split(separator: " ").map(String.init)
      #expect(row.cells.prefix(3) == columns[1...3], "\(row.month)")
    }
    #expect(page.contains("When you read is unknown"))
    #expect(page.contains("aria-label=\"Posts a week, the oldest first: "))
  }

  @Test("the close ring, the stream and the bank are everybody, each once")
  func everybody() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let page = try Self.page(pond, "--size", "20")
    let discs = page.matches(of: /<circle class="(in-close|in-stream|in-bank|spare|ended|fog)/)
    #expect(discs.count == 65)
    #expect(discs.count { $0.output.1 == "in-close" } == 20)
    #expect(page.contains("close · 20</text>"))
  }

  @Test("the week holds what the plan counts, each post once")
  func week() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let plan = try pond.run("plan", "--json", "--size", "20").text
    let counts = try #require(
      plan.firstMatch(of: /(?s)"lastWeek" : \{\s*"all" : (\d+),\s*"close" : (\d+)/))
    let page = try Self.page(pond, "--size", "20")
    #expect(page.contains("as it was: \(counts.output.1) posts</text>"))
    #expect(page.contains("in the close ring: \(counts.output.2)</text>"))
  }

  @Test("foreign text is text: markup, writing turned round, places of no page (T-I08)")
  func hostileText() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let titles = [
      "<script>alert(1)</script>", "]]></style><svg onload=alert(2)>", "\u{202E}gnp.exe",
      "\" onmouseover=\"alert(3)", "' --><img src=x onerror=alert(4)>",
      "https://key:hunter2@secret.example/feed?token=abcdefabcdefabcdef",
    ]
    let lines = titles.enumerated().map { number, title in
      """
      <outline text="\(Self.xml(title))" type="rss" xmlUrl="https://h\(number).example/f?token=s3cr3tt0k3n\(number)" \
      htmlUrl="\(number == 1 ? "javascript:alert(5)" : "https://h\(number).example/")"/>
      """
    }
    let list = """
      <opml version="2.0"><body><outline text="&lt;/style&gt;&lt;script&gt;folder">
      \(lines.joined(separator: "\n"))
      </outline></body></opml>
      """
    try pond.run("import", pond.put(Data(list.utf8), "list.opml"))
    let page = try Self.page(pond)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("&lt;/style&gt;&lt;script&gt;folder"))
    for word in [
      "<script", "<img", "onload=alert(2)>", "\" onmouseover", "javascript:", "\u{202E}", "hunter2",
      "s3cr3tt0k3n", "abcdefabcdef",
    ] {
      #expect(!page.contains(word), "\(word)")
    }
    for link in page.matches(of: /<a href="([^"]*)"([^>]*)>/) {
      if link.output.1.hasPrefix("#") { continue }
      #expect(link.output.1.hasPrefix("https://"))
      #expect(link.output.2.contains("rel=\"noreferrer noopener\""))
    }
    #expect(page.matches(of: /<a href="https/).count == titles.count - 1)
    expectBalanced(page)
  }

  private static func xml(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  @Test("follower data deleted or changed changes no byte of the page (S2, P3)")
  func noReciprocity() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let samples = [
      "x", "instagram", "mastodon", "bluesky", "ada/subscriptions.opml", "ada/cache.db",
    ]
    try pond.run(["import", "--me", "mira"] + samples.map { "Samples/\($0)" })
    let before = try Self.page(pond)
    let queue = try DatabaseQueue(path: pond.pondFile.path)
    let known = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM follower") ?? 0 }
    #expect(known > 5, "there is something to delete")
    try queue.write {
      try $0.execute(
        sql: """
          DELETE FROM follower;
          INSERT INTO follower
            SELECT (SELECT min(id) FROM document), kind, value FROM account WHERE id % 2 = 0;
          """)
    }
    #expect(try Self.page(pond) == before)
    try queue.write { try $0.execute(sql: "DELETE FROM follower") }
    try queue.close()
    #expect(try Self.page(pond) == before)
    #expect(!before.lowercased().contains("followers"))
  }

  @Test("people have words and no figure but how much they post (R2)")
  func people() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    try pond.run("import", "--me", "mira", "Samples/mastodon", "Samples/bluesky")
    let page = try Self.page(pond)
    #expect(page.contains("Edda of the harb"))
    #expect(!page.contains("Signal to noise") && !page.contains("class=\"source\" cx="))
    #expect(!page.contains("<h3 id=\"verdict-wait\"></h3>"))
    for line in try pond.run("list").lines.dropFirst() where !line.isEmpty {
      let isInWords = ["unseen", "glimpsed", "attentive", "responding", "conversing"].contains {
        line.contains($0)
      }
      #expect(isInWords && !line.contains("…−"), "\(line)")
    }
  }

  @Test("the same pond at the same moment gives the same page, on standard output and in a file")
  func same() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let page = try pond.run("report").output
    #expect(try pond.run("report").output == page)
    let outcome = try pond.run("report", "-o", pond.path("pond.html"))
    #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.errors.contains("written to"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: pond.path("pond.html"))) == page)
  }

  @Test("a file that is there is kept unless --force says otherwise; then whole or not at all")
  func overwriting() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let file = try pond.put(Data("mine".utf8), "pond.html")
    #expect(try pond.run("report", "-o", file).code == 73)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try pond.run("report", "-o", file, "--force").code == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("</html>\n"))
    for words in [["--size", "0"], ["--minutes-per-day", "5", "--posts-per-week", "5"]] {
      #expect(try pond.run(["report"] + words).code == 64, "\(words)")
    }
  }

  @Test("nobody followed: a page that says what to do first")
  func nobody() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let cache = try pond.cache()
    try pond.run("import", cache)
    let page = try Self.page(pond)
    #expect(page.contains("<code>pond import PATH</code>"))
    expectBalanced(page)
  }

  @Test("a thousand accounts: at most two megabytes, and what is not drawn is counted")
  func large() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let outlines = (0..<1_000).map {
      "<outline text=\"Voice \($0)\" xmlUrl=\"https://v\($0).example/\"/>"
    }
    let list = "<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>"
    try pond.run("import", pond.put(Data(list.utf8), "list.opml"))
    let page = try Self.page(pond)
    #expect(page.utf8.count < 2_000_000)
    // Nobody's posts were seen: they stand in fog, and in no ring.
    #expect(page.contains("stream · 200 of 1,000, 1,000 in fog") && page.contains("close · 0"))
    #expect(page.contains("Not drawn, for they post least: 800"))
    #expect(page.contains("And 850 more: <code>pond why NAME</code>"))
    expectBalanced(page)
  }
}

/// Every tag of a page is closed, in order.
func expectBalanced(_ page: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let void: Set<Substring> = ["meta", "br", "!DOCTYPE", "link", "img", "input"]
  var open: [Substring] = []
  for tag in page.matches(of: /<(\/?)([!A-Za-z][A-Za-z0-9]*)([^<>]*?)(\/?)>/) {
    let name = tag.output.2
    if void.contains(name) || !tag.output.4.isEmpty { continue }
    if tag.output.1.isEmpty {
      open.append(name)
    } else if open.popLast() != name {
      Issue.record("</\(name)> closes nothing", sourceLocation: sourceLocation)
      return
    }
  }
  #expect(open.isEmpty, "\(open) stay open", sourceLocation: sourceLocation)
}
