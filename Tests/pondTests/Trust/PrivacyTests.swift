import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Whose data it is (T-S14, T-S16, T-S17)", .serialized)
  struct PrivacyTests {
    /// Starts Pond as somebody without power over every file; nil where that cannot be done.
    static let somebody: [String]? = {
      if geteuid() != 0 { return [] }
      let words = [
        "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
      ]
      guard FileManager.default.isExecutableFile(atPath: words[0]) else { return nil }
      let child = try? Child(
        words[0], Array(words.dropFirst()) + [PondProcess.binary.path, "--version"],
        environment: [:], folder: "/")
      return (try? child?.wait().code) == 0 ? words : nil
    }()

    /// Starts Pond where there is no network at all; nil where that cannot be done.
    static let island: [String]? = {
      let words = ["/usr/bin/unshare", "-rn"]
      let child = try? Child(words[0], ["-rn", "/bin/true"], environment: [:], folder: "/")
      return (try? child?.wait().code) == 0 ? words : nil
    }()

    @Test("the pond file and all beside it are 0600 in 0700, whatever the umask (T-S16)")
    func permissions() throws {
      for mask in ["000", "022", "077"] {
        var pond = try PondProcess()
        defer { pond.remove() }
        pond.launcher = ["/bin/sh", "-c", #"umask \#(mask); exec "$0" "$@""#]
        pond.environment["POND_FILE"] = pond.path("deep/down/pond.sqlite")
        let cache = try pond.cache()
        for words in [
          ["import", cache], ["backup", pond.path("deep/down/copy.sqlite")],
          ["decide", "feed-1.example", "let-go"], ["restore", pond.path("deep/down/copy.sqlite")],
        ] {
          #expect(try pond.run(words).code == 0, "\(words)")
        }
        for name in ["deep", "deep/down", "deep/down/backups"] {
          #expect(try mode(pond.path(name)) == 0o700)
        }
        let copies = pond.names(in: "deep/down/backups").map { "backups/\($0)" }
        for name in pond.names(in: "deep/down").filter({ $0 != "backups" }) + copies {
          #expect(try mode(pond.path("deep/down/\(name)")) == 0o600, "\(name), umask \(mask)")
        }
        #expect(pond.names(in: "deep/down").count == 4 && copies.count == 3)
      }
    }

    @Test("copies of a foreign database are private, and gone whatever happens (T-S16)")
    func temporaries() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      pond.launcher = ["/bin/sh", "-c", #"umask 000; exec "$0" "$@""#]
      let cache = try pond.cache("cache.db", InventedCache(feeds: 0..<4, posts: 100))
      for words in [
        ["import", cache], ["inspect", cache], ["import", "Samples/broken/cache-view.db"],
      ] {
        try pond.run(words)
        #expect(pond.names(in: "tmp").isEmpty, "\(words)")
      }
      // What a killed import left is swept by the next, once it is a minute old and nobody's.
      for name in ["pond-copy-old", "pond-copy-young", "else-old"] {
        try FileManager.default.createDirectory(
          atPath: pond.path("tmp/\(name)"), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: pond.path("tmp/\(name)/copy.db")))
      }
      let past = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -600)]
      for name in ["pond-copy-old", "else-old"] {
        try FileManager.default.setAttributes(past, ofItemAtPath: pond.path("tmp/\(name)"))
      }
      try pond.run("import", cache)
      #expect(pond.names(in: "tmp") == ["else-old", "pond-copy-young"])
    }

    @Test(
      "a pond file that may only be read: reading works, writing is refused with a sentence (T-S14)",
      .enabled(if: somebody != nil, "runs as root, and setpriv is not there"))
    func readOnly() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache, "Samples/ada/urls")
      try pond.run("decide", "feed-2.example", "let-go")
      let more = try pond.cache("more.db", InventedCache(feeds: 4..<9))
      let bytes = try Data(contentsOf: pond.pondFile)
      pond.launcher = try #require(Self.somebody)
      try give(pond.home.path, to: pond)
      for (file, folder) in [(0o400, 0o500), (0o600, 0o500), (0o400, 0o700)] as [(mode_t, mode_t)] {
        chmod(pond.pondFile.path, file)
        chmod(pond.path("pond"), folder)
        for words in [
          ["list", "--known"], ["plan"], ["why", "feed-1.example"], ["journal"], ["doctor"],
          ["doctor", "--digest"], ["export", "newsboat"],
        ] {
          let outcome = try pond.run(words)
          #expect(outcome.code == 0, "\(words) \(file) \(folder): \(outcome.errors)")
        }
        for words in [["import", more], ["decide", "feed-1.example", "keep"], ["undo"]] {
          expectFailure(try pond.run(words), 77)
        }
        #expect(try Data(contentsOf: pond.pondFile) == bytes)
        #expect(pond.names(in: "pond") == ["backups", "pond.sqlite"])
      }
      chmod(pond.path("pond"), 0o700)
    }

    @Test(
      "no place to write: the folder of a new pond file, a backup or an export (T-S14)",
      .enabled(if: somebody != nil, "runs as root, and setpriv is not there"))
    func noPlace() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache, "Samples/ada/urls")
      try FileManager.default.createDirectory(
        atPath: pond.path("shut"), withIntermediateDirectories: false)
      pond.launcher = try #require(Self.somebody)
      try give(pond.home.path, to: pond)
      chmod(pond.path("shut"), 0o500)
      for words in [
        ["backup", pond.path("shut/copy")], ["export", "newsboat", "-o", pond.path("shut/urls")],
        ["import", cache, "--pond", pond.path("shut/pond.sqlite")],
        ["import", cache, "--pond", pond.path("shut/deep/pond.sqlite")],
      ] {
        let outcome = try pond.run(words)
        #expect([73, 77].contains(outcome.code), "\(words): \(outcome.errors)")
        expectFailure(outcome, outcome.code)
      }
      chmod(cache, 0)
      for command in ["inspect", "import"] {
        expectFailure(try pond.run(command, cache), 77, "permission")
      }
      #expect(pond.names(in: "shut").isEmpty)
    }

    @Test("the main job opens no socket and looks up no name (T-S17)")
    func noSocket() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      pond.listenToSockets()
      try mainJob(pond)
      #expect(try String(contentsOfFile: pond.path("sockets"), encoding: .utf8).isEmpty)
    }

    @Test(
      "the main job works where there is no network at all (T-S17)",
      .enabled(if: island != nil, "unshare -rn is not allowed here"))
    func noNetwork() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      pond.launcher = try #require(Self.island)
      try mainJob(pond)
    }

    private func mainJob(_ pond: PondProcess) throws {
      for words in [
        ["inspect", "Samples/ada/subscriptions.opml"],
        ["import", "Samples/ada/subscriptions.opml", "Samples/ada/urls", try pond.cache()],
        ["import", "Samples/ada/feeds/salt-marsh.xml"], ["list"], ["plan"],
        ["why", "Salt Marsh"], ["review"], ["review", "--print"], [],
        ["decide", "feed-1.example", "let-go"], ["journal"],
        ["undo"], ["export", "opml"], ["export", "newsboat", "-o", pond.path("urls")], ["doctor"],
        ["backup", pond.path("copy")], ["restore", pond.path("copy")], ["wipe", "--yes"],
      ] {
        #expect(try pond.run(words).code <= 1, "\(words)")
      }
    }

    private func mode(_ path: String) throws -> mode_t {
      var facts = stat()
      try #require(stat(path, &facts) == 0)
      return facts.st_mode & 0o7777
    }

    // Everything in a folder becomes the property of whom the launcher starts Pond as.
    private func give(_ folder: String, to pond: PondProcess) throws {
      guard geteuid() == 0 else { return }
      let inside = FileManager.default.enumerator(atPath: folder)
      for name in [""] + (inside?.allObjects ?? []).compactMap({ $0 as? String }) {
        chown("\(folder)/\(name)", 65534, 65534)
      }
    }
  }
}
