import Foundation
import Testing

@testable import PondGraph

/// Wraps outlines in a document.
func opml(_ body: String, head: String = "<title>Ada's feeds</title>") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <opml version="2.0">
    <head>\(head)</head>
    <body>
  \(body)
    </body>
  </opml>

  """
}

/// The addresses that a document shows, in order.
func addresses(_ document: OPMLDocument) -> [String] {
  document.withValues { values in
    document.outlines.indices.compactMap { values.address(of: $0) }
  }
}

func kinds(_ document: OPMLDocument) -> [OPMLOutline.Kind] {
  document.withValues { values in document.outlines.indices.map { values.kind(of: $0) } }
}

@Suite("OPML: outlines and their places")
struct OPMLDocumentTests {
  @Test("every outline is found with its bytes, its tag, its parent and its depth")
  func structure() throws {
    let text = opml(
      """
          <outline text="Science">
            <outline text="Grace" xmlUrl="https://grace.example/feed"/>
            <OUTLINE text='Lise' XMLURL = 'https://lise.example/feed' ></OUTLINE>
          </outline>
      """)
    let document = try OPMLDocument(Data(text.utf8))
    #expect(document.isWellFormed)
    #expect(document.outlines.count == 3)
    #expect(document.outlines.map(\.parent) == [nil, 0, 0])
    #expect(document.outlines.map(\.depth) == [1, 2, 2])
    #expect(kinds(document) == [.folder, .feed, .feed])
    let bytes = Array(text.utf8)
    let written = document.outlines.map { String(decoding: bytes[$0.element], as: UTF8.self) }
    #expect(written[1] == #"<outline text="Grace" xmlUrl="https://grace.example/feed"/>"#)
    #expect(written[2].hasPrefix("<OUTLINE") && written[2].hasSuffix("></OUTLINE>"))
    #expect(
      written[0].hasPrefix("<outline text=\"Science\">") && written[0].hasSuffix("</outline>"))
  }

  @Test("what stands in comments, CDATA and instructions is no outline")
  func ignoresComments() throws {
    let text = opml(
      """
          <!-- <outline xmlUrl="https://a.example/"/> -->
          <![CDATA[ <outline xmlUrl="https://b.example/"/> ]]>
          <?note <outline xmlUrl="https://c.example/"/> ?>
          <outline text="a > b" xmlUrl="https://d.example/"/>
      """)
    let document = try OPMLDocument(Data(text.utf8))
    #expect(addresses(document) == ["https://d.example/"])
    #expect(document.losses.isEmpty)
  }

  @Test("names are found in any case and under any prefix, and none is taken for another")
  func names() throws {
    let text = opml(
      """
          <outline x:XmlUrl="https://a.example/" xmlns:x="https://x.example"/>
          <outline r:xmlUrlType="1" r:xmlUrl="no" xmlUrl="https://b.example/" xmlns:r="https://x.example"/>
          <outline xmlUrl="https://c.example/" o:xmlUrl="no" xmlns:o="https://x.example"/>
          <o:outline text="d" xmlurl="https://d.example/" xmlns:o="https://x.example"/>
      """)
    let document = try OPMLDocument(Data(text.utf8))
    #expect(
      addresses(document) == [
        "https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/",
      ])
  }

  @Test(
    "every kind of outline is told apart",
    arguments: [
      (#"<outline xmlUrl="https://a.example/"/>"#, OPMLOutline.Kind.feed),
      (#"<outline type="atom" xmlUrl="a.example/feed"> </outline>"#, .feed),
      (#"<outline xmlUrl="https://a.example/" filtercmd="sed"/>"#, .feed),
      (#"<outline type="vfolder" xmlUrl="vfolder" text="Unread"/>"#, .searchFolder),
      (#"<outline xmlUrl="vfolder"/>"#, .searchFolder),
      (#"<outline xmlUrl="newsletter:17:news@letters.example"/>"#, .newsletter),
      (#"<outline xmlUrl="news@letters.example"/>"#, .newsletter),
      (#"<outline xmlUrl="exec:~/bin/feed.sh"/>"#, .command),
      (#"<outline xmlUrl="|~/bin/feed.sh"/>"#, .command),
      (#"<outline xmlUrl="filter:tidy:https://a.example/"/>"#, .command),
      (#"<outline xmlUrl="query:New:unread = &quot;yes&quot;"/>"#, .query),
      (#"<outline type="include" url="https://a.example/list.opml"/>"#, .include),
      (#"<outline type="link" url="https://a.example/list.OPML"/>"#, .include),
      (#"<outline type="link" url="https://a.example/"/>"#, .link),
      (#"<outline url="https://a.example/"/>"#, .link),
      (#"<outline type="podcast-episode" url="https://a.example/1"/>"#, .episode),
      (#"<outline isComment="true" xmlUrl="https://a.example/"/>"#, .comment),
      (#"<outline text="Nebraska"/>"#, .text),
      (#"<outline text="Empty" xmlUrl=" " type="rss"/>"#, .text),
      (#"<outline text="Folder"><outline text="x"/></outline>"#, .folder),
    ])
  func kindsOfOutlines(outline: String, kind: OPMLOutline.Kind) throws {
    let document = try OPMLDocument(Data(opml(outline).utf8))
    #expect(kinds(document).first == kind)
  }

  @Test("everything below a comment is one")
  func commentsReachDown() throws {
    let document = try OPMLDocument(
      Data(
        opml(
          #"<outline isComment="TRUE"><outline><outline xmlUrl="https://a.example/"/></outline></outline>"#
        ).utf8))
    #expect(kinds(document) == [.comment, .comment, .comment])
  }

  @Test("in a list that says what it is subscribed to, the rest is not followed")
  func subscriptions() throws {
    let document = try OPMLDocument(
      Data(
        opml(
          """
          <outline text="feeds">
            <outline type="rss" xmlUrl="https://a.example/" subscribed="1">
              <outline type="podcast-episode" url="https://a.example/1" played="1"/>
            </outline>
            <outline type="rss" xmlUrl="https://b.example/"/>
          </outline>
          """
        ).utf8))
    #expect(kinds(document) == [.folder, .feed, .episode, .unsubscribedFeed])
  }

  @Test("references are decoded, line ends in values are blanks, blanks around addresses go")
  func values() throws {
    let document = try OPMLDocument(
      Data(
        opml("<outline xmlUrl=\" https://a.example/?a=1&amp;b=%26&#x26;c=&#50;\n&quot;é \"/>").utf8)
    )
    #expect(addresses(document) == ["https://a.example/?a=1&b=%26&c=2 \"é"])
    #expect(document.isWellFormed)
  }
}
