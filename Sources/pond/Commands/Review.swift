public import ArgumentParser
import Foundation
public import PondGraph

/// `pond review`: the doubtful accounts, one at a time.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through the doubtful accounts, evidence first, and answer.",
    usage: "pond review [options]",
    discussion: """
      One account at a time, with its words, what passed between you, and both sides. A key \
      answers: k keep, t thin, a archive, l let go, w wait, h hold; n writes a note, . shows the \
      figures, o opens a page, u takes back, s passes over, q stops, ? tells the rest. Every answer is safe before \
      the next question appears, and the next review goes on where this one stopped.

      What costs something and of which no file tells whether you read it comes first, with a \
      question and no suggestion. Where no file shows what somebody posts, nothing is suggested \
      either, and those are asked about with whom an export of the network shows that you never had \
      anything to do. --everyone goes through the whole list, a sitting at a time.

      Whom you let go 30 or 90 days ago is asked about once more: missed? And where \
      there was something to ask, the sitting ends with somebody whom you keep and have not met for \
      90 days, drawn by lot (--seed draws another): no suggestion, just a meeting.

      --plain asks line by line, for screen readers and pipes. --edit opens the questions as a \
      text file in $VISUAL or $EDITOR, --print prints that file; every question in it begins with \
      skip, and saving it unchanged decides nothing.
      """)

  @Flag(help: "Open the questions in your editor.")
  var edit = false

  @Flag(help: "Ask line by line, with nothing drawn.")
  var plain = false

  @Flag(help: "Print the questions as a file for pond decide --from.")
  var print = false

  @Option(help: "Who comes first.")
  var order = QuestionOrder.costliest

  @Flag(help: "Ask about everybody who was not answered yet, doubtful or not.")
  var everyone = false

  @Option(help: "Only accounts in this folder.", completion: Completions.folders)
  var folder: String?

  @Option(help: "How many questions at most; 0 asks all.")
  var limit = Self.usualLimit

  /// How many questions a sitting has where nobody says otherwise.
  static let usualLimit = 20

  @Option(
    help: ArgumentHelp(
      "Draw the meeting by chance with this number, not the day's.", valueName: "n"))
  var seed: Int?

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
    guard [edit, plain, print].count(where: { $0 }) < 2 else {
      throw ValidationError("Choose one of --edit, --plain and --print.")
    }
  }

  func run() throws {
    let now = try pond.clock.present()
    let file = try Pond(at: pond.path, for: print ? .looking : .deciding)
    if let folder { try file.requireFolder(folder) }
    let asking = Pond.Asking(
      order: order, folder: folder, limit: limit == 0 ? nil : limit, everyone: everyone,
      meeting: seed.map { .seeded($0) } ?? .ofTheDay)
    if edit || print {
      try write(asking, in: file, now: now)
    } else {
      try converse(file.review(asking, now: now))
    }
  }

  private func converse(_ sitting: Pond.Sitting) throws {
    guard try sitting.question() != nil else { return pond.notice(nothing) }
    if !plain, let screen = Screen() {
      defer { screen.close() }
      try ReviewLoop(sitting, on: screen, present: pond.clock.present).run()
    } else {
      try PlainReview(sitting, width: Width.ofTerminal(), present: pond.clock.present).run()
    }
    try close(sitting)
  }

  private func close(_ sitting: Pond.Sitting) throws {
    let out = StandardOutput()
    let text = ClosingText(closing: try sitting.closing(), width: Width.ofTerminal())
    for line in text.lines { try out.line(line) }
    try out.flush()
  }

  private var nothing: String {
    ReviewWords.nothing
      + (everyone ? "" : " pond review --everyone goes through all whom you follow.")
  }

  private func write(_ asking: Pond.Asking, in file: Pond, now: Date) throws {
    guard let text = try file.questions(asking, now: now, clean: Sanitize.line) else {
      let missed = try file.missed(asking, now: now)
      return pond.notice(missed == 0 ? nothing : ReviewWords.onlyMissed(missed))
    }
    if edit {
      try answer(text, in: file, now: now)
    } else {
      let out = StandardOutput()
      try out.bytes(text.utf8)
      try out.flush()
    }
  }

  private func answer(_ text: String, in file: Pond, now: Date) throws {
    let edited = try Editor.edit(text)
    let words = try keepingTheText(edited) { try file.words(in: edited, path: "your answers") }
    let lines = DecisionText.lines(words)
    guard !lines.isEmpty else { return pond.notice("Nothing was answered; nothing was changed.") }
    try file.keep(words, now: now)
    let out = StandardOutput()
    for line in lines { try out.line(line) }
    try out.flush()
    pond.notice(DecisionText.kept(words))
  }

  // A slip of the pen must not cost somebody an hour of answers.
  private func keepingTheText<Result>(_ text: String, _ body: () throws -> Result) throws -> Result
  {
    do {
      return try body()
    } catch {
      let path = try Editor.keep(text)
      pond.notice(
        "Your answers are kept in \(path); mend the line, then: pond decide --from \(path)")
      throw error
    }
  }
}

extension QuestionOrder: ExpressibleByArgument {}
