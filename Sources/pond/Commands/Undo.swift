import ArgumentParser
import PondGraph

/// `pond undo`: takes the last decision back, across restarts.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last thing that you said; again for the one before.",
    discussion: """
      An answer, what you noted or ticked off (pond intend), or your yes to what Pond learned \
      (pond learn).
      """)

  @OptionGroup var pond: PondOptions

  func run() throws {
    let out = StandardOutput()
    switch try Pond(at: pond.path, for: .deciding).undo(now: pond.clock.present()) {
    case .answer(let line):
      try out.line("taken back: \(DecisionText.line(line.entry.decision.answer, line.account))")
    case .intention(let line, let word):
      try out.line("taken back: \(IntentionText.line(line, word))")
    case .learned(let learned):
      try out.line("taken back: \(MeasureText.line(learned.change))")
    }
    try out.flush()
  }
}
