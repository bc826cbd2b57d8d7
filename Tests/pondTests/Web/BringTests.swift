#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @Suite("What is brought to the page is learned, and nothing of it stays behind")
  struct BringTests {
    private static func sample(_ path: String) throws -> Data {
      try Data(contentsOf: Repository.url("Samples/\(path)"))
    }

    private static func outlines(_ names: Range<Int>) -> Data {
      let lines = names.map {
        "<outline type=\"rss\" text=\"Feed \($0)\" xmlUrl=\"https://feed-\($0).example/rss\"/>"
      }
      return Data(
        "<opml version=\"2.0\"><head/><body>\(lines.joined(separator: "\n"))</body></opml>".utf8)
    }

    // What lies beside the pond file and is none of its own.
    private static func leftovers(_ pond: PondProcess) -> [String] {
      pond.names(in: "pond").filter { $0.hasPrefix(".pond-brought") }
    }

    @Test(
      "without a pond the page welcomes; the first list makes one, called as the person calls it")
    func first() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      #expect(try served.get("/").text.contains("Welcome to your pond"))
      #expect(try served.get("/journal").status == 404)
      #expect(!FileManager.default.fileExists(atPath: pond.pondFile.path))
      let list = try Self.sample("ada/subscriptions.opml")
      let answer = try served.bring([("subscriptions.opml", list)])
      #expect(answer.status == 303)
      let page = try served.followed(answer)
      #expect(page.contains("64 accounts new") && page.contains("role=\"status\""))
      #expect(page.contains("Learned: 1 thing."))
      #expect(
        !(try served.get("/bring/told").text.contains("Learned: 1 thing.")), "a notice is told once"
      )
      let lists = try pond.run("lists", "--format", "tsv", "--fields", "path,accounts").lines
      #expect(lines(lists) == ["path\taccounts", "subscriptions.opml\t64"])
      #expect(try pond.run("sources", "--json").text.contains("\"sources\" : [\n\n  ]"))
      #expect(Self.leftovers(pond).isEmpty)
      // What leaves again is what came, byte for byte.
      #expect(try served.get("/lists/1/file").body == list)
      #expect(try pond.run("export", "opml").output == list)
    }

    private func lines(_ lines: [String]) -> [String] { lines.filter { !$0.isEmpty } }

    @Test("what was brought is known as what was imported is: the plan says the same")
    func same() throws {
      let (brought, imported) = (try PondProcess(), try PondProcess())
      defer {
        brought.remove()
        imported.remove()
      }
      let names = ["subscriptions.opml", "urls", "cache.db"]
      let served = try ServedPond(brought)
      _ = try served.bring(try names.map { ($0, try Self.sample("ada/\($0)")) })
      try imported.run(["import"] + names.map { "Samples/ada/\($0)" })
      #expect(try brought.run("plan").text == imported.run("plan").text)
      #expect(try brought.run("plan").text.contains("accounts"))
    }

    @Test("the same bytes again change nothing; another list of that name takes nobody away")
    func again() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      _ = try served.bring([("feeds.opml", Self.outlines(0..<10))])
      let before = try pond.run("doctor", "--digest").text
      #expect(
        try served.followed(served.bring([("feeds.opml", Self.outlines(0..<10))])).contains(
          "nothing new"))
      #expect(try pond.run("doctor", "--digest").text == before)
      // Somebody else's reader calls its list the same.
      _ = try served.bring([("feeds.opml", Self.outlines(100..<120))])
      #expect(try pond.run("list", "--json").text.matches(of: #/"id" :/#).count == 30)
      // A newer export of the first takes its place, and says who left.
      let page = try served.followed(served.bring([("feeds.opml", Self.outlines(1..<11))]))
      #expect(page.contains("takes the place of feeds.opml: 1 account left, 1 came"), "\(page)")
    }

    @Test("archives and whole folders are read as they are; a database is read with its log")
    func folders() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let archive = PackedFiles.packed(
        [PackedFiles.Entry("lists/a.opml", Self.outlines(0..<3))], in: .zip)
      #expect(
        try served.followed(served.bring([("export.zip", archive)])).contains("3 accounts new"))
      let page = try served.followed(
        served.bring([
          ("mine/b.opml", Self.outlines(3..<8)),
          ("mine/deep/cache.db", try Self.sample("ada/cache.db")),
          ("mine/notes.txt", Data("some words of nobody".utf8)), ("mine/.DS_Store", Data("x".utf8)),
        ]))
      #expect(
        page.contains("<h2><bdi>mine</bdi></h2>")
          && page.contains("mine/b.opml (opml): 5 accounts new"))
      #expect(page.contains("mine/deep/cache.db (newsboat-cache)"))
      #expect(Self.leftovers(pond).isEmpty)
    }

    @Test("one bad thing costs no other, and each says what is wrong with it")
    func damaged() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let page = try served.followed(
        served.bring([
          ("photo.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1])),
          ("empty.opml", Data()), ("good.opml", Self.outlines(0..<2)),
          ("cut.opml", Self.outlines(0..<9).dropLast(60)),
        ]))
      #expect(
        page.contains("Learned: 1 thing. Not learned: 3.")
          || page.contains("Learned: 2 things. Not learned: 2."))
      #expect(page.contains("2 accounts new") && page.contains("Not learned"))
      #expect(Self.leftovers(pond).isEmpty)
      #expect(try served.followed(served.bring([])).contains("Nothing was chosen"))
      #expect(try served.followed(served.bring([("", Data())])).contains("Nothing was chosen"))
    }

    private static let names = [
      "../../../etc/cron.d/pond", "/etc/passwd", "..\\..\\x.opml",
      "<img src=x onerror=alert(1)>.opml", "a\u{202E}lmpo.opml", "%00.opml", ".", "..", "CON",
      String(repeating: "n", count: 3_000), "x; filename=y.opml", "-wal",
    ]

    @Test("names are shown and act nowhere: no path, no markup, no control")
    func hostileNames() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let before = Set(pond.names(in: "."))
      for (number, name) in Self.names.enumerated() {
        let list = Self.outlines(number * 9..<number * 9 + 4)
        let page = try served.followed(served.bring([(name, list)]))
        #expect(page.contains("4 accounts new"), "\(name)")
        #expect(!page.contains("<img") && !page.unicodeScalars.contains("\u{202E}"))
        #expect(try served.get("/lists/\(number + 1)/file").body == list, "\(name)")
      }
      #expect(Set(pond.names(in: ".")).subtracting(before).subtracting(["pond"]).isEmpty)
      #expect(Self.leftovers(pond).isEmpty)
      let lists = try served.get("/lists").text
      #expect(!lists.contains("<img") && !lists.contains(".pond-brought"))
    }

    @Test("while it arrives it is the owner's alone, and a browser that goes away leaves nothing")
    func arriving() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let before = try pond.run("doctor", "--digest").text
      var connection: RawHTTP? = try half(served)
      let folder = try #require(waiting { Self.leftovers(pond).first })
      let path = pond.path("pond/\(folder)")
      #expect(try mode(path) == 0o700)
      let file = try #require(waiting { pond.names(in: "pond/\(folder)").first })
      #expect(file == "0", "its name is Pond's own")
      #expect(try mode("\(path)/\(file)") == 0o600)
      _ = connection
      connection = nil
      #expect(waiting { Self.leftovers(pond).isEmpty ? true : nil } == true)
      #expect(try pond.run("doctor", "--digest").text == before)
      #expect(try served.get("/bring").status == 200)
    }

    @Test(
      "killed outright while it arrives: the next start takes away what was left, and nothing else")
    func killed() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let connection = try half(served)
      _ = try #require(waiting { Self.leftovers(pond).first })
      served.child.kill(SIGKILL)
      _ = try served.child.wait()
      #expect(!Self.leftovers(pond).isEmpty)
      // Not ours, whatever it is called.
      try FileManager.default.createDirectory(
        atPath: pond.path("pond/.pond-brought-mine"), withIntermediateDirectories: false)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: pond.path("pond/.pond-brought-mine/a")))
      let next = try ServedPond(pond)
      #expect(Self.leftovers(pond) == [".pond-brought-mine"])
      #expect(pond.names(in: "pond/.pond-brought-mine") == ["a"])
      #expect(try next.get("/bring").status == 200)
      _ = connection
    }

    @Test("ended politely while it arrives: nothing is left")
    func ended() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let connection = try half(served)
      _ = try #require(waiting { Self.leftovers(pond).first })
      #expect(try served.end().code == 0)
      #expect(Self.leftovers(pond).isEmpty)
      _ = connection
    }

    @Test("a browser that goes away once all was sent has brought it all the same")
    func goneMeanwhile() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let form = ServedPond.form([("token", served.token)], [("subs.opml", Self.outlines(0..<40))])
      var connection: RawHTTP? = try RawHTTP(port: served.port)
      connection?.send(
        """
        POST /bring HTTP/1.1\r
        Host: 127.0.0.1:\(served.port)\r
        Cookie: \(served.cookie)\r
        Content-Type: multipart/form-data; boundary=\(ServedPond.boundary)\r
        Content-Length: \(form.count)\r
        \r

        """)
      connection?.send(form)
      connection = nil
      let told = waiting {
        try? served.get("/bring/told").text.contains("40 accounts new") ? true : nil
      }
      #expect(told == true, "and it is told to who comes back")
      #expect(Self.leftovers(pond).isEmpty)
    }

    @Test("a file without the word of this visit before it is not even kept for a moment")
    func tokenFirst() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let before = try pond.run("doctor", "--digest").text
      let files = [("subs.opml", Self.outlines(0..<3))]
      for body in [
        ServedPond.form([], files), ServedPond.form([("token", "0")], files),
        ServedPond.form([], files).dropLast(ServedPond.boundary.count + 6)
          + ServedPond.form([("token", served.token)], []),
        Data("--\(ServedPond.boundary)\r\nnonsense".utf8), Data(),
      ] {
        let answer = try served.ask(
          "POST /bring",
          headers: [
            "Cookie: \(served.cookie)",
            "Content-Type: multipart/form-data; boundary=\(ServedPond.boundary)",
          ], body: body)
        #expect(answer.status == 403)
      }
      #expect(try pond.run("doctor", "--digest").text == before)
      #expect(Self.leftovers(pond).isEmpty)
    }

    @Test("no room for what arrives: a page with a sentence, nothing learned, nothing left")
    func fullDisk() throws {
      var pond = try MainJobTests.ada()
      defer { pond.remove() }
      let before = try pond.run("doctor", "--digest").text
      pond.launcher = ["/bin/sh", "-c", "ulimit -f 800; exec \"$0\" \"$@\""]
      let served = try ServedPond(pond)
      let answer = try served.bring([("big.opml", Data(repeating: 0x20, count: 1 << 20))])
      #expect(answer.status == 507 && answer.text.contains("disk is full"), "\(answer.text)")
      #expect(try served.get("/bring").status == 200)
      pond.launcher = []
      #expect(try pond.run("doctor", "--digest").text == before)
      #expect(Self.leftovers(pond).isEmpty)
    }

    // MARK: Helpers

    // The first half of a file, and the connection that would bring the rest.
    private func half(_ served: ServedPond) throws -> RawHTTP {
      let form = ServedPond.form(
        [("token", served.token)], [("subs.opml", Self.outlines(0..<3_000))])
      let connection = try RawHTTP(port: served.port)
      connection.send(
        """
        POST /bring HTTP/1.1\r
        Host: 127.0.0.1:\(served.port)\r
        Cookie: \(served.cookie)\r
        Content-Type: multipart/form-data; boundary=\(ServedPond.boundary)\r
        Content-Length: \(form.count)\r
        \r

        """)
      connection.send(form.prefix(form.count / 2))
      return connection
    }

    private func waiting<Value>(_ look: () -> Value?) -> Value? {
      for _ in 0..<1_000 {
        if let value = look() { return value }
        usleep(5_000)
      }
      return nil
    }

    private func mode(_ path: String) throws -> Int {
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      return (facts[.posixPermissions] as? Int) ?? 0
    }
  }
#endif
