import ArgumentParser
import PondGraph

/// `pond undo`: takes the last decision back, across restarts.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back the last decision; again for the one before.",
    discussion:
      "What you said of something that you mean to do (pond intend) is taken back likewise.")

  @OptionGroup var pond: PondOptions

  func run() throws {
    let out = StandardOutput()
    let file = try Pond(at: pond.path, for: .deciding)
    switch try file.undo(now: pond.clock.present()) {
    case .answer(let line):
      try out.line("taken back: \(DecisionText.line(line.entry.decision.answer, line.account))")
    case .intention(let line, let word):
      try out.line("taken back: \(IntentionText.line(line, word))")
    }
    try out.flush()
  }
}
