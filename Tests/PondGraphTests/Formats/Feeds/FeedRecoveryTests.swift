import Foundation
import PondGraph
import PondTestSupport
import Testing

/// One tag of a feed is wrong: what the best recovering parser reads, Pond reads, or it says how many
/// posts are missing (T-I13).
@Suite("One broken tag")
struct FeedRecoveryTests {
  private static func rss(head: String = "<language>en</language>", first: String = "") -> String {
    let first = first.isEmpty ? item(1) : first
    return """
      <?xml version="1.0"?><rss version="2.0"><channel><title>T</title>\(head)
      <link>https://pond.example/</link>
      \(first)
      \(item(2))
      \(item(3))
      </channel></rss>
      """
  }

  private static func item(_ number: Int) -> String {
    """
    <item><guid>\(number)</guid><title>Post \(number)</title><link>https://pond.example/\(number)\
    </link><description>words &lt;b&gt;and&lt;/b&gt; more</description></item>
    """
  }

  private static func atom(head: String = "<subtitle>x</subtitle>", first: String = "") -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link href="https://pond.example/"/>
    \(head)<entry><id>1</id>\(first)<title>Post 1</title></entry>
    <entry><id>2</id><title>Post 2</title></entry>
    <entry><id>3</id><title>Post 3</title></entry></feed>
    """
  }

  private func read(_ text: String) throws -> FeedReading {
    try FeedReader().read(Array(text.utf8))
  }

  private func expectWhole(_ text: String, _ what: String) throws {
    let reading = try read(text)
    #expect(reading.document.items.map(\.writtenID) == ["1", "2", "3"], "\(what)")
    #expect(reading.lost.isEmpty && reading.cut == nil, "\(what)")
    #expect(!reading.damage.isEmpty, "\(what)")
    #expect(reading.document.title == "T", "\(what)")
  }

  @Test(
    "a broken tag in the head of RSS costs no post and no address (T-I13)",
    arguments: [
      "<language>en</langauge>", "<langauge>en</language>", "<language>en",
      "<description>a <b>b", "<copyright>x", "<generator>g</generater>", "<ttl>60<ttl>",
      "<image><url>https://pond.example/i.png</url>", "<managingEditor>a@pond.example (A)",
      "<title>", "</title>", "<atom:link href='https://pond.example/f' rel='self'>",
      "<webMaster>x</web", "<category>a</categroy>", "<sy:updatePeriod>hourly", "<x>", "</x>",
    ])
  func headOfRSS(head: String) throws {
    let reading = try read(Self.rss(head: head))
    try expectWhole(Self.rss(head: head), head)
    #expect(reading.document.site == "https://pond.example/", "\(head)")
  }

  @Test(
    "a broken tag in the head of Atom costs no post (T-I13)",
    arguments: [
      "<subtitle>x</sub>", "<subtitle>x", "<author><name>Ann</name>", "<author><name>Ann</author>",
      "<link href='https://pond.example/f'>", "<icon>x</icno>", "<rights>x", "<id>urn:x", "<feed>",
    ])
  func headOfAtom(head: String) throws { try expectWhole(Self.atom(head: head), head) }

  @Test(
    "a broken tag in an item costs no post, and no other field than its own (T-I13)",
    arguments: [
      "<item><guid>1</guid><title>Post 1<link>https://pond.example/1</link></item>",
      "<item><guid>1</guid><title>Post 1</titel><link>https://pond.example/1</link></item>",
      "<item><guid>1</guid><title>Post 1</title><link>https://pond.example/1<link></item>",
      "<item><guid>1</guid><description>x <p>y<title>Post 1</title>"
        + "<link>https://pond.example/1</link></item>",
      "<itme><guid>1</guid><title>Post 1</title><link>https://pond.example/1</link></item>",
      "<item><guid>1</guid><title>Post 1</title><link>https://pond.example/1</link></itme>",
      "<item><guid>1</guid><title>Post 1</title><link>https://pond.example/1</link>",
      "<item<guid>1</guid><title>Post 1</title><link>https://pond.example/1</link></item>",
      "<item/><guid>1</guid><title>Post 1</title><link>https://pond.example/1</link></item>",
      "<item><item><guid>1</guid><title>Post 1</title><link>https://pond.example/1</link></item>",
      "<item><guid>1</guid><title>Post 1</title><link>https://pond.example/1</link></Item>",
      "<item><guid>1</guid><author>A<title>Post 1</title><link>https://pond.example/1</link></item>",
    ])
  func item(first: String) throws {
    try expectWhole(Self.rss(first: first), first)
    let item = try #require(try read(Self.rss(first: first)).document.items.first)
    #expect(item.link == "https://pond.example/1", "\(first)")
    #expect(item.title?.hasPrefix("Post 1") == true, "\(first)")
  }

  @Test("a damaged first or last tag is no other kind of file, and no cut (T-I13)")
  func frames() throws {
    let whole = Self.rss()
    let cases = [
      ("<rss version=\"2.0\">", ["<rs version=\"2.0\">", "rss version=\"2.0\">", "</rss>", ""]),
      ("<channel>", ["<chanel>", "</channel>", "channel>"]),
      ("</channel>", ["</chanel>", "<channel>", "/channel>", ""]),
      ("</rss>", ["</rs>", "<rss>", "/rss>", "", "</rss"]),
    ]
    for (tag, damages) in cases {
      for damage in damages {
        let reading = try read(whole.replacing(tag, with: damage))
        #expect(reading.document.items.count == 3, "\(tag) as \(damage)")
        #expect(reading.lost.isEmpty && reading.cut == nil, "\(tag) as \(damage)")
      }
    }
    for damage in ["</fed>", "<feed>", "/feed>", "</feed"] {
      let reading = try read(Self.atom().replacing("</feed>", with: damage))
      #expect(reading.document.items.count == 3 && reading.cut == nil, "\(damage)")
    }
    #expect(try read(Self.atom().replacing("</feed>", with: "")).cut != nil)
  }

  @Test("posts whose beginning is lost are counted, and the number is said (T-I13)")
  func missing() throws {
    for damage in ["", "item>", "</item>"] {
      let first = Self.item(1).replacing("<item>", with: damage)
      let reading = try read(Self.rss(first: first))
      #expect(reading.document.items.map(\.writtenID) == ["2", "3"], "\(damage)")
      #expect(reading.lost.map(\.what) == ["1 post"], "\(damage)")
      // What was the item's is not taken for the feed's.
      #expect(reading.document.title == "T", "\(damage)")
      #expect(reading.document.site == "https://pond.example/", "\(damage)")
    }
    // Markup in a text is not counted.
    let spoken = Self.rss(
      head: "<description><![CDATA[<item><item>]]></descriptoin><!-- <item> -->")
    #expect(try read(spoken).lost.isEmpty)
  }

  @Test("a namespace ends with the element that declares it (T-I13)")
  func namespaces() throws {
    let insides = [
      "<div xmlns='http://www.w3.org/1999/xhtml'>a<br>b</div>",
      "<div xmlns='http://www.w3.org/1999/xhtml'><p>a</p>",
      "<x:div xmlns:x='http://www.w3.org/1999/xhtml' xmlns='urn:x'>a</x:div><b>",
      "<svg xmlns='http://www.w3.org/2000/svg'><title>t</title></svg><b>",
    ]
    for inside in insides {
      let text = Self.atom(first: "<content type='xhtml'>\(inside)</content>")
      try expectWhole(text, inside)
      #expect(try read(text).document.items.first?.title == "Post 1", "\(inside)")
    }
  }

  @Test("a section of text or a comment without an end costs what it stands in (T-I13)")
  func quietParts() throws {
    let sections = [
      "<description><![CDATA[a</description>", "<description><![CDATA[a]]</description>",
      "<!-- a ", "<!-- <title>x</title> ",
    ]
    for section in sections {
      let first = Self.item(1).replacing("</guid>", with: "</guid>\(section)")
      let reading = try read(Self.rss(first: first))
      #expect(reading.document.items.map(\.writtenID) == ["1", "2", "3"], "\(section)")
    }
  }

  @Test(
    "a section without an end that the next one ends hides no item, well-formed as it is (T-I13)")
  func unendedSections() throws {
    func section(_ number: Int, _ text: String, end: String = "]]>") -> String {
      Self.item(number).replacing(
        "</guid>", with: "</guid><summary><![CDATA[\(text)\(end)</summary>")
    }
    for end in ["", "]]", "]>", ">"] {
      let text = Self.rss(first: section(1, "<p>a</p>", end: end) + section(2, "<p>b</p>"))
        .replacing(Self.item(2) + "\n", with: "")
      let reading = try read(text)
      #expect(reading.document.items.map(\.writtenID) == ["1", "2", "3"], "\(end)")
      #expect(reading.damage.contains { $0.contains("a section of text has no end") })
      #expect(reading.document.items[1].excerpt?.contains("b") == true)
    }
    // What speaks of sections, or of items, holds none.
    for spoken in ["write <![CDATA[ and ]]", "<item></item><item>", "</item><![CDATA[<item>"] {
      let text = Self.rss(first: section(1, spoken))
      #expect(try read(text).damage.isEmpty, "\(spoken)")
      #expect(try read(text).document.items.count == 3, "\(spoken)")
    }
  }

  @Test("a declaration or a comment without an end hides no tag (T-I13)")
  func unendedDeclarations() throws {
    for mark in ["<!", "<?", "<!x ", "<?php echo 1", "<!--", "<!-- a -- ", "<!-- a -> "] {
      let reading = try read(Self.rss(first: mark + Self.item(1) + "<!-- b -->"))
      #expect(reading.document.items.map(\.writtenID) == ["1", "2", "3"], "\(mark)")
    }
  }

  @Test("unclosed markup in texts, however much, is no depth (T-I13)")
  func voidElements() throws {
    let lines = String(repeating: "x<br><p>y<img src=a>", count: 1_000)
    let first = Self.item(1).replacing(
      "</guid>", with: "</guid><description>\(lines)</description>")
    try expectWhole(Self.rss(first: first), "unclosed")
  }

  // Against a smaller text of the same kind: what is quadratic takes 64 times as long; the rest is left to
  // chance.
  @Test(
    "what is built to make recovery slow takes linear time (T-I01)",
    arguments: [
      "<![CDATA[", "<!--", "</x>", "<item>", "<title><link>", "<p>", "<a xmlns='x'/>", "</",
      "<a b='",
      "&lt", "<title>]]>", "<x:item>", "<div><item>", "<entry></item>",
    ])
  func linear(part: String) throws {
    let few = try time(part, 1_000)
    let many = try time(part, 8_000)
    #expect(many < few * 32, "\(part): \(few) and \(many)")
  }

  private func time(_ part: String, _ count: Int) throws -> Duration {
    let text = Self.rss(head: "<language>en</x>" + String(repeating: part, count: count))
    let start = ThreadTime.spent
    do { _ = try read(text) } catch is FeedRefusal {}
    return ThreadTime.spent - start
  }
}
