import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Files that Pond keeps, and files of others (T-S18, T-S20, T-S22)", .serialized)
  struct OwnFileTests {
    @Test("every command that changed something leaves a copy; the last five are listed and whole")
    func copies() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      #expect(try pond.run("restore", "--list").output.isEmpty)
      try pond.run("import", pond.cache())
      let digest = try pond.soundDigest()
      #expect(pond.names(in: "pond") == ["backups", "pond.sqlite"])
      for words in [["list"], ["plan"], ["doctor"], ["import", pond.path("cache.db")]] {
        #expect(try pond.run(words).code <= 1)
      }
      for number in 0..<6 { try pond.run("decide", "feed-\(number).example", "let-go") }
      let list = try pond.run("restore", "--list").lines.filter { !$0.isEmpty }
      #expect(list.count == 5)
      for line in list {
        let path = try #require(line.split(separator: "\t").last.map(String.init))
        #expect(try pond.run("doctor", "--pond", path).code == 0)
      }
      let last = try #require(list.last?.split(separator: "\t").last.map(String.init))
      #expect(try pond.run("restore", last).code == 0)
      #expect(try pond.run("journal").lines.filter { $0.contains("let-go") }.count == 2)
      #expect(try pond.run("undo").code == 0)
      #expect(try pond.run("undo").code == 0)
      #expect(try pond.soundDigest() == digest)
      #expect(try pond.run("wipe", "--yes").code == 0)
      #expect(pond.names(in: "pond").isEmpty)
    }

    @Test("what changed before a command failed is copied as well (T-S20)")
    func failures() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      func copies() throws -> Int {
        try pond.run("restore", "--list").lines.filter { !$0.isEmpty }.count
      }
      #expect(try copies() == 1)
      let child = try pond.start(["decide", "feed-1.example", "keep"], output: .path("/dev/full"))
      #expect(try child.wait().code == 74)
      #expect(try pond.run("journal").text.contains("keep"))
      #expect(try copies() == 2)
    }

    @Test("a copy that cannot be used or made is told by its own name, with advice about copies")
    func wrongCopies() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      let digest = try pond.soundDigest()
      let names = pond.names(in: "pond")
      for (path, code, words) in [
        (pond.path("nowhere"), Int32(66), "nowhere: there is no such file"),
        (pond.home.path, 66, "this is not a regular file"),
        (pond.pondFile.path, 64, "this is the pond file itself"),
      ] {
        let outcome = try pond.run("restore", path)
        expectFailure(outcome, code, words)
        #expect(outcome.errors.contains("restore --list"), "\(outcome.errors)")
        #expect(!outcome.errors.contains("--pond") && !outcome.errors.contains("pond import"))
      }
      symlink(pond.pondFile.path, pond.path("link"))
      expectFailure(try pond.run("restore", pond.path("link")), 64, "this is the pond file itself")
      let file = try pond.put(Data("mine".utf8), "mine")
      let outcome = try pond.run("backup", file + "/copy")
      expectFailure(outcome, 73, "mine/copy: no copy can be made here: not a directory")
      #expect(!outcome.errors.contains(".new-") && !outcome.errors.contains("--pond"))
      #expect(pond.names(in: "pond") == names)
      #expect(try pond.soundDigest() == digest)
    }

    @Test("a restore that another Pond refuses leaves nothing aside")
    func busyRestore() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      #expect(try pond.run("backup", pond.path("copy")).code == 0)
      let other = try OtherPond(holding: pond.pondFile, "IMMEDIATE")
      let outcome = try pond.run("restore", pond.path("copy"))
      try other.close()
      expectFailure(outcome, 75, "another Pond")
      #expect(pond.names(in: "pond").allSatisfy { !$0.contains("before-restore") })
    }

    @Test("a private host of a copy is shown, and taken only on a yes")
    func hosts() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      let other = try PondProcess()
      defer { other.remove() }
      try other.run("import", other.cache())
      try other.run("config", "allow-host", "10.0.0.7:80")
      #expect(try other.run("backup", pond.path("copy")).code == 0)
      let outcome = try pond.run("restore", pond.path("copy"), input: "y\n")
      #expect(outcome.code == 0 && outcome.errors.contains("10.0.0.7:80"), "\(outcome.errors)")
      #expect(!(try pond.run("config", "list").text.contains("10.0.0.7")))
      #expect(try pond.run("restore", "--allow-hosts", pond.path("copy")).code == 0)
      #expect(try pond.run("config", "list").text.contains("10.0.0.7:80"))
    }

    @Test("a file beside the pond file that is not ours stays, whatever it is called")
    func foreign() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", "Samples/ada/urls")
      let mine = Data("mine\n".utf8)
      for name in ["pond.sqlite.fetching", "pond.sqlite.before-lunch"] {
        try mine.write(to: URL(fileURLWithPath: pond.path("pond/\(name)")))
      }
      expectFailure(try pond.run("fetch", "--yes", "--only", "salt-marsh.example"), 73, "fetching")
      #expect(try pond.run("wipe", "--yes").code == 0)
      for name in ["pond.sqlite.fetching", "pond.sqlite.before-lunch"] {
        #expect(FileManager.default.contents(atPath: pond.path("pond/\(name)")) == mine)
      }
    }

    @Test("next to no open files: a sentence, not a crash")
    func openFiles() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache)
      for limit in [4, 6, 10, 23] {
        pond.launcher = ["/bin/sh", "-c", "ulimit -n \(limit); exec \"$0\" \"$@\""]
        for words in [["list"], ["import", cache], ["doctor"]] {
          let outcome = try pond.run(words)
          #expect(outcome.code == 74, "\(limit) \(words): \(outcome.errors)")
          #expect(outcome.errors.contains("ulimit"), "\(limit) \(words): \(outcome.errors)")
        }
      }
      pond.launcher = ["/bin/sh", "-c", "ulimit -S -n 6; exec \"$0\" \"$@\""]
      #expect(try pond.run("list").code == 0, "what may be raised is raised")
    }

    @Test("done but not with everything is exit 1, with the counts on standard error")
    func counts() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      for row in Trust.BrokenInputTests.rows where row.codes == [1] && !row.isDecisionFile {
        for command in ["inspect", "import"] {
          let outcome = try pond.run(command, row.path)
          #expect(outcome.errors.contains("could not be taken"), "\(row.name): \(outcome.errors)")
        }
      }
    }
  }
}
