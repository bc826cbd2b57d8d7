import Foundation
import PondGraph
import Testing

/// JSON that begins late or is written in wide characters (R-7).
@Suite("JSON in other encodings")
struct JSONEncodingTests {
  private static let feed = #"""
    {"version":"https://jsonfeed.org/version/1","title":"Té 😀","items":[{"id":"1"}]}
    """#
  private static let encodings: [String.Encoding] = [
    .utf16, .utf16LittleEndian, .utf16BigEndian, .utf32, .utf32LittleEndian, .utf32BigEndian,
  ]

  @Test(
    "UTF-16 and UTF-32, with a mark or without, are UTF-8 to whoever reads", arguments: encodings)
  func wide(encoding: String.Encoding) throws {
    for text in [Self.feed, "\n  " + Self.feed, "[1, 2]"] {
      let bytes = try #require(text.data(using: encoding))
      let plain = try #require(JSONEncoding.plain(bytes))
      #expect(
        String(decoding: plain, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
          == text.trimmingCharacters(in: .whitespacesAndNewlines))
      #expect(ImportSource(path: "a.json", bytes: bytes).bytes == plain)
    }
    let bytes = try #require(Self.feed.data(using: encoding))
    let reading = try FeedReader().read(bytes)
    #expect(reading.document.title == "Té 😀" && reading.document.items.count == 1)
  }

  @Test("blanks before a document, however many, do not hide it")
  func blanks() throws {
    for count in [1, 1_000, 70_000] {
      let text = String(repeating: " \n", count: count) + Self.feed
      let source = ImportSource(path: "a.json", bytes: Data(text.utf8))
      #expect(FeedImport().recognizes(source), "\(count)")
      #expect(try FeedReader().read(source.bytes).document.items.count == 1, "\(count)")
      #expect(try FeedReader().read(Array(text.utf8)).document.items.count == 1, "\(count)")
    }
  }

  @Test("what is plain already, or no JSON, stays as it is")
  func others() {
    for text in ["", "{", " {}", "<rss/>", String(repeating: " ", count: 9_000) + "a,b"] {
      #expect(JSONEncoding.plain(Data(text.utf8)) == nil, "\(text.prefix(9))")
    }
    #expect(JSONEncoding.plain(Data("<rss/>".data(using: .utf16) ?? Data())) == nil)
    #expect(JSONEncoding.plain(Data([0, 1, 2, 3, 4])) == nil)
  }
}
