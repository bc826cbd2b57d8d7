import ArgumentParser
import PondGraph

/// `pond backup FILE`: a checked copy of the pond file.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a checked copy of the pond file.")

  @Argument(
    help: "Where the copy goes; a file that is there is not overwritten.",
    completion: .file())
  var file: String

  @OptionGroup var pond: PondOptions

  func run() throws {
    try Pond(at: pond.path, for: .looking).backup(to: file)
    pond.notice("The copy is whole and was opened once to make sure: \(Sanitize.line(file))")
  }
}
