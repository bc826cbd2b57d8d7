import ArgumentParser
import Foundation
import PondGraph

/// `pond intend`: what the person means to do.
struct Intend: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "intend",
    abstract: "Note something that you mean to do: answer somebody, visit somebody.",
    usage: """
      pond intend [--all]
      pond intend <text> [--account <account>] [--by <date>]
      pond intend --done <number>
      pond intend --drop <number>
      """,
    discussion: """
      A few words of yours, such as "answer Maren" or "read the Ferry's archive". pond cycle asks \
      once whether it is done; nothing is counted of what was not. Without words it shows what is \
      open, and what you could mean to do, with the reason in your files. pond undo takes the last \
      word back.
      """)

  @Argument(help: "What you mean to do, in at most 200 characters.")
  var text: String?

  @Option(
    help: "Whom it is about: any piece of an address or title, or an id.",
    completion: Completions.accounts)
  var account: String?

  @Option(
    help: ArgumentHelp("By which day: 2026-05-01.", valueName: "date"), transform: Self.day)
  var by: Date?

  @Option(help: ArgumentHelp("It is done.", valueName: "number"))
  var done: Int?

  @Option(help: ArgumentHelp("You do not mean to any more.", valueName: "number"))
  var drop: Int?

  @Flag(help: "Show what is done or dropped as well.")
  var all = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  private static func day(_ text: String) throws -> Date {
    guard let day = Moment.parse(text) else {
      throw ValidationError("'\(text)' is no day, such as 2026-05-01.")
    }
    return day
  }

  func validate() throws {
    guard [text != nil, done != nil, drop != nil].count(where: { $0 }) < 2 else {
      throw ValidationError("Say one thing: words, --done or --drop.")
    }
    guard text != nil || (account == nil && by == nil) else {
      throw ValidationError("--account and --by go with words: pond intend \"answer Maren\".")
    }
  }

  func run() throws {
    let now = try pond.clock.present()
    let isSaid = text != nil || done != nil || drop != nil
    let file = try Pond(at: pond.path, for: isSaid ? .deciding : .looking)
    guard let line = try said(in: file, now: now) else { return try show(file, now: now) }
    let out = StandardOutput()
    if output.json {
      try JSONText.write(IntentionsJSON([line.line], []), to: out)
    } else {
      try out.line(IntentionText.line(line.line, line.word))
    }
    try out.flush()
  }

  private func said(
    in file: Pond, now: Date
  ) throws -> (line: Pond.IntentionLine, word: IntentionWord)? {
    if let text {
      return (try file.intend(text, about: account, by: by, now: now), .meant)
    }
    if let done { return (try file.close(intention: done, .done, now: now), .done) }
    if let drop { return (try file.close(intention: drop, .dropped, now: now), .dropped) }
    return nil
  }

  private func show(_ file: Pond, now: Date) throws {
    let lines = try all ? file.intentions() : file.openIntentions()
    let proposals = try file.proposals(now: now)
    let out = StandardOutput()
    if output.json {
      try JSONText.write(
        IntentionsJSON(lines, proposals), to: out)
    } else {
      let text = IntentionText(lines: lines, proposals: proposals)
      for line in text.rows { try out.line(line) }
    }
    try out.flush()
    if lines.isEmpty, !output.json { pond.notice("Nothing is noted that you mean to do.") }
  }
}
