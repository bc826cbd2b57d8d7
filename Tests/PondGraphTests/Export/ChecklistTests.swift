import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Checklists for networks that take no list back")
struct ChecklistTests {
  private func account(
    _ kind: AccountKind, _ value: String, title: String? = nil, site: String? = nil
  ) -> Account {
    let key = AccountKey(kind: kind, value: value)
    return Account(
      id: key.id, key: key, title: title, feed: nil, site: site.map(Address.init), folders: [],
      tags: [], isFollowed: true, followedAt: nil, importance: nil)
  }

  private func many(_ count: Int) -> [Account] {
    (0..<count).map { account(.instagram, "user\($0).example", title: "User \($0)") }
  }

  private func html(_ list: Checklist) -> String { String(decoding: list.html, as: UTF8.self) }
  private func text(_ list: Checklist) -> String { String(decoding: list.text, as: UTF8.self) }

  @Test("every account once, in small days, with the page on which it is done (trust §5)")
  func days() {
    let list = Checklist(network: .instagram, accounts: many(23), perDay: 10)
    #expect(list.days.map(\.count) == [10, 10, 3] && list.count == 23)
    for number in 0..<23 {
      let link = "https://www.instagram.com/user\(number).example/"
      #expect(html(list).ranges(of: "href=\"\(link)\"").count == 1)
      #expect(text(list).ranges(of: "    \(link)\n").count == 1)
    }
    #expect(html(list).contains("Day 3 of 3") && text(list).contains("Day 3 of 3"))
    #expect(html(list).ranges(of: "type=\"checkbox\"").count == 23)
    #expect(text(list).ranges(of: "[ ] ").count == 23)
    #expect(Checklist(network: .instagram, accounts: many(3), perDay: 0).days.count == 3)
    #expect(Checklist(network: .x, accounts: many(3)).count == 0)
    #expect(text(Checklist(network: .x, accounts: [])).contains("0 accounts"))
  }

  @Test(
    "the page of every network",
    arguments: [
      (AccountKind.x, "9000000000000000001", "https://x.com/i/user/9000000000000000001"),
      (.threads, "nora.example", "https://www.threads.net/@nora.example"),
      (
        .youtube, "UCexampleHarbour00000001",
        "https://www.youtube.com/channel/UCexampleHarbour00000001"
      ),
      (.linkedin, "in/nora-example", "https://www.linkedin.com/in/nora-example"),
      (.reddit, "r/exampleharbours", "https://www.reddit.com/r/exampleharbours"),
      (.github, "nora-example", "https://github.com/nora-example"),
    ])
  func pages(kind: AccountKind, value: String, link: String) {
    let list = Checklist(network: kind, accounts: [account(kind, value, title: "Nora")])
    #expect(html(list).contains("href=\"\(link)\"") && text(list).contains(link))
    #expect(html(list).contains("rel=\"noopener noreferrer\""))
  }

  @Test("the pace is told where there are several days, the handle where the name does not tell it")
  func words() {
    func list(_ count: Int) -> String {
      text(Checklist(network: .instagram, accounts: many(count), perDay: 3))
    }
    let pace = ChecklistWords.pace(3)
    #expect(list(4).contains(pace) && !list(3).contains(pace))
    func line(_ title: String?) -> String {
      let one = account(.instagram, "nora.example", title: title)
      return text(Checklist(network: .instagram, accounts: [one])).split(separator: "\n")
        .first { $0.hasPrefix("[ ]") }.map(String.init) ?? ""
    }
    #expect(line("Nora") == "[ ] Nora  (@nora.example)")
    #expect(line(nil) == "[ ] @nora.example" && line("@Nora.Example") == "[ ] @Nora.Example")
    #expect(line("Nora (@nora.example)") == "[ ] Nora (@nora.example)")
  }

  @Test(
    "a link leads to a page of the web and nowhere else; what would hide that is dropped",
    arguments: [
      ("https://a.example/b", "https://a.example/b"), ("HTTP://a.example", "HTTP://a.example"),
      (" https://a.example/\u{0}b\u{1F}c\u{7F}d ", "https://a.example/bcd"),
      ("ht\ttps://a.example", "https://a.example"), ("javascript:alert(1)", nil),
      ("data:text/html,x", nil), ("//a.example", nil), ("", nil),
    ])
  func links(_ address: String, _ link: String?) {
    #expect(HTMLText.link(address) == link)
    #expect(HTMLText.link("https://a.example/" + String(repeating: "x", count: 1_982)) != nil)
    #expect(HTMLText.link("https://a.example/" + String(repeating: "x", count: 1_983)) == nil)
  }

  @Test("Facebook has a name alone: it is said how to find it")
  func facebook() {
    let list = Checklist(network: .facebook, accounts: [account(.facebook, "Nora Lind")])
    #expect(!html(list).contains("href=") && html(list).contains("search for the name"))
    #expect(text(list).contains("[ ] Nora Lind\n") && text(list).contains("search for the name"))
  }

  @Test("the page needs nothing and runs nothing: no script, a policy that says so")
  func policy() {
    let page = html(Checklist(network: .x, accounts: [account(.x, "1", title: "A")]))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    #expect(!page.lowercased().contains("<script") && !page.contains("src="))
    #expect(!page.contains("url(") && !page.contains("@import") && !page.contains("<link"))
  }

  @Test(
    "names that would be markup, commands or another direction are words (R7, trust §6.4)",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "a & b",
      "\u{202E}moc.elpmaxe", "\u{1B}[31mred\u{1B}[0m", "line\nbreak\r\u{2028}x", "\u{0}nul",
      "</title><h1>x", "{{7*7}}", String(repeating: "x", count: 5_000),
    ])
  func hostile(name: String) throws {
    let list = Checklist(
      network: .x,
      accounts: [
        account(.x, "1", title: name), account(.linkedin, "x", title: name),
        account(.x, name, title: nil, site: "javascript:alert(1)"),
      ])
    #expect(list.count == 2)
    let page = html(list)
    let body = try #require(page.firstRange(of: "<body>"))
    let tags = page[body.lowerBound...].matches(of: /<\/?([a-zA-Z0-9]+)/).map {
      String($0.output.1)
    }
    let known: Set<String> = [
      "body", "main", "h1", "h2", "p", "section", "ul", "li", "label", "input", "span", "bdi",
      "small", "a", "html",
    ]
    #expect(Set(tags).isSubset(of: known))
    #expect(page.ranges(of: "<a ").count <= 2 && !page.contains("href=\"javascript"))
    for output in [page, text(list)] {
      let isClean = output.unicodeScalars.allSatisfy {
        $0 == "\n" || ![.control, .format, .lineSeparator].contains($0.properties.generalCategory)
      }
      #expect(isClean)
    }
    #expect(text(list).split(separator: "\n").count { $0.hasPrefix("[ ] ") } == 2)
  }

  @Test(
    "addresses that do not lead to a web page are no links",
    arguments: [
      "javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "vbscript:x",
      "file:///etc",
      "//a.example", "x",
    ])
  func schemes(address: String) {
    let list = Checklist(
      network: .facebook, accounts: [account(.facebook, "Nora", title: "Nora", site: address)])
    #expect(!html(list).contains("<a ") && text(list).contains("[ ] Nora"))
  }

  @Test(
    "a browser reads it as it was meant, names and all",
    .enabled(if: FileManager.default.isExecutableFile(atPath: Self.browser)))
  func inBrowser() throws {
    let shelf = try Shelf()
    let list = Checklist(
      network: .instagram,
      accounts: [
        account(.instagram, "a.example", title: "<script>document.title='run'</script>"),
        account(
          .instagram, "b.example", title: "\u{202E}\"><img src=x onerror=document.title='run'>"),
      ])
    try shelf.put(list.html, "list.html")
    let child = try Child(
      Self.browser,
      ["--no-sandbox", "--disable-gpu", "--dump-dom", "file://" + shelf.file("list.html")],
      environment: ["HOME": shelf.path, "PATH": "/usr/bin:/bin"], folder: shelf.path,
      output: .path(shelf.file("dom.html")))
    try child.wait(atMost: 60)
    let dom = String(decoding: try shelf.bytes("dom.html"), as: UTF8.self)
    #expect(dom.contains("<title>To leave on Instagram: 2 accounts</title>"))
    #expect(dom.contains("&lt;script&gt;document.title='run'&lt;/script&gt;"))
    #expect(!dom.contains("<img") && dom.ranges(of: "<li>").count == 2)
  }

  private static let browser = "/usr/bin/chromium-headless-shell"
}
