import ArgumentParser
import Foundation
import PondGraph

/// `pond cycle`: a sitting with the whole pond, once a month.
struct Cycle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycle", abstract: "Go through the whole pond in seven steps, once a month.",
    usage: "pond cycle [--into <folder>] [--every <days>] [options]",
    discussion: """
      What changed on the disk is learned again; then, if you say so, the feeds are asked; then the \
      news, what came of the last cycle, the open questions, what you mean to do until the next one, \
      and your lists as they now stand. Nothing is asked over the network and nothing is written \
      without a yes: Enter goes on without it, q leaves the cycle there, and the next pond cycle \
      goes on where you left or where it was cut off, for two weeks.

      docs/Cycle.md has a timer for the quiet part: pond fetch --quiet; pond news --if-any.
      """)

  @Flag(help: "Ask line by line, with nothing drawn.")
  var plain = false

  @Option(
    help: ArgumentHelp(
      "Where the lists are written. Default: the folder that you are in.", valueName: "folder"),
    completion: .directory)
  var into = "."

  @Option(
    help: ArgumentHelp(
      "Days from one cycle to the next, 1 to 366; remembered. Default: 30.", valueName: "days"))
  var every: Int?

  @Flag(help: "Say when the next one is, and begin none.")
  var when = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard every.map({ (1...366).contains($0) }) ?? true else {
      throw ValidationError("--every takes 1 to 366 days.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: when && every == nil ? .looking : .deciding)
    if let every { try file.remember(cycleDays: every) }
    guard !when else { return try tellWhen(file) }
    try CycleWalk(file, pond: pond, isPlain: plain, folder: into).run()
  }

  private func tellWhen(_ file: Pond) throws {
    let out = StandardOutput()
    let next = try file.nextCycle(now: pond.clock.present())
    try out.line(next.map { "next cycle: \(Moment.day($0))" } ?? "No cycle was ended yet.")
    try out.flush()
  }
}
