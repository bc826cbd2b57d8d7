import ArgumentParser
import Foundation
import PondGraph

/// `pond taste`: posts without their names, and whether one would read them.
struct Taste: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taste",
    abstract: "Taste posts without seeing whose they are, and say which you would read.",
    usage: "pond taste [options]",
    discussion: """
      One post at a time, its author hidden: y I would read this, n not for me, g gladly, space \
      cannot say, . who wrote the last one, u takes back, q enough. Each post comes from the account \
      where a wrong guess would cost you most, and is drawn at random from its last 90 days \
      (pond explain tasting). Every answer is safe before the next post appears; a tasting goes on \
      where it stopped, and stops by itself where little is left to learn.

      --plain asks line by line, for screen readers and pipes; there s is cannot say.
      """)

  @Option(help: ArgumentHelp("Stop after so many minutes.", valueName: "n"))
  var minutes: Double?

  @Option(help: ArgumentHelp("Stop after so many posts.", valueName: "n"))
  var posts: Int?

  @Option(help: "Only accounts in this folder.", completion: Completions.folders)
  var folder: String?

  @Flag(help: "Show who wrote each post.")
  var named = false

  @Flag(help: "Ask line by line, with nothing drawn.")
  var plain = false

  @Flag(help: "Go on where little is left to learn.")
  var further = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard posts.map({ $0 > 0 }) ?? true else { throw ValidationError("--posts takes 1 or more.") }
    guard minutes.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--minutes takes more than 0.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .deciding)
    if let folder { try file.requireFolder(folder) }
    let wish = Pond.TastingWish(
      folder: folder, posts: posts, minutes: minutes, goesOn: further, isNamed: named)
    let sitting = try file.taste(wish, now: pond.clock.present())
    let end = try converse(sitting)
    let out = StandardOutput()
    let steps =
      try end == .nothingLeft
      ? NextSteps(file.standing(now: pond.clock.present())).lines : []
    let text = TasteClosing(
      closing: try sitting.closing(), end: end, folder: folder, steps: steps,
      width: Width.ofTerminal())
    for line in text.lines { try out.line(line) }
    try out.flush()
  }

  /// - Returns: why the tasting is over; nil where the person stopped.
  private func converse(_ sitting: Pond.TastingSitting) throws -> TastingEnd? {
    let first = try sitting.next(now: pond.clock.present())
    if case .over(let end) = first { return end }
    if !plain, let screen = Screen() {
      defer { screen.close() }
      return try TasteLoop(sitting, first, on: screen, present: pond.clock.present).run()
    }
    return try PlainTaste(sitting, width: Width.ofTerminal(), present: pond.clock.present)
      .run(from: first)
  }
}
