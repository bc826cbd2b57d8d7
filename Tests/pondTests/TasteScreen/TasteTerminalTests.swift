import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite(
    "A tasting in a terminal (R4, T-S06)", .serialized,
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid"), "no setsid"))
  struct TasteTerminalTests {
    let pond: PondProcess

    init() throws {
      var pond = try PondProcess()
      _ = try pond.run(
        "import", "--quiet", "Samples/ada/subscriptions.opml", "Samples/ada/feeds")
      pond.environment["TERM"] = "xterm"
      self.pond = pond
    }

    private func start(rows: UInt16 = 24, columns: UInt16 = 80) throws -> (Terminal, Child) {
      var inTerminal = pond
      inTerminal.launcher = ["/usr/bin/setsid", "--ctty", "--wait"]
      let terminal = try Terminal()
      var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      #expect(ioctl(terminal.line, UInt(TIOCSWINSZ), &size) == 0)
      let line = Child.Stream.descriptor(terminal.line)
      return (terminal, try inTerminal.start(["taste"], input: line, output: line, errors: line))
    }

    @discardableResult
    private func press(
      _ key: String, _ terminal: Terminal, _ child: Child, until words: String
    ) throws -> String {
      terminal.type(key)
      let bytes = try terminal.transcript(of: child, until: words)
      // The rest of the screen, and the moment in which early keys are forgotten.
      usleep(150_000)
      return String(decoding: bytes, as: UTF8.self)
    }

    private func answers() throws -> Int {
      try pond.run("export", "decisions").lines.count { $0.hasPrefix("taste ") }
    }

    @Test("a scripted tasting: answers, whose it was, undo, enough; the next one goes on")
    func tasting() throws {
      defer { pond.remove() }
      let (terminal, child) = try start()
      try press("", terminal, child, until: "enough")
      try press(".", terminal, child, until: "Answer first")
      try press("n", terminal, child, until: "Not for you.")
      #expect(try answers() == 1, "it is in the file before the next post")
      try press(".", terminal, child, until: "”. Not for you.")
      try press(" ", terminal, child, until: "You could not say.")
      try press("u", terminal, child, until: "Taken back")
      try press("x", terminal, child, until: "Press one of the keys")
      terminal.type("q")
      let end = String(decoding: try terminal.transcript(of: child), as: UTF8.self)
      #expect(try child.wait().code == 0)
      #expect(end.contains("\u{1B}[?1049l"), "the terminal is given back")
      #expect(end.contains("You tasted 1 post: 1 not for you.") && end.contains("Next:  pond "))
      #expect(try answers() == 1)
    }

    @Test("keys pressed before a post stood on the screen are no answers about it (R4); 40 by 12")
    func earlyKeys() throws {
      defer { pond.remove() }
      let (terminal, child) = try start(rows: 12, columns: 40)
      try press("", terminal, child, until: "enough")
      try press("nnnnnn", terminal, child, until: "Not for you.")
      terminal.type("q")
      _ = try terminal.transcript(of: child)
      #expect(try child.wait().code == 0)
      #expect(try answers() == 1)
    }

    @Test("killed between key and screen, the answer is there and the file is sound")
    func killed() throws {
      defer { pond.remove() }
      let (terminal, child) = try start()
      try press("", terminal, child, until: "enough")
      terminal.type("n")
      let limit = ContinuousClock.now + .seconds(20)
      while try answers() == 0, ContinuousClock.now < limit { usleep(1_000) }
      child.kill(SIGKILL)
      _ = try child.wait()
      #expect(try answers() == 1)
      #expect(try pond.run("doctor").code == 0)
    }
  }
}
