import ArgumentParser
import PondGraph

/// `pond follow ADDRESS`: somebody comes into the pond.
struct Follow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Follow somebody from now on: the next export adds them.",
    usage: "pond follow ADDRESS [options]",
    discussion: """
      ADDRESS is that of a feed, the page of somebody on a network, or anything by which pond \
      discover names them. In an OPML the newcomer is written as its neighbours are, into the folder \
      for newcomers; a newsboat urls file gets a line, Mastodon's list a row. Nothing that was posted \
      before today counts, and there is no verdict for three weeks. pond undo takes it back.
      """)

  @Argument(help: "The feed's address, a page of a network, or a name that pond discover shows.")
  var address: String

  @Option(help: "What to call it.")
  var title: String?

  @Option(help: "Why, in your own words; kept in the journal.")
  var reason: String?

  @Flag(help: "Say who would be followed, and change nothing.")
  var dryRun = false

  @OptionGroup var pond: PondOptions

  func run() throws {
    let file = try Pond(at: pond.path, for: dryRun ? .looking : .learning)
    let out = StandardOutput()
    if dryRun {
      try out.line("would follow: \(JoinText.name(try file.newcomer(address)))")
    } else {
      let made = try file.follow(
        address, as: title, reason: reason, now: pond.clock.present())
      try out.line(DecisionText.line(.follow, made.account))
      pond.notice(DecisionText.kindWord(.follow, made.account))
    }
    try out.flush()
  }
}
