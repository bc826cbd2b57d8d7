import Foundation
import PondGraph
import PondTestSupport
import Testing

@Suite("Damaged feeds")
struct FeedDamageTests {
  private func read(_ text: String) throws -> FeedReading {
    try FeedReader().read(Array(text.utf8))
  }

  private func wrap(_ inside: String) -> String {
    """
    <?xml version="1.0"?><rss><channel><title>T</title><link>https://pond.example/</link>
    <item><title>\(inside)</title><guid>1</guid></item><item><guid>2</guid></item></channel></rss>
    """
  }

  @Test(
    "small mistakes are read whole and told (T-I03)",
    arguments: [
      ("Fish & Chips", "Fish & Chips"), ("caf&eacute; &nosuch; x", "café &nosuch; x"),
      ("1 < 2", "1 < 2"), ("bell\u{7}", "bell"), ("a &#0; b", "a &#0; b"),
    ])
  func mended(inside: String, title: String) throws {
    let reading = try read(wrap(inside))
    #expect(reading.document.items.map(\.title) == [title, nil])
    #expect(reading.damage.count == 1)
    #expect(reading.cut == nil)
  }

  @Test("what stands before the declaration is no reason to refuse")
  func leading() throws {
    for junk in ["\n\n  ", "\u{FEFF}\n", "Warning: foo()\n", "<br />\n<b>Notice</b>: x\n"] {
      let reading = try read(junk + wrap("x"))
      #expect(reading.document.items.count == 2, "\(junk)")
      #expect(!reading.damage.isEmpty)
    }
  }

  @Test("elements that are left open cost no item")
  func open() throws {
    for inside in ["a <b>b", "a <br> b", "x</b>", "<i>a</b>"] {
      let reading = try read(wrap(inside))
      #expect(reading.document.items.map(\.writtenID) == ["1", "2"], "\(inside)")
      #expect(!reading.damage.isEmpty)
    }
    let unclosed = "<rss><channel><item><guid>1</guid><item><guid>2</guid></item></channel></rss>"
    #expect(try read(unclosed).document.items.map(\.writtenID) == ["1", "2"])
  }

  @Test("encodings: the label, the mark, and what to do when they lie (T-I03)")
  func encodings() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8)
    let body = Array("<rss><channel><item><title>caf".utf8)
    let end = Array("</title></item></channel></rss>".utf8)
    let utf8 = Array("é".utf8)
    let cases: [([UInt8], Bool)] = [
      (latin + body + [0xE9] + end, false), (latin + body + utf8 + end, true),
      (body + [0xE9] + end, true), (body + utf8 + end, false),
      (Array("<?xml version='1.0' encoding='utf-16'?>".utf8) + body + utf8 + end, true),
      (Array("<?xml version='1.0' encoding='koi9'?>".utf8) + body + [0xE9] + end, true),
      (Array("<?xml version='1.0' encoding='windows-1251'?>".utf8) + body + utf8 + end, true),
      (Array("<?xml version='1.0' encoding='unicode'?>".utf8) + body + utf8 + end, true),
      (Array("<?xml version='1.0' encoding='utf-8-sig'?>".utf8) + body + utf8 + end, false),
    ]
    for (bytes, isDamaged) in cases {
      let reading = try FeedReader().read(bytes)
      #expect(reading.document.items.first?.title == "café")
      #expect(reading.damage.isEmpty == !isDamaged)
    }
  }

  @Test("a feed that ends early gives its whole items and says so (T-I03)")
  func truncated() throws {
    let whole = wrap("x")
    let inside = try #require(whole.range(of: "<guid>2"))
    let reading = try read(String(whole[..<inside.upperBound]))
    #expect(reading.document.items.map(\.writtenID) == ["1"])
    #expect(reading.cut != nil)
    #expect(reading.lost.count == 1)
    let between = try #require(whole.range(of: "<item><guid>2"))
    let second = try read(String(whole[..<between.lowerBound]))
    #expect(second.cut != nil)
    #expect(second.lost.isEmpty)
    let almost = try read(String(whole.dropLast(6)))
    #expect(almost.document.items.count == 2)
    #expect(almost.cut == nil)
    let json = "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\"},{\"id\""
    let third = try read(json)
    #expect(third.document.items.map(\.writtenID) == ["1"])
    #expect(third.cut != nil)
    #expect(third.lost.count == 1)
  }

  private func json(_ members: String, behind: String = "") throws -> FeedReading {
    try read(
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\(members)}\(behind)")
  }

  @Test("items that are an object are its items, and one item alone is one (T-I13)")
  func itemsInObject() throws {
    let gaps = try json("\"items\":{\"0\":{\"id\":\"a\"},\"2\":{\"id\":\"b\"},\"x\":5}")
    #expect(gaps.document.items.map(\.writtenID) == ["a", "b"])
    #expect(gaps.damage == ["its items are an object, not a list"])
    #expect(gaps.lost.map(\.what) == ["item 3"])
    let alone = try json("\"items\":{\"id\":\"a\",\"title\":\"One\"},\"language\":\"en\"")
    #expect(alone.document.items.map(\.title) == ["One"] && alone.document.language == "en")
    #expect(alone.damage.count == 1 && alone.lost.isEmpty)
    let broken = try json("\"items\":{\"0\":{\"id\" \"a\"},\"1\":{\"id\":\"b\"}}")
    #expect(broken.document.items.map(\.writtenID) == ["b"])
    #expect(broken.lost.map(\.what) == ["item 1"])
    #expect(try json("\"items\":{}").document.items.isEmpty)
  }

  @Test("no list of items is told, and other things in its place are a loss (T-I13)")
  func noItems() throws {
    for members in ["\"items\":null", "\"language\":\"en\""] {
      let reading = try json(members)
      #expect(reading.damage == ["it has no list of items"] && reading.lost.isEmpty)
    }
    #expect(try json("\"items\":\"[]\"").lost.map(\.what) == ["its items"])
    #expect(try json("\"items\":[]").damage.isEmpty)
    let rss = try json("\"rss\":{\"channel\":{\"item\":[7,{\"guid\":\"1\"}]}}")
    #expect(rss.document.items.map(\.writtenID) == ["1"] && rss.damage.isEmpty)
    #expect(rss.lost.map(\.what) == ["item 1"])
    #expect(try json("\"rss\":{\"channel\":{\"item\":[tru]}}").lost.map(\.what) == ["its items"])
  }

  @Test("what stands behind a JSON feed is no part of it: a loss where it may hold posts (T-I13)")
  func behindTheEnd() throws {
    let items = "\"items\":[{\"id\":\"a\"}]"
    let second = try json(items, behind: "\n{\"items\":[{\"id\":\"b\"}]}")
    #expect(second.document.items.count == 1 && second.damage.isEmpty)
    #expect(second.lost.map(\.why) == ["a file holds one feed"])
    #expect(second.lost.map(\.place) == ["line 2"])
    let word = try json(items, behind: "\n);\n")
    #expect(word.lost.isEmpty && word.damage == ["something else stands behind its end, at line 2"])
    #expect(try json(items, behind: " \n").damage.isEmpty)
    let unnamed = try json("items:[{\"id\":\"a\"}]")
    #expect(unnamed.document.items.isEmpty && unnamed.lost.map(\.why) == ["it could not be read"])
  }

  @Test("every cut of a feed is read or refused, and says that it is cut")
  func everyCut() throws {
    let whole = Array(wrap("a &amp; <![CDATA[b]]>").utf8)
    for length in stride(from: 0, to: whole.count - 20, by: 1) {
      guard let reading = try? FeedReader().read(whole.prefix(length)) else { continue }
      #expect(reading.cut != nil, "\(length)")
    }
  }

  @Test("what is no feed is told from what cannot be told")
  func sniffing() {
    let kinds: [(String, FeedSniff)] = [
      ("<!DOCTYPE html><html></html>", .webPage), ("<html><rss></html>", .webPage),
      ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>", .webPage),
      ("<opml version='2.0'/>", .opml), ("<!-- c --><svg/>", .otherXML(root: "svg")),
      ("<rdf:RDF xmlns:f='foaf'><f:Person/></rdf:RDF>", .otherXML(root: "rdf:RDF")),
      ("{\"a\":1}", .otherJSON), ("[1]", .otherJSON), ("", .empty), (" \n", .empty),
      ("plain words", .unknown), ("\u{0}\u{1}\u{2}", .unknown),
      ("{\"x\":\"<rss>\"}", .otherJSON), ("\u{FEFF}<rss/>", .rss), ("<RSS/>", .rss),
      ("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>", .atom),
      ("{\"items\":[],\"version\" : \"https://jsonfeed.org/version/1\"}", .jsonFeed),
      ("<!DOCTYPE html PUBLIC 'x'><rss version='2.0'/>", .rss),
      ("<rs version='2.0'><channel><item></item></channel></rs>", .rss),
      (
        String(repeating: " \n", count: 50_000)
          + "{\"version\":\"https://jsonfeed.org/version/1\"}", .jsonFeed
      ),
      (String(repeating: " ", count: 100_000) + "<rss/>", .rss),
    ]
    for (text, kind) in kinds { #expect(FeedSniff(Array(text.utf8)) == kind, "\(text)") }
  }

  @Test("items with too much of something cost no more than their bytes (T-I06)")
  func muchOfOne() throws {
    // What is quadratic takes 64 times as long.
    for part in ["category", "author", "pubDate"] {
      let (few, many) = (try timeToRead(part, 1_000), try timeToRead(part, 8_000))
      #expect(many < few * 32, "\(part): \(few) and \(many)")
    }
  }

  private func timeToRead(_ part: String, _ count: Int) throws -> Duration {
    let parts = (0..<count).map { "<\(part)>nonsense \($0), 2003/é</\(part)>" }
    let text = "<rss><channel><item><guid>1</guid>\(parts.joined())</item></channel></rss>"
    let start = ThreadTime.spent
    #expect(try read(text).document.items.count == 1)
    return ThreadTime.spent - start
  }

  @Test("declarations that do no harm, and words about those that do, are no reason to refuse")
  func declarations() throws {
    let harmless = """
      <!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY % HTMLlat1 PUBLIC "x" "http://x.example/y">
      %HTMLlat1;]><rss><channel><title>a&nbsp;b</title></channel></rss>
      """
    #expect(try read(harmless).document.title == "a b")
    let words = """
      <rss><channel><title><![CDATA[<!DOCTYPE a [<!ENTITY b "&c;">]>]]></title><item>
      <guid>1</guid></item></channel></rss>
      """
    #expect(try read(words).document.items.count == 1)
  }

  @Test("what is built to do harm is refused with a reason (T-I01)")
  func hostile() {
    let attributes = (0..<100_000).map { " a\($0)='x'" }.joined()
    let documents = [
      "<rss\(attributes)/>", "<rss><a b='\(String(repeating: "x", count: 2 << 20))'/></rss>",
      "<rss>" + String(repeating: "<a>", count: 100_000),
    ]
    for document in documents {
      #expect(throws: FeedRefusal.self) { try read(document) }
    }
    #expect(throws: FeedRefusal.notAFeed(.webPage)) { try read("<html><body>log in</body></html>") }
    let harmful = [
      "<!ENTITY a '1'><!ENTITY b '&a;&a;'>", "<!ENTITY a SYSTEM 'file:///etc/passwd'>",
      "<!ENTITY % a '<!ENTITY b \"x\">'><!ENTITY % c '%a;%a;'>",
    ]
    for declaration in harmful {
      let text = "<!DOCTYPE rss [\(declaration)]><rss><channel><title>T</title></channel></rss>"
      #expect(throws: FeedRefusal.self, "\(declaration)") { try read(text) }
    }
    let deep =
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":["
      + String(repeating: "[", count: 1_000_000)
    #expect((try? read(deep))?.document.items.isEmpty ?? true)
  }

  @Test("a thousand mutations of each format: none crashes, none hangs (T-I06)")
  func mutations() throws {
    var random = SplitMix64(seed: 7)
    let start = ThreadTime.spent
    for seed in FeedMutation.seeds {
      for _ in 0..<1_000 {
        let bytes = FeedMutation.mutate(Array(seed.utf8), &random)
        let reading = try? FeedReader().read(bytes)
        #expect((reading?.document.items.count ?? 0) <= 100)
      }
    }
    #expect(ThreadTime.spent - start < .seconds(60))
  }
}

/// Small feeds and what can happen to them.
enum FeedMutation {
  static let seeds = [
    """
    <?xml version="1.0" encoding="utf-8"?><rss version="2.0"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tönsel &amp; Co</title>
    <link>https://pond.example/</link><item><title>One</title><link>https://pond.example/1</link>
    <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><content:encoded><![CDATA[<p>Words &eacute;
    </p>]]></content:encoded></item><item><guid isPermaLink="false">2</guid></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://pond.example/"><title>T</title>
    <entry><title type="html">A &lt;b&gt;b&lt;/b&gt;</title><id>1</id><link href="x/../1"/>
    <updated>2003-12-31T10:14:55+01:00</updated><content type="xhtml"><div><p>w &#8217;</p></div>
    </content><author><name>Ada</name></author></entry></feed>
    """,
    """
    {"version":"https://jsonfeed.org/version/1.1","title":"T\\u00e9","items":[{"id":1.5e3,
    "url":"https://pond.example/1","content_html":"<p>a \\ud83d\\ude00</p>","tags":["a",null]},
    {"id":"2","date_published":"2003-12-31T10:14:55Z","attachments":[{"url":"a.mp3"}]}]}
    """,
  ]

  static func mutate(_ seed: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let length = Int.random(in: 1...20, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(place + length, bytes.count))
      case 2: bytes.insert(contentsOf: bytes[place..<min(place + length, bytes.count)], at: place)
      case 3: bytes[place] = [0x3C, 0x3E, 0x26, 0x22, 0x27, 0, 0x5C, 0x7B, 0x5D][length % 9]
      default: bytes.removeLast(min(bytes.count, length * 3))
      }
    }
    return bytes
  }
}
