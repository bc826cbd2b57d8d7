import Foundation
import PondTestSupport
import Testing

@Suite("Lists for programs")
struct RowsTests {
  private func learned(_ opml: String) throws -> PondProcess {
    let pond = try PondProcess()
    let list = try pond.put(
      Data("<opml version=\"2.0\"><body>\(opml)</body></opml>".utf8), "a.opml")
    #expect(try pond.run("import", list).code == 0)
    return pond
  }

  private let list = """
    <outline text="Kitchen garden"><outline text="Beet Diary" xmlUrl="https://beet.example/rss"
      category="/Sport/Bikes,news"/></outline>
    <outline text="\t=cmd()" xmlUrl="https://leek.example/rss"/>
    <outline xmlUrl="https://ash.example/rss"/>
    """

  @Test("a list in a pipe is whole: tabs, a header, id and address; columns can be chosen")
  func tabs() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let rows = try pond.run("list").lines.filter { !$0.isEmpty }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.count == 4 && Set(rows.map(\.count)).count == 1)
    #expect(rows[0].prefix(3) == ["id", "title", "address"])
    let chosen = try pond.run("list", "--fields", "address,tags").lines
    #expect(chosen.contains("https://beet.example/rss\tSport/Bikes; news"))
    let wrong = try pond.run("list", "--fields", "adress")
    #expect(wrong.code == 64 && wrong.errors.contains("Did you mean address?"))
    #expect(try pond.run("list", "--format", "table").lines[0].contains("Account"))
  }

  @Test(
    "what a spreadsheet takes for a formula begins with an apostrophe, after blanks too (T-I09)")
  func formulas() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    for words in [["list"], ["export", "csv"]] {
      let text = try pond.run(words).text
      #expect(text.contains("=cmd()") && !text.contains(/[\t,]\s*=cmd/), "\(words)")
    }
  }

  @Test("an object a line, and one document")
  func objects() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let lines = try pond.run("list", "--format", "nl").lines.filter { !$0.isEmpty }
    #expect(lines.count == 3)
    for line in lines {
      let one = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(one?["id"] is String && one?["tags"] is [String] && one?["lastPost"] is NSNull)
    }
    #expect(
      try pond.run("list", "--format", "json").output == (try pond.run("list", "--json").output))
    let plan = try pond.run("plan", "--format", "tsv").lines.filter { !$0.isEmpty }
    #expect(plan.count == 4 && plan[0].hasPrefix("id\ttitle\taddress\tverdict"))
  }

  @Test("the journal in a pipe: id and address, nothing where nothing was decided")
  func journal() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    #expect(try pond.run("journal").output.isEmpty)
    try pond.run("decide", "beet", "keep")
    let lines = try pond.run("journal").lines
    #expect(
      lines[0] == "number\tat\tdecision\tid\taddress\ttitle\treason\tnewAddress\tdoneAt\tundoneAt")
    #expect(lines[1].contains("\tkeep\t") && lines[1].contains("https://beet.example/rss"))
  }

  @Test(
    "imported lists in a pipe are rows with id and path; columns, objects and a table on asking")
  func lists() throws {
    var pond = try learned(list)
    defer { pond.remove() }
    let rows = try pond.run("lists").lines.filter { !$0.isEmpty }
    #expect(
      rows.first
        == "id format path owner title accounts learnedAt documentDate counts replacedBy"
        .replacing(" ", with: "\t"))
    #expect(rows.count == 2 && rows[1].hasSuffix("\ttrue\t"))
    #expect(try pond.run("lists", "--fields", "format,accounts").lines[1] == "opml\t3")
    #expect(try pond.run("lists", "--format", "nl").lines[0].contains("\"counts\""))
    #expect(try pond.run("lists", "--format", "table").lines[0].contains("3 accounts"))
    #expect(try pond.run("lists", "--fields", "pth").errors.contains("Did you mean path?"))
    pond.environment["SAP_SHELL"] = "bash"
    let offered = try pond.run(
      ["---completion", "forget", "--", "positional@0", "2", "0", "pond", "forget", ""]
    ).text
    #expect(offered.contains("a.opml"))
  }

  @Test("where nobody looked there is no number, in no column and no document (I10)")
  func unknown() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let names = "posts,postsPerWeek,signal,noise,snr,minutesPerWeek,lastPost"
    let rows = try pond.run("list", "--fields", names).lines.dropFirst().filter { !$0.isEmpty }
    #expect(rows.count == 3 && rows.allSatisfy { $0.allSatisfy { $0 == "\t" } })
    let csv = try pond.run("export", "csv").lines.dropFirst().filter { !$0.isEmpty }
    #expect(csv.allSatisfy { !$0.contains(/,0(\.0)?,/) })
  }

  @Test("what is kept of a file says how the last of it is taken back")
  func takingBack() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    func kept(_ text: String) throws -> String {
      try pond.run(["decide", "--from", "-", "--yes"], input: text).errors
    }
    #expect(try kept("keep https://beet.example/rss\n").contains("kept. pond undo takes back"))
    let note = try kept("note https://beet.example/rss why not\n")
    #expect(!note.contains("undo"), "\(note)")
  }

  @Test("an unknown folder or tag is a usage error that names the nearest")
  func folders() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let folder = try pond.run("list", "--folder", "Kitchen gardn")
    #expect(folder.code == 64 && folder.errors.contains("Did you mean Kitchen garden?"))
    #expect(try pond.run("list", "--folder", "kitchen GARDEN").code == 0)
    let tag = try pond.run("list", "--tag", "nwes")
    #expect(tag.code == 64 && tag.errors.contains("Did you mean news?"))
    #expect(try pond.run("list", "--tag", "sport", "--fields", "title").lines[1] == "Beet Diary")
    #expect(try pond.run("why", "beet").text.contains("tagged “Sport/Bikes” and “news”"))
    #expect(try pond.run("export", "opml", "--folder", "Nowhere").code == 64)
  }

  @Test(
    "did you mean: commands, verdicts, formats, topics, orders, words, accounts",
    arguments: [
      (["lst"], "list"), (["decide", "beet", "kep"], "keep"), (["export", "newsbaot"], "newsboat"),
      (["explain", "signls"], "signals"), (["why", "Beet Dairy"], "Beet Diary"),
      (["config", "minuts-per-day", "3"], "minutes-per-day"), (["plan", "--format", "tvs"], "tsv"),
      (["review", "--order", "costlest"], "costliest"), (["declare", "beet", "ambint"], "ambient"),
    ])
  func meant(words: [String], meaning: String) throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let outcome = try pond.run(words)
    #expect(outcome.code == 64 && outcome.errors.contains("Did you mean \(meaning)"), "\(outcome)")
  }

  @Test("nobody is called (no title): the handle stands in")
  func handles() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    for words in [
      ["list"], ["why", "ash"], ["decide", "ash", "let-go"], ["journal"], ["export", "opml"],
    ] {
      let outcome = try pond.run(words)
      #expect(!(outcome.text + outcome.errors).contains("(no title)"), "\(words)")
    }
  }

  @Test("a table fits from 30 columns to 250")
  func widths() throws {
    var pond = try learned(list)
    defer { pond.remove() }
    for width in [30, 40, 60, 79, 80, 100, 119, 120, 160, 250] {
      pond.environment["COLUMNS"] = "\(width)"
      let lines = try pond.run("list", "--format", "table").lines
      #expect(lines.allSatisfy { $0.count <= width }, "\(width)")
      #expect(lines[0].contains("verdict") && lines[0].contains("Account"), "\(width)")
    }
  }

  @Test("a backup goes through a pipe and comes back")
  func backup() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let copy = try pond.run("backup", "-").output
    #expect(copy.starts(with: Data("SQLite format 3".utf8)))
    try pond.run("decide", "beet", "keep")
    let path = try pond.put(copy, "copy.sqlite")
    let child = try pond.start(["restore", "-"], input: .path(path))
    #expect(try child.wait().code == 0)
    #expect(try pond.run("journal").output.isEmpty)
    #expect(try pond.run("list", "--fields", "id").lines.filter { !$0.isEmpty }.count == 4)
    #expect(try pond.run(["restore", "-"], input: "no pond file\n").code == 65)
  }

  @Test("- is standard input and standard output")
  func standardStreams() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let opml = "<opml version=\"2.0\"><body>\(list)</body></opml>"
    let seen = try pond.run("inspect", "-", input: opml)
    #expect(seen.code == 0 && seen.text.contains("opml"))
    #expect(try pond.run("import", "-", input: opml).code == 0)
    #expect(try pond.run("export", "opml", "-o", "-").text == opml)
    #expect(try pond.run("report", "-o", "-").text.contains("<html"))
  }

  @Test("the shell is offered folders, tags and accounts out of the pond file")
  func completions() throws {
    let pond = try learned(list)
    defer { pond.remove() }
    let script = try pond.run("--generate-completion-script", "bash").text
    #expect(script.contains("---completion"))
    for word in ["folder", "tag"] { #expect(script.contains("--\(word)")) }
  }
}
