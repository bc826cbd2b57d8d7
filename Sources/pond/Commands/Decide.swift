public import ArgumentParser
import Foundation
public import PondGraph

/// `pond decide ACCOUNT VERDICT`, `pond decide --from FILE`: a person's answers, for scripts.
struct Decide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Answer about one account, or take the answers of a file you wrote.",
    usage: """
      pond decide ACCOUNT VERDICT [options]
      pond decide ACCOUNT repair [--to ADDRESS] [options]
      pond decide --mend [options]
      pond decide --from FILE [options]
      """,
    discussion: """
      VERDICT is keep, thin, archive, let-go, wait, hold (keep, and never ask again) or repair (read \
      it at another address: at the one it says it moved to, or --to ADDRESS). ACCOUNT is any piece \
      that fits one account alone: its address, title or id. --mend repairs every feed that moved for \
      good, by three answers of its server or by a page that leads to it, shown first.

      There is no answer for everything at once: a file names every account, one line each:

        let-go https://example.org/feed # Example Daily — too loud for me
        repair https://old.example/feed https://new.example/feed
      """)

  @Argument(
    help: "The account: any piece of its address or title, or its id.",
    completion: Completions.accounts)
  var account: String?

  @Argument(help: "keep, thin, archive, let-go, wait, hold or repair.")
  var verdict: Answer?

  @Option(
    help: ArgumentHelp("Take the answers of this file; - reads standard input.", valueName: "file"),
    completion: .file())
  var from: String?

  @Option(
    help: ArgumentHelp("With repair: where it is read from now on.", valueName: "address"))
  var to: String?

  @Flag(help: "Repair every feed that moved for good and says where.")
  var mend = false

  @Option(help: "Why, in your own words; kept in the journal.")
  var reason: String?

  @Flag(help: "Apply a file, or mend, without asking first.")
  var yes = false

  @Flag(help: "Say what would be decided, and change nothing.")
  var dryRun = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    if from != nil || mend {
      guard account == nil, verdict == nil, from == nil || !mend else {
        throw ValidationError(
          "Name an account and a verdict, or a file with --from, or say --mend: one of them.")
      }
    } else if account == nil || verdict == nil {
      throw ValidationError("Name an account and a verdict: pond decide ACCOUNT let-go.")
    }
    guard verdict != .follow else {
      throw ValidationError("Whom you do not follow yet: pond follow ADDRESS.")
    }
    guard to == nil || verdict == .repair else {
      throw ValidationError("--to is said with repair: pond decide ACCOUNT repair --to ADDRESS.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: dryRun ? .looking : .deciding)
    if let from {
      try decideFile(from, in: file)
    } else if mend {
      try mendAll(in: file)
    } else if let account, verdict == .repair {
      try repair(account, in: file)
    } else if let account, let verdict {
      try decideOne(account, verdict, in: file)
    }
  }

  private func decideOne(_ piece: String, _ answer: Answer, in file: Pond) throws {
    let out = StandardOutput()
    let now = try pond.clock.present()
    if dryRun {
      let account = try file.account(meant: piece)
      try out.line("would decide: \(DecisionText.line(answer, account))")
    } else {
      let made = try file.decide(piece, answer, reason: reason, now: now)
      try out.line(DecisionText.line(answer, made.account))
      pond.notice(DecisionText.kindWord(answer, made.account))
    }
    try out.flush()
  }

  private func repair(_ piece: String, in file: Pond) throws {
    let out = StandardOutput()
    let now = try pond.clock.present()
    let address = to.map { Address($0) }
    if dryRun {
      let made = try file.wouldRepair(piece, to: address, now: now)
      try out.line("would decide: \(DecisionText.line(made))")
    } else {
      let made = try file.repair(piece, to: address, reason: reason, now: now)
      try out.line(DecisionText.line(made))
      pond.notice(DecisionText.kindWord(.repair, made.account))
    }
    try out.flush()
  }

  private func mendAll(in file: Pond) throws {
    let out = StandardOutput()
    let moves = try file.believedMoves()
    for move in moves { try out.line(DecisionText.line(move)) }
    try out.flush()
    guard !moves.isEmpty else {
      return pond.notice("No feed is known to have moved for good.")
    }
    if dryRun { return pond.notice("Nothing was changed (--dry-run).") }
    let count = Words.count(moves.count, "feed")
    try Confirmation.ask("\(count) would be read at a new address.", given: yes)
    try file.mend(moves, now: pond.clock.present())
    pond.notice("\(count) repaired: the next export writes the new addresses.")
  }

  private func decideFile(_ path: String, in file: Pond) throws {
    let out = StandardOutput()
    let text = try TextFile.read(path)
    let words = try file.words(in: text, path: path)
    let removals = words.answers.count { $0.answer.leavesTheList }
    for line in DecisionText.lines(words) { try out.line(line) }
    try out.flush()
    let isEmpty = DecisionText.lines(words).isEmpty
    if dryRun || isEmpty {
      pond.notice(isEmpty ? "The file holds no answer." : "Nothing was changed (--dry-run).")
      return
    }
    let kept = DecisionText.count(words)
    let question = "\(kept), of which \(removals) take an account off your list."
    try Confirmation.ask(question, given: yes)
    try file.keep(words, now: pond.clock.present())
    pond.notice(DecisionText.kept(words))
  }
}

extension Answer: ExpressibleByArgument {
  /// Those that are said of somebody who is followed.
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .follow }.map(\.rawValue)
  }
}
