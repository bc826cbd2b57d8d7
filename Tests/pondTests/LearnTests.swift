import Foundation
import PondTestSupport
import Testing

/// What the answers say of the measures: proposed before and after, made only upon a yes.
@Suite("pond learn")
struct LearnTests {
  static let feeds = 24

  /// Loud feeds, read a little, and an answer about each but the last two.
  static func made(
    _ answer: String, answers: Int = 22, readEvery: Int = 20
  ) throws -> PondProcess {
    let pond = try PondProcess()
    var cache = InventedCache(feeds: 0..<feeds, posts: 120)
    (cache.seconds, cache.readEvery) = (30_000, readEvery)
    try cache.write(to: pond.path("cache.db"))
    let outlines = (0..<feeds).map {
      #"<outline text="Feed \#($0)" xmlUrl="\#(InventedCache.address($0))"/>\#n"#
    }
    let list = """
      <opml version="2.0"><body><outline text="Wires">
      \(outlines.joined())</outline></body></opml>
      """
    try pond.run("import", try pond.put(Data(list.utf8), "wires.opml"), pond.path("cache.db"))
    let lines = (0..<answers).map { "\(answer) \(InventedCache.address($0))\n" }.joined()
    let file = try pond.put(Data(lines.utf8), "answers.txt")
    let said = try pond.run("decide", "--yes", "--from", file)
    #expect(said.code == 0, "\(said.errors)")
    return pond
  }

  @Test("one change, before and after, within 80 columns; in a pipe it takes --yes")
  func proposes() throws {
    let pond = try Self.made("keep")
    defer { pond.remove() }
    let digest = try pond.run("doctor", "--digest").text
    let list = try pond.run("list", "--json").text
    let asked = try pond.run("learn")
    #expect(asked.code == 64 && asked.errors.contains("Say --yes"), "\(asked.errors)")
    #expect(asked.lines.allSatisfy { $0.count <= 80 })
    // Nobody is rated, nothing is owed (R2, R7).
    let cold = /(?i)friend|close|intimate|dead|useless|worthless|ROI|unread|score|rank|debt|wrong/
    #expect(asked.text.firstMatch(of: cold) == nil)
    try expectSnapshot(asked.text, named: "learn")
    let looked = try pond.run("learn", "--dry-run")
    #expect(looked.code == 0 && looked.text == asked.text)
    #expect(try pond.run("learn", "--json").code == 0)
    #expect(try pond.run("doctor", "--digest").text == digest)

    let made = try pond.run("learn", "--yes")
    #expect(made.code == 0 && made.text == asked.text && made.errors.contains("pond undo"))
    let after = try pond.run("list", "--json").text
    #expect(after != list)
    #expect(
      try pond.run("journal", "--format", "table").lines.dropLast().last?.contains("learned")
        == true)
    #expect(try pond.run("journal", "--json").text.contains("\"change\" : \"price 0.05\""))
    #expect(try pond.run("explain", "bar").text.contains("Yours, as you agreed to them"))
    #expect(try pond.run("config", "list").text == "learn price 0.05\n")
    // What was learned is told no second time.
    #expect(try pond.run("learn").text.contains("No change would do"))

    let words = try pond.run("export", "decisions").text
    #expect(words.hasSuffix("learn price 0.05\n"))
    let undone = try pond.run("undo")
    #expect(undone.text == "taken back: learned  a post past the free ones: 0.05\n")
    #expect(try pond.run("doctor", "--digest").text == digest)
    #expect(try pond.run("list", "--json").text == list)
    #expect(!(try pond.run("explain", "bar").text.contains("Yours")))

    // The file brings it back, and a second time changes nothing (E4).
    let file = try pond.put(Data(words.utf8), "words.txt")
    let back = try pond.run("decide", "--yes", "--from", file)
    #expect(back.code == 0 && back.errors.contains("1 measure kept"), "\(back.errors)")
    #expect(try pond.run("export", "decisions").text == words)
    #expect(try pond.run("list", "--json").text == after)
    try pond.run("decide", "--yes", "--from", file)
    #expect(try pond.run("export", "decisions").text == words)
  }

  @Test("a person at a terminal is asked, and only their yes makes it", arguments: ["y", "n", ""])
  func terminal(answer: String) throws {
    let pond = try Self.made("keep")
    defer { pond.remove() }
    let terminal = try Terminal()
    let line = Child.Stream.descriptor(terminal.line)
    let child = try pond.start(["learn"], input: line, output: line, errors: line)
    _ = try terminal.transcript(of: child, until: "Go on? [y/N]")
    terminal.type(answer + "\n")
    _ = try terminal.transcript(of: child)
    #expect(try child.wait().code == (answer == "y" ? 0 : 64))
    #expect(try pond.run("config", "list").text.isEmpty == (answer != "y"))
  }

  @Test("a copy holds it and brings it back (E4)")
  func copies() throws {
    let pond = try Self.made("keep")
    defer { pond.remove() }
    try pond.run("learn", "--yes")
    let list = try pond.run("list", "--json").text
    try pond.run("backup", pond.path("copy.sqlite"))
    try pond.run("learn", "--forget")
    #expect(try pond.run("list", "--json").text != list)
    let back = try pond.run("restore", pond.path("copy.sqlite"))
    #expect(back.errors.contains("It brings along: learned price 0.05"), "\(back.errors)")
    #expect(try pond.run("list", "--json").text == list)
  }

  @Test("an answer since then is taken back first; --forget takes the change alone")
  func order() throws {
    let pond = try Self.made("keep")
    defer { pond.remove() }
    let before = try pond.run("explain", "bar").text
    try pond.run("learn", "--yes")
    try pond.run("decide", InventedCache.address(23), "thin")
    #expect(try pond.run("undo").text.hasPrefix("taken back: thin"))
    try pond.run("decide", InventedCache.address(23), "thin")
    let forgotten = try pond.run("learn", "--forget")
    #expect(forgotten.text.hasPrefix("taken back: learned"))
    #expect(try pond.run("explain", "bar").text == before)
    #expect(try pond.run("undo").text.hasPrefix("taken back: thin"))
    let nothing = try pond.run("learn", "--forget")
    #expect(
      nothing.code == 0 && nothing.text.isEmpty && nothing.errors.contains("nothing was changed"))
  }

  @Test("a folder whose accounts are thinned against the advice gets its word")
  func folder() throws {
    let pond = try Self.made("thin", readEvery: 100)
    defer { pond.remove() }
    let said = try pond.run("learn", "--yes")
    #expect(said.code == 0 && said.text.contains("“Wires”"), "\(said.text)\(said.errors)")
    #expect(try pond.run("why", InventedCache.address(23)).text.contains("your word for a folder"))
    #expect(try pond.run("export", "decisions").text.contains("learn folder thin Wires\n"))
  }

  @Test("too few answers, no answers, no pond: a sentence each")
  func early() throws {
    let pond = try Self.made("keep", answers: 19)
    defer { pond.remove() }
    let early = try pond.run("learn")
    #expect(
      early.code == 0 && early.text.hasPrefix("It is too early to learn: 19 answers of yours"))
    #expect(early.lines.allSatisfy { $0.count <= 80 })
    let told = try pond.run("learn", "--json", "--yes").text
    #expect(told.contains("\"state\" : \"too-early\"") && told.contains("\"proposal\" : null"))
    #expect(told.contains("\"applied\" : false"))

    let empty = try PondProcess()
    defer { empty.remove() }
    for arguments in [["learn"], ["learn", "--json"], ["learn", "--yes"], ["learn", "--forget"]] {
      let none = try empty.run(arguments)
      #expect(none.code == 66 && !none.text.contains("answers"), "\(arguments)")
    }
    try empty.run(
      "import", try empty.put(Data("<opml version=\"2.0\"><body/></opml>".utf8), "e.opml"))
    #expect(try empty.run("learn").text.contains("none of your answers"))
    #expect(try empty.run("learn", "--yes", "--forget").code == 64)
  }

  @Test("explain goes on without a pond file, and says what is wrong with one that was named")
  func explain() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let text = try pond.run("explain", "bar").text
    #expect(!text.isEmpty)
    #expect(try pond.run("explain", "bar", "--pond", pond.path("none.sqlite")).code == 66)
    let odd = try pond.put(Data("no pond".utf8), "odd")
    var other = pond
    other.environment["POND_FILE"] = odd
    #expect(try other.run("explain", "bar").text == text)
  }

  @Test("a line of a file that is no measure changes nothing")
  func oddLine() throws {
    let pond = try Self.made("keep", answers: 3)
    defer { pond.remove() }
    for line in ["learn price 7", "learn", "learn folder let-go wires", "learn credit seen 1"] {
      let file = try pond.put(Data((line + "\n").utf8), "line.txt")
      #expect(try pond.run("decide", "--yes", "--from", file).code == 65, "\(line)")
    }
    #expect(try pond.run("config", "list").text.isEmpty)
  }
}
