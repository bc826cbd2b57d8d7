import ArgumentParser
import Foundation
import PondGraph

/// `pond review --edit`: the open questions as a text file in the person's editor.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go through the doubtful accounts, evidence first, and answer.",
    discussion: """
      --edit opens the questions as a text file in $VISUAL or $EDITOR. Every question stands \
      there with its evidence and begins with skip; saving the file unchanged decides nothing. \
      Without --edit the questions are printed, to be answered with pond decide.
      """)

  @Flag(help: "Open the questions in your editor.")
  var edit = false

  @Option(help: "How many questions at most; 0 asks all.")
  var limit = 20

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
  }

  func run() throws {
    let now = try pond.clock.present()
    let file = try Pond(at: pond.path, for: edit ? .deciding : .looking)
    let most = limit == 0 ? Int.max : limit
    let text = try file.questions(limit: most, now: now, clean: Sanitize.line)
    guard let text else { return pond.notice("There is nothing doubtful to ask about.") }
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
    pond.notice("\(DecisionText.count(words)) kept. pond undo takes back the last.")
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
