import ArgumentParser
import PondGraph

/// `pond wipe`: removes everything that Pond keeps, shown first.
struct Wipe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wipe", abstract: "Remove everything that Pond keeps, after showing what.",
    discussion: "Your own lists and exports are not touched.")

  @Flag(help: "Remove without asking.")
  var yes = false

  @Flag(help: "Show what would be removed, and remove nothing.")
  var dryRun = false

  @OptionGroup var pond: PondOptions

  func run() throws {
    let out = StandardOutput()
    let files = try Pond.files(of: pond.path)
    for file in files { try out.line(Sanitize.line(file)) }
    try out.flush()
    if files.isEmpty { return pond.notice("There is nothing of Pond's at \(pond.path).") }
    if dryRun { return pond.notice("Nothing was removed (--dry-run).") }
    let question = "\(Words.count(files.count, "file")) with everything you decided will be gone."
    try Confirmation.ask(question, given: yes)
    try Pond.wipe(pond.path)
    pond.notice("Removed. Your lists and exports are where they were.")
  }
}
