import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite(
    "A review in a terminal (R4, T-S06)", .serialized,
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid"), "no setsid"))
  struct ReviewTerminalTests {
    let pond: PondProcess

    init() throws {
      var pond = try MainJobTests.ada()
      pond.environment["TERM"] = "xterm"
      self.pond = pond
    }

    private func start() throws -> (Terminal, Child) {
      var inTerminal = pond
      // A terminal of its own, as a person's shell has, with Ctrl-C and all.
      inTerminal.launcher = ["/usr/bin/setsid", "--ctty", "--wait"]
      let terminal = try Terminal()
      let line = Child.Stream.descriptor(terminal.line)
      return (
        terminal, try inTerminal.start(["review"], input: line, output: line, errors: line)
      )
    }

    /// Types a key and waits for words that only the next screen has.
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

    private func answers() throws -> [String] {
      try pond.run("journal", "--format", "table").lines.filter {
        !$0.isEmpty && !$0.contains("taken back")
      }
    }

    @Test("a scripted sitting: answer, skip, figures, note, undo, resize, quit, resume")
    func sitting() throws {
      defer { pond.remove() }
      let (terminal, child) = try start()
      try press("", terminal, child, until: "1 of 16")
      try press("l", terminal, child, until: "2 of 16")
      #expect(try answers().count == 1, "it is in the file before the next question")
      try press("s", terminal, child, until: "3 of 16")
      try press(".", terminal, child, until: "Half a year")
      try press("n", terminal, child, until: "Enter keeps it")
      try press("loud\r", terminal, child, until: "Your note is kept")
      try press("u", terminal, child, until: "Taken back: passing over")
      var size = winsize(ws_row: 40, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
      #expect(ioctl(terminal.line, UInt(TIOCSWINSZ), &size) == 0)
      try press("", terminal, child, until: "\u{1B}[40;1H")
      terminal.type("q")
      let end = String(decoding: try terminal.transcript(of: child), as: UTF8.self)
      #expect(try child.wait().code == 0)
      #expect(end.contains("\u{1B}[?1049l"), "the terminal is given back")
      #expect(end.contains("Kept safe: 1 let go") && end.contains("pond export opml"), "\(end)")
      // What was not asked about is asked about next.
      let (again, second) = try start()
      try press("", again, second, until: "1 of 15")
      try press("u", again, second, until: "Taken back: let go")
      again.type("q")
      _ = try again.transcript(of: second)
      #expect(try second.wait().code == 0)
      #expect(try answers().isEmpty)
    }

    @Test("keys pressed before a question stood on the screen are no answers about it (R4)")
    func earlyKeys() throws {
      defer { pond.remove() }
      let (terminal, child) = try start()
      try press("", terminal, child, until: "1 of 16")
      try press("lllllll", terminal, child, until: "2 of 16")
      terminal.type("q")
      _ = try terminal.transcript(of: child)
      #expect(try answers().count == 1)
    }

    @Test(
      "stopped from outside, the terminal is given back and every answer is there",
      arguments: [SIGINT, SIGTERM, SIGHUP])
    func stopped(signal: Int32) throws {
      defer { pond.remove() }
      let (terminal, child) = try start()
      try press("", terminal, child, until: "1 of 16")
      try press("h", terminal, child, until: "2 of 16")
      let before = try attributes(terminal)
      #expect(before.c_lflag & tcflag_t(ICANON) == 0)
      if signal == SIGINT {
        terminal.type("\u{3}")
      } else {
        // setsid waits for it; the program itself is the group's leader in the terminal.
        #expect(kill(tcgetpgrp(of: child), signal) == 0)
      }
      let end = String(decoding: try terminal.transcript(of: child), as: UTF8.self)
      #expect(try child.wait().code == 128 + signal)
      #expect(end.contains("\u{1B}[?1049l"), "\(end)")
      #expect(try attributes(terminal).c_lflag & tcflag_t(ICANON) != 0)
      #expect(try answers().count == 1)
    }

    @Test("killed between the key and the next screen, nothing is lost")
    func killed() throws {
      defer { pond.remove() }
      let (terminal, child) = try start()
      try press("", terminal, child, until: "1 of 16")
      try press("l", terminal, child, until: "2 of 16")
      #expect(kill(tcgetpgrp(of: child), SIGKILL) == 0)
      _ = try child.wait()
      #expect(try answers().count == 1)
      #expect(try pond.run("doctor").code == 0)
    }

    @Test("a terminal that only prints gets the plain questions")
    func dumb() throws {
      defer { pond.remove() }
      var dumb = pond
      dumb.environment["TERM"] = "dumb"
      let terminal = try Terminal()
      let line = Child.Stream.descriptor(terminal.line)
      let child = try dumb.start(["review"], input: line, output: line, errors: line)
      let text = try terminal.transcript(of: child, until: "Your answer:")
      #expect(!text.contains(0x1B))
      terminal.type("q\n")
      _ = try terminal.transcript(of: child)
      #expect(try child.wait().code == 0)
    }

    private func attributes(_ terminal: Terminal) throws -> termios {
      var attributes = termios()
      #expect(tcgetattr(terminal.line, &attributes) == 0)
      return attributes
    }

    /// The program that setsid started: its only child.
    private func tcgetpgrp(of child: Child) -> Int32 {
      let path = "/proc/\(child.number)/task/\(child.number)/children"
      let children = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return children.split(separator: " ").first.flatMap { Int32($0) } ?? child.number
    }
  }
}
