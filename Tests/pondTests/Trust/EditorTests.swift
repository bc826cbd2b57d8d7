import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite(
    "An editor in the person's own terminal (T-S06, R4)", .serialized,
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setsid"), "no setsid"))
  struct EditorTests {
    private func review(_ script: String) throws -> (PondProcess, Terminal, Child) {
      var pond = try PondProcess()
      let list = (0..<3).map { InventedCache.address($0) + " loud\n" }.joined()
      try list.write(toFile: pond.path("urls"), atomically: false, encoding: .utf8)
      var loud = InventedCache(feeds: 0..<3, posts: 300)
      (loud.seconds, loud.readEvery) = (20_000, 100)
      #expect(try pond.run("import", pond.path("urls"), pond.cache("cache.db", loud)).code == 0)
      #expect(
        try pond.run("review", "--print").text.contains("\nskip"), "there must be something to ask")
      let editor = pond.path("editor")
      try "#!/bin/sh\n\(script)\n".write(toFile: editor, atomically: false, encoding: .utf8)
      chmod(editor, 0o700)
      pond.environment["EDITOR"] = editor
      // A terminal of its own, as a person's shell has, with Ctrl-C and all.
      pond.launcher = ["/usr/bin/setsid", "--ctty", "--wait"]
      let terminal = try Terminal()
      let line = Child.Stream.descriptor(terminal.line)
      let child = try pond.start(["review", "--edit"], input: line, output: line, errors: line)
      return (pond, terminal, child)
    }

    @Test("the editor can read from the terminal, and what it saves is taken")
    func reads() throws {
      let (pond, terminal, child) = try review(
        #"echo ready; read answer; sed -i "0,/^skip/s/^skip/$answer/" "$1""#)
      defer { pond.remove() }
      _ = try terminal.transcript(of: child, until: "ready")
      terminal.type("keep\n")
      let text = String(decoding: try terminal.transcript(of: child), as: UTF8.self)
      #expect(try child.wait().code == 0, "\(text)")
      var plain = pond
      plain.launcher = []
      #expect(try plain.run("journal").lines.filter { $0.contains("keep") }.count == 1, "\(text)")
      #expect(pond.names(in: "tmp").isEmpty)
    }

    @Test("Ctrl-C is the editor's while it runs; an editor that ends badly decides nothing")
    func interrupted() throws {
      let (pond, terminal, child) = try review(
        #"trap 'echo heard; exit 1' INT; echo ready; while :; do read answer; done"#)
      defer { pond.remove() }
      _ = try terminal.transcript(of: child, until: "ready")
      terminal.type("\u{3}")
      let text = String(decoding: try terminal.transcript(of: child), as: UTF8.self)
      #expect(text.contains("heard") && text.contains("did not end well"), "\(text)")
      #expect(try child.wait().code == 64)
      var plain = pond
      plain.launcher = []
      #expect(try plain.run("journal").output.isEmpty)
      #expect(pond.names(in: "tmp").isEmpty)
    }
  }
}
