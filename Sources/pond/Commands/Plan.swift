import ArgumentParser
import PondGraph

/// `pond plan`: the recommended pond.
struct Plan: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Recommend a smaller pond: who could leave, and what that would free.",
    usage: "pond plan [options]",
    discussion: """
      First what it comes to, then the verdicts, then the pond itself: a close ring within your size \
      and your reading budget, a stream to dip into, and those of whom it is not yet known whether you \
      read them. A suggestion changes nothing. pond why ACCOUNT shows both sides of each. Without a \
      budget Pond takes 45 minutes a day; pond config minutes-per-day 30 is remembered.

      Sizes people come back to: 5, 15, 50, 150.
      """)

  @OptionGroup var caps: RoomOptions

  @Flag(help: "Stay with this close ring: later plans change it only for a reason.")
  var keep = false

  @Option(help: "How many accounts of each verdict to show; 0 shows all.")
  var limit = 8

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var rows: RowOptions

  var wantsJSON: Bool { output.json || rows.format == .json }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
    try rows.check(PlanFields.names)
  }

  func run() throws {
    let now = try pond.clock.present()
    let file = try Pond(at: pond.path, for: keep ? .deciding : .looking)
    let plan = try Patience.during("choosing", isQuiet: pond.quiet) {
      try file.plan(caps.room(in: file), now: now)
    }
    let out = StandardOutput()
    switch output.json ? .json : rows.shape(inPipe: .table) {
    case .json: try JSONText.write(PlanJSON(plan), to: out)
    case .nl:
      for section in plan.sections {
        for one in section.overviews { try JSONText.writeLine(AccountJSON(one), to: out) }
      }
    case .tsv: for line in PlanFields(rows.names).lines(plan) { try out.line(line) }
    case .table:
      let text = PlanText(plan: plan, width: Width.ofTerminal(), limit: limit)
      try Pager.show(text.lines, on: out)
    }
    try out.flush()
    if keep {
      try file.keep(plan, now: now)
      pond.notice(PlanSummary.kept)
    }
  }
}
