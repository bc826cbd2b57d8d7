import Foundation
import PondTestSupport
import Testing

/// What a person decides takes effect in what leaves, as a user sees it.
@Suite("Answers that leave")
struct AnswersThatLeaveTests {
  private let list = """
    <opml version="2.0"><head><title>Invented</title></head><body>
      <outline text="Papers">
        <outline type="rss" text="Loud" xmlUrl="https://loud.example/feed"/>
        <outline type="rss" text="Quiet" xmlUrl="https://quiet.example/feed"/>
        <outline type="rss" text="Third" xmlUrl="https://third.example/feed"/>
      </outline>
    </body></opml>

    """

  private func pond() throws -> PondProcess {
    let pond = try PondProcess()
    let path = try pond.put(Data(list.utf8), "subs.opml")
    #expect(try pond.run("import", path).code == 0)
    return pond
  }

  @Test("repair writes the new address, undo the old one; a followed address is refused (E3, E6)")
  func repair() throws {
    let pond = try pond()
    defer { pond.remove() }
    #expect(try pond.run("decide", "Quiet", "repair").code == 64)
    #expect(
      try pond.run("decide", "Quiet", "repair", "--to", "https://loud.example/feed").errors
        .contains("you follow that already"))
    #expect(try pond.run("decide", "Quiet", "repair", "--to", "feeds/e.xml").code == 64)
    #expect(try pond.run("decide", "Quiet", "keep", "--to", "https://q.example/").code == 64)
    let made = try pond.run("decide", "Quiet", "repair", "--to", "https://q.example/?a=1&b=2")
    #expect(made.code == 0 && made.text.contains("→ https://q.example/?a=1&b=2"))
    #expect(
      try pond.run("export", "opml").text
        == list.replacing("https://quiet.example/feed", with: "https://q.example/?a=1&amp;b=2"))
    #expect(try pond.run("journal", "--format", "table").text.contains("→ https://q.example/"))
    #expect(try pond.run("undo").code == 0)
    #expect(try pond.run("export", "opml").text == list)
    #expect(try pond.run("decide", "--mend", "--yes").code == 0)
  }

  @Test(
    "feeds of this machine and of one's own network are followed and repaired like any other (E6)")
  func ownNetwork() throws {
    let pond = try pond()
    defer { pond.remove() }
    #expect(try pond.run("decide", "Quiet", "repair", "--to", "http://nas/feed").code == 0)
    #expect(try pond.run("follow", "http://localhost:1200/feed").code == 0)
    let out = try pond.run("export", "opml").text
    #expect(out.contains("\"http://nas/feed\"") && out.contains("\"http://localhost:1200/feed\""))
    let odd = try pond.run("decide", "Loud", "repair", "--to", "https://loud.example/a b")
    expectFailure(odd, 64, "and has no blanks")
  }

  @Test(
    "an importance that is written into the list is named, and then it is not byte for byte (S8)")
  func importance() throws {
    let pond = try pond()
    defer { pond.remove() }
    #expect(try pond.run("export", "opml").errors.contains("your list, byte for byte"))
    #expect(try pond.run("declare", "Loud", "importance", "3").code == 0)
    let outcome = try pond.run("export", "opml")
    #expect(outcome.text.contains("importance/3") && outcome.text != list)
    #expect(outcome.errors.contains("importance written for 1 entry (*)"), "\(outcome.errors)")
    #expect(outcome.errors.contains("* Loud") && !outcome.errors.contains("byte for byte"))
  }

  @Test("what a plain list of addresses has no place for is said as it is (E6)")
  func plainList() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let text = "https://loud.example/feed\nhttps://quiet.example/feed\n"
    try pond.run("import", try pond.put(Data(text.utf8), "list.txt"))
    try pond.run("decide", "loud.example", "thin")
    let outcome = try pond.run("export", "list")
    #expect(outcome.text == text)
    #expect(outcome.errors.contains("a plain list of addresses has no folders"))
    #expect(outcome.errors.contains("This is your list, byte for byte."))
    #expect(!outcome.errors.contains("You have changed nothing"))
  }

  @Test("the mended list, imported again, marks the repair as done and keeps the word (R6)")
  func repairDone() throws {
    let pond = try pond()
    defer { pond.remove() }
    _ = try pond.run("decide", "Quiet", "hold")
    _ = try pond.run("decide", "Quiet", "repair", "--to", "https://q.example/feed")
    _ = try pond.run("export", "opml", "-o", pond.path("out.opml"))
    let again = try pond.run("import", pond.path("out.opml"))
    #expect(again.text.contains("takes the place of subs.opml: 1 account left, 1 came"))
    #expect(again.text.contains("1 decision of yours took effect"))
    #expect(!again.text.contains("left without"))
    #expect(try pond.run("journal", "--format", "table").text.contains("(done 2026-06-01)"))
    #expect(try pond.run("export", "csv").text.contains("q.example/feed,,Papers"))
    let held = try pond.run("list", "--json").text.components(separatedBy: "q.example/feed")
    #expect(held.count > 1 && held.joined().contains("\"decision\" : \"hold\""))
  }

  @Test("thin moves into the stream folder, follow adds, and more than half asks again (E6)")
  func thinAndFollow() throws {
    let pond = try pond()
    defer { pond.remove() }
    _ = try pond.run("decide", "Loud", "thin")
    let follow = try pond.run("follow", "https://new.example/feed", "--title", "New & bright")
    #expect(follow.code == 0)
    #expect(try pond.run("follow", "https://new.example/feed").code == 64)
    #expect(try pond.run("follow", "a nobody").code == 64)
    #expect(try pond.run("list").text.contains("New & bright"))
    let out = try pond.run("export", "opml")
    #expect(
      out.text.contains(
        """
          <outline text="new">
            <outline type="rss" text="New &amp; bright" xmlUrl="https://new.example/feed"/>
          </outline>
          <outline text="stream">
            <outline type="rss" text="Loud" xmlUrl="https://loud.example/feed"/>
          </outline>
        </body>
        """))
    #expect(out.errors.contains("1 account added (+)"))
    _ = try pond.run("decide", "Loud", "let-go")
    _ = try pond.run("decide", "Quiet", "let-go")
    let half = try pond.run("export", "opml")
    #expect(half.code == 64 && half.output.isEmpty && half.errors.contains("more than half"))
    #expect(try pond.run("export", "opml", "--yes").code == 0)
    #expect(try pond.run("export", "opml", "--dry-run").code == 0)
  }

  @Test("everything written leaves in one file and comes back with dates and evidence (E4)")
  func portable() throws {
    let pond = try pond()
    defer { pond.remove() }
    _ = try pond.run("decide", "Loud", "let-go", "--reason", "too loud")
    _ = try pond.run("decide", "Quiet", "hold")
    _ = try pond.run("decide", "Quiet", "repair", "--to", "https://q.example/feed")
    _ = try pond.run("follow", "https://new.example/feed", "--title", "New")
    let file = try pond.run("export", "decisions").text
    #expect(file.contains("when https://loud.example/feed # 2026-06-01T08:00:00.000Z — "))
    var other = try PondProcess()
    defer { other.remove() }
    other.environment["POND_NOW"] = "2026-07-01T08:00:00Z"
    _ = try other.run("import", try other.put(Data(list.utf8), "subs.opml"))
    let taken = try other.run(
      "decide", "--yes", "--from", try other.put(Data(file.utf8), "words.txt"))
    #expect(taken.code == 0, "\(taken.errors)")
    #expect(try other.run("export", "decisions").text == file)
    #expect(try other.run("export", "opml").text == pond.run("export", "opml").text)
    #expect(try other.run("journal").text.contains("2026-06-01"))
  }

  @Test("lists are shown, left out and brought back; a name that fits none is a sentence")
  func lists() throws {
    let pond = try pond()
    defer { pond.remove() }
    #expect(
      try pond.run("lists", "--format", "table").text.contains("subs.opml “Invented”"))
    #expect(try pond.run("lists", "--json").text.contains("\"accounts\" : 3"))
    #expect(try pond.run("forget", "subs.opml").code == 64)
    #expect(
      try pond.run("forget", "nothing.opml", "--yes").errors.contains("pond lists shows them"))
    #expect(try pond.run("forget", "1", "--yes").code == 0)
    #expect(try pond.run("lists").text.isEmpty)
    #expect(try pond.run("list").text.contains("Loud") == false)
  }

  @Test("servers that only add are told so, with a checklist (E2)")
  func servers() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let list = Data("mira@pond.example\nold.friend@lake.example\nshop@sea.example\n".utf8)
    _ = try pond.run("import", try pond.put(list, "akkoma-follows.csv"))
    _ = try pond.run("decide", "old.friend@lake.example", "let-go")
    let said = try pond.run("export", "mastodon")
    #expect(said.errors.contains("their import only adds"))
    #expect(said.text == "Account address\nmira@pond.example\nshop@sea.example\n")
    let page = try pond.run("export", "fediverse")
    #expect(page.code == 0 && page.text.contains("old.friend@lake.example"))
  }
}
