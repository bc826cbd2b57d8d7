import ArgumentParser
import Foundation
import PondGraph

/// `pond backup FILE`: a checked copy of the pond file.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Make a checked copy of the pond file.")

  @Argument(
    help: "Where the copy goes; a file that is there is not overwritten; - is standard output.",
    completion: .file())
  var file: String

  @OptionGroup var pond: PondOptions

  func run() throws {
    let source = try Pond(at: pond.path, for: .looking)
    guard file == "-" else {
      try source.backup(to: file)
      return pond.notice(
        "The copy is whole and was opened once to make sure: \(Sanitize.line(file))")
    }
    guard isatty(STDOUT_FILENO) == 0 else {
      throw ValidationError("A pond file is no text for a terminal: pond backup - > FILE.")
    }
    let out = StandardOutput()
    try source.backup { try out.bytes($0) }
    try out.flush()
  }
}
