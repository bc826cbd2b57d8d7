import ArgumentParser
import Foundation
import PondGraph

/// `pond learn`: what the person's answers say of the measures.
struct Learn: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Hold your answers against what was suggested, and propose one change at most.",
    usage: """
      pond learn [--yes] [options]
      pond learn --forget [options]
      """,
    discussion: """
      From 20 answers on, to accounts of which something was suggested, Pond looks whether another \
      price of a post, other free minutes, another credit of an act, or a word for a folder would have \
      agreed with more of them, by more than chance. It proposes one change at most, before and after, \
      with how many answers the others alone would have foretold, and whom it would concern today. It \
      is made only where you say yes; what you answered stays as it is.

      pond explain shows your measures beside the model's; pond undo takes back the last change where \
      nothing was answered since, --forget also where something was.
      """)

  @Flag(help: "Make the proposed change without asking first.")
  var yes = false

  @Flag(help: "Say what is proposed, and change nothing.")
  var dryRun = false

  @Flag(help: "Take the last change back, whatever was answered since.")
  var forget = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard [yes, dryRun, forget].count(where: { $0 }) < 2 else {
      throw ValidationError("Choose one of --yes, --dry-run and --forget.")
    }
  }

  func run() throws {
    let isLooking = dryRun || output.json && !yes && !forget
    let file = try Pond(at: pond.path, for: isLooking ? .looking : .deciding)
    let now = try pond.clock.present()
    if forget {
      try takeBack(in: file)
    } else if output.json {
      try answerInJSON(file, now: now)
    } else {
      try propose(from: file, now: now)
    }
  }

  private func takeBack(in file: Pond) throws {
    let taken = try file.unheed()
    let out = StandardOutput()
    if output.json {
      try JSONText.write(ForgottenJSON(takenBack: taken, standing: file.learned()), to: out)
    } else if let taken {
      try out.line("taken back: \(MeasureText.line(taken.change))")
    }
    try out.flush()
    if taken == nil { pond.notice("You weigh by the model's own measures; nothing was changed.") }
  }

  private func answerInJSON(_ file: Pond, now: Date) throws {
    let lesson = try file.lesson(now: now)
    let made = try lesson.proposal.flatMap { try yes ? file.heed($0.change, now: now) : nil }
    let out = StandardOutput()
    try JSONText.write(
      LessonJSON(lesson, isApplied: made != nil, standing: file.learned()), to: out)
    try out.flush()
  }

  private func propose(from file: Pond, now: Date) throws {
    let lesson = try file.lesson(now: now)
    let out = StandardOutput()
    for line in LessonText(lesson: lesson).lines { try out.line(line) }
    try out.flush()
    guard let change = lesson.proposal?.change else { return }
    if dryRun { return pond.notice("Nothing was changed (--dry-run).") }
    try Confirmation.ask("Pond would weigh by this from now on.", given: yes)
    try file.heed(change, now: now)
    pond.notice("Pond weighs by this from now on. pond undo takes it back.")
  }
}
