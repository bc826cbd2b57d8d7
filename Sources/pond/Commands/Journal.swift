import ArgumentParser
import PondGraph

/// `pond journal`: every decision, with date and reason.
struct Journal: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    abstract: "Show every decision with its date and reason.")

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func run() throws {
    let out = StandardOutput()
    let lines = try Pond(at: pond.path, for: .looking).journal()
    if output.json {
      try JSONText.write(JournalJSON(lines), to: out)
    } else {
      for line in lines { try out.line(DecisionText.journal(line)) }
      if lines.isEmpty { pond.notice("Nothing was decided yet.") }
    }
    try out.flush()
  }
}
