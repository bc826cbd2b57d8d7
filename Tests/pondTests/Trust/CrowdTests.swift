import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite("Several Ponds at once (T-S07, T-S08)", .serialized)
  struct CrowdTests {
    @Test("six overlapping imports at once, which also make the pond file: no row lost")
    func crowd() throws {
      let serial = try PondProcess()
      defer { serial.remove() }
      let caches = try (0..<6).map {
        try serial.cache("\($0).db", InventedCache(feeds: $0..<$0 + 3, posts: 25))
      }
      for cache in caches { #expect(try serial.run("import", cache).code == 0) }
      let digest = try serial.soundDigest()
      let rounds = Rounds.times(1, 20)
      Rounds.note("T-S07", rounds, "rounds of six imports at once")
      for round in 0..<rounds {
        let pond = try PondProcess()
        defer { pond.remove() }
        let children = try caches.indices.map { number in
          try pond.start(["import", caches[number]], errors: .path(pond.path("errors-\(number)")))
        }
        for (number, child) in children.enumerated() {
          let code = try child.wait().code
          let errors = try String(contentsOfFile: pond.path("errors-\(number)"), encoding: .utf8)
          #expect(code == 0, "round \(round): \(errors)")
          #expect(errors.isEmpty, "round \(round): \(errors)")
        }
        #expect(try pond.soundDigest() == digest, "round \(round)")
        #expect(pond.names(in: "pond") == ["backups", "pond.sqlite"])
        #expect(pond.names(in: "pond/backups").count == 5 && pond.names(in: "tmp").isEmpty)
      }
    }

    @Test("answers given at once by several are all kept")
    func decisions() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache())
      let children = try (0..<6).map {
        try pond.start(["decide", "feed-\($0).example", "let-go"])
      }
      for child in children { #expect(try child.wait().code == 0) }
      #expect(try pond.run("journal").lines.filter { $0.contains("let-go") }.count == 6)
    }

    @Test("a lock that another program holds for three seconds is waited for")
    func waits() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache)
      let more = try pond.cache("more.db", InventedCache(feeds: 4..<8))
      let other = try OtherPond(holding: pond.pondFile)
      let commands = [
        ["import", more], ["list", "--known"], ["decide", "feed-1.example", "keep"],
      ]
      let children = try commands.map { try pond.start($0) }
      usleep(3_000_000)
      for child in children { #expect(child.isRunning) }
      try other.close()
      for child in children { #expect(try child.wait().code == 0) }
      _ = try pond.soundDigest()
    }

    @Test("a lock that is never let go is exit 75 within 20 s, and nothing is changed (slow: 10 s)")
    func givesUp() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache)
      let bytes = try Data(contentsOf: pond.pondFile)
      let other = try OtherPond(holding: pond.pondFile)
      let start = ContinuousClock.now
      let commands = [["import", cache], ["list"], ["undo"]]
      let children = try commands.indices.map {
        try pond.start(commands[$0], errors: .path(pond.path("errors-\($0)")))
      }
      for (number, child) in children.enumerated() {
        #expect(try child.wait(atMost: 20).code == 75, "\(commands[number])")
        let errors = try String(contentsOfFile: pond.path("errors-\(number)"), encoding: .utf8)
        expectBlock(errors)
        #expect(errors.contains("another Pond"), "\(errors)")
      }
      #expect(ContinuousClock.now - start < .seconds(20))
      try other.close()
      #expect(try Data(contentsOf: pond.pondFile) == bytes)
    }

    @Test("who reads never fails while others write, and sees before or after")
    func readers() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      try pond.run("import", pond.cache("first.db", InventedCache(feeds: 0..<2)))
      let before = try pond.soundDigest()
      let more = try pond.cache("more.db", InventedCache(feeds: 2..<10, posts: 60))
      let writer = try pond.start(["import", more])
      var seen: [String] = []
      while writer.isRunning {
        let outcome = try pond.run("doctor", "--digest")
        #expect(outcome.code == 0, "\(outcome.errors)")
        seen.append(outcome.text)
      }
      #expect(try writer.wait().code == 0)
      let after = try pond.soundDigest()
      #expect(!seen.isEmpty && seen.allSatisfy { [before, after].contains($0) })
    }
  }
}
