import Foundation
import Testing

@testable import PondGraph

/// At which pages the text of an item points (model §7).
@Suite("Pages that a text points at")
struct PointedAddressesTests {
  private func pointed(_ html: String) -> [String] {
    FeedBody(Array(html.utf8), isHTML: true).pointed
  }

  @Test("links with a scheme, each once, in the order of the text, without query and fragment")
  func links() {
    let html = """
      <p>See <a class="x" href="https://one.example/a?utm_source=z&amp;token=secret#part">one</a>,
      <A HREF='http://two.example/b&amp;c'>two</A>, <a href=https://three.example>three</a>,
      <a href="https://one.example/a?other">one again</a> <a title="a > b" href = "https://four.example/">
      """
    #expect(
      pointed(html) == [
        "https://one.example/a", "http://two.example/b&c", "https://three.example",
        "https://four.example/",
      ])
  }

  @Test("what leads nowhere else, hides, or is no link says nothing")
  func none() {
    let html = """
      <a href="/about">about</a> <a href="#top">top</a> <a href="mailto:a@b.example">mail</a>
      <a name="href">x</a> <abbr href="https://abbr.example">y</abbr> <img src="https://i.example/p">
      <a data-href="https://data.example">z</a> <!-- <a href="https://hidden.example"> -->
      <script>var a = '<a href="https://script.example">'</script> <a href=>empty</a> <a href
      """
    #expect(pointed(html).isEmpty)
  }

  @Test("a text full of links ends somewhere, and a link longer than any address is none")
  func bounded() {
    let many = (0..<100).map { "<a href=\"https://n\($0).example/\">\($0)</a>" }.joined()
    #expect(pointed(many).count == 24)
    let long = "https://long.example/" + String(repeating: "x", count: 400)
    #expect(pointed("<a href=\"\(long)\">x</a>").isEmpty)
  }

  @Test("escaped markup, markup as elements, and JSON say the same")
  func grammars() throws {
    let rss = """
      <rss version="2.0"><channel><title>t</title><item><title>a</title><guid>1</guid>
      <description>&lt;a href="https://other.example/x"&gt;x&lt;/a&gt;</description></item>
      </channel></rss>
      """
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title>a</title>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
      <p>See <a href="https://other.example/x">x</a>.</p></div></content></entry></feed>
      """
    let json = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [{"id": "1",
      "content_html": "<a href='https://other.example/x'>x</a>"}]}
      """
    for text in [rss, atom, json] {
      let items = try FeedReader().read(Data(text.utf8)).document.items
      #expect(items.map(\.pointed) == [["https://other.example/x"]], "\(text.prefix(30))")
    }
  }
}
