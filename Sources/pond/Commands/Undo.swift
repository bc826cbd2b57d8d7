import ArgumentParser
import PondGraph

/// `pond undo`: takes the last decision back, across restarts.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back the last decision, or what was learned since; again for the one before.")

  @OptionGroup var pond: PondOptions

  func run() throws {
    let out = StandardOutput()
    let file = try Pond(at: pond.path, for: .deciding)
    if let learned = try file.undoHeeding() {
      try out.line("taken back: \(MeasureText.line(learned.change))")
    } else {
      let line = try file.undo(now: pond.clock.present())
      try out.line("taken back: \(DecisionText.line(line.entry.decision.answer, line.account))")
    }
    try out.flush()
  }
}
