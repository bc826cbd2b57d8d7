import Foundation
import PondTestSupport
import Testing

extension Trust {
  @Suite("Killed at any moment (T-S01, T-S02)", .serialized)
  struct CrashTests {
    @Test(
      "kill -9 at a random moment of an import: before or after, never between; again comes to after",
      arguments: [Deed.creating, .importing])
    func anyMoment(deed: Deed) throws {
      let trial = try Trial(deed)
      defer { trial.pond.remove() }
      var chance = SplitMix64(seed: 1)
      var midway = 0
      var longest = trial.seconds
      let rounds = Rounds.times(4, 100)
      for number in 0..<rounds {
        try trial.reset()
        let child = try trial.pond.start(trial.words)
        let patience = chance.unit() * longest
        usleep(UInt32(patience * 1_000_000))
        child.kill(SIGKILL)
        let end = try child.wait()
        // It takes no longer than this, however long it took when the machine was busy.
        if end.code == 0 { longest = patience }
        let state = try trial.expectWhole("kill \(number)")
        #expect(end.code == 0 ? state == trial.after : end.signal == SIGKILL)
        midway += end.code == 0 ? 0 : 1
      }
      #expect(midway > 0, "not one of them came in time")
      Rounds.note("T-S01", rounds, "kills at a random moment of an import")
      Rounds.note("T-S01", midway, "of them in the middle of it")
    }

    @Test(
      "killed before the Nth operation on a file, or in the middle of it",
      arguments: Rounds.some(5, of: Deed.all))
    func everyOperation(deed: Deed) throws {
      let trial = try Trial(deed)
      defer { trial.pond.remove() }
      for (seed, fault) in [PondProcess.Fault.kill, .torn].enumerated() {
        let numbers = Rounds.sample(1, 20, of: trial.operations.count, seed: UInt64(seed))
        Rounds.note("T-S02", numbers.count, "operations killed or torn, of 9 deeds")
        for number in numbers {
          try trial.reset()
          var pond = trial.pond
          pond.listen(below: "disk")
          pond.fail(fault, at: number)
          let outcome = try pond.run(trial.words)
          let what = "\(fault) at \(number): \(pond.heard().last ?? "nothing")"
          #expect(outcome.code == 128 + SIGKILL, "\(what)")
          _ = try trial.expectWhole(what)
        }
      }
    }
  }
}
