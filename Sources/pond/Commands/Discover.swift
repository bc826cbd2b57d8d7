import ArgumentParser
import PondGraph

/// `pond discover`: whom those who are kept point at.
struct Discover: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Show whom the accounts you keep point at, and you do not follow.",
    usage: "pond discover [options]",
    discussion: """
      pond import --of ACCOUNT FILE teaches Pond whom somebody in your list follows or recommends: \
      a friend's export, a blogroll. The links inside posts count too, where a feed or a reader's \
      database holds the text: those of posts you engaged with first, and of the page nothing is \
      kept but whose it is. Each of those you keep has a voice, heavier the more they are worth to \
      you, lighter the more freely they point. How many follow somebody counts nowhere. \
      pond decide ACCOUNT let-go takes somebody out of the answer.
      """)

  @Option(help: "How many to show; 0 shows all.")
  var limit = 10

  @Option(help: "How many accounts your close ring holds; default 60.")
  var size: Int?

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard limit >= 0, size ?? 1 >= 1 else {
      throw ValidationError("--limit takes 0 or more, --size 1 or more.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let found = try file.discoveries(size: size, now: pond.clock.present())
    let out = StandardOutput()
    if output.json {
      try JSONText.write(DiscoveriesJSON(found, limit: limit), to: out)
    } else {
      let text = DiscoveriesText(found: found, limit: limit, width: min(Width.ofTerminal(), 100))
      for line in text.lines { try out.line(line) }
    }
    try out.flush()
    if found.witnesses == 0 {
      pond.notice(DiscoveriesText.noWitness)
    }
  }
}
