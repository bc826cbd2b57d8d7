import Foundation
import PondTestSupport
import Testing

extension TrustSideBySide {
  @Suite("A disk that is full or fails (T-S03, T-S15)", .serialized)
  struct FaultTests {
    /// What goes wrong, and whether it stays wrong.
    static let faults: [(PondProcess.Fault, Bool)] = [
      (.full, false), (.ENOSPC, false), (.ENOSPC, true), (.EIO, false), (.EIO, true),
    ]

    @Test(
      "the Nth operation on a file fails: exit 74 with a sentence about the disk, and no half work",
      arguments: Rounds.some(5, of: Deed.all))
    func everyOperation(deed: Deed) throws {
      let trial = try Trial(deed)
      defer { trial.pond.remove() }
      for (seed, (fault, always)) in Rounds.some(2, of: Self.faults).enumerated() {
        let numbers = Rounds.sample(1, 8, of: trial.operations.count, seed: UInt64(seed))
        Rounds.note("T-S03", numbers.count, "operations on a full or failing disk, of 9 deeds")
        for number in numbers {
          try fail(fault, at: number, always: always, in: trial)
        }
      }
    }

    private func fail(
      _ fault: PondProcess.Fault, at number: Int, always: Bool, in trial: Trial
    ) throws {
      try trial.reset()
      var pond = trial.pond
      pond.listen(below: "disk")
      pond.fail(fault, at: number, always: always)
      let outcome = try pond.run(trial.words)
      let operation = pond.heard().dropFirst(number - 1).first ?? "nothing"
      let when = always ? "from \(number) on" : "at \(number)"
      let what = "\(fault) \(when), \(operation): \(outcome.errors)"
      let leftovers = trial.leftovers
      let state = try trial.expectWhole(what)
      if outcome.code == 0 {
        #expect(state == trial.after, "exit 0 and not there: \(what)")
      } else {
        #expect(outcome.code == 74, "\(what)")
        expectBlock(outcome.errors)
        #expect(outcome.errors.lowercased().contains("disk"), "\(what)")
        if outcome.errors.contains("Nothing was") || outcome.errors.contains("nothing was") {
          #expect(state == trial.before, "nothing was changed, it said: \(what)")
        }
      }
      // What cannot be removed stays; everything else is gone.
      let couldRemove = !always && !operation.hasPrefix("unlink")
      #expect(!couldRemove || leftovers.isEmpty, "\(leftovers): \(what)")
    }

    @Test("no room for the copy of a foreign database: exit 74, nothing imported, nothing left")
    func noRoomForCopy() throws {
      let trial = try Trial(.importing)
      defer { trial.pond.remove() }
      var listening = trial.pond
      listening.listen(below: "tmp")
      try listening.run(trial.words)
      let operations = listening.heard().prefix { !$0.hasPrefix("unlink") }.count
      for (seed, (fault, always)) in Rounds.some(2, of: Self.faults).enumerated() {
        let numbers = Rounds.sample(1, 8, of: operations, seed: UInt64(seed))
        Rounds.note("T-S03", numbers.count, "operations without room for a copy")
        for number in numbers {
          try trial.reset()
          var pond = trial.pond
          pond.listen(below: "tmp")
          pond.fail(fault, at: number, always: always)
          let outcome = try pond.run(trial.words)
          let what = "\(fault) \(always) at \(number): \(outcome.errors)"
          #expect(outcome.code == 74, "\(what)")
          expectBlock(outcome.errors)
          #expect(try trial.deed.state(trial.pond) == trial.before, "\(what)")
          #expect(always || pond.names(in: "tmp").isEmpty, "\(what)")
          for name in pond.names(in: "tmp") {
            try FileManager.default.removeItem(atPath: pond.path("tmp/\(name)"))
          }
        }
      }
    }

    @Test("a limit on the size of files is an error like any other (T-S04)")
    func sizeLimit() throws {
      let trial = try Trial(.importing)
      defer { trial.pond.remove() }
      for kilobytes in Rounds.some(2, of: [4, 100, 160, 200]) {
        try trial.reset()
        var pond = trial.pond
        pond.launcher = ["/bin/sh", "-c", "ulimit -f \(kilobytes * 2); exec \"$0\" \"$@\""]
        let outcome = try pond.run(trial.words)
        #expect([0, 74].contains(outcome.code), "\(kilobytes): \(outcome.errors)")
        let state = try trial.expectWhole("ulimit \(kilobytes)")
        if outcome.code == 0 { #expect(state == trial.after) } else { expectBlock(outcome.errors) }
      }
    }
  }
}
