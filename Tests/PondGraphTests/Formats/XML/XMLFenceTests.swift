import Foundation
import PondGraph
import PondTestSupport
import Testing

/// What was built to do harm, by its name.
struct Bomb: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String

  static let all = [
    Bomb(testDescription: "billion laughs", text: laughs),
    Bomb(testDescription: "quadratic text", text: quadratic),
    Bomb(testDescription: "amplified attribute", text: amplifiedAttribute),
    Bomb(testDescription: "parameter entities", text: parameters),
    Bomb(testDescription: "loop", text: loop),
  ]

  static let laughs: String = {
    let levels = (1...9).map { level in
      let inside = String(repeating: "&l\(level - 1);", count: 10)
      return "<!ENTITY l\(level) '\(inside)'>"
    }
    return "<!DOCTYPE r [<!ENTITY l0 'ha'>\(levels.joined())]><r a='&l9;'>&l9;</r>"
  }()

  static let quadratic: String = {
    let big = String(repeating: "a", count: 50_000)
    return "<!DOCTYPE r [<!ENTITY b '\(big)'>]><r>\(String(repeating: "&b;", count: 20_000))</r>"
  }()

  static let amplifiedAttribute: String = {
    let big = String(repeating: "a", count: 50_000)
    let use = String(repeating: "&b;", count: 20_000)
    return "<!DOCTYPE r [<!ENTITY b '\(big)'>]><r x='\(use)'/>"
  }()

  static let parameters = """
    <!DOCTYPE r [<!ENTITY % a "<!ENTITY &#37; b '&#37;c;&#37;c;'>"><!ENTITY % c "&#37;d;&#37;d;">
    <!ENTITY % d "&#37;e;&#37;e;"><!ENTITY % e "&#37;a;&#37;a;">%a;%c;%d;%e;%b;]><r>x</r>
    """

  static let loop = """
    <!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><r x='&a;'>&a;</r>
    """
}

/// What was built to do harm, and how little it may cost. Times are generous: they tell linear
/// from endless.
@Suite("The fence around the parser", .serialized)
struct XMLFenceTests {
  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    let spent = try ThreadTime.measure(work)
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
  }

  @Test(
    "no entity bomb takes time or memory, whatever the mode (T-I01)",
    arguments: Bomb.all, [XMLReader.Mode.strict, .recovering])
  func bombs(bomb: Bomb, mode: XMLReader.Mode) throws {
    let spent = try seconds {
      let (events, _) = try EventLog.read(bomb.text, mode: mode)
      #expect(events.joined().utf8.count < 200_000)
    }
    #expect(spent < 1)
  }

  @Test(
    "nothing outside of the document is opened (T-I02)",
    arguments: [XMLReader.Mode.strict, .recovering])
  func externalEntities(mode: XMLReader.Mode) throws {
    let canary = FileManager.default.temporaryDirectory
      .appendingPathComponent("canary-\(mode).txt")
    try "CANARY".write(to: canary, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: canary) }
    let address = canary.absoluteString
    let documents = [
      "<!DOCTYPE r [<!ENTITY x SYSTEM '\(address)'>]><r a='&x;'>&x;</r>",
      "<!DOCTYPE r SYSTEM '\(address)'><r>x&x;</r>",
      "<!DOCTYPE r [<!ENTITY % x SYSTEM '\(address)'>%x;]><r>x</r>",
      "<r xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='\(address)' parse='text'/></r>",
      "<?xml-stylesheet href='\(address)'?><r>x</r>",
    ]
    for document in documents {
      let (events, _) = try EventLog.read(document, mode: mode)
      #expect(!events.joined().contains("CANARY"))
    }
  }

  @Test("100,000 attributes, a tag of 2 MB and a million open elements are refused at once (T-I01)")
  func refusals() throws {
    let attributes = (0..<100_000).map { " a\($0)='x'" }.joined()
    let long = String(repeating: "a", count: 2 << 20)
    let deep = String(repeating: "<a>", count: 1_000_000)
    let spent = seconds {
      #expect(throws: XMLRefusal.tooManyAttributes(line: 2, limit: 1_000)) {
        try EventLog.read("<r>\n<e\(attributes)/></r>")
      }
      #expect(throws: XMLRefusal.tagTooLong(line: 1, limit: 1 << 20)) {
        try EventLog.read("<r><e a='\(long)'/></r>")
      }
      #expect(throws: XMLRefusal.tooDeep(line: 1, limit: 256)) { try EventLog.read(deep) }
      #expect(throws: XMLRefusal.tooLarge(bytes: 7, limit: 5)) {
        try EventLog.read("<a></a>", limits: XMLLimits(bytes: 5))
      }
    }
    #expect(spent < 3)
  }

  @Test("a tag with too much in it cannot hide behind comments, quotes or declarations")
  func hiding() {
    let attributes = (0..<2_000).map { " a\($0)='x'" }.joined()
    let hidden = [
      "<!DOCTYPE r [<!ENTITY a '<!--'>]><r\(attributes)/><!-- -->",
      "<!DOCTYPE r SYSTEM '<!--'><r\(attributes)/><!-- -->",
      "<r><e a=\"x'\"\(attributes)/></r>",
      "<r><!--> --><e\(attributes)/></r>",
      "<r><?p <!-- ?><e\(attributes)/><!-- --></r>",
      "<r><![CDATA[<!--]]><e\(attributes)/><!-- --></r>",
    ]
    for text in hidden {
      #expect(throws: XMLRefusal.self, "\(text.prefix(40))") { try EventLog.read(text) }
    }
  }

  @Test("a '<' inside of a value ends the tag for the parser too, so what follows costs nothing")
  func brokenValue() {
    let attributes = (0..<100_000).map { " a\($0)='x'" }.joined()
    for text in ["<r><e a='<' \(attributes)/></r>", "<r><e a='><!--'\(attributes)/></r>"] {
      #expect(seconds { _ = try? EventLog.read(text, mode: .recovering) } < 1)
    }
  }

  @Test("long comments and sections full of equals signs are no tags")
  func harmless() throws {
    let long = String(repeating: "a=b ", count: 400_000)
    let (events, outcome) = try EventLog.read("<r><!-- \(long) --><![CDATA[\(long)]]></r>")
    #expect(outcome.isWellFormed)
    #expect(events == ["<r", long, ">r"])
  }

  @Test("unclosed comments by the thousand are one pass, not a thousand (T-I01)")
  func unclosed() throws {
    for piece in ["<!--", "<![CDATA[", "<?p ", "<a '", "<", "&", "&#", "<!DOCTYPE r [", "<script>"]
    {
      let text = String(repeating: piece, count: 100_000)
      #expect(seconds { _ = try? EventLog.read(text, mode: .recovering) } < 3, "\(piece)")
      #expect(seconds { _ = MarkupText.plain(text) } < 1, "\(piece)")
    }
  }
}
