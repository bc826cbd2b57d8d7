public import ArgumentParser
import Foundation
public import PondGraph

/// `pond fetch`: reads what is followed over HTTP. The only command that opens a socket.
struct Fetch: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Read the followed feeds over HTTP, politely: the only command that does.",
    usage: "pond fetch [options]",
    discussion: """
      Each feed is asked when it is due, once a day unless it says otherwise, with what makes an \
      unchanged one cost nothing; a server that asks for patience gets it. What could not be \
      looked at is asked again later and never held to be inactive. Everything is kept answer by \
      answer: stop it whenever you like. docs/Fetch.md says what is asked, when and how.
      """)

  @Option(
    help: ArgumentHelp("Only this account; may be given several times.", valueName: "account"))
  var only: [String] = []

  @Option(help: "Only the accounts in this folder, or below it.")
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "What was asked longer ago than this, due or not: 90m, 6h, 2d.", valueName: "time"),
    transform: Duration.init)
  var olderThan: Duration?

  @Option(
    help: ArgumentHelp(
      "Also look up the accounts of a network, through what it shows to everybody: mastodon, "
        + "bluesky, youtube; may be given several times.", valueName: "network"))
  var network: [FetchNetwork] = []

  @Flag(help: "Also ask home pages, once a month: whom they recommend, who is behind them.")
  var blogrolls = false

  @Flag(help: "Believe a move at once, not after three runs that say the same.")
  var acceptMoves = false

  @Flag(name: [.customShort("n"), .long], help: "Show what would be asked and when; ask nobody.")
  var dryRun = false

  @Flag(help: "Do not ask before a long list is read for the first time.")
  var yes = false

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  /// A stretch of time as a person writes it.
  struct Duration {
    let seconds: Double

    init(_ text: String) throws {
      let units: [Character: Double] = ["m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
      guard let unit = text.last.flatMap({ units[$0] }), let number = Double(text.dropLast()),
        number.isFinite, number >= 0
      else { throw ValidationError("'\(text)' is no stretch of time, such as 90m, 6h or 2d.") }
      seconds = number * unit
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: dryRun ? .looking : .deciding)
    let options = try options()
    let out = StandardOutput()
    if dryRun {
      let preview = try file.fetchPreview(options)
      if output.json {
        try JSONText.write(FetchPreviewJSON(preview), to: out)
      } else {
        for line in FetchPreviewText(preview: preview).lines { try out.line(line) }
      }
      try out.flush()
      return try point(file, nothingAsked: preview.asked.isEmpty)
    }
    try askFirst(try file.fetchPreview(options))
    let progress = ProgressLine(isQuiet: pond.quiet)
    let report = try file.fetch(options, progress: progress.map { line in { line.show($0) } })
    progress?.clear()
    if output.json {
      try JSONText.write(FetchJSON(report), to: out)
    } else {
      for line in FetchText(report: report).lines { try out.line(line) }
    }
    try out.flush()
    try point(file, nothingAsked: report.lines.isEmpty)
    if !report.isComplete {
      let counts = FetchText(report: report).counts
      throw Partial.exit("\(counts.troubled) could not be looked at, \(counts.postponed) put off")
    }
  }

  // Who follows people and no feeds hears what would ask for their posts.
  private func point(_ file: Pond, nothingAsked: Bool) throws {
    guard nothingAsked, network.isEmpty else { return }
    let kinds = Set(try file.followedKinds())
    guard !kinds.contains(.feed), let command = NextSteps.fetching(kinds) else { return }
    pond.notice("None whom you follow is a feed. \(command) asks for public posts.")
  }

  private func options() throws -> Pond.FetchOptions {
    var options = Pond.FetchOptions(now: try pond.clock.present(), agent: Self.agent)
    options.only = only
    options.folder = folder
    options.olderThan = olderThan?.seconds
    options.acceptsMoves = acceptMoves
    options.networks = Set(network)
    options.readsBlogrolls = blogrolls
    options.allowedHosts = AllowedHostsInEnvironment.entries
    return options
  }

  // A list that is read for the first time is a surprise to many servers at once.
  private func askFirst(_ preview: Pond.FetchPreview) throws {
    guard preview.isLongAndFirst, !yes, isatty(STDIN_FILENO) == 1 else { return }
    for line in Words.wrap(FetchPreviewText(preview: preview).plan, to: 80) { pond.notice(line) }
    try Confirmation.ask("This is the first time for most of them.", given: false)
  }

  static let agent = "Pond/\(Version.current) (+\(Version.project))"
}

/// The private hosts that the environment allows.
enum AllowedHostsInEnvironment {
  /// `POND_ALLOW_HOSTS`, split at commas.
  static var entries: [String] {
    (ProcessInfo.processInfo.environment["POND_ALLOW_HOSTS"] ?? "")
      .split(separator: ",").map(String.init)
  }
}

extension FetchNetwork: ExpressibleByArgument {}
