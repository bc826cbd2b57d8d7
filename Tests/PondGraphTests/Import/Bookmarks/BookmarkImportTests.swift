import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Bookmarks and read-later lists")
struct BookmarkImportTests {
  private func input(_ sample: String) throws -> Imported {
    try #require(try OriginSample(sample).inputs().first)
  }

  private func read(_ text: String, _ name: String, takesPartial: Bool = false) throws -> Imported {
    let source = ImportSource(path: name, bytes: Data(text.utf8))
    let importer = try #require(Importers.all.first { $0.recognizes(source) })
    let options = ImportOptions(now: Invented.now, takesPartial: takesPartial)
    return try #require(try importer.read(source, options: options).first)
  }

  @Test("Netscape's file: tag soup, references, quotes of both kinds and none, odd units of time")
  func netscape() throws {
    let imported = try input("bookmarks/bookmarks.html")
    #expect(imported.format == "bookmarks")
    #expect(
      imported.shortPages == [
        "saved https://tidepool.example/1?a=1&b=2 1778000100",
        "saved https://secret-clinic.example/appointment 1778000200",
        "saved https://slow-bread.example/loaves/3 1778000400",
      ])
    #expect(imported.attention.allSatisfy { $0.observability == PageAttention.bookmarks })
    #expect(imported.accounts.isEmpty && imported.posts.isEmpty && imported.skipped.isEmpty)
  }

  @Test("Pinboard: what is private counts; no time is no time; notes are not taken")
  func pinboard() throws {
    let imported = try input("bookmarks/pinboard.html")
    #expect(
      imported.shortPages == [
        "saved https://tidepool.example/2 1778000100",
        "saved https://slow-bread.example/loaves/4 0",
      ])
    #expect(!"\(imported)".contains("a note of mine"))
  }

  @Test("a link is an a with a blank behind it, in letters of either size, and nothing else")
  func links() throws {
    let tags = ["p", "abbr", "A", "a\n", "b", "area", "ax", "!a"]
    let text = tags.enumerated().map { "<DT><\($1) HREF=\"https://a.example/\($0)\">x" }.joined()
    let imported = try read("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n" + text, "b.html")
    #expect(
      imported.shortPages.map { $0.dropFirst(6).prefix(19) } == [
        "https://a.example/2", "https://a.example/3",
      ])
  }

  @Test("a thousand unclosed tags in each other are no depth")
  func soup() throws {
    let links = String(repeating: "<DL><p><DT><A HREF=\"https://a.example/1\">x\n", count: 20_000)
    let imported = try read("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n" + links, "b.html")
    #expect(imported.pageActs.count == 20_000)
  }

  @Test("a page that ends inside of a tag is refused, unless it is taken as it is")
  func cut() throws {
    let text =
      "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DT><A HREF=\"https://a.example/1\">x</A><DT><A HREF=\"http"
    #expect(throws: ImportFailure.self) { try read(text, "b.html") }
    #expect(try read(text, "b.html", takesPartial: true).pageActs.count == 1)
  }

  @Test(
    "Pocket: every part of a folder or an archive is one input (I2)",
    arguments: PackedFiles.Container.allCases)
  func pocket(container: PackedFiles.Container) throws {
    let folder = try OriginSample("pocket")
    try FileManager.default.removeItem(atPath: folder.path + "/ril_export.html")
    let parts = ["part_000000.csv", "part_000001.csv"]
    let expected = [
      "saved https://tidepool.example/1 1778000100",
      "saved https://slow-bread.example/loaves/3 1778000200",
      "saved https://secret-clinic.example/appointment 1778000300",
      "saved https://tidepool.example/2 0",
    ]
    let inputs = try folder.inputs()
    #expect(inputs.map(\.format) == ["pocket"] && inputs.first?.shortPages == expected)
    let entries = try parts.map {
      PackedFiles.Entry(
        "export/\($0)", try Data(contentsOf: Repository.url("Samples/pocket/\($0)")))
    }
    try folder.shelf.put(PackedFiles.packed(entries, in: container), "pocket.\(container.rawValue)")
    let packed = try Importers.read(
      folder.shelf.file("pocket.\(container.rawValue)"), as: nil,
      options: ImportOptions(now: Invented.now))
    #expect(packed.map(\.format) == ["pocket"] && packed.first?.shortPages == expected)
  }

  @Test("a part that is missing is said aloud (I2)")
  func missingPart() throws {
    let folder = try OriginSample("pocket")
    try FileManager.default.removeItem(atPath: folder.path + "/part_000000.csv")
    do {
      _ = try folder.inputs()
      Issue.record("it was read")
    } catch let failure as ImportFailure {
      #expect(failure.sentence.contains("part_000000.csv is missing"))
    }
  }

  @Test("Pocket: one part alone; columns in another order; a mark and CR LF before and between")
  func pocketAlone() throws {
    let alone = try input("pocket/part_000000.csv")
    #expect(alone.format == "pocket" && alone.pageActs.count == 3)
    let other = try read(
      "\u{FEFF}status,time_added,url\r\nunread,1778000100,https://a.example/1\r\n\r\n", "x.csv")
    #expect(other.shortPages == ["saved https://a.example/1 1778000100"])
  }

  @Test("a table cut inside of its last row is refused: half an address is none (I11)")
  func cutRow() throws {
    for whole in [
      "title,url,time_added,tags,status\nA,https://a.example/1,1778000100,,unread\n",
      "URL,Title,Selection,Folder,Timestamp\nhttps://a.example/1,A,,Unread,1778000100\n",
    ] {
      let cut = whole + (whole.hasPrefix("URL") ? "https://a.exam" : "B,https://a.exam")
      do {
        _ = try read(cut, "x.csv")
        Issue.record("it was read")
      } catch let failure as ImportFailure {
        #expect(failure.state?.hasPrefix("1 page stands before that point") == true)
      }
      let taken = try read(cut, "x.csv", takesPartial: true)
      #expect(taken.shortPages == ["saved https://a.example/1 1778000100"] && !taken.isComplete)
      #expect(try read(String(whole.dropLast()), "x.csv").isComplete)
    }
  }

  @Test("Pocket's older page")
  func pocketPage() throws {
    let imported = try input("pocket/ril_export.html")
    #expect(imported.format == "pocket-html")
    #expect(
      imported.shortPages == [
        "saved https://tidepool.example/1 1778000100",
        "saved https://slow-bread.example/loaves/3 1778000200",
      ])
  }

  @Test("an ordinary page is nobody's bookmarks")
  func ordinary() {
    let page = "<!DOCTYPE html><html><body><a href=\"https://a.example/\">x</a></body></html>"
    let source = ImportSource(path: "x.html", bytes: Data(page.utf8))
    #expect(!NetscapeBookmarksImport().recognizes(source) && !PocketPageImport().recognizes(source))
  }
}
