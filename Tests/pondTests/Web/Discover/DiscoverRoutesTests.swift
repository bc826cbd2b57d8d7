#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @testable import pond
  @testable import PondGraph

  @Suite("Discovery as a page")
  struct DiscoverRoutesTests {
    @Test("who is found and why, as the terminal says it; following and declining are taken back")
    func found() throws {
      let visitor = try WebVisitor.learned(
        "Samples/pointing/subscriptions.opml", "Samples/pointing/feeds",
        "Samples/pointing/bookmarks.html")
      defer { visitor.pond.remove() }
      let page = visitor.get("/discover")
      let found = try Pond(at: visitor.pond.pondFile.path, for: .looking)
        .discoveries(now: visitor.now)
      let text = DiscoveriesText(found: found, limit: 0, width: 80)
      for one in found.found {
        #expect(page.words.contains(DiscoveriesText.name(one)))
        #expect(page.words.contains(text.sentence(one)))
      }
      let list = try visitor.pond.run("export", "opml").output
      let imre = try #require(
        page.forms.first { form in
          form.action == "/discover/follow"
        })
      let after = try visitor.follow(
        visitor.post("/discover/follow", imre.fields.map { ($0.name, $0.value) }))
      #expect(after.notice.contains("follow") && after.notice.contains("on trial for three weeks"))
      #expect(try visitor.pond.run("journal").text.contains("follow"))
      let undo = try #require(after.forms.first { $0.action.hasSuffix("/undo") })
      let back = try visitor.follow(
        visitor.post(undo.action, undo.fields.map { ($0.name, $0.value) }))
      #expect(back.notice.hasPrefix("Taken back: follow"))
      #expect(try visitor.pond.run("export", "opml").output == list)
      let declined = try visitor.follow(visitor.press(back, "/discover/leave"))
      #expect(declined.notice.hasSuffix("is shown here no more."))
      #expect(
        declined.text.matches(of: /<li><h2>/).count == page.text.matches(of: /<li><h2>/).count - 1)
    }

    @Test("the folder for newcomers is chosen among those of the lists, and taken back")
    func folder() throws {
      let visitor = try WebVisitor.learned(
        "Samples/pointing/subscriptions.opml", "Samples/pointing/feeds",
        "Samples/pointing/bookmarks.html")
      defer { visitor.pond.remove() }
      let page = visitor.get("/discover")
      #expect(page.text.contains("<label for=\"new-folder\">"))
      let chosen = try visitor.follow(visitor.post("/discover/folder", [("folder", "Fresh water")]))
      #expect(chosen.notice == "Newcomers come into “Fresh water”.")
      #expect(try visitor.pond.run("config", "list").text.contains("Fresh water"))
      let undo = try #require(chosen.forms.first { $0.action == "/discover/folder" })
      let back = try visitor.follow(
        visitor.post(undo.action, undo.fields.map { ($0.name, $0.value) }))
      #expect(back.notice == "Newcomers come into “new”.")
    }

    @Test("where nothing can be said, a sentence tells why")
    func nothing() throws {
      let visitor = try WebVisitor.ada()
      defer { visitor.pond.remove() }
      let page = visitor.get("/discover")
      #expect(
        page.words.contains(DiscoveriesText.noWitness) || page.text.contains("class=\"found\""))
      #expect(visitor.post("/discover/follow", [("name", "")]).status == 400)
      #expect(visitor.post("/discover/follow", [("name", "nobody at all")]).status == 400)
    }
  }
#endif
