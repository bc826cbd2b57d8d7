import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite("Signals (T-S06)", .serialized)
  struct SignalTests {
    static let signals: [Int32] = [SIGINT, SIGTERM, SIGHUP]

    @Test("in the middle of an import: stops within 2 s, says so, and the pond file is sound")
    func duringImport() throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let first = try pond.cache("first.db", InventedCache(feeds: 0..<2))
      let second = try pond.cache("second.db", InventedCache(feeds: 1..<9, posts: 60))
      let scene = try Interrupted(pond, before: first, imported: second)
      var chance = SplitMix64(seed: 6)
      for signal in Self.signals {
        let rounds = Rounds.times(1, 10)
        Rounds.note("T-S06", rounds, "signals at a random moment of an import")
        for _ in 0..<rounds {
          try scene.interrupt(with: signal, after: chance.unit() * scene.seconds)
        }
      }
    }

    @Test("while it waits for another Pond, too", arguments: signals)
    func whileWaiting(signal: Int32) throws {
      let pond = try PondProcess()
      defer { pond.remove() }
      let cache = try pond.cache()
      try pond.run("import", cache)
      let other = try OtherPond(holding: pond.pondFile)
      let child = try pond.start(["import", cache], errors: .path(pond.path("errors")))
      usleep(300_000)
      #expect(child.isRunning)
      let start = ContinuousClock.now
      child.kill(signal)
      #expect(try child.wait().code == 128 + signal)
      #expect(ContinuousClock.now - start < .seconds(2))
      #expect(try String(contentsOfFile: pond.path("errors"), encoding: .utf8).contains("stopped"))
      try other.close()
      #expect(pond.names(in: "tmp").isEmpty)
      _ = try pond.soundDigest()
    }

    @Test("a hang-up that was to be ignored (nohup) is ignored")
    func nohup() throws {
      var pond = try PondProcess()
      defer { pond.remove() }
      pond.launcher = ["/bin/sh", "-c", #"trap "" HUP; exec "$0" "$@""#]
      let cache = try pond.cache()
      try pond.run("import", cache)
      let other = try OtherPond(holding: pond.pondFile)
      let child = try pond.start(["import", cache])
      usleep(300_000)
      child.kill(SIGHUP)
      usleep(50_000)
      #expect(child.isRunning)
      try other.close()
      #expect(try child.wait().code == 0)
    }
  }
}

/// An import that is interrupted again and again, always from the same pond file.
private struct Interrupted {
  let pond: PondProcess
  let imported: String
  let before: String
  let after: String
  /// How long the whole import takes.
  let seconds: Double
  private let start: Data

  init(_ pond: PondProcess, before first: String, imported: String) throws {
    self.pond = pond
    self.imported = imported
    #expect(try pond.run("import", first).code == 0)
    start = try Data(contentsOf: pond.pondFile)
    before = try pond.soundDigest()
    let clock = ContinuousClock.now
    #expect(try pond.run("import", imported).code == 0)
    seconds = Double((ContinuousClock.now - clock) / .seconds(1))
    after = try pond.soundDigest()
  }

  func interrupt(with signal: Int32, after delay: Double) throws {
    try start.write(to: pond.pondFile)
    let child = try pond.start(["import", imported], errors: .path(pond.path("errors")))
    usleep(UInt32(delay * 1_000_000))
    let clock = ContinuousClock.now
    child.kill(signal)
    let end = try child.wait()
    #expect(ContinuousClock.now - clock < .seconds(2))
    let errors = try String(contentsOfFile: pond.path("errors"), encoding: .utf8)
    if end.code != 0 {
      #expect(end.code == 128 + signal, "\(errors)")
      // Before its first instruction nobody can say anything.
      if end.signal == nil { #expect(errors.contains("pond: stopped"), "\(errors)") }
    }
    #expect(pond.names(in: "tmp").isEmpty)
    let digest = try pond.soundDigest()
    #expect(end.code == 0 ? digest == self.after : [before, self.after].contains(digest))
  }
}
