import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Files that Pond writes for others (T-S10, T-S15)", .serialized)
  struct ExportFileTests {
    let pond: PondProcess
    let urls: Data

    init() throws {
      pond = try PondProcess()
      urls = try Data(contentsOf: Repository.url("Samples/ada/urls"))
      #expect(try pond.run("import", "Samples/ada/urls").code <= 1)
    }

    private func export(_ path: String, _ more: String...) throws -> PondProcess.Outcome {
      try pond.run(["export", "newsboat", "-o", path] + more)
    }

    private func bytes(_ name: String) -> Data? {
      FileManager.default.contents(atPath: pond.path(name))
    }

    @Test("a file that is there is not replaced without --force, and keeps its mode with it")
    func force() throws {
      defer { pond.remove() }
      try Data("mine".utf8).write(to: URL(fileURLWithPath: pond.path("urls")))
      chmod(pond.path("urls"), 0o640)
      expectFailure(try export(pond.path("urls")), 73, "--force")
      #expect(bytes("urls") == Data("mine".utf8))
      #expect(try export(pond.path("urls"), "--force").code == 0)
      #expect(bytes("urls") == urls)
      var facts = stat()
      #expect(stat(pond.path("urls"), &facts) == 0 && facts.st_mode & 0o7777 == 0o640)
    }

    @Test("a link is followed and stays a link; one that leads nowhere makes its target")
    func links() throws {
      defer { pond.remove() }
      try FileManager.default.createDirectory(
        atPath: pond.path("real"), withIntermediateDirectories: false)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: pond.path("real/urls")))
      let links = ["link": "real/urls", "dangling": "real/new", "circle": "circle"]
      for (name, target) in links { symlink(target, pond.path(name)) }
      expectFailure(try export(pond.path("link")), 73)
      #expect(try export(pond.path("link"), "--force").code == 0)
      #expect(try export(pond.path("dangling")).code == 0)
      #expect(bytes("real/urls") == urls && bytes("real/new") == urls)
      var facts = stat()
      for name in ["link", "dangling"] {
        #expect(lstat(pond.path(name), &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
      }
      let circle = try export(pond.path("circle"), "--force")
      #expect([73, 74].contains(circle.code))
      expectFailure(circle, circle.code)
      #expect(pond.names(in: "real") == ["new", "urls"])
    }

    @Test("nothing is ever written in place of the pond file, by whatever name (T-S22)")
    func pondFile() throws {
      defer { pond.remove() }
      let before = try Data(contentsOf: pond.pondFile)
      symlink(pond.pondFile.path, pond.path("link"))
      symlink(pond.path("pond"), pond.path("folder"))
      for target in [
        pond.pondFile.path, pond.path("link"), pond.path("folder/pond.sqlite"),
        pond.pondFile.path + "-wal", pond.pondFile.path + "-journal",
      ] {
        for words in [["export", "newsboat"], ["export", "csv"], ["report"], ["thank"]] {
          let outcome = try pond.run(words + ["-o", target, "--force"])
          expectFailure(outcome, 73, "this is the pond file itself, or belongs to it")
        }
      }
      #expect(try Data(contentsOf: pond.pondFile) == before)
      #expect(pond.names(in: "pond") == ["backups", "pond.sqlite"])
    }

    @Test("devices, folders, pipes and folders that are not there are refused and stay as they are")
    func refusals() throws {
      defer { pond.remove() }
      mkfifo(pond.path("fifo"), 0o600)
      let device = try SpareDevice()
      var before = stat()
      var after = stat()
      #expect(stat(device.path, &before) == 0)
      for target in [
        device.path, pond.home.path, pond.path("fifo"), pond.path("no/such/urls"), "/",
        "/proc/self/mem", "/proc/version/urls", "",
      ] {
        let outcome = try export(target, "--force")
        #expect([64, 73, 77].contains(outcome.code), "\(target): \(outcome.errors)")
        expectFailure(outcome, outcome.code)
      }
      #expect(stat(device.path, &after) == 0 && before.st_mode == after.st_mode)
      #expect(before.st_ino == after.st_ino && before.st_rdev == after.st_rdev)
      #expect(pond.names(in: "").allSatisfy { !$0.hasPrefix(".pond") })
    }

    @Test("whatever is decided, only the spans of those who leave are cut (T-S10)")
    func spans() throws {
      defer { pond.remove() }
      let list = "Samples/ada/subscriptions.opml"
      let original = try Data(contentsOf: Repository.url(list))
      #expect(try pond.run("import", list).code <= 1)
      #expect(try pond.run("export", "opml").output == original)
      #expect(try pond.run("decide", "hedge-school.example", "let-go").code == 0)
      let trimmed = try pond.run("export", "opml").output
      let lines = Set(original.split(separator: 10)).subtracting(trimmed.split(separator: 10))
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.range(of: Data("hedge-school.example".utf8)) != nil })
      #expect(isSubsequence(trimmed, of: original))
      #expect(try pond.run("undo").code == 0)
      #expect(try pond.run("export", "opml").output == original)
    }

    private func isSubsequence(_ short: Data, of long: Data) -> Bool {
      var rest = short[...]
      for byte in long where byte == rest.first { rest = rest.dropFirst() }
      return rest.isEmpty
    }

    @Test("a copy overwrites nothing, not even through a link to nowhere (T-S12)")
    func backup() throws {
      defer { pond.remove() }
      try Data("mine".utf8).write(to: URL(fileURLWithPath: pond.path("there")))
      symlink("nowhere", pond.path("dangling"))
      for name in ["there", "dangling", ""] {
        expectFailure(try pond.run("backup", pond.path(name)), 73)
      }
      #expect(bytes("there") == Data("mine".utf8) && bytes("nowhere") == nil)
      expectFailure(try pond.run("restore", pond.path("there")), 65)
      expectFailure(try pond.run("restore", pond.path("not-there")), 66)
      expectFailure(try pond.run("restore", "/dev/zero"), 66)
    }
  }
}
