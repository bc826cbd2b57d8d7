import Foundation
import Testing

@testable import PondGraph

@Suite("OPML: what is damaged and read whole anyway")
struct OPMLRepairTests {
  @Test(
    "no address is altered or lost where a document is not well-formed (I1)",
    arguments: [
      (
        #"<outline text="Q&A" xmlUrl="https://a.example/?a=1&b=2&copy=3"/>"#,
        ["https://a.example/?a=1&b=2&copy=3"], [OPMLRepair.bareAmpersand]
      ),
      (
        #"<outline text="The "Best" of" xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.strayQuote]
      ),
      (
        #"<outline text="a < b" xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.bareLessThan]
      ),
      (
        #"<outline text="by <a href="https://x.example" rel="me">Ada</a>." xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.bareLessThan, .strayQuote]
      ),
      (
        #"<outline text="See <em data-x="y">this</em> now" title="t" xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.bareLessThan, .strayQuote]
      ),
      (
        #"<outline text="News xmlUrl="https://a.example/" type="rss"/>"#,
        ["https://a.example/"], [.missingQuote]
      ),
      (
        #"<outline text=News type=rss xmlUrl=https://a.example/feed/>"#,
        ["https://a.example/feed"], [.unquotedValue]
      ),
      (
        #"<outline text="a"xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.missingBlank]
      ),
      (
        #"<outline hidden text="a" xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.missingValue]
      ),
      (
        #"<outline text="caf&eacute;" xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.htmlReference]
      ),
      (
        #"<outline text="&nothing;" xmlUrl="https://a.example/?x=&nothing;"/>"#,
        ["https://a.example/?x=&nothing;"], [.unknownReference]
      ),
      (
        #"<outline xmlUrl="https://a.example/"<outline xmlUrl="https://b.example/"/>"#,
        ["https://a.example/", "https://b.example/"], [.brokenOffTag]
      ),
      (
        #"<outline xmlUrl="https://a.example/"/></outline><outline xmlUrl="https://b.example/"/>"#,
        ["https://a.example/", "https://b.example/"], [.unmatchedEndTag]
      ),
      (
        #"<outline text="F"><outline xmlUrl="https://a.example/"><outline xmlUrl="https://b.example/"/>"#,
        ["https://a.example/", "https://b.example/"], [.unclosedElement]
      ),
      (
        #"<outline text="a" text="b" xmlUrl="https://a.example/"/>"#,
        ["https://a.example/"], [.repeatedAttribute]
      ),
    ])
  func repairs(body: String, expected: [String], repairs: [OPMLRepair]) throws {
    let document = try OPMLDocument(Data(opml(body).utf8))
    #expect(addresses(document) == expected)
    #expect(Set(document.repairs.keys) == Set(repairs))
    #expect(document.losses.isEmpty)
    #expect(document.cut == nil)
    // The fence around libxml2 knows HTML's names, as feeds need it to.
    let isWrong = XMLCheck.wellFormedness(of: Data(opml(body).utf8)) != nil
    #expect(isWrong || repairs == [.htmlReference])
  }

  @Test("blanks before the declaration, and a missing </opml>, are put right")
  func edges() throws {
    let text = opml(#"<outline xmlUrl="https://a.example/"/>"#)
    let late = try OPMLDocument(Data(("\n " + text).utf8))
    #expect(late.repairs == [.lateDeclaration: 1])
    let open = try OPMLDocument(Data(text.replacing("</opml>", with: "").utf8))
    #expect(open.repairs == [.missingEnd: 1])
    let joined = try OPMLDocument(Data((text + text).utf8))
    #expect(addresses(joined).count == 2)
    #expect(joined.repairs[.wordsAfterEnd] != nil)
  }

  @Test("an address that no tag can be told to hold is named as lost (I1)")
  func namesLosses() throws {
    let body = """
      <outline text="a" xmlUrl="https://a.example/"/>
      <outline text="b" xmlUrl="https://b.example/ <outline text="c" xmlUrl="https://c.example/"/>
      <outline text="d" xmlUrl="https://d.example/1" xmlUrl="https://d.example/2"/>
      <item xmlUrl="https://e.example/"/>
      """
    let document = try OPMLDocument(Data(opml(body).utf8))
    #expect(
      addresses(document) == [
        "https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/1",
      ])
    #expect(document.losses.count == 3)
  }

  @Test(
    "a document that ends before its list does is cut short, wherever the cut is",
    arguments: [
      "<outline", "<outline text=\"Gra", "<outline text=\"Grace\" ", "<!-- end", "<![CDATA[",
      "<outline text=\"Grace\">", "</outli", "", "<", "<outline xmlUrl=\"https://c.example/\"",
    ])
  func cuts(ending: String) throws {
    let text = """
      <opml version="2.0"><body>
      <outline xmlUrl="https://a.example/"/>
      <outline text="F"><outline xmlUrl="https://b.example/"/>
      """
    let document = try OPMLDocument(Data((text + ending).utf8))
    #expect(document.cut?.position.line == 3)
    #expect(addresses(document).prefix(2) == ["https://a.example/", "https://b.example/"])
  }

  @Test("why an address is lost: it stands in no outline, in no tag, or in one that the file cuts")
  func whyLost() throws {
    let text = """
      <opml><body><item xmlUrl="https://a.example/"/>
      xmlUrl="https://b.example/"
      <outline xmlUrl="https://c.exa
      """
    #expect(
      try OPMLDocument(Data(text.utf8)).losses.map(\.why) == [
        "it stands in no outline", "it stands in no tag that can be told",
        "the file ends before its tag does",
      ])
  }

  @Test("words that look like an attribute are no loss in a well-formed document")
  func wordsInValues() throws {
    let body =
      #"<outline text='How to write xmlUrl="..." by hand' xmlUrl="https://a.example/"/> xmlUrl=""#
    let document = try OPMLDocument(Data(opml(body).utf8))
    #expect(document.isWellFormed)
  }

  @Test(
    "what is wrong here is wrong to libxml2, and what is right here is right to it",
    arguments: [
      #"<outline text="a" xmlUrl="https://a.example/?a=1&amp;b=2"/>"#,
      #"<outline text='a' xmlUrl='https://a.example/' > </outline >"#,
      #"<outline text="&#xE9;&lt;&#10;" a:b="c" xmlns:a="x"/><!-- & < -->"#,
      "<outline\n\ttext = \"a\"\r\n xmlUrl=\"b\"\n/>",
      #"<outline text="&"/>"#, #"<outline text="&#0;"/>"#, #"<outline text="&#xD800;"/>"#,
      #"<outline text="a" / >"#, #"<outline text="a"b="c"/>"#, #"<outline text="<"/>"#,
      #"<outline text=a/>"#, #"<outline text/>"#, #"<outline 1="a"/>"#, #"<outline "a"/>"#,
      #"<outline text="a" text="b"/>"#, "<outline></Outline>", "</outline>", "<outline>",
      "a & b", "a < b", "&nothing;",
    ])
  func agreesWithLibxml2(body: String) throws {
    let bytes = Data(opml(body).utf8)
    let document = try OPMLDocument(bytes)
    #expect(document.isWellFormed == (XMLCheck.wellFormedness(of: bytes) == nil))
  }
}
