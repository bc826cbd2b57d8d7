import Foundation
import PondTestSupport
import Testing

@Suite("A citizen of the shell")
struct ShellTests {
  private func sh(_ pond: PondProcess, _ words: String...) throws -> Int32 {
    let child = try Child(
      "/bin/sh", words, environment: ["PATH": "/usr/bin:/bin", "HOME": pond.home.path],
      folder: Repository.root.path, output: .path(pond.path("said")),
      errors: .path(pond.path("trouble")))
    return try child.wait().code
  }

  private func read(_ pond: PondProcess, _ name: String) throws -> String {
    try String(contentsOfFile: pond.path(name), encoding: .utf8)
  }

  @Test("install puts command, man pages and completions under a prefix; remove takes them away")
  func install() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    let prefix = pond.path("a prefix")
    #expect(try sh(pond, "docs/install.sh", PondProcess.binary.path, prefix) == 0)
    func there() -> [String] {
      FileManager.default.enumerator(atPath: prefix)?.compactMap { $0 as? String }.filter {
        var isFolder: ObjCBool = false
        let path = prefix + "/" + $0
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      } ?? []
    }
    for file in [
      "bin/pond", "share/man/man1/pond.1", "share/man/man1/pond-review.1",
      "share/bash-completion/completions/pond", "share/zsh/site-functions/_pond",
      "share/fish/vendor_completions.d/pond.fish",
    ] { #expect(there().contains(file), "\(file)") }
    #expect(there().filter { $0.hasSuffix(".1") }.count == HelpTests.commands.count + 1)
    #expect(try sh(pond, "docs/install.sh", "--remove", prefix) == 0)
    #expect(there().isEmpty)
  }

  @Test("a man page says what the help says, and roff takes it without a word")
  func manual() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    #expect(try sh(pond, "docs/man.sh", PondProcess.binary.path, pond.path("man")) == 0)
    for command in HelpTests.commands {
      let page = try read(pond, "man/pond-\(command).1")
      let help = try pond.run(command, "--help").text
      for part in [
        "NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES",
        "SEE ALSO",
      ] {
        #expect(page.contains(".SH \(part)\n"), "\(command)")
      }
      for option in help.matches(of: /(?m)^  (?:-., )?(--[a-z\-]+)/) {
        #expect(page.contains(option.output.1.replacing("-", with: "\\-")), "\(command)")
      }
    }
    #expect(try read(pond, "man/pond.1").contains("pond\\-review"))
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
    let check = #"for f in "$1"/*.1; do groff -k -man -ww -Tutf8 -z "$f"; done"#
    #expect(try sh(pond, "-c", check, "sh", pond.path("man")) == 0)
    #expect(try read(pond, "trouble").isEmpty)
  }

  @Test("completions know every command; bash takes them")
  func completions() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    for shell in ["bash", "zsh", "fish"] {
      let script = try pond.run("--generate-completion-script", shell)
      #expect(script.code == 0)
      for command in HelpTests.commands { #expect(script.text.contains(command), "\(shell)") }
      #expect(script.text.contains("quietest"), "the orders of a review are offered")
      if shell == "bash" {
        let path = try pond.put(script.output, "completion")
        #expect(try sh(pond, "-c", "exec bash -n \"$1\"", "sh", path) == 0)
      }
    }
  }

  @Test("pond alone says the next sensible step of this pond")
  func alone() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    func said() throws -> String {
      let outcome = try pond.run()
      #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.lines.allSatisfy { $0.count <= 80 })
      return outcome.text
    }
    #expect(try said().contains("There is no pond yet"))
    #expect(!FileManager.default.fileExists(atPath: pond.pondFile.path))
    try pond.run("import", MainJobTests.inputs[3])
    #expect(try said().contains("No list in this pond says yet whom you follow"))
    try pond.run("import", MainJobTests.inputs[0])
    #expect(try said().contains("No file shows yet what you read"))
    try pond.run(["import"] + MainJobTests.inputs)
    #expect(try said().contains("Next:  pond review   begins with"))
    try pond.run(["review", "--plain"], input: "l\nl\nq\n")
    let between = try said()
    #expect(between.contains("goes on with") && between.contains("pond export opml -o"))
    try pond.run(["review", "--plain", "--limit", "0"], input: String(repeating: "k\n", count: 20))
    let after = try said()
    #expect(!after.contains("pond review") && after.contains("pond export opml -o"))
    while try pond.run("undo").code == 0 {}
    try pond.run(["review", "--plain", "--limit", "0"], input: String(repeating: "k\n", count: 20))
    #expect(try said().contains("Next:  pond plan"))
  }

  @Test("the help of pond itself is as it was: asked for, it is printed")
  func help() throws {
    let pond = try PondProcess()
    defer { pond.remove() }
    #expect(try pond.run("--help").text.hasPrefix("OVERVIEW: "))
    #expect(try pond.run("help").text.hasPrefix("OVERVIEW: "))
  }
}
