import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("OPML: what is refused")
struct OPMLHostileTests {
  private func refusal(_ bytes: Data) -> OPMLError? {
    do {
      _ = try OPMLDocument(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func isHostile(_ text: String) -> Bool {
    if case .hostile = refusal(Data(text.utf8)) { return true }
    return false
  }

  @Test("entities, depth, attributes and tags without measure are refused at once (T-I01)")
  func hostile() {
    let nested = String(repeating: "<outline text=\"a\">", count: 100_000)
    let crowded = "<outline " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
    let bombs = [
      "<!DOCTYPE opml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><opml><body>&b;</body></opml>",
      "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><opml><body/></opml>",
      "<!DOCTYPE opml [ <!-- ]> --> <!entity % p 'q'> ]><opml><body/></opml>",
      opml(nested), opml(crowded),
      opml("<outline text=\"\(String(repeating: "a", count: 2 << 20))\"/>"),
      opml("<outline text=\"" + String(repeating: "\" ", count: 1 << 20)),
    ]
    for bomb in bombs {
      var wasRefused = false
      let time = ThreadTime.measure { wasRefused = isHostile(bomb) }
      #expect(wasRefused, "\(bomb.prefix(60))")
      // A tenth of a second in a release build; this is for debug builds.
      #expect(time < .seconds(10))
    }
  }

  @Test("end tags without a start cost no more than their number (T-I01)")
  func endTags() throws {
    let open = String(repeating: "<outline text=\"f\">", count: 200)
    let text = opml(open + String(repeating: "</x></outlinx>", count: 5_000))
    var document: OPMLDocument?
    let time = try ThreadTime.measure { document = try OPMLDocument(Data(text.utf8)) }
    #expect(document?.repairs[.unmatchedEndTag] == 10_000)
    #expect(time < .seconds(10))
  }

  @Test("a document type without entities has no power and is passed over")
  func doctype() throws {
    let text =
      "<!DOCTYPE opml SYSTEM \"https://x.example/opml.dtd\" [ <!-- ' --> <!ELEMENT opml ANY> ]>"
      + "<opml><body><outline xmlUrl=\"https://a.example/\"/></body></opml>"
    #expect(addresses(try OPMLDocument(Data(text.utf8))) == ["https://a.example/"])
  }

  @Test("what is no OPML is called what it is (T-I03)")
  func otherThings() {
    let page = "<!DOCTYPE html><html><body>Please log in. <opml></body></html>"
    #expect(
      refusal(Data(page.utf8))
        == .somethingElse("a web page (perhaps a log-in page), not a list of feeds"))
    #expect(refusal(Data("{\"a\":1}".utf8)) == .somethingElse("JSON, not a list of feeds"))
    #expect(refusal(Data("<rss/>".utf8)) == .somethingElse("a feed, not a list of feeds"))
    #expect(
      refusal(Data("<list/>".utf8)) == .somethingElse("no list of feeds: it has no <opml>"))
    #expect(
      refusal(Data("<opml>\0</opml>".utf8))
        == .unreadable(
          "it is no text: there is a NUL byte", at: OPMLPosition(line: 1, column: 7)))
    let shifting = "<?xml version='1.0' encoding='ISO-2022-JP'?><opml><body/>\u{1B}$B</opml>"
    #expect(
      refusal(Data(shifting.utf8))
        == .unreadable(
          "its encoding is ISO-2022-JP, which Pond does not read, as it says",
          at: OPMLPosition(line: 1, column: 1)))
    let large = Data(repeating: 0x20, count: 65 << 20)
    #expect(refusal(large) == .tooLarge(bytes: 65 << 20, limit: 64 << 20))
  }

  @Test("an OPML is recognised by its bytes alone (I2)")
  func recognises() {
    func isOPML(_ bytes: Data) -> Bool { bytes.withUnsafeBytes(OPMLAppearance.isOPML) }
    let yes = [
      "<opml/>", " \n<?xml version='1.0'?><!-- <html> --><OPML version='1.0'>", "\u{FEFF}<opml>",
      "<x:opml xmlns:x='y'>", "Warning: line 3\n<opml version=\"1.0\">", "<!DOCTYPE opml><opml>",
    ]
    let no = ["", "<", "<opmlx>", "<html><opml>", "{\"opml\":1}", "<rss>", "opml", "<feed>"]
    for text in yes { #expect(isOPML(Data(text.utf8)), "\(text)") }
    for text in no { #expect(!isOPML(Data(text.utf8)), "\(text)") }
    let wide = "<?xml version='1.0'?><opml/>".data(using: .utf16LittleEndian)
    #expect(isOPML(wide ?? Data()))
  }
}
