import ArgumentParser
import PondGraph

/// `pond who TOPIC`: who writes about something.
struct Who: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "who", abstract: "Find who among those you keep writes about something.",
    usage: "pond who TOPIC… [options]",
    discussion: """
      Looks through the titles and first words of the posts of everybody whom you follow and have \
      not let go, and tells the people first: how many of their posts speak of it, of how many, and \
      two of them; then how far it has come between you. Whoever writes about it more than others \
      do, and surely so, comes first; what you did with their posts changes nothing.

      Every word has to stand in a post, in any order; case, accents and a plural's s make no \
      difference, and no sign has a meaning of its own. What Chinese, Japanese, Korean or Thai \
      writes has to stand there letter for letter. The index for this lies in the pond file, is \
      made when it is first asked for, and holds digests in place of words.

      pond who sourdough starter
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp("What it is about, in one word or several.", valueName: "topic"))
  var topic: [String]

  @Option(help: "How many people to tell; 0 tells all.")
  var limit = 10

  @Flag(help: "Make the index anew before, whatever state it is in.")
  var anew = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit takes 0 or more.") }
    // A misspelled option is no topic, unless it was said that none comes any more.
    if !CommandLine.arguments.contains("--"),
      let unknown = topic.first(where: { $0.hasPrefix("--") && $0.count > 2 })
    {
      throw ValidationError("Unknown option '\(unknown)'")
    }
    _ = try words()
  }

  private func words() throws -> Topic {
    guard let words = Topic(topic.joined(separator: " ")) else {
      throw ValidationError("A topic is a word or several: there is no letter in this one.")
    }
    return words
  }

  func run() throws {
    let now = try pond.clock.present()
    let file = try Pond(at: pond.path, for: .deciding)
    let topic = try words()
    let told = try Patience.during("looking through what they write", isQuiet: pond.quiet) {
      try file.who(topic, limit: limit == 0 ? nil : limit, anew: anew, now: now)
    }
    let out = StandardOutput()
    if output.json {
      try JSONText.write(WhoJSON(told), to: out)
    } else {
      for line in WhoText(told: told, width: min(Width.ofTerminal(), 100)).lines {
        try out.line(line)
      }
    }
    try out.flush()
    if let notice = WhoText.notice(told.way) { pond.notice(notice) }
  }
}
