import Foundation
import PondTestSupport
import Testing

/// Samples/broken: each file is there, small, and named in the table.
@Suite("The broken samples")
struct BrokenTests {
  private static let names = [
    "bare-ampersands.opml", "billion-laughs.opml", "blank-line-before-declaration.opml",
    "blanks.opml", "cache-truncated.db", "cache-view.db", "decisions-unknown-address.txt",
    "decisions-unknown-verdict.txt", "empty.opml", "external-entity.opml",
    "feed-bare-ampersand.xml", "feed-bomb.xml", "feed-html.xml", "feed-truncated.xml",
    "html-login.opml", "less-than-in-attribute.opml", "not-an-opml.json", "nul-bytes.opml",
    "parameter-entities-hang.opml", "quadratic.opml", "stray-quotes.opml", "truncated.opml",
    "urls-odd", "utf16.opml", "wrong-label.opml",
  ]

  private static func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: Repository.url("Samples/broken").appending(path: name))
  }

  @Test("Each file is small and has its row", arguments: names)
  func row(name: String) throws {
    #expect(try Self.bytes(name).count < 50_000)
    let table = String(decoding: try Self.bytes("README.md"), as: UTF8.self)
    #expect(table.contains("\n| `\(name)` | "))
  }

  @Test("Nothing stands in the folder that the table does not name")
  func nothingElse() throws {
    let there = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("Samples/broken").path)
    #expect(there.sorted() == (Self.names + ["README.md"]).sorted())
  }

  @Test("The files are spoiled in the way that their names say")
  func spoiled() throws {
    #expect(try Self.bytes("empty.opml").isEmpty)
    #expect(try Self.bytes("blanks.opml").allSatisfy { [0x20, 0x09, 0x0A].contains($0) })
    #expect(try Self.bytes("nul-bytes.opml").contains(0))
    #expect(try Self.bytes("utf16.opml").starts(with: [0xFF, 0xFE]))
    #expect(String(data: try Self.bytes("wrong-label.opml"), encoding: .utf8) == nil)
    let cut = String(decoding: try Self.bytes("truncated.opml"), as: UTF8.self)
    #expect(cut.matches(of: /<outline [^>]*xmlUrl=[^>]*>/).count == 5)
    #expect(cut.hasSuffix("xmlUrl=\""))
    let ampersands = String(decoding: try Self.bytes("bare-ampersands.opml"), as: UTF8.self)
    #expect(ampersands.contains("https://rye.example/feed?a=1&b=2&id=1150"))
  }
}
