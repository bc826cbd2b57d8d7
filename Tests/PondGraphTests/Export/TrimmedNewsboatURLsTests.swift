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

  @Test("a list that was cut short is never trimmed (E2)")
  func incomplete() throws {
    let cut = OriginalDocument(
      format: "newsboat-urls", path: "urls", bytes: Data(urls.utf8), isComplete: false)
    #expect(throws: ExportFailure.incomplete(path: "urls")) {
      try TrimmedNewsboatURLs.write(original: cut, removing: Removals(standing: []))
    }
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

  @Test(
    "repaired in place, thinned by a tag, followed by a line; the rest keeps its bytes (E1, E6)")
  func edits() throws {
    func key(_ address: String) -> AccountKey { AccountKey(reading: Address(address)) }
    func decision(_ address: String, _ answer: Answer, to target: String? = nil) -> Decision {
      Decision(
        account: key(address), answer: answer, at: .distantPast, reason: nil, evidenceSeen: nil,
        newAddress: target.map { Address($0) })
    }
    let changes = ListChanges(
      decisions: [
        decision("https://grace.example/feed", .thin),
        decision("https://last.example/feed", .letGo),
      ],
      repairs: [decision("https://lise.example/feed", .repair, to: "https://lise.example/new")],
      additions: [
        ListChanges.Addition(
          account: key("https://ada.example/feed"), address: Address("https://ada.example/feed"),
          title: "Ada, \"the first\"", site: nil, folder: "new ones")
      ], stream: "the stream")
    let made = try TrimmedNewsboatURLs.write(
      original: OriginalDocument(
        format: "newsboat-urls", path: "urls", bytes: Data((urls + " # old\n").utf8),
        isComplete: true), applying: changes)
    let expected =
      urls
      .replacing("\"~Grace\"", with: "\"~Grace\" \"the stream\"")
      .replacing("/feed/ maths", with: "/feed/ maths \"the stream\"")
      .replacing("https://lise.example/feed", with: "https://lise.example/new")
      .replacing("https://last.example/feed", with: "")
    #expect(
      String(decoding: made.bytes, as: UTF8.self)
        == expected
        + "https://ada.example/feed \"~Ada, \\\"the first\\\"\" \"new ones\"\r\n")
    #expect(made.moved.count == 2 && made.repaired.count == 1 && made.added.count == 1)
  }
}
