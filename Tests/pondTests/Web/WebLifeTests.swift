#if Web
  import Foundation
  import PondTestSupport
  import Testing

  @Suite("pond serve from its beginning to its end (T-W02)")
  struct WebLifeTests {
    @Test(
      "a polite end, Ctrl-C and a closed terminal end it at once, with a word",
      arguments: [
        SIGINT, SIGTERM, SIGHUP,
      ])
    func signals(signal: Int32) throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let start = ContinuousClock.now
      #expect(try served.end(signal).code == 0)
      #expect(ContinuousClock.now - start < .seconds(2))
      #expect(served.said.contains("closed"))
    }

    @Test("q in the terminal ends it, o lets another browser in; the terminal is as it was")
    func keys() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let terminal = try Terminal()
      let served = try ServedPond(pond, input: .descriptor(terminal.line))
      var before = termios()
      tcgetattr(terminal.line, &before)
      terminal.type("o")
      for _ in 0..<500 where served.addresses.count < 2 { usleep(10_000) }
      #expect(served.addresses.count == 2)
      let second = served.path(of: served.addresses.last ?? "")
      #expect(try served.ask("GET \(second)").status == 303)
      terminal.type("xq")
      #expect(try served.child.wait(atMost: 10).code == 0)
      var after = termios()
      tcgetattr(terminal.line, &after)
      #expect(after.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO))
    }

    @Test("it ends by itself when nobody looked at it for long; strangers do not keep it open")
    func idle() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond, "--idle", "0.03")
      let start = ContinuousClock.now
      while served.child.isRunning, ContinuousClock.now - start < .seconds(10) {
        _ = try? served.ask("GET /")
        usleep(200_000)
      }
      #expect(try served.child.wait(atMost: 1).code == 0)
      #expect(ContinuousClock.now - start > .seconds(1))
      #expect(served.said.contains("Nobody looked"))
    }

    @Test("a port that is taken is said, and so is one that there is not (T-C01)")
    func ports() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      expectFailure(
        try pond.run("serve", "--no-open", "--port", "\(served.port)"), 69, "port \(served.port)")
      for words in [["--port", "70000"], ["--port", "-1"], ["--idle", "0"], ["--idle", "x"]] {
        #expect(try pond.run(["serve", "--no-open"] + words).code == 64, "\(words)")
      }
    }

    @Test("other commands work meanwhile, and the page shows what they did")
    func others() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      #expect(try served.get("/journal").text.contains("Nothing was decided yet"))
      #expect(try pond.run("decide", "--from", "Samples/ada/answers.txt", "--yes").code == 0)
      #expect(try served.get("/journal").text.contains("11 answers"))
      #expect(try pond.run("import", "Samples/ada/urls").code == 0)
      #expect(try pond.run("undo").code == 0)
      #expect(try served.get("/journal").text.contains("class=\"gone\""))
    }

    @Test(
      "a pond file that is removed, replaced or damaged while it serves: a page with a sentence")
    func pondFile() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let kept = try Data(contentsOf: pond.pondFile)
      try FileManager.default.removeItem(at: pond.pondFile)
      let gone = try served.get("/journal")
      #expect(gone.status == 404 && gone.text.contains("There is no pond here"))
      #expect(try served.get("/").text.contains("Welcome"))
      #expect(!FileManager.default.fileExists(atPath: pond.pondFile.path), "looking makes none")
      try Data("this is no pond".utf8).write(to: pond.pondFile)
      let damaged = try served.get("/journal")
      #expect(damaged.status == 500 && damaged.text.contains("<p class=\"lede\">"))
      try kept.write(to: pond.pondFile)
      #expect(try served.get("/journal").status == 200)
    }

    @Test("a pond file that another program holds: a page says so, and later it is there again")
    func locked() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let served = try ServedPond(pond)
      let other = try OtherPond(holding: pond.pondFile)
      let busy = try served.get("/journal")
      #expect(busy.status == 503 && busy.text.contains("Back to the pond"))
      try other.close()
      #expect(try served.get("/journal").status == 200)
    }

    @Test("a stale cookie after a new start says what to do, and nothing that was said is lost")
    func restarted() throws {
      let pond = try MainJobTests.ada()
      defer { pond.remove() }
      let first = try ServedPond(pond)
      let cookie = first.cookie
      first.child.kill(SIGKILL)
      _ = try first.child.wait()
      let second = try ServedPond(pond, "--port", "\(first.port)")
      let answer = try second.ask("GET /", headers: ["Cookie: \(cookie)"])
      #expect(answer.status == 403 && answer.text.contains("pond serve was started anew"))
    }
  }
#endif
