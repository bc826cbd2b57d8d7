import Foundation
import FoundationXML
import PondTestSupport
import Testing

/// What a person wrote leaves in one file and comes back, and what leaves for other programs is
/// harmless there (E4, T-I09).
@Suite("Words that travel")
struct WordsThatTravelTests {
  private let opml = """
    <opml version="2.0"><body>
    <outline text="=cmd|' /C calc'!A0" xmlUrl="https://one.example/feed" htmlUrl="https://h.example/"/>
    <outline text="Two, &quot;quoted&quot; &lt;b&gt; &amp; more" xmlUrl="https://two.example/feed" htmlUrl="https://h.example/"/>
    <outline text="Secret" xmlUrl="https://ada:hunter2@three.example/feed"/>
    </body></opml>
    """

  private func pond() throws -> PondProcess {
    let pond = try PondProcess()
    try pond.run("import", try pond.put(Data(opml.utf8), "list.opml"))
    return pond
  }

  @Test("decisions, notes and joinings leave in one file, and another pond takes them back (E4)")
  func comesBack() throws {
    let first = try pond()
    defer { first.remove() }
    let answers = """
      let-go https://one.example/feed # whatever — too loud, and # too — long
      note https://two.example/feed # Two — met her at the fair
      join https://one.example/feed https://two.example/feed
      """
    let said = try first.run(
      "decide", "--yes", "--from", try first.put(Data(answers.utf8), "answers.txt"))
    #expect(said.code == 0, "\(said.errors)")
    try first.run("decide", "three.example", "keep")
    let left = try first.run("export", "decisions")
    #expect(left.code == 0 && !left.text.contains("hunter2"))
    let second = try pond()
    defer { second.remove() }
    let taken = try second.run(
      "decide", "--yes", "--from", try second.put(Data(left.text.utf8), "travelled.txt"))
    #expect(taken.code == 0, "\(taken.errors)")
    #expect(try second.run("export", "decisions").text == left.text)
    let case2 = try second.run("why", "two.example").text
    #expect(case2.contains("met her at the fair") && case2.contains("one person with"))
  }

  @Test("a file with one wrong line changes nothing, whatever else it says (R5)")
  func wrongLine() throws {
    let pond = try pond()
    defer { pond.remove() }
    let before = try pond.run("doctor", "--digest").text
    for line in [
      "note", "join https://one.example/feed", "note https://nobody.example/ # — x",
      "join https://one.example/feed https://one.example/feed",
    ] {
      let text = "let-go https://one.example/feed\n\(line)\n"
      let said = try pond.run("decide", "--yes", "--from", try pond.put(Data(text.utf8), "a.txt"))
      #expect([64, 65].contains(said.code) && said.output.isEmpty, "\(line)")
      #expect(try pond.run("doctor", "--digest").text == before)
    }
  }

  @Test("a table for people holds no formula and no secret (T-I09, I8)")
  func table() throws {
    let pond = try pond()
    defer { pond.remove() }
    let table = try pond.run("export", "csv")
    #expect(table.code == 0)
    #expect(table.text.contains(",'=cmd|' /C calc'!A0,"))
    #expect(table.text.contains(",\"Two, \"\"quoted\"\" <b> & more\","))
    #expect(!table.text.contains("hunter2"))
    let rows = table.text.components(separatedBy: "\r\n")
    #expect(rows.count == 5 && rows.last == "")
  }

  @Test("a graph is well-formed whatever the titles are, with every account and no secret")
  func graph() throws {
    let pond = try pond()
    defer { pond.remove() }
    let graph = try pond.run("export", "graph")
    let reading = ElementCount()
    let parser = XMLParser(data: Data(graph.text.utf8))
    parser.delegate = reading
    #expect(parser.parse() && parser.parserError == nil)
    #expect(reading.counts["node"] == 4 && reading.counts["edge"] == 3)
    #expect(!graph.text.contains("hunter2"))
  }

  @Test("two accounts are joined and parted by name; who may be one person is asked (I5)")
  func joining() throws {
    let pond = try pond()
    defer { pond.remove() }
    let proposals = try pond.run("join", "--propose")
    #expect(proposals.code == 0 && proposals.text.contains("both name h.example as home page"))
    #expect(try pond.run("join", "one.example", "two.example").code == 0)
    #expect(try pond.run("join", "--propose").text.isEmpty)
    #expect(try pond.run("join", "--part", "two.example").code == 0)
    #expect(try pond.run("join", "--part", "two.example").code == 64)
    #expect(try pond.run("join", "one.example").code == 64)
    #expect(try pond.run("join", "one.example", "one.example").code == 64)
  }
}

// A class, for it is a parser's delegate.
private final class ElementCount: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
  }
}
