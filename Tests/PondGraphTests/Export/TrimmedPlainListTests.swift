import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("What comes in can go out (E1, E6)")
struct TrimmedPlainListTests {
  private func removing(_ addresses: String...) -> ListChanges {
    ListChanges(
      decisions: addresses.map {
        Decision(
          account: AccountKey(listed: $0), answer: .letGo, at: seconds(0), reason: nil,
          evidenceSeen: nil)
      })
  }

  private func original(_ text: String, _ format: String) -> OriginalDocument {
    OriginalDocument(format: format, path: "list", bytes: Data(text.utf8), isComplete: true)
  }

  private func text(_ list: TrimmedList) -> String { String(decoding: list.bytes, as: UTF8.self) }

  @Test("a plain list without the lines of who leaves, byte for byte else")
  func plainList() throws {
    let before = "# mine\r\nhttps://a.example/rss\r\n\r\n@ada@pond.example\r\nhttps://b.example/rss"
    let list = original(before, "address-list")
    let trimmed = try ListFormat.list.trimmed(
      list, owner: nil, applying: removing("@ada@pond.example", "http://a.example/rss/"),
      now: seconds(0))
    #expect(text(trimmed) == "# mine\r\n\r\nhttps://b.example/rss")
    #expect(trimmed.removed.map(\.line) == [2, 4] && trimmed.remaining.count == 1)
    let same = try ListFormat.list.trimmed(list, owner: nil, applying: removing(), now: seconds(0))
    #expect(same.bytes == list.bytes)
  }

  @Test("a repaired address, and who comes, each once; the line ends stay (E5)")
  func edited() throws {
    func key(_ address: String) -> AccountKey { AccountKey(listed: address) }
    let a = "https://a.example/rss"
    func repair(_ target: String) -> Decision {
      Decision(
        account: key(a), answer: .repair, at: seconds(0), reason: nil, evidenceSeen: nil,
        newAddress: Address(target))
    }
    func coming(_ address: String) -> ListChanges.Addition {
      ListChanges.Addition(
        account: key(address), address: Address(address), title: nil, site: nil, folder: "")
    }
    let list = original("# mine\r\n\(a) # A\r\nhttps://b.example/rss", "address-list")
    func changed(_ changes: ListChanges) throws -> TrimmedList {
      try ListFormat.list.trimmed(list, owner: nil, applying: changes, now: seconds(0))
    }
    let new = try changed(ListChanges(decisions: [], repairs: [repair("https://a.example/new")]))
    #expect(text(new) == "# mine\r\nhttps://a.example/new # A\r\nhttps://b.example/rss")
    #expect(new.repaired.map { $0.line } == [2] && new.added.isEmpty)
    // A repair to where it is read already changes nothing, and who leaves is not repaired.
    let same = try changed(ListChanges(decisions: [], repairs: [repair(a)]))
    #expect(same.bytes == list.bytes && same.repaired.isEmpty)
    let leaving = ListChanges(
      decisions: removing(a).removals.accounts.map {
        Decision(account: $0, answer: .letGo, at: seconds(0), reason: nil, evidenceSeen: nil)
      }, repairs: [repair("https://a.example/new")], additions: [coming(a)])
    #expect(leaving.repairs.isEmpty && leaving.additions.isEmpty)
    #expect(text(try changed(leaving)) == "# mine\r\nhttps://b.example/rss")
    let more = try changed(
      ListChanges(
        decisions: [],
        additions: [coming("https://c.example/rss"), coming("https://b.example/rss")]))
    #expect(text(more) == text(same) + "\r\nhttps://c.example/rss\r\n")
    #expect(more.added.map { $0.account } == [key("https://c.example/rss")])
  }

  @Test("a list of which only a part was read is not written (E2)")
  func incomplete() {
    let half = OriginalDocument(
      format: "address-list", path: "list", bytes: Data("https://a.example/rss\n".utf8),
      isComplete: false)
    #expect(throws: ExportFailure.incomplete(path: "list")) {
      try ListFormat.list.trimmed(half, owner: nil, applying: removing(), now: seconds(0))
    }
  }

  @Test("a plain list goes back to newsboat, too; headings of a urls file stay")
  func newsboat() throws {
    let list = original("--- News ---\nhttps://a.example/rss\nhttps://b.example/rss\n", "urls")
    let trimmed = try ListFormat.newsboat.trimmed(
      list, owner: nil, applying: removing("https://a.example/rss"), now: seconds(0))
    #expect(text(trimmed) == "--- News ---\nhttps://b.example/rss\n")
    #expect(ListFormat.newsboat.importers.contains("address-list"))
  }

  @Test("live bookmarks of who leaves go with their description; other bookmarks stay")
  func bookmarks() throws {
    let list = original(LiveBookmarks.page, "bookmarks")
    let trimmed = try ListFormat.bookmarks.trimmed(
      list, owner: nil, applying: removing("https://leek.example/rss?a=1&b=2"), now: seconds(0))
    let expected = LiveBookmarks.page.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("leek") }.joined(separator: "\n")
    #expect(
      text(trimmed).filter { !$0.isWhitespace } == expected.filter { !$0.isWhitespace })
    #expect(text(trimmed).contains("A shop") && trimmed.remaining.count == 1)
    let before = LiveBookmarks.page.split(separator: "leek.example").first ?? ""
    #expect(trimmed.removed.map { $0.line } == [before.count { $0 == "\n" } + 1])
    let same = try ListFormat.bookmarks.trimmed(
      list, owner: nil, applying: removing(), now: seconds(0))
    #expect(same.bytes == list.bytes)
  }

  @Test("one folder of an OPML, as a list of its own")
  func part() throws {
    let opml = """
      <opml version="2.0"><head><title>Mine</title></head><body>
      <outline text="News">
        <outline text="Local"><outline text="A" xmlUrl="https://a.example/rss"/></outline>
        <outline text="B" xmlUrl="https://b.example/rss"/>
      </outline>
      <outline text="C" xmlUrl="https://c.example/rss"/>
      </body></opml>
      """
    let whole = try ListFormat.opml.trimmed(
      original(opml, "opml"), owner: nil, applying: removing("https://b.example/rss"),
      now: seconds(0))
    for name in ["News", "local", "news/LOCAL"] {
      let part = try OPMLPart.of(whole, folder: name, path: "list")
      #expect(part.remaining == [AccountKey(listed: "https://a.example/rss")], "\(name)")
      #expect(text(part).contains("<title>Mine</title>") && !text(part).contains("c.example"))
    }
    let failure = #expect(throws: NoSuchPart.self) {
      try OPMLPart.of(whole, folder: "Newz", path: "list")
    }
    #expect(failure?.advice == "Did you mean News?" && failure?.kind == .usage)
  }
}
