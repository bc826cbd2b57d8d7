import ArgumentParser
import PondGraph

/// `pond join A B`, `pond join --propose`: several accounts, one human being.
struct Join: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Say that two accounts are one person's, or ask which may be.",
    usage: """
      pond join ACCOUNT OTHER [options]
      pond join --propose [options]
      pond join --part ACCOUNT [options]
      """,
    discussion: """
      What you and somebody said to each other then counts for all of their accounts; what each \
      of them costs stays its own, and so does your decision about it. Nobody is joined silently: \
      --propose only shows who may be one person, and why.
      """)

  @Argument(
    help: "An account: any piece of its address or title, or its id.",
    completion: Completions.accounts)
  var account: String?

  @Argument(help: "Another account of the same person.", completion: Completions.accounts)
  var other: String?

  @Flag(help: "Show who may be one person: verified links, rel=me, profiles, equal home pages.")
  var propose = false

  @Option(help: ArgumentHelp("Take an account out of its person again.", valueName: "account"))
  var part: String?

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func validate() throws {
    let isPair = account != nil && other != nil
    let isAlone = account == nil && other == nil
    guard [isPair, isAlone && propose, isAlone && part != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(
        "Name two accounts: pond join ACCOUNT OTHER. Or ask: pond join --propose.")
    }
  }

  func run() throws {
    if propose { return try showProposals() }
    let file = try Pond(at: pond.path, for: .deciding)
    let out = StandardOutput()
    if let part {
      try out.line("on its own again: \(JoinText.name(try file.part(part)))")
    } else if let account, let other {
      let pair = try file.join(account, other, now: pond.clock.present())
      try out.line("one person: \(Words.list(pair.map(JoinText.name)))")
      pond.notice("pond join --part \(pair[0].id) takes it back.")
    }
    try out.flush()
  }

  private func showProposals() throws {
    let proposals = try Pond(at: pond.path, for: .looking).samePersonProposals()
    let out = StandardOutput()
    if output.json {
      try JSONText.write(ProposalsJSON(proposals), to: out)
    } else {
      for line in proposals.flatMap(JoinText.lines) { try out.line(line) }
    }
    try out.flush()
    if proposals.isEmpty { pond.notice("Nothing says that two of your accounts are one person's.") }
  }
}
