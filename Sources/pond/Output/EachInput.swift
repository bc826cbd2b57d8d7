import ArgumentParser
import PondGraph

/// The inputs that a person named, taken one after another: what is wrong with one of several costs
/// no other.
struct EachInput {
  /// Those that could not be taken, in their order.
  private(set) var failed: [FailedInput] = []
  private let count: Int
  private var taken = 0

  /// Takes each of them.
  /// - Parameters:
  ///   - take: learns or reads one.
  ///   - tell: shows what came of it.
  ///   - tellTrouble: shows, where that is asked for, that it failed; standard error says it anyway.
  /// - Throws: what `tell` throws, and the trouble of an input that is the only one.
  init<Told>(
    _ paths: [String], take: (String) throws -> Told, tell: (String, Told) throws -> Void,
    tellTrouble: (FailedInput) throws -> Void = { _ in }
  ) throws {
    count = paths.count
    for path in paths {
      let told: Told
      do {
        told = try take(path)
      } catch let failure as any Failure where paths.count > 1 {
        let trouble = FailedInput(path: path, cause: failure, comesAfterOthers: taken > 0)
        failed.append(trouble)
        Notice.line(FailureText.block(trouble))
        try tellTrouble(trouble)
        if trouble.stopsTheRest { return }
        continue
      }
      taken += 1
      try tell(path, told)
    }
  }

  /// What decides how the command ends: what stopped it, or the first trouble where all failed. Nil
  /// where something was taken.
  var failure: FailedInput? {
    if let last = failed.last, last.stopsTheRest { return last }
    return taken == 0 ? failed.first : nil
  }

  /// Ends the command, with the counts where not all was taken.
  /// - Parameter losses: how many things within the inputs could not be taken.
  func end(losses: Int) throws {
    if let failure { throw ExitCode(failure.kind.rawValue) }
    let inputs = failed.isEmpty ? nil : "\(failed.count) of \(Words.count(count, "input"))"
    let things = losses > 0 ? Words.count(losses, "thing") : nil
    let parts = [inputs, things].compactMap { $0 }
    guard !parts.isEmpty else { return }
    throw Partial.exit("\(Words.list(parts)) could not be taken")
  }
}

/// Trouble with one of several inputs.
struct FailedInput: Failure {
  /// The input, as the person named it.
  let path: String
  let cause: any Failure
  let comesAfterOthers: Bool

  /// Whether it is no trouble of this input's alone.
  var stopsTheRest: Bool { cause.stateOfInput == nil }

  var kind: FailureKind { cause.kind }
  var sentence: String { cause.sentence }
  var lines: [String] { cause.lines }
  var state: String? {
    cause.stateOfInput ?? (comesAfterOthers ? "What was learned before it is kept." : cause.state)
  }
  var advice: String? { cause.advice }
}
