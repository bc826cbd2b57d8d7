import ArgumentParser
import Foundation
import PondGraph

/// `pond history`: the pond over the months.
struct History: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show your pond over the months: what came, what you answered, when you read.",
    usage: "pond history [--months <n>] [options]",
    discussion: """
      For each month the posts of those you follow, of how many of them it could be seen, what you \
      did, and your answers; then the hours of the week in which you did something, in your time \
      zone. A month of which no file tells is a dash, not 0.
      """)

  @Option(help: ArgumentHelp("How many months, 1 to 120.", valueName: "n"))
  var months = 12

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard (1...120).contains(months) else { throw ValidationError("--months takes 1 to 120.") }
  }

  func run() throws {
    let now = try pond.clock.present()
    let zone = TimeZone.current
    let chronicle = try Pond(at: pond.path, for: .looking)
      .history(months: months, zone: zone, now: now)
    let out = StandardOutput()
    if output.json {
      try JSONText.write(HistoryJSON(chronicle), to: out)
    } else {
      for line in HistoryText(chronicle: chronicle).lines { try out.line(line) }
    }
    try out.flush()
  }
}
