import ArgumentParser
import PondGraph

/// `pond why ACCOUNT`: all that is known of one account, and both sides.
struct Why: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show all that is known of one account, and both sides of the case.")

  @Argument(
    help: "Any piece of its address or title, or its id.", completion: Completions.accounts)
  var account: String

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let accountCase = try file.why(account, now: pond.clock.present())
    let out = StandardOutput()
    if output.json {
      try JSONText.write(CaseJSON(accountCase), to: out)
    } else {
      let text = CaseText(accountCase: accountCase, width: min(Width.ofTerminal(), 100))
      for line in text.lines { try out.line(line) }
    }
    try out.flush()
  }
}
