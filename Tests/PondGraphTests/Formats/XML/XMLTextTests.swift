import PondGraph
import Testing

@Suite("Encodings and references")
struct XMLTextTests {
  @Test("UTF-16 and UTF-32 are told by their mark or their noughts")
  func wide() {
    let xml = "<?xml version=\"1.0\"?><a>é😀</a>"
    let little = xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = xml.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let four = xml.unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
    }
    for bytes in [little, [0xFF, 0xFE] + little, big, [0xFE, 0xFF] + big, four] {
      let text = XMLEncoding.utf8(bytes)
      #expect(String(decoding: text.bytes, as: UTF8.self) == xml)
      #expect(text.damage == nil)
      #expect(XMLCheck.wellFormedness(of: bytes) == nil)
    }
  }

  @Test("declared encodings are read, those that Swift does not know through libxml2")
  func declared() {
    #expect(XMLEncoding.decode([0xE9, 0x80], declared: "ISO-8859-1") == "é€")
    #expect(XMLEncoding.decode([0xCF, 0xF0, 0xE8], declared: "windows-1251") == "При")
    #expect(XMLEncoding.decode([0x93, 0xFA, 0x96, 0x7B], declared: "Shift_JIS") == "日本")
    #expect(XMLEncoding.decode([0xB1, 0xB2], declared: "iso-8859-2") == "ą˛")
    #expect(XMLEncoding.decode([0xFF, 0xFF], declared: "Shift_JIS") == nil)
    #expect(XMLEncoding.decode([0x41], declared: "no-such-encoding") == nil)
    #expect(XMLEncoding.decode([], declared: "koi8-r") == "")
    let xml = Array("<?xml version='1.0' encoding='KOI8-R'?><a>".utf8) + [0xF0] + Array("</a>".utf8)
    #expect(String(decoding: XMLEncoding.utf8(xml).bytes, as: UTF8.self).contains("П"))
    #expect(XMLCheck.wellFormedness(of: xml) == nil)
  }

  @Test("a long text in an encoding of two bytes loses nothing at the borders of its pieces")
  func longDecoding() {
    let two: [UInt8] = [0x93, 0xFA]
    let bytes = [0x41] + Array(repeating: two, count: 100_001).joined()
    let text = XMLEncoding.decode(bytes, declared: "shift_jis")
    #expect(text == "A" + String(repeating: "日", count: 100_001))
  }

  @Test("a label that lies is told, and the bytes are handed on")
  func lies() {
    let text = XMLEncoding.utf8(Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8))
    #expect(text.damage != nil)
    #expect(text.encoding == "utf-8")
  }

  @Test("HTML names characters, and only those it knows")
  func names() {
    #expect(HTMLEntities.scalar(named: "eacute") == "é")
    #expect(HTMLEntities.scalar(named: "thetasym") == "ϑ")
    #expect(HTMLEntities.scalar(named: "nosuch") == nil)
    #expect(HTMLEntities.scalar(named: "") == nil)
    #expect(HTMLEntities.scalar(named: "averylongname") == nil)
  }

  @Test(
    "markup becomes plain text: tags away, references resolved, blanks collapsed",
    arguments: [
      ("<p>One</p><p>two</p>", "One two"),
      ("a<b>b</b>c", "abc"),
      ("  a \n\t b&nbsp;c ", "a b c"),
      ("AT&amp;T &#8217; &#x2019; &#146;", "AT&T ’ ’ ’"),
      ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
      ("<script>no()</script>yes<style>p{}</style>", "yes"),
      ("<a href='x>y'>link</a>", "link"),
      ("<a href='x>y", "y"),
      ("<!-- no -->a<br/>b", "a b"),
      ("I <3 you", "I <3 you"),
      ("&nosuch; &; &#; &#0; &#xFFFFFFFF;", "&nosuch; &; &#; &#0; &#xFFFFFFFF;"),
      ("", ""),
    ])
  func plain(markup: String, text: String) {
    #expect(MarkupText.plain(markup) == text)
  }

  @Test("text that is no markup keeps what looks like it")
  func collapsed() {
    #expect(MarkupText.collapsed(" a <b> \n &amp; ") == "a <b> &amp;")
  }
}
