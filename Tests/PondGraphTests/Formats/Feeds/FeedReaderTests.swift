import Foundation
import PondGraph
import Testing

@Suite("Reading feeds")
struct FeedReaderTests {
  private func read(_ text: String) throws -> FeedReading {
    try FeedReader().read(Array(text.utf8))
  }

  private func items(_ text: String) throws -> [FeedItem] { try read(text).document.items }

  private func seconds(_ date: Date?) -> Double? { date?.timeIntervalSince1970 }

  @Test("RSS 2.0 with its common vocabularies")
  func rss() throws {
    let reading = try read(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
        xmlns:atom="http://www.w3.org/2005/Atom">
      <channel><title>Pond &amp;amp; Co</title><link>https://pond.example/</link>
      <atom:link rel="self" href="https://pond.example/feed.xml"/><language>en</language>
      <image><title>Not this</title><link>https://no.example/</link></image>
      <item><title>One &amp;#8217;s</title><link>/posts/1</link>
      <guid isPermaLink="false">pond-1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
      <dc:creator>Ada Birch</dc:creator><category>Water</category>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>Three whole words</p><script>no()</script>]]></content:encoded>
      <slash:comments>7</slash:comments>
      <enclosure url="https://pond.example/1.mp3" type="audio/mpeg" length="1"/></item>
      <item><description>A note</description><guid>https://pond.example/2</guid></item>
      </channel></rss>
      """)
    #expect(reading.damage == [])
    #expect(reading.cut == nil)
    let document = reading.document
    #expect(document.title == "Pond & Co")
    #expect(document.site == "https://pond.example/")
    #expect(document.selfAddress == "https://pond.example/feed.xml")
    #expect(document.language == "en")
    let first = try #require(document.items.first)
    #expect(first.title == "One ’s")
    #expect(first.link == "https://pond.example/posts/1")
    #expect(first.writtenID == "pond-1")
    #expect(seconds(first.published) == 1_072_986_501)
    #expect(first.authors == ["Ada Birch"])
    #expect(first.categories == ["Water"])
    #expect(first.words == 3)
    #expect(first.excerpt == "Short.")
    #expect(first.comments == 7)
    #expect(first.media == .audio)
    let second = try #require(document.items.last)
    #expect(second.title == nil)
    #expect(second.link == "https://pond.example/2")
    #expect(second.words == 2)
    #expect(document.items.count == 2)
  }

  @Test("Atom 1.0: kinds of text, links, xml:base, authors that are inherited")
  func atom() throws {
    let document = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"
        xml:base="https://pond.example/blog/" xml:lang="de">
      <title type="html">A &lt;b&gt;pond&lt;/b&gt;</title><link href="."/>
      <link rel="self" href="atom.xml"/><author><name>Ada Birch</name></author>
      <entry><title>Plain &amp;amp; simple</title><id>tag:pond.example,2024:1</id>
      <link rel="edit" href="no"/><link href="1.html"/><published>2003-12-31T10:14:55Z</published>
      <updated>2004-01-01T00:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two <b>wo</b>rds</p>
      <style>p{}</style></div></content><thr:total>3</thr:total></entry>
      <entry><title type="html">&lt;i&gt;Two&lt;/i&gt; &amp;amp; more</title><id>b</id>
      <author><name>Bo</name><email>bo@pond.example</email></author>
      <author><email>only@pond.example</email></author>
      <link rel="replies" thr:count="9" href="r"/><thr:in-reply-to ref="x"/>
      <source><title>Not this</title><author><name>Nor this</name></author></source>
      <updated>2004-01-02</updated><summary>Sum</summary></entry>
      <entry><id>c</id><source><author><name>Cy</name></author></source></entry>
      </feed>
      """
    ).document
    #expect(document.title == "A pond")
    #expect(document.site == "https://pond.example/blog/")
    #expect(document.selfAddress == "https://pond.example/blog/atom.xml")
    #expect(document.language == "de")
    #expect(document.items.map(\.title) == ["Plain &amp; simple", "Two & more", nil])
    #expect(document.items.map(\.link) == ["https://pond.example/blog/1.html", nil, nil])
    #expect(document.items.map(\.authors) == [["Ada Birch"], ["Bo", "only@pond.example"], ["Cy"]])
    #expect(document.items.map(\.words) == [2, nil, nil])
    #expect(document.items.map(\.comments) == [3, 9, nil])
    #expect(document.items.map(\.isReply) == [false, true, false])
    #expect(document.items.map { seconds($0.published) } == [1_072_865_695, nil, nil])
    #expect(seconds(document.items[1].date) == 1_073_001_600)
  }

  @Test("of markup that arrives as elements the words count, not those of scripts and styles")
  func xhtml() throws {
    let items = try items(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p>One two</p><script>a b c</script><p>three</p>
      <style>d e</style>four</div></content></entry></feed>
      """)
    #expect(items.map(\.words) == [4])
  }

  @Test("what arrives as elements is text: blocks part words, words within a line stay one")
  func elements() throws {
    let items = try items(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p>one</p>two <b>th</b>ree 1 &lt; 2 &amp;amp; 3</div>
      </content></entry></feed>
      """)
    #expect(items.map(\.excerpt) == ["one two three 1 < 2 &amp; 3"])
  }

  @Test("the first picture of a text is its picture, whatever stands before it")
  func pictures() throws {
    let texts = [
      "<p>x</p><img src=\"https://p.example/1.png\"><img src=\"https://p.example/2.png\">",
      "<img><img src=\"\"><IMG SRC='https://p.example/1.png'>", "<imgs src=\"x.png\">", "none",
    ]
    let items = try items(
      "<rss><channel>"
        + texts.enumerated().map {
          "<item><guid>\($0)</guid><description><![CDATA[\($1)]]></description></item>"
        }.joined() + "</channel></rss>")
    let first = "https://p.example/1.png"
    #expect(items.map(\.picture) == [first, first, nil, nil])
  }

  @Test("of several pages the one that is a web page counts, in whatever order they stand")
  func alternates() throws {
    let links = [
      "<link rel=\"alternate\" type=\"application/json\" href=\"https://a.example/1.json\"/>",
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://a.example/1\"/>",
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://a.example/2\"/>",
    ]
    for order in [[0, 1, 2], [1, 0, 2], [1, 2, 0]] {
      let entry = order.map { links[$0] }.joined()
      let items = try items(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a</id>\(entry)</entry></feed>")
      #expect(items.map(\.link) == ["https://a.example/1"], "\(order)")
    }
    let alone = try items(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>a</id>\(links[0])</entry></feed>")
    #expect(alone.map(\.link) == ["https://a.example/1.json"])
  }

  @Test("a verb that shares makes a repost, by its name or its address; others do not")
  func verbs() throws {
    let verbs = [
      "share", "http://activitystrea.ms/schema/1.0/share", "post", "unshare", "/share/x",
    ]
    let items = try items(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:activity=\"http://activitystrea.ms/spec/1.0/\">"
        + verbs.map { "<entry><id>\($0)</id><activity:verb>\($0)</activity:verb></entry>" }.joined()
        + "</feed>")
    #expect(items.map(\.isRepost) == [true, true, false, false, false])
  }

  @Test("RDF is a feed by its channel or by its vocabulary, with or without a prefix")
  func rdfMarks() throws {
    let rdf = "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
    for text in [
      "<rdf:RDF \(rdf) xmlns:r=\"http://purl.org/rss/1.0/\"><r:channel><r:title>T</r:title></r:channel>"
        + "<r:item><r:title>One</r:title></r:item></rdf:RDF>",
      "<rdf:RDF \(rdf)><channel><title>T</title></channel><item><title>One</title></item></rdf:RDF>",
    ] {
      #expect(try items(text).map(\.title) == ["One"])
    }
    #expect(throws: FeedRefusal.self) {
      try read("<rdf:RDF \(rdf) xmlns=\"http://xmlns.com/foaf/0.1/\"><Person/></rdf:RDF>")
    }
  }

  @Test("a JSON feed that ends too early says so, wherever it ends")
  func cutJSON() throws {
    let whole =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"1\"}]}"
    #expect(try read(whole).cut == nil)
    for text in [whole.dropLast(), whole.dropLast(2), whole.dropLast(14), whole.dropLast(4)] {
      #expect(try read(String(text)).cut != nil, "\(text)")
    }
  }

  @Test("RSS 1.0 and 0.90, whose items stand beside their channel")
  func rdf() throws {
    let document = try read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>T</title><link>https://pond.example</link></channel>
      <image><title>No</title></image>
      <item rdf:about="urn:1"><title>One</title><link>https://pond.example/1</link>
      <dc:date>2019-08-14</dc:date><dc:creator>Ada</dc:creator></item></rdf:RDF>
      """
    ).document
    #expect(document.format == .rdf)
    #expect(document.title == "T")
    #expect(document.items.first?.writtenID == "urn:1")
    #expect(seconds(document.items.first?.published) == 1_565_740_800)
    #expect(document.items.first?.authors == ["Ada"])
  }

  @Test("Atom 0.3 with escaped and base64 titles")
  func atom03() throws {
    let items = try items(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#">
      <entry><title type="text/html" mode="escaped">a &lt;b&gt;b&lt;/b&gt;</title><id>1</id>
      <issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-14</modified></entry>
      <entry><title mode="base64">R3LDvMOfZQ==</title><id>2</id></entry></feed>
      """)
    #expect(items.map(\.title) == ["a b", "Grüße"])
    #expect(seconds(items[0].published) == 1_071_318_569)
  }

  @Test("JSON Feed: numbers as ids stay exact, authors are inherited, a bad item costs itself")
  func json() throws {
    let reading = try read(
      """
      {"version":"https:\\/\\/jsonfeed.org\\/version\\/1.1","title":"T",
      "home_page_url":"https://pond.example/","feed_url":"https://pond.example/f.json",
      "authors":[{"name":"Ada"}],"items":[
      {"id":12345678901234567890,"url":"/1","title":"A \\ud83d lone","content_html":"<p>a b c</p>",
      "date_published":"2003-12-31T10:14:55Z"},
      {"id":"2" "title":"broken"},
      17,
      {"id":"3","content_text":"d e","author":{"name":"Bo"},"tags":["x"],
      "attachments":[{"url":"https://pond.example/v.mp4","mime_type":"video/mp4"}]}]}
      """)
    let document = reading.document
    #expect(document.selfAddress == "https://pond.example/f.json")
    #expect(document.items.map(\.writtenID) == ["12345678901234567890", "3"])
    #expect(document.items.map(\.link) == ["https://pond.example/1", nil])
    #expect(document.items.map(\.title) == ["A \u{FFFD} lone", nil])
    #expect(document.items.map(\.authors) == [["Ada"], ["Bo"]])
    #expect(document.items.map(\.words) == [3, 2])
    #expect(document.items.last?.media == .video)
    #expect(reading.lost.map(\.what) == ["item 2", "item 3"])
    #expect(reading.damage.count == 1)
  }

  @Test("a description alone is the text of a note, or of a post when it is long")
  func descriptions() throws {
    let long = String(repeating: "word ", count: 100)
    let items = try items(
      """
      <rss><channel><item><title>T</title><description>only a teaser</description></item>
      <item><description>a note of five words</description></item>
      <item><title>T</title><description>\(long)</description></item></channel></rss>
      """)
    #expect(items.map(\.words) == [nil, 5, 100])
    #expect(items[0].excerpt == "only a teaser")
    #expect(items[2].excerpt?.count ?? 0 <= 280)
    #expect(items[2].excerpt?.hasSuffix("…") == true)
  }

  @Test("vocabularies are known by their prefix where the declaration is missing or wrong")
  func prefixes() throws {
    let items = try items(
      """
      <rss xmlns:content="http://wrong.example/"><channel><item><guid>1</guid>
      <dc:creator>Ada</dc:creator><content:encoded>a b</content:encoded></item></channel></rss>
      """)
    #expect(items.first?.authors == ["Ada"])
    #expect(items.first?.words == 2)
  }

  @Test("a feed says where it has moved to")
  func moved() throws {
    let podcast = """
      <rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
      <itunes:new-feed-url>https://new.example/f</itunes:new-feed-url></channel></rss>
      """
    #expect(try read(podcast).document.newAddress == "https://new.example/f")
    let redirect = "<redirect><newLocation>https://new.example/f</newLocation></redirect>"
    #expect(try read(redirect).document.newAddress == "https://new.example/f")
  }

  @Test("names of people are found in the ways that RSS writes them")
  func people() throws {
    let items = try items(
      """
      <rss><channel><item><author>ada@pond.example (Ada Birch)</author></item>
      <item><author>Ada Birch &lt;ada@pond.example&gt;</author></item>
      <item><author>ada@pond.example</author></item>
      <item><author>Ada &amp;amp; Bo</author></item></channel></rss>
      """)
    #expect(
      items.map(\.authors) == [
        ["Ada Birch"], ["Ada Birch"], ["ada@pond.example"], ["Ada & Bo"],
      ])
  }

  @Test(
    "double escaping is undone only where it is certain",
    arguments: [
      ("a &amp;amp; b", "a & b"), ("a &amp;#8217; b", "a ’ b"), ("x &lt; y", "x < y"),
      ("the &lt;b&gt; tag", "the <b> tag"), ("the &lt;b&gt;x&lt;/b&gt; tag", "the x tag"),
      ("&lt;foo&gt;x&lt;/foo&gt;", "<foo>x</foo>"), ("AT&amp;T", "AT&T"),
      ("a &amp;nosuch; b", "a &nosuch; b"),
    ])
  func escaping(written: String, title: String) throws {
    let items = try items("<rss><channel><item><title>\(written)</title></item></channel></rss>")
    #expect(items.first?.title == title)
  }
}
