import ArgumentParser
import PondGraph

/// `pond restore FILE`: puts a copy back in place.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a copy of the pond file back in its place.",
    discussion: "The copy is checked first. The file that it replaces is kept aside, not deleted.")

  @Argument(help: "A copy that pond backup made.", completion: .file())
  var file: String

  @OptionGroup var pond: PondOptions

  func run() throws {
    let aside = try Pond.restore(pond.path, from: file, now: pond.clock.present())
    pond.notice("Restored from \(Sanitize.line(file)).")
    if let aside { pond.notice("What was there before is kept in \(Sanitize.line(aside)).") }
  }
}
