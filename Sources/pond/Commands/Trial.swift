import ArgumentParser
import Foundation
import PondGraph

/// `pond trial ACCOUNT`: somebody is tried out before they are judged.
struct Trial: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trial",
    abstract: "Try somebody out for some days; then one question, with what was seen.",
    usage: "pond trial ACCOUNT [--days <n>] [options]",
    discussion: """
      Until the days are over, and five posts could be seen, nobody asks about it. Then the review \
      asks once, whatever the figures say. Whom pond follow adds is on trial for three weeks without \
      this. pond undo takes it back.
      """)

  @Argument(
    help: "The account: any piece of its address or title, or its id.",
    completion: Completions.accounts)
  var account: String

  @Option(help: ArgumentHelp("How many days, 1 to 365.", valueName: "n"))
  var days = 21

  @Option(help: "Why, in your own words; kept in the journal.")
  var reason: String?

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard (1...365).contains(days) else { throw ValidationError("--days takes 1 to 365.") }
  }

  func run() throws {
    let now = try pond.clock.present()
    let made = try Pond(at: pond.path, for: .deciding)
      .tryOut(account, days: days, reason: reason, now: now)
    let out = StandardOutput()
    try out.line(DecisionText.line("trial", made.account))
    try out.flush()
    let end = Moment.day(now.addingTimeInterval(Double(days) * 86_400))
    pond.notice("Nobody asks about it before \(end). pond undo takes it back.")
  }
}
