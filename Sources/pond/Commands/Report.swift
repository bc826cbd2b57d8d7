import ArgumentParser
import Foundation
import PondGraph

/// `pond report`: the pond as a page.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Draw the pond as a page: rings, volume against the bar, both sides of each.",
    usage: "pond report [options]",
    discussion: """
      One file that holds everything it needs and asks for nothing: no script, no font, no request; \
      light and dark, and it can be printed. Every picture has its table.

      pond report --open
      """)

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file; - is standard output. A terminal gets pond-report.html, a pipe the page.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Show the page in $BROWSER, else in the desktop's own browser.")
  var open = false

  @Flag(help: "Overwrite a file that is there.")
  var force = false

  @OptionGroup var caps: RoomOptions
  @OptionGroup var pond: PondOptions

  func run() throws {
    let now = try pond.clock.present()
    let file = try Pond(at: pond.path, for: .looking)
    let report = try Patience.during("drawing the pond", isQuiet: pond.quiet) {
      try file.report(caps.room(in: file), now: now)
    }
    let page = Data(ReportPage(report, now: now).text.utf8)
    guard let path else {
      let out = StandardOutput()
      try out.bytes(page)
      return try out.flush()
    }
    // The name that nobody chose belongs to the report, and the next one takes its place.
    try file.write(page, to: path, overwrites: force || output == nil)
    pond.notice("written to \(Sanitize.line(path))" + (open ? "" : "; open it in a browser"))
    if open { try Browser.open(path) }
  }

  // Nobody wants the page's source on their screen.
  private var path: String? {
    if let output { return output == "-" ? nil : output }
    return open || isatty(STDOUT_FILENO) == 1 ? "pond-report.html" : nil
  }
}
