import ArgumentParser
import PondGraph

/// `pond status`: when everything was last seen.
struct Status: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say when each feed was last seen, what is due, broken or moved.",
    usage: "pond status [options]")

  @Option(help: "How many of each kind to name; 0 names all.")
  var limit = 10

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
  }

  func run() throws {
    let now = try pond.clock.present()
    let status = try Pond(at: pond.path, for: .looking).fetchStatus(now: now)
    let out = StandardOutput()
    if output.json {
      try JSONText.write(StatusJSON(status, path: pond.path, now: now), to: out)
    } else {
      let text = StatusText(status: status, path: pond.path, limit: limit, now: now)
      for line in text.lines { try out.line(line) }
    }
    try out.flush()
  }
}
