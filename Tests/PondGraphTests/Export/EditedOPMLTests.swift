import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("The OPML with answers carried out")
struct EditedOPMLTests {
  private func key(_ address: String) -> AccountKey { AccountKey(reading: Address(address)) }

  private func decision(_ address: String, _ answer: Answer, to target: String? = nil) -> Decision {
    Decision(
      account: key(address), answer: answer, at: .distantPast, reason: nil, evidenceSeen: nil,
      newAddress: target.map { Address($0) })
  }

  private func edited(
    _ text: String, _ decisions: [Decision] = [], repairs: [Decision] = [],
    weights: [AccountKey: Double] = [:], additions: [ListChanges.Addition] = [],
    stream: String = "stream"
  ) throws -> TrimmedList {
    try edited(
      Data(text.utf8), decisions, repairs: repairs, weights: weights, additions: additions,
      stream: stream)
  }

  private func edited(
    _ bytes: Data, _ decisions: [Decision] = [], repairs: [Decision] = [],
    weights: [AccountKey: Double] = [:], additions: [ListChanges.Addition] = [],
    stream: String = "stream"
  ) throws -> TrimmedList {
    try TrimmedOPML.write(
      original: OriginalDocument(
        format: "opml", path: "subs.opml", bytes: bytes, isComplete: true),
      applying: ListChanges(
        decisions: decisions, repairs: repairs, weights: weights, additions: additions,
        stream: stream))
  }

  private func text(_ list: TrimmedList) -> String { String(decoding: list.bytes, as: UTF8.self) }

  private let list = """
    <?xml version="1.0"?>
    <opml version="2.0">
      <body>
        <outline text="Papers">
          <outline type="rss" text="Loud" xmlUrl="https://loud.example/feed?a=1&amp;b=2" htmlUrl="https://loud.example/"/>
          <outline type="rss" text="Quiet" xmlUrl="https://quiet.example/feed"/>
        </outline>
      </body>
    </opml>

    """

  @Test(
    "follow: what comes stands in the body, also where it is empty or missing (E6)",
    arguments: [
      ("<opml><body/></opml>", "<opml><body>*</body></opml>"),
      ("<opml><Body a='/' /></opml>", "<opml><Body a='/'>*</Body></opml>"),
      ("<opml><head/></opml>", "<opml><head/><body>*</body></opml>"),
      ("<opml><body></body></opml>", "<opml><body>*</body></opml>"),
      ("<opml>\n  <body/>\n</opml>\n", "<opml>\n  <body>\n    *\n  </body>\n</opml>\n"),
      ("<opml>\n</opml>\n", "<opml>\n  <body>\n    *\n  </body>\n</opml>\n"),
      ("<opml>\n  <body>\n  </body>\n</opml>", "<opml>\n  <body>\n    *\n  </body>\n</opml>"),
    ])
  func followIntoNothing(list: String, expected: String) throws {
    let outline =
      "<outline type=\"rss\" text=\"Ada\" title=\"Ada\" xmlUrl=\"https://ada.example/feed\"/>"
    var edits = OPMLEdits()
    edits.additions = [
      OPMLEdits.Addition(address: "https://ada.example/feed", title: "Ada", site: nil, folder: nil)
    ]
    let made = try OPMLDocument(Data(list.utf8)).applying(edits).bytes
    #expect(String(decoding: made, as: UTF8.self) == expected.replacing("*", with: outline))
    #expect(try edited(list).bytes == Data(list.utf8))
    let addition = ListChanges.Addition(
      account: key("https://ada.example/feed"), address: Address("https://ada.example/feed"),
      title: "Ada", site: nil, folder: "new")
    let inFolder = try edited(list, additions: [addition])
    #expect(inFolder.added == [addition])
    #expect(XMLCheck.wellFormedness(of: inFolder.bytes) == nil)
  }

  @Test("repair: the address is written in place, and not one byte besides (E1, E6)")
  func repair() throws {
    let address = "https://new.example/feed?x=1&y=\"2\""
    let made = try edited(
      list, repairs: [decision("https://quiet.example/feed", .repair, to: address)])
    #expect(
      text(made)
        == list.replacing(
          "https://quiet.example/feed", with: "https://new.example/feed?x=1&amp;y=&quot;2&quot;"))
    #expect(made.repaired.count == 1 && made.removed.isEmpty)
    // Without the answer, as undo leaves it, the list is what it was.
    #expect(try edited(list).bytes == Data(list.utf8))
  }

  @Test("thin: the line moves into the stream folder, made where there is none (E1, E6)")
  func thin() throws {
    let line = """
            <outline type="rss" text="Loud" xmlUrl="https://loud.example/feed?a=1&amp;b=2" htmlUrl="https://loud.example/"/>

      """
    let made = try edited(list, [decision("https://loud.example/feed?a=1&b=2", .thin)])
    let expected = list.replacing(line, with: "").replacing(
      "  </body>", with: "    <outline text=\"stream\">\n\(line)    </outline>\n  </body>")
    #expect(text(made) == expected)
    #expect(made.moved.count == 1 && made.removed.isEmpty)
    // There already: nothing moves.
    let again = try edited(text(made), [decision("https://loud.example/feed?a=1&b=2", .thin)])
    #expect(text(again) == expected && again.moved.isEmpty)
    // Another joins it at the folder's end.
    let both = try edited(text(made), [decision("https://quiet.example/feed", .thin)])
    let quiet =
      "      <outline type=\"rss\" text=\"Quiet\" xmlUrl=\"https://quiet.example/feed\"/>\n"
    #expect(
      text(both)
        == expected.replacing(quiet, with: "").replacing(line, with: line + quiet))
  }

  @Test("what is repaired and thinned at once moves with its new address")
  func repairAndThin() throws {
    let made = try edited(
      list, [decision("https://quiet.example/feed", .thin)],
      repairs: [decision("https://quiet.example/feed", .repair, to: "https://q.example/a")])
    #expect(
      text(made).contains(
        "    <outline text=\"stream\">\n"
          + "      <outline type=\"rss\" text=\"Quiet\" xmlUrl=\"https://q.example/a\"/>\n"
          + "    </outline>\n"))
  }

  @Test("follow: an outline as its neighbours are, in the folder for newcomers (E6)")
  func follow() throws {
    let addition = ListChanges.Addition(
      account: key("https://ada.example/feed"), address: Address("https://ada.example/feed"),
      title: "Ada & \"Grace\"", site: nil, folder: "new")
    let made = try edited(list, additions: [addition])
    #expect(
      text(made)
        == list.replacing(
          "  </body>",
          with: """
                <outline text="new">
                  <outline type="rss" text="Ada &amp; &quot;Grace&quot;" xmlUrl="https://ada.example/feed"/>
                </outline>
              </body>
            """))
    #expect(made.added == [addition])
    #expect(try edited(text(made), additions: [addition]).bytes == made.bytes)
  }

  @Test("a declared importance is written as Fraidycat writes it (S8)")
  func importance() throws {
    let quiet = key("https://quiet.example/feed")
    let made = try edited(list, weights: [quiet: 3])
    let weighed = list.replacing(
      "xmlUrl=\"https://quiet.example/feed\"",
      with: "xmlUrl=\"https://quiet.example/feed\" category=\"importance/3\"")
    #expect(text(made) == weighed)
    #expect(
      text(
        try edited(
          weighed.replacing("importance/3", with: "/a/b,importance/1"), weights: [quiet: 2]))
        == weighed.replacing("importance/3", with: "/a/b,importance/2"))
    // Whatever stands for it already gives way, however it is written.
    let written = [
      ("/importance/9", "importance/5"), (" importance/9", " importance/5"),
      ("/Importance/9,a", "a,importance/5"), ("importance/1,b, /importance/2", "b,importance/5"),
    ]
    for (old, new) in written {
      #expect(
        text(try edited(weighed.replacing("importance/3", with: old), weights: [quiet: 5]))
          == weighed.replacing("importance/3", with: new))
    }
  }

  @Test("a folder's name may hold quotes and marks; a list on one line stays on one line")
  func namesAndLines() throws {
    let one =
      "<opml><body><outline text='a' xmlUrl='https://a.example/f'/><outline text='b' "
      + "xmlUrl='https://b.example/f'/></body></opml>"
    let made = try edited(one, [decision("https://a.example/f", .thin)], stream: "loud \"& <few>\"")
    #expect(
      text(made)
        == "<opml><body><outline text='b' xmlUrl='https://b.example/f'/>"
        + "<outline text=\"loud &quot;&amp; &lt;few&gt;&quot;\" title=\"loud &quot;&amp; "
        + "&lt;few&gt;&quot;\"><outline text='a' xmlUrl='https://a.example/f'/></outline>"
        + "</body></opml>")
    let again = try edited(
      text(made), [decision("https://b.example/f", .thin)], stream: "loud \"& <few>\"")
    #expect(again.moved.count == 1)
  }

  @Test("tabs, CRLF and UTF-16 stay what they are")
  func layouts() throws {
    let tabs = list.replacing("\n", with: "\r\n").replacing("  ", with: "\t")
    let made = try edited(tabs, [decision("https://quiet.example/feed", .thin)])
    #expect(
      text(made).contains(
        "\t\t<outline text=\"stream\">\r\n\t\t\t<outline type=\"rss\" text=\"Quiet\" "
          + "xmlUrl=\"https://quiet.example/feed\"/>\r\n\t\t</outline>\r\n\t</body>\r\n"))
    #expect(!text(made).replacing("\r\n", with: "").contains("\n"))
    for isLittle in [true, false] {
      let units = ("\u{FEFF}" + list.replacing("Quiet", with: "Stillé 🌊")).utf16.flatMap { unit in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
      let wide = try edited(
        Data(units), [decision("https://quiet.example/feed", .thin)],
        repairs: [decision("https://quiet.example/feed", .repair, to: "https://q.example/")],
        stream: "später")
      let read = try #require(
        String(
          data: wide.bytes, encoding: isLittle ? .utf16LittleEndian : .utf16BigEndian))
      #expect(read.contains("text=\"Stillé 🌊\" xmlUrl=\"https://q.example/\"/>"))
      #expect(read.contains("<outline text=\"später\">"))
    }
  }

  @Test("what stands in a comment or in CDATA is no outline and is left alone")
  func comments() throws {
    let hidden = list.replacing(
      "  </body>",
      with: """
            <!-- <outline xmlUrl="https://quiet.example/feed"/> </body> -->
            <![CDATA[<outline xmlUrl="https://quiet.example/feed"/>]]>
          </body>
        """)
    let made = try edited(
      hidden, [decision("https://quiet.example/feed", .thin)],
      repairs: [decision("https://quiet.example/feed", .repair, to: "https://q.example/")])
    #expect(made.moved.count == 1)
    #expect(
      text(made).contains("<!-- <outline xmlUrl=\"https://quiet.example/feed\"/> </body> -->"))
    #expect(text(made).contains("<![CDATA[<outline xmlUrl=\"https://quiet.example/feed\"/>]]>"))
  }

  @Test("where nobody can tell an outline's end it stays, and that is said")
  func unclosed() throws {
    let broken = """
      <opml><body>
      <outline text="a" xmlUrl="https://a.example/f">
      <outline text="b" xmlUrl="https://b.example/f"/>
      </body></opml>

      """
    let made = try edited(
      broken, [decision("https://a.example/f", .thin), decision("https://b.example/f", .letGo)])
    #expect(made.unmoved.map(\.address.written) == ["https://a.example/f"])
    #expect(made.moved.isEmpty && made.removed.count == 1)
  }

  @Test("a list that was cut short takes nobody in, in a sentence (E2)")
  func noRoom() {
    let addition = ListChanges.Addition(
      account: key("https://ada.example/feed"), address: Address("https://ada.example/feed"),
      title: nil, site: nil, folder: "new")
    #expect(throws: ExportFailure.incomplete(path: "subs.opml")) {
      try edited("<opml/>", additions: [addition])
    }
  }
}
