import ArgumentParser
import PondGraph

/// `pond check`: does the recommendation hold on my own past?
struct Check: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Try the recommendation on your own past.",
    usage: "pond check [options]",
    discussion: """
      Pond looks only at what was known some time ago, chooses a pond within a size and a reading \
      budget, and counts what it would have kept of what you cared for since; beside it, the rules \
      of thumb of other tools under the same caps. Without caps of yours, all choose a quarter of \
      the accounts and of the minutes. Where a correction of your shares holds on accounts it was \
      not learned from, pond why shows them put right by it from then on.
      """)

  @Option(help: "How many days to hold out.")
  var days = 90.0

  @Option(help: "How many accounts all may keep.")
  var size: Int?

  @Option(help: "How many minutes a day all may keep.")
  var minutesPerDay: Double?

  @Option(
    help: ArgumentHelp("Hold other prices of diversity beside it, in percent.", visibility: .hidden)
  )
  var price: [Double] = []

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard days >= 7, days <= 3650 else { throw ValidationError("--days takes 7 to 3650.") }
    guard size ?? 1 >= 1, minutesPerDay ?? 1 > 0 else {
      throw ValidationError("--size and --minutes-per-day take more than 0.")
    }
  }

  // The check stands even where the pond file may only be read.
  private func remember(_ check: PastCheck) {
    do {
      try Pond(at: pond.path, for: .deciding).remember(check, now: pond.clock.present())
    } catch {
      pond.notice(
        "What this found of your shares could not be remembered: nothing else depends on it.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let check = try file.check(
      days: days, size: size, minutesPerDay: minutesPerDay, prices: price.map { $0 / 100 },
      now: pond.clock.present())
    let out = StandardOutput()
    if output.json {
      try JSONText.write(CheckJSON(check), to: out)
    } else if let check {
      for line in CheckText(check: check, width: min(Width.ofTerminal(), 100)).lines {
        try out.line(line)
      }
    }
    try out.flush()
    if let check, try file.isNews(check, now: pond.clock.present()) { remember(check) }
    if check == nil {
      pond.notice(
        "Too little is known on both sides of that day to try anything; a shorter --days may help.")
    }
  }
}
