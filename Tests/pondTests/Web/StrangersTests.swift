#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond

  @Suite("Strangers' words on the pages are words alone (T-W01)")
  struct StrangersTests {
    private static let evil = #"<script>alert(1)</script>"#
    private static let quoted = #"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"#

    /// A pond whose every title, folder, address and post tries something.
    private func made() throws -> WebVisitor {
      let pond = try PondProcess()
      let escaped = Self.evil.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      let list = """
        <?xml version="1.0"?><opml version="2.0"><body><outline text="\(escaped)">
        <outline type="rss" text="\(escaped)\u{202E}" xmlUrl="https://evil.example/feed"
          htmlUrl="javascript:alert(2)"/>
        <outline type="rss" text="\(Self.quoted)" xmlUrl="https://token:secret@quoted.example/feed"/>
        </outline></body></opml>
        """
      let items = (1...30).map { number in
        """
        <item><title>\(escaped) \(number)</title><link>javascript:alert(\(number))</link>
        <guid isPermaLink="false">\(number)</guid>
        <pubDate>\(number <= 28 ? number : 28) May 2026 10:00:00 GMT</pubDate>
        <description>\(escaped)\(escaped)</description></item>
        """
      }
      let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>\(escaped)</title>
        <link>https://evil.example/</link>\(items.joined())</channel></rss>
        """
      try pond.run("import", "--quiet", try pond.put(Data(list.utf8), "list.opml"))
      let folder = pond.home.appendingPathComponent("feeds/evil.example")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(feed.utf8).write(to: folder.appendingPathComponent("feed.xml"))
      try pond.run("import", "--quiet", pond.path("feeds"))
      return WebVisitor(pond)
    }

    @Test(
      "no page holds a stranger's markup, handler, address that acts, or secret; every form has a token"
    )
    func inert() throws {
      let visitor = try made()
      defer { visitor.pond.remove() }
      let accounts = visitor.get("/accounts").text.matches(of: /href="(\/account\/[0-9a-f]+)"/)
      #expect(accounts.count == 2 || accounts.count == 3)
      let places =
        [
          "/review?everyone=1", "/review/end", "/taste?further=1", "/taste/end", "/plan",
          "/plan/part",
          "/discover", "/accounts",
        ] + accounts.map { String($0.output.1) }
      for place in places {
        let page = visitor.get(place)
        #expect(page.status == 200, "\(place): \(page.words.prefix(200))")
        #expect(!page.text.contains("<script>") && !page.text.contains("<img"), "\(place)")
        #expect(page.text.firstMatch(of: /<[^>]*\son[a-z]+=/) == nil, "\(place)")
        #expect(page.text.firstMatch(of: /(href|src|action)="javascript:/) == nil, "\(place)")
        #expect(!page.text.contains("secret") && !page.text.contains("\u{202E}"), "\(place)")
        #expect(page.text.firstMatch(of: /<[^>]*\sstyle=/) == nil, "\(place)")
        for form in page.forms where form.isPost {
          #expect(
            form.fields.contains { $0.name == "token" && $0.value == visitor.visit.formToken },
            "\(place) \(form.action)")
        }
      }
    }

    @Test("every field has a label, every button words, every address of a form an answer")
    func labels() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let account = try #require(
        visitor.get("/accounts").text.firstMatch(of: /href="(\/account\/[0-9a-f]+)"/)
      ).output.1
      for place in [
        "/review", "/taste?further=1", "/plan", "/discover", "/accounts", String(account),
      ] {
        let page = visitor.get(place)
        let fields = page.text.matches(of: /<(input|select|textarea) ([^>]*)>/).map(\.output.2)
          .filter { !$0.contains("type=\"hidden\"") && !$0.contains("type=\"checkbox\"") }
        for field in fields {
          let id = try #require(field.firstMatch(of: /id="([^"]*)"/), "\(place): \(field)").output.1
          #expect(page.text.contains("<label for=\"\(id)\">"), "\(place): \(id)")
        }
        let ids = page.text.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(ids.count == Set(ids).count, "\(place): an id stands once")
        for button in page.text.matches(of: /<button[^>]*>([\s\S]*?)<\/button>/) {
          let words = button.output.1.replacing(/<kbd.*?<\/kbd>/, with: "")
          #expect(words.contains { $0.isLetter }, "\(place)")
        }
        for form in page.forms {
          let parts = form.action.split(separator: "/").map(String.init)
          #expect(
            WebRoutes.all.contains { $0.fits(parts) && ($0.method == .post) == form.isPost },
            "\(place): \(form.action)")
        }
      }
    }

    @Test("the script acts on its own: no eval, no other host, every part a function of its own")
    func script() {
      let text = WebScript.text
      for word in ["eval(", "new Function", "http:", "https:", "document.write", "setTimeout(\""] {
        #expect(!text.contains(word), "\(word)")
      }
      #expect(text.utf8.count < 24_000, "one small file")
    }
  }
#endif
