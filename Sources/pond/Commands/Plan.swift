import ArgumentParser
import PondGraph

/// `pond plan`: the recommended pond.
struct Plan: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    abstract: "Recommend a smaller pond: who could leave, and what that would free.",
    discussion: "A suggestion changes nothing. pond why ACCOUNT shows both sides of each.")

  @Option(help: "How many accounts of each verdict to show; 0 shows all.")
  var limit = 8

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
  }

  func run() throws {
    let plan = try Pond(at: pond.path, for: .looking).plan(now: pond.clock.present())
    let out = StandardOutput()
    if output.json {
      try JSONText.write(PlanJSON(plan), to: out)
    } else {
      let text = PlanText(plan: plan, width: Width.ofTerminal(), limit: limit)
      for line in text.lines { try out.line(line) }
    }
    try out.flush()
  }
}
