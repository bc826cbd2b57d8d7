import ArgumentParser
import Foundation
import PondGraph

/// `pond report`: the pond as a page.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the pond as a page: rings, volume against the bar, both sides of each.",
    usage: "pond report [options]",
    discussion: """
      One file that holds everything it needs and asks for nothing: no script, no font, no request; \
      light and dark, and it can be printed. Every picture has its table.

      pond report -o pond.html
      """)

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @OptionGroup var caps: RoomOptions
  @OptionGroup var pond: PondOptions

  func run() throws {
    let now = try pond.clock.present()
    let report = try Pond(at: pond.path, for: .looking).report(caps.room, now: now)
    let page = Data(ReportPage(report, now: now).text.utf8)
    guard let output else {
      let out = StandardOutput()
      try out.bytes(page)
      return try out.flush()
    }
    try Pond.write(page, to: output, overwrites: force)
    pond.notice("written to \(Sanitize.line(output)); open it in a browser")
  }
}
