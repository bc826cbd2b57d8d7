import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("Standard streams (T-C02)", .serialized)
  struct StreamTests {
    let pond: PondProcess

    init() throws {
      pond = try PondProcess()
      try pond.run("import", pond.cache())
      try pond.run("decide", "feed-1.example", "let-go")
    }

    /// Every command that prints; CACHE stands for a newsboat database.
    static let printing: [[String]] = [
      ["--help"], ["--version"], ["help", "import"], ["list", "--help"],
      ["--generate-completion-script", "bash"],
      ["inspect", "CACHE"], ["inspect", "--json", "CACHE"], ["import", "CACHE"],
      ["import", "--json", "CACHE"], ["list", "--known"], ["list", "--json"], ["plan"],
      ["plan", "--json"], ["why", "feed-1.example"], ["why", "--json", "feed-1.example"],
      ["explain"], ["explain", "bar"], ["journal"], ["journal", "--json"], ["doctor"],
      ["doctor", "--json"], ["doctor", "--digest"], ["wipe", "--dry-run"], ["who", "a"], ["thank"],
      ["decide", "--dry-run", "feed-2.example", "keep"],
    ]

    // What makes the difference is the stream, not the command: a few commands show it.
    private static var tried: [[String]] { Rounds.some(7, of: printing) }

    private func meant(_ words: [String]) -> [String] {
      words.map { $0 == "CACHE" ? pond.path("cache.db") : $0 }
    }

    @Test("a full disk behind standard output is exit 74 with a sentence")
    func fullDisk() throws {
      defer { pond.remove() }
      for words in Self.tried {
        let child = try pond.start(
          meant(words), output: .path("/dev/full"), errors: .path(pond.path("errors")))
        #expect(try child.wait().code == 74, "\(words)")
        let said = "pond: the output could not be written: No space left"
        #expect(errors.contains(said), "\(words): \(errors)")
      }
    }

    @Test("a pipe that nobody reads any more is a quiet end")
    func closedPipe() throws {
      defer { pond.remove() }
      for words in Self.tried {
        #expect(try endWithNobodyReading(pond, words).code == 128 + SIGPIPE, "\(words)")
        #expect(errors.isEmpty, "\(words): \(errors)")
      }
    }

    private var errors: String {
      FileManager.default.contents(atPath: pond.path("errors"))
        .map { String(decoding: $0, as: UTF8.self) } ?? "(nothing was opened)"
    }

    @Test("also where the signal is ignored, as some programs leave it")
    func closedPipeUnsignalled() throws {
      defer { pond.remove() }
      var deaf = pond
      deaf.launcher = ["/bin/sh", "-c", #"trap "" PIPE; exec "$0" "$@""#]
      for words in [["list", "--known"], ["--help"], ["list", "--json"]] {
        #expect(try endWithNobodyReading(deaf, words).code == 128 + SIGPIPE)
        #expect(errors.isEmpty, "\(words): \(errors)")
      }
    }

    private func endWithNobodyReading(_ pond: PondProcess, _ words: [String]) throws -> Child.End {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      close(ends[0])
      let child = try pond.start(
        meant(words), output: .descriptor(ends[1]), errors: .path(pond.path("errors")))
      close(ends[1])
      return try child.wait()
    }

    @Test("a closed standard output is exit 74, and not one byte goes astray into the pond file")
    func closedOutput() throws {
      defer { pond.remove() }
      for words in Self.tried {
        let child = try pond.start(
          meant(words), output: .closed, errors: .path(pond.path("errors")))
        #expect(try child.wait().code == 74, "\(words)")
      }
      let all: [Child.Stream] = [.closed, .closed, .closed]
      let more = try pond.cache("more.db", InventedCache(feeds: 4..<9))
      let child = try pond.start(["import", more], input: all[0], output: all[1], errors: all[2])
      #expect(try child.wait().code == 74)
      let digest = try pond.soundDigest()
      try pond.run("import", more)
      #expect(try pond.soundDigest() == digest, "what was learned before the output failed is kept")
    }

    @Test("no standard input and no standard error are no trouble")
    func closedInputAndErrors() throws {
      defer { pond.remove() }
      for words in [["list", "--known"], ["import", "CACHE"], ["doctor"]] {
        let child = try pond.start(
          meant(words), input: .closed, output: .path(pond.path("output")), errors: .closed)
        #expect(try child.wait().code == 0, "\(words)")
      }
      let refused = try pond.start(["list", "--frobnicate"], errors: .path("/dev/full"))
      #expect(try refused.wait().code == 64)
      _ = try pond.soundDigest()
    }

    @Test("nobody is asked where nobody can answer: a missing --yes is exit 64 and changes nothing")
    func noTerminal() throws {
      defer { pond.remove() }
      let digest = try pond.soundDigest()
      try "keep https://feed-2.example/rss\n"
        .write(toFile: pond.path("answers"), atomically: true, encoding: .utf8)
      for words in [["decide", "--from", pond.path("answers")], ["wipe"]] {
        let outcome = try pond.run(words, input: "y\n")
        #expect(outcome.code == 64, "\(words)")
        expectBlock(outcome.errors)
        #expect(outcome.errors.contains("--yes"), "\(outcome.errors)")
      }
      #expect(try pond.soundDigest() == digest)
    }
  }
}
