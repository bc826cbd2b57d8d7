#if Web
  import Foundation
  import PondTestSupport
  import Testing

  extension BrowserTests {
    /// What goes wrong while a person is at it: a page with a sentence, and nothing lost.
    @Suite("trouble")
    struct Trouble {
      @Test(
        "two tabs with one question: the second is told, the first answer stands, words are kept in sight"
      )
      func twoTabs() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          visit.mayFail = [409]
          let browser = visit.browser
          try visit.go(BrowserVisit.everybody)
          let (first, asked) = (try browser.window(), try browser.text("h1"))
          try browser.openTab()
          try visit.go(BrowserVisit.everybody)
          #expect(try browser.text("h1") == asked)
          try browser.turn { try browser.click("button[value=keep]") }
          try browser.lead(first)
          try browser.write("for the harbour at dawn", into: "#note")
          try browser.turn { try browser.click("button[value=let-go]") }
          let page = try browser.text()
          #expect(page.contains("Answered meanwhile"))
          #expect(page.contains("\(asked): you answered keep meanwhile"))
          #expect(page.contains("for the harbour at dawn"))
          #expect(try visit.answers() == [asked: "keep"])
          // It can be said again, now that the person knows.
          try browser.turn { try browser.click("main .go") }
          #expect(try browser.text("h1") == asked)
          try browser.turn { try browser.click("button[value=let-go]") }
          #expect(try visit.answers() == [asked: "let-go"])
        }
      }

      @Test(
        "back after an answer shows no old question as if it were open, and answers nothing twice")
      func back() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          let browser = visit.browser
          try visit.go(BrowserVisit.everybody)
          let first = try browser.text("h1")
          try browser.turn { try browser.click("button[value=keep]") }
          let second = try browser.text("h1")
          #expect(second != first)
          try browser.turn { try browser.back() }
          let shown = try browser.text("h1")
          #expect(shown != first)
          #expect(try visit.answers() == [first: "keep"])
          try browser.turn { try browser.click("button[value=let-go]") }
          #expect(try visit.answers() == [first: "keep", shown: "let-go"])
          try browser.reload()
          #expect(try visit.answers() == [first: "keep", shown: "let-go"])
        }
      }

      @Test(
        "a page loaded anew, or a browser closed, in the middle of sending a file: nothing is learned, nothing stays"
      )
      func cutShort() throws {
        let pond = try PondProcess()
        let list = try pond.put(Self.list(of: 60_000), "large.opml")
        try BrowserVisit.open(pond, .own) { visit in
          let browser = visit.browser
          let send = {
            try browser.command(
              "Network.emulateNetworkConditions",
              [
                "offline": false, "latency": 0, "downloadThroughput": -1,
                "uploadThroughput": 400_000,
              ])
            try browser.write(list, into: "#files")
            try browser.click("[data-bring] button.first")
            try browser.wait("a part of the file") {
              try browser.words("[data-said]").contains("have arrived")
            }
            #expect(try Self.beside(pond) != [])
          }
          try send()
          try browser.reload()
          try browser.wait("a swept place") { try Self.beside(pond) == [] }
          #expect(try browser.text("h1") == "Welcome to your pond")
          try send()
          browser.quit()
          visit.isOver = true
          try Self.wait("a swept place") { try Self.beside(pond) == [] }
          #expect(try pond.run("list").code != 0)
        }
      }

      @Test("a browser without cookies is told what to do, and shown nothing")
      func withoutCookies() throws {
        try BrowserVisit.open(BrowserVisit.little(), .withoutCookies) { visit in
          visit.mayFail = [403]
          let page = try visit.browser.text("body")
          #expect(page.contains("Not let in yet"))
          #expect(page.contains("keeps no cookies of this machine: allow them for this address"))
          #expect(!page.contains("account"))
        }
      }

      @Test(
        "a form of an earlier run of pond serve is not taken, and the new address goes on from there"
      )
      func earlierRun() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          visit.mayFail = [403]
          let browser = visit.browser
          try visit.go(BrowserVisit.everybody)
          let asked = try browser.text("h1")
          // Somebody else's word for the forms.
          try browser.run("document.querySelector('form.question [name=token]').value = 'guessed'")
          try browser.turn { try browser.click("button[value=keep]") }
          #expect(try browser.text("h1") == "Please say it once more")
          try browser.turn { try browser.back() }
          try visit.served.end()
          visit.served = try ServedPond(
            visit.pond, "--port", "\(visit.served.port)", enters: false)
          try browser.turn { try browser.click("button[value=keep]") }
          #expect(try browser.text("h1") == "Not let in yet")
          #expect(try visit.answers() == [:])
          try browser.go(visit.served.address)
          #expect(try browser.path() == "/")
          try visit.go(BrowserVisit.everybody)
          #expect(try browser.text("h1") == asked)
          try browser.turn { try browser.click("button[value=keep]") }
          #expect(try visit.answers() == [asked: "keep"])
        }
      }

      @Test(
        "the pond file locked for a while, removed, another one in its place: nothing lost, and it goes on"
      )
      func pondFileGoes() throws {
        try BrowserVisit.open(BrowserVisit.little()) { visit in
          visit.mayFail = [404]
          let (browser, file) = (visit.browser, visit.pond.pondFile)
          try visit.go(BrowserVisit.everybody)
          let asked = try browser.text("h1")
          try Self.lock(file.path, for: 1.5)
          try browser.turn { try browser.click("button[value=keep]") }
          #expect(try visit.answers() == [asked: "keep"])

          let kept = visit.pond.home.appendingPathComponent("kept.sqlite")
          try FileManager.default.moveItem(at: file, to: kept)
          for page in ["/review", "/lists"] {
            try visit.go(page)
            #expect(try browser.text("h1") == "There is no pond here", "\(page)")
          }
          #expect(!FileManager.default.fileExists(atPath: file.path))
          try browser.turn { try browser.click("main .go") }
          #expect(try browser.has("#files"))

          try visit.pond.run("import", "--quiet", "Samples/ada/urls")
          try visit.go("/lists")
          #expect(try browser.text().contains("urls"))
          #expect(try !browser.text().contains("list.opml"))
          try FileManager.default.removeItem(at: file)
          try FileManager.default.moveItem(at: kept, to: file)
          try visit.go("/journal")
          #expect(try browser.text().contains(asked))
        }
      }

      // MARK: What it takes

      // What lies in the folder of the pond file.
      private static func beside(_ pond: PondProcess) throws -> [String] {
        let folder = pond.pondFile.deletingLastPathComponent()
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
      }

      private static func wait(_ what: String, until isThere: () throws -> Bool) throws {
        let limit = ContinuousClock.now + .seconds(60)
        while try !isThere() {
          guard ContinuousClock.now < limit else {
            throw Child.Trouble(description: "\(what) did not come")
          }
          usleep(5_000)
        }
      }

      private static func list(of count: Int) -> Data {
        let outlines = (1...count).map { number in
          """
          <outline type="rss" text="Number \(number)" xmlUrl="https://n\(number).example/a/long/way/feed"/>
          """
        }
        return Data("<opml version=\"2.0\"><body>\(outlines.joined())</body></opml>".utf8)
      }

      // As another program does that writes for a while: a lock on the bytes that SQLite locks.
      private static func lock(_ path: String, for seconds: Double) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        try #require(fcntl(descriptor, F_SETLK, &lock) == 0)
        Thread.detachNewThread {
          usleep(UInt32(seconds * 1_000_000))
          close(descriptor)
        }
      }
    }
  }
#endif
