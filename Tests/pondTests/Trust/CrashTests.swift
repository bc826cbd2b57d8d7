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
      for number in 0..<Soak.times(15, 100) {
        try trial.reset()
        let child = try trial.pond.start(trial.words)
        usleep(UInt32(chance.unit() * trial.seconds * 1_000_000))
        child.kill(SIGKILL)
        let end = try child.wait()
        let state = try trial.expectWhole("kill \(number)")
        #expect(end.code == 0 ? state == trial.after : end.signal == SIGKILL)
        midway += end.code == 0 ? 0 : 1
      }
      #expect(midway > 0, "not one of them came in time")
    }

    @Test(
      "killed before the Nth operation on a file, or in the middle of it",
      arguments: [
        Deed.creating, .importing, .deciding, .undoing, .backingUp, .restoring, .exporting,
        .overwriting,
      ])
    func everyOperation(deed: Deed) throws {
      let trial = try Trial(deed)
      defer { trial.pond.remove() }
      for (seed, fault) in [PondProcess.Fault.kill, .torn].enumerated() {
        for number in Soak.sample(3, of: trial.operations.count, seed: UInt64(seed)) {
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
