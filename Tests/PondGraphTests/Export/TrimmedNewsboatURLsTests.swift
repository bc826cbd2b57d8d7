import Foundation
import Testing

@testable import PondGraph

@Suite("The trimmed urls file")
struct TrimmedNewsboatURLsTests {
  private let urls = """
    # Ada's feeds
    https://grace.example/feed science "~Grace"
    \r
      "https://lise.example/feed" !
    exec:~/bin/feed.sh machines\r
    http://grace.example/feed/ maths
    "query:Unread:unread = \\"yes\\""
    https://last.example/feed
    """

  private func trimmed(_ addresses: [String]) throws -> String {
    let removals = Removals(
      standing: addresses.map {
        Decision(
          account: AccountKey(reading: Address($0)), answer: .letGo, at: .distantPast, reason: nil,
          evidenceSeen: nil)
      })
    let list = try TrimmedNewsboatURLs.write(
      original: OriginalDocument(
        format: "newsboat-urls", path: "urls", bytes: Data(urls.utf8), isComplete: true),
      removing: removals)
    return String(decoding: list.bytes, as: UTF8.self)
  }

  @Test("nothing let go: the identical file; one let go: exactly its lines are missing (E1)")
  func cuts() throws {
    #expect(try trimmed([]) == urls)
    #expect(
      try trimmed(["https://grace.example/feed"])
        == urls.replacing("https://grace.example/feed science \"~Grace\"\n", with: "")
        .replacing("http://grace.example/feed/ maths\n", with: ""))
    #expect(
      try trimmed(["exec:~/bin/feed.sh", "https://last.example/feed"])
        == urls.replacing("exec:~/bin/feed.sh machines\r\n", with: "")
        .replacing("https://last.example/feed", with: ""))
  }
}
