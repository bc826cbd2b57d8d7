import Foundation
import PondGraph
import PondTestSupport
import Testing

/// Entities of a document's own type, as far as they are plain text (XML 1.0 §4.4.2).
@Suite("Declared entities")
struct InternalEntitiesTests {
  private func title(_ declarations: String, _ inside: String) throws -> String? {
    let text = """
      <?xml version="1.0"?><!DOCTYPE rss [\(declarations)]><rss><channel><title>\(inside)</title>
      <item><guid>1</guid></item></channel></rss>
      """
    return try FeedReader().read(Array(text.utf8)).document.title
  }

  @Test(
    "plain text, references to characters and XML's own five are what an entity stands for",
    arguments: [
      ("<!ENTITY co \"Cobbler and Sons\">", "&co; news", "Cobbler and Sons news"),
      ("<!ENTITY co 'Cobbler &amp; Sons'>", "&co;", "Cobbler & Sons"),
      ("<!ENTITY e \"caf&#233;\">", "&e;&e;", "cafécafé"),
      ("<!ENTITY l \"a &#38;#60; b\">", "&l;", "a < b"),
      ("<!ENTITY l \"a &#60; b\"><!ENTITY m 'x &#38; y'>", "&l; &m;", "a < b x & y"),
      ("<!ENTITY q \"it's\">", "&q;", "it's"),
      ("<!ENTITY a \"first\"><!ENTITY a \"second\">", "&a;", "first"),
      ("<!ENTITY amp \"no\"><!ENTITY b 'x'>", "&amp;&b;", "&x"),
      ("<!ENTITY nbsp \"&#160;\">", "a&nbsp;b", "a b"),
      ("<!ENTITY é \"ä\">", "&é;", "ä"), ("<!ENTITY b 'x'>", "<![CDATA[&b;]]>", "&b;"),
    ])
  func values(declaration: String, inside: String, title: String) throws {
    #expect(try self.title(declaration, inside) == title)
  }

  @Test("an entity stands in attributes too, and ends no quotes")
  func attributes() throws {
    let text = """
      <!DOCTYPE feed [<!ENTITY base "https://pond.example/"><!ENTITY q "&#34;&#39;">]>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>&base;1</id>
      <link href="&base;a"/><link rel="x" title='&q;' href='x'/></entry></feed>
      """
    let reading = try FeedReader().read(Array(text.utf8))
    #expect(reading.document.items.first?.link == "https://pond.example/a")
    #expect(reading.document.items.first?.writtenID == "https://pond.example/1")
    #expect(reading.damage.isEmpty)
  }

  @Test("entities in entities, parameter and external ones stay refused (T-I01, T-I02)")
  func refused() {
    for declaration in [
      "<!ENTITY a '1'><!ENTITY b '&a;&a;'>", "<!ENTITY a 'x &amp; &b; y'><!ENTITY b 'y'>",
      "<!ENTITY a SYSTEM 'file:///etc/passwd'>", "<!ENTITY % a 'x'><!ENTITY b '%a;'>",
    ] {
      #expect(throws: FeedRefusal.self, "\(declaration)") { try title(declaration, "&a;") }
    }
  }

  @Test("what makes a document much larger is refused in time (T-I01)")
  func bombs() throws {
    let start = ThreadTime.spent
    let value = String(repeating: "x", count: 4_000)
    let uses = String(repeating: "&a;", count: 100_000)
    #expect(throws: FeedRefusal.self) { try title("<!ENTITY a '\(value)'>", uses) }
    // A longer value is no honest name's: it is not put anywhere.
    let long = String(repeating: "x", count: 10_000)
    #expect(try title("<!ENTITY a '\(long)'>", "&a;") == "&a;")
    let many = (0..<2_000).map { "<!ENTITY e\($0) 'v'>" }.joined()
    #expect(try title(many, "&e1;&e1500;") == "v&e1500;")
    #expect(ThreadTime.spent - start < .seconds(60))
  }
}
