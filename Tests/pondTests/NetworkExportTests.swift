import Foundation
import PondTestSupport
import Testing

/// Lists that networks take back, and lists that would unfollow more than was decided (E2).
@Suite("Lists for networks")
struct NetworkExportTests {
  private func pond(_ inputs: String...) throws -> PondProcess {
    let pond = try PondProcess()
    for input in inputs { try pond.run("import", input) }
    return pond
  }

  private func text(_ pond: PondProcess, _ name: String) throws -> String {
    try String(contentsOfFile: pond.path(name), encoding: .utf8)
  }

  @Test("Mastodon: the rows of those who leave are gone, the rest is as exported, lists beside it")
  func mastodon() throws {
    let pond = try pond(
      "Samples/mastodon/following_accounts.csv", "Samples/mastodon/lists.csv")
    defer { pond.remove() }
    try pond.run("decide", "pipkin@loud.example", "let-go")
    let said = try pond.run("export", "mastodon", "-o", pond.path("out.csv"))
    #expect(said.code == 0, "\(said.errors)")
    #expect(said.errors.contains("Overwrite") && said.errors.contains("Merge removes nothing"))
    let original = try String(
      contentsOf: Repository.url("Samples/mastodon/following_accounts.csv"), encoding: .utf8)
    #expect(
      try text(pond, "out.csv")
        == original.replacing("pipkin@loud.example,true,false,\n", with: ""))
    let lists = try text(pond, "lists.csv")
    #expect(!lists.contains("pipkin") && lists.contains("\"Wood, glue\",Moritz@Workshop.example"))
    let again = try pond.run("export", "mastodon", "-o", pond.path("out.csv"))
    #expect(again.code == 73 && again.output.isEmpty)
  }

  @Test("what goes with a list is written only where the list is, never beside standard output")
  func companions() throws {
    let pond = try pond("Samples/mastodon/following_accounts.csv", "Samples/mastodon/lists.csv")
    defer { pond.remove() }
    let folder = pond.path("there")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/out.csv"))
    #expect(try pond.run("export", "mastodon", "-o", folder + "/out.csv").code == 73)
    #expect(pond.names(in: "there") == ["out.csv"], "nothing was written, as it says")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/lists.csv"))
    #expect(try pond.run("export", "mastodon", "-o", folder + "/new.csv").code == 73)
    #expect(try text(pond, "there/lists.csv") == "mine" && pond.names(in: "there").count == 2)
    let before = FileManager.default.contents(atPath: "lists.csv")
    #expect(try pond.run("export", "mastodon", "-o", "-").code == 0)
    #expect(FileManager.default.contents(atPath: "lists.csv") == before)
  }

  @Test(
    "the lists of another account never leave with a list: Mastodon would follow its people (E6)")
  func othersLists() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    func file(_ name: String, _ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: pond.path(name)))
      return pond.path(name)
    }
    let heading = "Account address,Show boosts,Notify on new posts,Languages\n"
    let home = try file(
      "home.csv", heading + "bob@far.example,true,false,\ncat@a.example,true,false,\n")
    let work = try file("work.csv", heading + "zed@far.example,true,false,\n")
    let lists = try file("lists.csv", "Colleagues,zed@far.example\nColleagues,bob@far.example\n")
    try pond.run("import", "--me", "ada@home.example", home)
    try pond.run("import", "--me", "ada@work.example", work, lists)
    try FileManager.default.createDirectory(
      atPath: pond.path("out"), withIntermediateDirectories: false)
    let said = try pond.run(
      "export", "mastodon", "--me", "ada@home.example", "-o", pond.path("out/following.csv"))
    #expect(said.code == 0 && pond.names(in: "out") == ["following.csv"], "\(said.errors)")
    try pond.run(
      "export", "mastodon", "--me", "ada@work.example", "-o", pond.path("out/work.csv"))
    #expect(try text(pond, "out/lists.csv") == "Colleagues,zed@far.example\n")
  }

  @Test("with nothing decided the list is the original, byte for byte (E1)")
  func untouched() throws {
    let pond = try pond("Samples/mastodon/following_accounts.csv")
    defer { pond.remove() }
    let original = try Data(
      contentsOf: Repository.url("Samples/mastodon/following_accounts.csv"))
    #expect(try pond.run("export", "mastodon").output == original)
  }

  @Test("what Bluesky and Nostr cannot be told is said, at the answer and in what leaves (E6)")
  func removalsOnly() throws {
    for (input, format, none) in [
      ("Samples/bluesky/repo.car", "bluesky", "there is nothing to delete"),
      ("Samples/nostr", "nostr", "the event is made anew and holds all of them"),
    ] {
      let pond = try pond(input)
      defer { pond.remove() }
      let untouched = try pond.run("export", format)
      #expect(untouched.code == 0 && untouched.errors.contains(none), "\(untouched.errors)")
      #expect(!untouched.errors.contains("byte for byte"))
      let ids = try pond.run("list", "--kind", format, "--fields", "id").lines
      let id = try #require(ids.dropFirst().first)
      let thinned = try pond.run("decide", id, "thin")
      #expect(
        thinned.errors.contains("no list of \(format.capitalized) can say that"),
        "\(thinned.errors)")
      let told = try pond.run("export", format)
      #expect(told.errors.contains("not thinned: "), "\(told.errors)")
      #expect(told.errors.contains("mute them on \(format.capitalized)"))
      #expect(told.output == untouched.output)
    }
  }

  @Test("whom one follows on Bluesky is in no file for it, and Pond says so (E6)")
  func blueskyFollow() throws {
    let pond = try pond("Samples/bluesky/repo.car")
    defer { pond.remove() }
    let made = try pond.run("follow", "https://bsky.app/profile/ann.example")
    #expect(
      made.code == 0 && made.errors.contains("on Bluesky follow it by hand"), "\(made.errors)")
    let told = try pond.run("export", "bluesky").errors
    #expect(told.contains("not added: https://bsky.app/profile/ann.example"), "\(told)")
    #expect(told.contains("follow them on Bluesky"))
  }

  @Test("a list of nobody is never written; there is no word that makes Pond write it (E2)")
  func headerOnly() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let one = "Account address,Show boosts\nada@social.example,true\n"
    try pond.run("import", try pond.put(Data(one.utf8), "following_accounts.csv"))
    try pond.run("decide", "ada@social.example", "let-go")
    let refused = try pond.run("export", "mastodon", "--force", "-o", pond.path("out.csv"))
    #expect(refused.code == 64 && refused.errors.contains("unfollow everybody"))
    #expect(!FileManager.default.fileExists(atPath: pond.path("out.csv")))
  }

  @Test("an older list of the same account would unfollow whoever was followed since (E2)")
  func outdated() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let header = "Account address,Show boosts,Notify on new posts,Languages\n"
    let old = header + "ada@social.example,true,false,\nbob@social.example,true,false,\n"
    let new = old + "eve@social.example,true,false,\n"
    try pond.run(
      "import", "--now", "2026-01-01T00:00:00Z", try pond.put(Data(old.utf8), "january.csv"))
    try pond.run(
      "import", "--now", "2026-03-01T00:00:00Z", try pond.put(Data(new.utf8), "march.csv"))
    try pond.run("decide", "bob@social.example", "let-go")
    let refused = try pond.run("export", "mastodon", "--list", pond.path("january.csv"))
    #expect(refused.code == 64 && refused.output.isEmpty)
    #expect(refused.errors.contains("march.csv"))
    let newest = try pond.run("export", "mastodon")
    #expect(newest.code == 0 && newest.text.contains("eve@") && !newest.text.contains("bob@"))
    try pond.run("decide", "eve@social.example", "let-go")
    // Half of the older list would go with it: that is more than is written without a second yes.
    let most = try pond.run("export", "mastodon", "--list", pond.path("january.csv"))
    #expect(most.code == 64 && most.output.isEmpty)
  }

  @Test("a list that was cut short is never given back; another's list is not mine (E2)")
  func partialAndForeign() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let list = "Account address,Show boosts\nada@social.example,true\nbob@social.example,true\n"
    let path = try pond.put(Data(list.utf8), "following_accounts.csv")
    try pond.run("import", "--me", "me@social.example", path)
    try pond.run("decide", "bob@social.example", "let-go")
    #expect(try pond.run("export", "mastodon", "--me", "@me@social.example").code == 0)
    let foreign = try pond.run("export", "mastodon", "--me", "you@social.example")
    #expect(foreign.code == 64 && foreign.output.isEmpty)
    #expect(foreign.errors.contains("not of you@social.example"))
  }

  @Test("Bluesky: every record of somebody who leaves, duplicates too, and nobody else's")
  func bluesky() throws {
    let pond = try pond("Samples/bluesky/repo.car")
    defer { pond.remove() }
    let accounts = try pond.run("list", "--json", "--limit", "1").text
    let id = try #require(
      accounts.firstMatch(of: #/"id" : "(\w+)"/#).map { String($0.output.1) })
    let key = try #require(
      accounts.firstMatch(of: #/"key" : "([^"]+)"/#).map { String($0.output.1) })
    try pond.run("decide", id, "let-go")
    let records = try pond.run("export", "bluesky")
    #expect(records.code == 0, "\(records.errors)")
    let subjects = records.text.matches(of: #/"subject"\s*:\s*"([^"]+)"/#).map {
      String($0.output.1)
    }
    #expect(!subjects.isEmpty && Set(subjects) == [key])
  }

  @Test("a checklist names those who were let go and are still followed, with the right page")
  func checklists() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let channels = """
      Channel Id,Channel Url,Channel Title
      UCabcdefghijklmnopqrstuv,http://www.youtube.com/channel/UCabcdefghijklmnopqrstuv,Ada <films>
      UCbbbbbbbbbbbbbbbbbbbbbb,http://www.youtube.com/channel/UCbbbbbbbbbbbbbbbbbbbbbb,Stays
      """
    let path = try pond.put(Data(channels.utf8), "subscriptions.csv")
    #expect(try pond.run("import", path).code == 0)
    try pond.run("decide", "Ada <films>", "let-go")
    let text = try pond.run("export", "youtube")
    #expect(text.code == 0 && text.text.contains("/channel/UCabcdefghijklmnopqrstuv"))
    #expect(!text.text.contains("Stays"))
    try pond.run("export", "youtube", "-o", pond.path("page.html"))
    let page = try self.text(pond, "page.html")
    #expect(page.contains("Ada &lt;films&gt;") && page.contains("default-src 'none'"))
    #expect(try pond.run("export", "instagram").errors.contains("let nobody on instagram go"))
  }
}
