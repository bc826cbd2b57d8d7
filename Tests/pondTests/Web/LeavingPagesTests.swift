#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @Suite("Lists and the journal as pages")
  struct LeavingPagesTests {
    private static func decided() throws -> PondProcess {
      let pond = try MainJobTests.ada()
      try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes")
      return pond
    }

    @Test("each list is taken home with the bytes that pond export writes, options included (E1)")
    func downloads() throws {
      let pond = try Self.decided()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let rows = try pond.run("lists", "--format", "tsv", "--fields", "id,format").lines
      for row in rows.dropFirst() where !row.isEmpty {
        let parts = row.split(separator: "\t").map(String.init)
        let format = parts[1] == "newsboat-urls" ? "newsboat" : parts[1]
        guard ["opml", "newsboat"].contains(format) else { continue }
        for (query, options) in [("", []), ("?rings=yes", ["--rings"])] {
          let file = try served.get("/lists/\(parts[0])/file\(query)")
          #expect(file.status == 200)
          #expect(
            file.body == (try pond.run(["export", format] + options).output), "\(row) \(query)")
          #expect(file["Content-Disposition"]?.hasPrefix("attachment; filename=\"") == true)
          #expect(file["Content-Type"] == "application/octet-stream")
        }
        let page = try served.get("/lists/\(parts[0])").text
        #expect(
          page.contains("Everything, Daily")
            && page.contains("57 accounts remain") == (format == "opml"))
      }
      let empty = try pond.run("export", "opml", "--drop-empty-folders").output
      #expect(try served.get("/lists/1/file?empty=yes").body == empty)
      for format in ["decisions", "csv", "json", "graph"] {
        let file = try served.get("/lists/all/\(format)")
        #expect(file.body == (try pond.run("export", format).output), "\(format)")
      }
    }

    @Test("a list that would lose more than half of it wants a second yes, and says what goes (P6)")
    func half() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let lines = (0..<4).map { "https://feed-\($0).example/rss" }.joined(separator: "\n") + "\n"
      try pond.run("import", try pond.put(Data(lines.utf8), "list.txt"))
      for number in 0..<3 { try pond.run("decide", "feed-\(number).example", "let-go") }
      let served = try ServedPond(pond)
      let asked = try served.get("/lists/1").text
      #expect(asked.contains("3 entries would go, more than half of"))
      let refused = try served.get("/lists/1/file")
      #expect(refused.status == 303 && refused.body.isEmpty)
      #expect(try served.followed(refused).contains("say yes a second time"))
      let file = try served.get("/lists/1/file?yes=yes")
      #expect(file.body == (try pond.run("export", "list", "--yes").output))
    }

    @Test("a list is left out by its form alone, and only the one that was seen")
    func leftOut() throws {
      let pond = try Self.decided()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      #expect(try served.post("/lists/1/forget", [("path", "another.opml")]).status == 404)
      #expect(try served.get("/lists/1/forget").status == 405)
      #expect(try served.get("/lists/77").status == 404)
      #expect(try served.get("/lists").text.contains("subscriptions.opml"))
      let path = try served.get("/lists/1").text.firstMatch(of: #/name="path" value="([^"]+)"/#)
      let page = try served.posted(
        "/lists/1/forget", [("path", path.map { String($0.output.1) } ?? "")])
      #expect(page.contains("Left out: subscriptions.opml."))
      #expect(!(try pond.run("lists").text.contains("subscriptions.opml")))
    }

    @Test("the last word is taken back once: of two pages that are open the second is told")
    func undo() throws {
      let pond = try Self.decided()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      func mark() throws -> String {
        try served.get("/journal").text.firstMatch(of: #/name="mark" value="([0-9.]+)"/#)
          .map { String($0.output.1) } ?? ""
      }
      let seen = try mark()
      #expect(
        try served.posted("/journal/undo", [("mark", seen)]).contains("Taken back: thin Korsund"))
      let after = try pond.run("doctor", "--digest").text
      #expect(
        try served.posted("/journal/undo", [("mark", seen)]).contains("so nothing was undone"))
      #expect(try pond.run("doctor", "--digest").text == after)
      // Something that was said in the terminal meanwhile is not undone by a page that did not see it.
      let old = try mark()
      try pond.run("decide", "Small Hours", "keep")
      #expect(try served.posted("/journal/undo", [("mark", old)]).contains("so nothing was undone"))
      #expect(
        try served.posted("/journal/undo", [("mark", try mark())]).contains("keep Small Hours"))
    }

    @Test("what strangers wrote acts in no page, and addresses with secrets are masked")
    func strangers() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let evil =
        "&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&gt;&lt;img src=x onerror=alert(1)&gt;"
      let list = """
        <opml version="2.0"><head><title>\(evil)</title></head><body>
        <outline text="\(evil)" title="\(evil)" xmlUrl="https://user:hunter2@evil.example/feed" \
        htmlUrl="javascript:alert(1)"/>
        <outline text="Calm" xmlUrl="https://calm.example/feed?token=abcdef0123456789abcdef"/>
        </body></opml>
        """
      try pond.run("import", try pond.put(Data(list.utf8), "subs.opml"))
      try pond.run("decide", "evil.example", "let-go", "--reason", "<script>alert(2)</script>")
      let served = try ServedPond(pond)
      for place in [
        "/", "/lists", "/lists/1", "/journal", "/history", "/bring", "/accounts", "/review",
      ] {
        let page = try served.get(place)
        #expect(page.status == 200, "\(place)")
        for bad in [
          "<script>", "<img", "onerror=alert(1)>", "javascript:", "hunter2", "href=\"http:",
        ] {
          #expect(!page.text.contains(bad), "\(place): \(bad)")
        }
      }
      #expect(try served.get("/journal").text.contains("&lt;script&gt;"))
    }
  }
#endif
