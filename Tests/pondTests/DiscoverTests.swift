import Foundation
import PondTestSupport
import Testing

/// Discovery and the check, as commands (model §§7, 8).
@Suite("Discover and check")
struct DiscoverTests {
  private let blogroll = """
    <opml version="2.0"><body><outline text="New Voice" xmlUrl="https://new.example/feed"/>
    <outline text="Wire" xmlUrl="https://wire.example/f"/></body></opml>
    """

  @Test("somebody else's list is theirs: whom it names is discovered, and nobody is followed by it")
  func discover() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let before = try pond.run("list").text
    let nothing = try pond.run("discover")
    #expect(nothing.code == 0 && nothing.output.isEmpty && nothing.errors.contains("--of"))
    let path = try pond.put(Data(blogroll.utf8), "blogroll.opml")
    #expect(try pond.run("import", "--of", "low tide radio", path).code == 0)
    let found = try pond.run("discover").text
    #expect(found.contains("New Voice") && found.contains("Low Tide") && !found.contains("Harbour"))
    #expect(try pond.run("list").text == before)
    #expect(try pond.run("export", "opml").errors.contains("byte for byte"))
    #expect(try pond.run("import", "--of", "nobody at all", path).code == 64)
    try pond.run("decide", "new voice", "let-go")
    #expect(try pond.run("discover").text.isEmpty)
  }

  @Test("links inside posts are votes, those of posts that were kept first; who links is named")
  func pointing() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let inputs = ["subscriptions.opml", "feeds", "bookmarks.html"].map { "Samples/pointing/\($0)" }
    #expect(try pond.run(["import"] + inputs).code == 0)
    let found = try pond.run("discover", "--limit", "0")
    let names = found.lines.filter { !$0.isEmpty && !$0.hasPrefix(" ") }
    #expect(
      Set(names) == [
        "slow-press.example", "marginalia.example", "imre@social.example", "heron-notes.example",
      ])
    #expect(names.first == "slow-press.example" && names.last == "heron-notes.example")
    let words = found.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("3 posts link to it from Inkwell, and you engaged with 2"))
    #expect(words.contains("1 post links to it from Tide Table, and you engaged with it"))
    #expect(words.contains("3 posts link to it from Planet Ostrand."))
    #expect(found.lines.allSatisfy { $0.count <= 80 } && !found.text.contains("token"))
    #expect(try pond.run(["import"] + inputs).code == 0)
    #expect(try pond.run("discover", "--limit", "0").output == found.output)
    let json = try pond.run("discover", "--json").text
    #expect(json.contains("\"linkingPosts\" : 3") && json.contains("\"recommends\" : false"))
    #expect(try pond.run("list").text.contains("slow-press") == false)
    #expect(try pond.run("decide", "slow-press", "let-go").code != 0)
    #expect(try pond.run("decide", "slow-press.example", "let-go").code == 0)
    #expect(try pond.run("discover").text.contains("slow-press") == false)
    #expect(try pond.run("journal").text.contains("slow-press.example"))
    #expect(try pond.run("undo").code == 0)
    #expect(try pond.run("discover", "--limit", "0").lines.first == "slow-press.example")
  }

  @Test("the check says how the pond did beside other rules, and what it cannot know")
  func check() throws {
    let pond = try MainJobTests.ada()
    defer { pond.remove() }
    let check = try pond.run("check", "--days", "45")
    #expect(check.code == 0)
    for word in ["pond", "engaged count", "chance", "oracle", "log-loss", "cannot know"] {
      #expect(check.text.contains(word), "\(word)")
    }
    #expect(check.lines.allSatisfy { $0.count <= 80 })
    let empty = try PondProcess()
    defer { empty.remove() }
    try empty.run("import", try empty.put(Data(blogroll.utf8), "list.opml"))
    let little = try empty.run("check")
    #expect(little.code == 0 && little.output.isEmpty && little.errors.contains("Too little"))
    #expect(try empty.run("check", "--json").text.contains("\"check\" : null"))
    #expect(try empty.run("check", "--days", "1").code == 64)
  }
}
