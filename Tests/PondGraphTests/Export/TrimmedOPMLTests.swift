import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("The trimmed OPML")
struct TrimmedOPMLTests {
  private func removals(_ addresses: [String], _ answer: Answer = .letGo) -> Removals {
    Removals(
      standing: addresses.map {
        Decision(
          account: AccountKey(reading: Address($0)), answer: answer, at: .distantPast, reason: nil,
          evidenceSeen: nil)
      })
  }

  private func original(_ bytes: Data, isComplete: Bool = true) -> OriginalDocument {
    OriginalDocument(format: "opml", path: "subs.opml", bytes: bytes, isComplete: isComplete)
  }

  private func trimmed(
    _ text: String, _ addresses: [String], dropsEmptyFolders: Bool = false
  ) throws -> String {
    let list = try TrimmedOPML.write(
      original: original(Data(text.utf8)), removing: removals(addresses),
      dropsEmptyFolders: dropsEmptyFolders)
    return String(decoding: list.bytes, as: UTF8.self)
  }

  private let list = """
    <?xml version='1.0'?><!DOCTYPE opml>
    <opml version="2.0" xmlns:x="https://x.example">\r
      <body>
    \t<!-- Ada's -->
    \t<outline text="News, Sports" x:id='1'>
    \t\t<outline text="Grace" xmlUrl="https://grace.example/feed"
             x:note="keep"/>\r
    \t\t<outline text="a/b" xmlUrl="HTTP://Lise.example:80/feed/">
    \t\t</outline>
    \t</outline>
    \t<outline xmlUrl="https://one.example/"/><outline xmlUrl="https://two.example/"/>
    \t<outline type="include" url="https://more.example/list.opml"/>
    \t<outline isComment="true" xmlUrl="https://grace.example/feed"/>
    \t<outline text="Grace again" xmlUrl="https://grace.example/feed"/>
      </body>
    </opml>
    """

  @Test("nothing let go: the identical file (E1, T-S10)")
  func identical() throws {
    #expect(try trimmed(list, []) == list)
    #expect(try trimmed(list, ["https://nobody.example/"]) == list)
  }

  @Test("one let go: every duplicate goes with its line, and nothing else (E1, T-S10)")
  func oneGone() throws {
    let expected =
      list
      .replacing(
        "\t\t<outline text=\"Grace\" xmlUrl=\"https://grace.example/feed\"\n         x:note=\"keep\"/>\r\n",
        with: ""
      )
      .replacing(
        "\t<outline text=\"Grace again\" xmlUrl=\"https://grace.example/feed\"/>\n", with: "")
    #expect(expected.utf8.count < list.utf8.count - 100)
    #expect(try trimmed(list, ["https://grace.example/feed"]) == expected)
    let paired = list.replacing(
      "\t\t<outline text=\"a/b\" xmlUrl=\"HTTP://Lise.example:80/feed/\">\n\t\t</outline>\n",
      with: "")
    #expect(try trimmed(list, ["https://lise.example/feed"]) == paired)
    let first = list.replacing("<outline xmlUrl=\"https://one.example/\"/>", with: "")
    #expect(try trimmed(list, ["https://one.example/"]) == first)
    let both = list.replacing(
      "\t<outline xmlUrl=\"https://one.example/\"/><outline xmlUrl=\"https://two.example/\"/>\n",
      with: "")
    #expect(try trimmed(list, ["https://one.example/", "https://two.example/"]) == both)
  }

  @Test("a folder stays when it becomes empty, unless it is asked to go; others always stay")
  func emptyFolders() throws {
    let text = """
      <opml><body>
      <outline text="Empty before"/>
      <outline text="Outer">
        <outline text="Inner">
          <outline xmlUrl="https://a.example/"/>
        </outline>
      </outline>
      <outline text="Other"><outline xmlUrl="https://b.example/"/></outline>
      </body></opml>
      """
    let kept = text.replacing("    <outline xmlUrl=\"https://a.example/\"/>\n", with: "")
    #expect(try trimmed(text, ["https://a.example/"]) == kept)
    let dropped = """
      <opml><body>
      <outline text="Empty before"/>
      <outline text="Other"><outline xmlUrl="https://b.example/"/></outline>
      </body></opml>
      """
    #expect(try trimmed(text, ["https://a.example/"], dropsEmptyFolders: true) == dropped)
  }

  @Test("feeds below a feed that goes stay: only its own tags are cut")
  func feedsBelowFeeds() throws {
    let text = """
      <opml><body>
      <outline xmlUrl="https://planet.example/">
        <outline xmlUrl="https://a.example/"/>
        <outline text="words"/>
      </outline>
      </body></opml>
      """
    let promoted = """
      <opml><body>
        <outline xmlUrl="https://a.example/"/>
        <outline text="words"/>
      </body></opml>
      """
    #expect(try trimmed(text, ["https://planet.example/"]) == promoted)
    let gone = "<opml><body>\n</body></opml>"
    #expect(try trimmed(text, ["https://planet.example/", "https://a.example/"]) == gone)
  }

  @Test("a list that is not well-formed is trimmed all the same (E1)")
  func notWellFormed() throws {
    let text =
      "<opml><body>\n<outline text=\"Q&A\" xmlUrl=\"https://a.example/?a=1&b=2\"/>\n"
      + "<outline text=\"The \"Best\"\" xmlUrl=\"https://b.example/?c=3&d=4\"/>\n</body></opml>"
    #expect(
      try trimmed(text, ["https://a.example/?a=1&b=2"])
        == "<opml><body>\n<outline text=\"The \"Best\"\" xmlUrl=\"https://b.example/?c=3&d=4\"/>\n</body></opml>"
    )
  }

  @Test(
    "wide encodings are cut at the right bytes (E1)",
    arguments: [String.Encoding.utf16, .utf16BigEndian, .utf32LittleEndian])
  func wide(encoding: String.Encoding) throws {
    let text =
      "<opml><body><!-- 𝄞 é -->\n<outline text=\"é\" xmlUrl=\"https://a.example/\"/>\n"
      + "<outline text=\"𝄞\" xmlUrl=\"https://b.example/\"/>\n</body></opml>"
    let bytes = try #require(text.data(using: encoding))
    let list = try TrimmedOPML.write(
      original: original(bytes), removing: removals(["https://a.example/"]))
    let rest = text.replacing("<outline text=\"é\" xmlUrl=\"https://a.example/\"/>\n", with: "")
    #expect(list.bytes == rest.data(using: encoding))
    #expect(list.removed.map(\.line).count == 1)
  }

  @Test("a list that was cut short is refused (E2)")
  func refusesPartial() throws {
    let bytes = Data(list.utf8)
    #expect(throws: ExportFailure.incomplete(path: "subs.opml")) {
      try TrimmedOPML.write(original: original(bytes, isComplete: false), removing: removals([]))
    }
    #expect(throws: ExportFailure.incomplete(path: "subs.opml")) {
      try TrimmedOPML.write(original: original(bytes.prefix(600)), removing: removals([]))
    }
  }

  @Test("only answers that leave the list remove, and the latest answer counts (R5)")
  func decisions() {
    let key = AccountKey(reading: Address("https://a.example/"))
    func decision(_ answer: Answer, _ day: Double) -> Decision {
      Decision(
        account: key, answer: answer, at: Date(timeIntervalSince1970: day * 86_400), reason: nil,
        evidenceSeen: nil)
    }
    #expect(Removals(standing: [decision(.letGo, 1)]).accounts == [key])
    #expect(Removals(standing: [decision(.archive, 1)]).accounts == [key])
    for answer in [Answer.keep, .thin, .wait, .hold] {
      #expect(Removals(standing: [decision(answer, 1)]).accounts.isEmpty)
    }
    #expect(Removals(standing: [decision(.letGo, 2), decision(.keep, 3)]).accounts.isEmpty)
  }

  @Test("cutting any accounts out of any document leaves the others as they were (E1)")
  func anyDocument() throws {
    var chance = SplitMix64(seed: 5)
    let pieces = [
      "\n<outline text='f'>", "</outline>\n", "<outline xmlUrl='https://a.example/1'/>", "\n  ",
      "<outline xmlUrl=\"https://b.example/?a=1&b=2\" text=\"x \"y\" z\"/>\n", "<!-- c -->", "&",
      "<outline xmlUrl='https://c.example/'>", "<outline type='include' url='x.opml'/>",
    ]
    let names = ["https://a.example/1", "https://b.example/?a=1&b=2", "https://c.example/"]
    for _ in 0..<2_000 {
      let body = (0..<Int.random(in: 0..<14, using: &chance)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &chance)]
      }.joined()
      let text = "<opml><body>\(body)</body></opml>"
      let gone = names.filter { _ in chance.happens(0.4) }
      let list = try TrimmedOPML.write(
        original: original(Data(text.utf8)), removing: removals(gone),
        dropsEmptyFolders: chance.happens(0.5))
      #expect(list.remaining.isDisjoint(with: removals(gone).accounts))
      if list.removed.isEmpty { #expect(list.bytes == Data(text.utf8)) }
    }
  }
}
