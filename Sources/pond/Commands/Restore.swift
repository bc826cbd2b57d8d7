import ArgumentParser
import Foundation
import PondGraph

/// `pond restore FILE`: puts a copy back in place.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a copy of the pond file back in its place.",
    usage: """
      pond restore FILE [options]
      pond restore --list
      """,
    discussion: """
      The copy is checked first. The file that it replaces is kept aside, not deleted. Besides the \
      copies that you make, Pond keeps the last five states of the pond file that a command \
      changed, in backups/ beside it.
      """)

  @Argument(
    help: "A copy that pond backup made, or one that --list names; - is standard input.",
    completion: .file())
  var file: String?

  @Flag(help: "List the copies that Pond made by itself, the newest first; restore nothing.")
  var list = false

  @Flag(help: "Also let pond fetch ask the private hosts that the copy allows and you do not.")
  var allowHosts = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard (file != nil) != list else {
      throw ValidationError("Name a copy, or say --list.")
    }
  }

  func run() throws {
    guard let file else { return try showCopies() }
    if file == "-" {
      try Pond.withCopy(arriving: .standardInput) { try restore($0, named: "standard input") }
    } else {
      try restore(file, named: file)
    }
  }

  private func restore(_ file: String, named name: String) throws {
    let settings = try Pond.settings(ofCopy: file, for: pond.path)
    for setting in settings { pond.notice("It brings along: \(setting.name) \(setting.value)") }
    let hosts = settings.filter(\.isNewHost).map(\.value)
    let denied = try mayBeAsked(hosts) ? [] : hosts
    let aside = try Pond.restore(
      pond.path, from: file, denying: denied, now: pond.clock.present())
    pond.notice("Restored from \(Sanitize.line(name)).")
    for host in denied {
      Notice.line("Not taken along: \(host). If it is yours: pond config allow-host \(host)")
    }
    if let aside { pond.notice("What was there before is kept in \(Sanitize.line(aside)).") }
  }

  // A copy of somebody else must not open the way into the person's own network.
  private func mayBeAsked(_ hosts: [String]) throws -> Bool {
    guard !hosts.isEmpty, !allowHosts else { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
    do {
      let names = hosts.joined(separator: ", ")
      try Confirmation.ask("It lets pond fetch ask private hosts: \(names).", given: false)
      return true
    } catch is Confirmation.Declined {
      return false
    }
  }

  private func showCopies() throws {
    let copies = Pond.copies(of: pond.path)
    let out = StandardOutput()
    for copy in copies {
      try out.line("\(Moment.iso8601(copy.at))\t\(copy.bytes)\t\(Sanitize.line(copy.path))")
    }
    try out.flush()
    if copies.isEmpty { pond.notice("Pond has made no copy of this pond file yet.") }
  }
}
