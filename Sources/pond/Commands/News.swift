import ArgumentParser
import Foundation
import PondGraph

/// `pond news`: what changed.
struct News: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "news",
    abstract: "Say in a few lines what changed: who returned, fell silent, posts more.",
    usage: "pond news [--since <date|span>] [options]",
    discussion: """
      At most twelve lines, from what was imported and fetched: somebody who posts again after a \
      silence that their rhythm does not explain, somebody who fell silent, a change of volume for \
      which the odds are 20 to 1 at least, who is new, whom you follow for three weeks now, whom you \
      let go 30 or 90 days ago and may miss (pond decide NAME keep brings them back), what pond \
      fetch could not reach, and who asks for most of your time. Each is told in the stretch of \
      time in which it came.
      """)

  @Option(
    help: ArgumentHelp(
      "News from this day on, or of this span: 2026-05-01, 14d, 6w. Default: since the last pond "
        + "cycle, else 30d.",
      valueName: "date|span"),
    transform: Since.init)
  var since: Since?

  @Flag(help: "Say nothing at all where nothing changed.")
  var ifAny = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func run() throws {
    let now = try pond.clock.present()
    let file = try Pond(at: pond.path, for: .looking)
    let start = try since?.moment(before: now) ?? file.newsStart(now: now)
    guard start < now else {
      throw ValidationError("--since lies in the future: news are of what was.")
    }
    let bulletin = try file.news(since: start, now: now)
    let out = StandardOutput()
    if output.json {
      try JSONText.write(NewsJSON(bulletin), to: out)
    } else if bulletin.items.contains(where: \.isChange) || !ifAny {
      for line in NewsText(bulletin: bulletin).lines { try out.line(line) }
    }
    try out.flush()
  }
}
