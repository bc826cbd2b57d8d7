import Testing

@testable import PondGraph

@Suite("Reading XML")
struct XMLReaderTests {
  @Test("elements, attributes, text and CDATA arrive in order, references resolved")
  func events() throws {
    let (events, outcome) = try EventLog.read(
      "<a x='1 &amp; 2&lt;'>one &amp; <b>two<![CDATA[ <c> & ]]></b>&#8217;</a>")
    #expect(
      events == ["<a x=1 & 2<", "one & ", "<b", "two <c> & ", ">b", "\u{2019}", ">a"])
    #expect(outcome.isWellFormed)
    #expect(outcome.openElements == 0)
  }

  @Test("names arrive with prefix and namespace, and with the prefix alone where none is declared")
  func names() throws {
    final class Names: XMLHandler {
      var names: [XMLName] = []
      func startElement(_ name: XMLName, attributes: [XMLAttribute], at place: XMLPlace) {
        names.append(name)
        names.append(contentsOf: attributes.map(\.name))
      }
      func endElement(_ name: XMLName) {}
      func characters(_ utf8: UnsafeBufferPointer<UInt8>) {}
    }
    let handler = Names()
    let xml = "<r xmlns='urn:d' xmlns:p='urn:p'><p:a p:x='1'/><q:b y='2'/></r>"
    let outcome = try XMLReader().read(Array(xml.utf8), to: handler)
    #expect(
      handler.names == [
        XMLName(namespace: "urn:d", local: "r"),
        XMLName(prefix: "p", namespace: "urn:p", local: "a"),
        XMLName(prefix: "p", namespace: "urn:p", local: "x"),
        XMLName(prefix: "q", local: "b"), XMLName(local: "y"),
      ])
    #expect(outcome.isWellFormed)
  }

  @Test("a document larger than its limit is refused, strictly read or leniently")
  func size() throws {
    let text = Array("<a>text</a>".utf8)
    var (fits, tight) = (XMLLimits(), XMLLimits())
    (fits.bytes, tight.bytes) = (text.count, text.count - 1)
    var lenient = LooseXMLReader(limits: fits, recovery: FeedRecovery())
    #expect(try lenient.read(text, to: EventLog()).sawElement)
    #expect(throws: XMLRefusal.self) {
      var reader = LooseXMLReader(limits: tight, recovery: FeedRecovery())
      _ = try reader.read(text, to: EventLog())
    }
    #expect(throws: XMLRefusal.self) { try XMLReader(limits: tight).read(text, to: EventLog()) }
  }

  @Test("HTML's names for characters are read in text and in attributes without a declaration")
  func entitiesOfHTML() throws {
    let (events, outcome) = try EventLog.read("<a t='caf&eacute;&mdash;x'>d&eacute;j&agrave;</a>")
    #expect(events == ["<a t=café—x", "déjà", ">a"])
    #expect(outcome.isWellFormed)
  }

  @Test("RSS 0.91 with its DOCTYPE is read, and a reference nobody knows stays as it was written")
  func doctype() throws {
    let xml = """
      <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
      "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss>&ouml;&nosuchname;</rss>
      """
    let (events, outcome) = try EventLog.read(xml)
    #expect(events == ["<rss", "ö&nosuchname;", ">rss"])
    #expect(outcome.isWellFormed)
  }

  @Test("the first thing that is wrong is told with its place (T-I03)")
  func damage() throws {
    let (_, outcome) = try EventLog.read("<a>\n<b>\n</a>")
    let damage = try #require(outcome.damage)
    #expect(damage.line == 3)
    #expect(damage.message.contains("mismatch"))
    #expect(!damage.isCutShort)
    // The parser waits for the `;` of this one until nothing comes any more.
    #expect(try EventLog.read("<a><b>1 & 2</b></a>").outcome.damage?.isCutShort == false)
  }

  @Test(
    "a text that simply ends is told from one that is wrong (T-I03)",
    arguments: ["<a><b>te", "<a><b att", "<a><b x='1", "<a><!-- no", "<a><![CDATA[no", "", "<a"])
  func cutShort(text: String) throws {
    let (_, outcome) = try EventLog.read(text)
    #expect(outcome.damage?.isCutShort == true)
  }

  @Test("recovery goes on and still says what was wrong first")
  func recovery() throws {
    let (events, outcome) = try EventLog.read("<a><b>1</b><c>&</c><d>2</d></a>", mode: .recovering)
    #expect(events.contains("2"))
    #expect(!outcome.isWellFormed)
  }

  @Test("a long text in small pieces loses no byte at their borders")
  func pieces() throws {
    let words = (0..<30_000).map { "wörd\($0)" }.joined(separator: " ")
    let (events, outcome) = try EventLog.read("<a>\(words)</a>")
    #expect(events == ["<a", words, ">a"])
    #expect(outcome.isWellFormed)
  }
}
