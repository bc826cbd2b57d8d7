import Foundation
import Testing

@testable import PondGraph

@Suite("Lists of lines")
struct ListImportTests {
  private let options = ImportOptions(now: Date(timeIntervalSince1970: 1_800_000_000))
  private let urls = """
    # Ada's feeds
    https://grace.example/feed science "~Grace's notes" "long tag"

    "https://lise.example/feed?a=\\"b\\"" !
    exec:~/bin/feed.sh machines
    "filter:~/bin/tidy:https://x.example/feed"
    "query:Unread:unread = \\"yes\\""
    https://grace.example/feed maths # a comment
    nonsense here
    """

  private func source(_ text: String) -> ImportSource {
    ImportSource(path: "list", bytes: Data(text.utf8))
  }

  @Test("newsboat's urls: tags, names, quotes, commands; queries are no follows")
  func newsboat() throws {
    let imported = try #require(
      try NewsboatURLsImport().read(source(urls), options: options).first)
    #expect(
      imported.accounts.map { $0.address?.written } == [
        "https://grace.example/feed", "https://lise.example/feed?a=\"b\"", "exec:~/bin/feed.sh",
        "filter:~/bin/tidy:https://x.example/feed",
      ])
    #expect(imported.accounts.map(\.key.kind) == [.feed, .feed, .command, .command])
    #expect(imported.accounts[0].tags == ["science", "long tag", "maths"])
    #expect(imported.accounts[0].title == "Grace's notes")
    #expect(imported.skipped.map(\.place) == ["line 7", "line 9"])
    #expect(imported.original?.bytes == Data(urls.utf8))
  }

  @Test("newsboat's file and a plain list are told apart by their bytes (I2)")
  func toldApart() {
    let plain = "https://a.example/feed\nb.example/feed\n\nhttps://c.example/\n"
    let cases: [(String, newsboat: Bool, plain: Bool)] = [
      (urls, true, false), (plain, false, true), (plain + "# note\n", true, false),
      ("https://a.example/feed tag\n", true, false), ("", false, false),
      ("name,address\nAda,https://a.example/\n", false, false),
      ("ada@a.example\ngrace@b.example\n", false, false),
      ("Dear Ada,\nhow are you?\n", false, false),
      ("https://s.example/@ada/statuses/1\nhttps://s.example/users/b/statuses/2\n", false, false),
      ("<html>", false, false), ("{\"a\": \"https://a.example/\"}", false, false),
    ]
    for (text, newsboat, plain) in cases {
      #expect(NewsboatURLsImport().recognizes(source(text)) == newsboat, "\(text)")
      #expect(AddressListImport().recognizes(source(text)) == plain, "\(text)")
    }
  }

  @Test("a plain list gives one account a line; what is no address is named")
  func plainList() throws {
    let list =
      "\u{FEFF}https://a.example/feed\r\nwhat is this\r\nhttps://a.example/feed\r\n b.example/x \r\n"
    let imported = try #require(
      try AddressListImport().read(source(list), options: options).first)
    #expect(
      imported.accounts.map { $0.address?.written } == ["https://a.example/feed", "b.example/x"])
    #expect(imported.skipped.map(\.place) == ["line 2"])
  }

  @Test("asked for by name, what is no text of lines is refused with a sentence")
  func refusals() {
    for text in ["<html><body>https://a.example/</body></html>", "https://a.example/\0"] {
      #expect(throws: ImportFailure.self) {
        try NewsboatURLsImport().read(source(text), options: options)
      }
    }
  }
}
