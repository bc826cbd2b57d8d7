import PondGraph

/// What somebody can do next, by what they came with: nobody is sent to a program that they do not use.
struct NextSteps {
  /// A command, and what it is for.
  struct Step: Hashable {
    let command: String
    let words: String
  }

  private let standing: Pond.Standing

  init(_ standing: Pond.Standing) {
    self.standing = standing
  }

  /// At most three, the most sensible first.
  var steps: [Step] {
    if standing.totals.accounts == 0, standing.leaving.accounts == 0 { return noList }
    // Where reading is known, the questions come first; where it is not, what would make it known.
    let plan = Step(command: "pond plan", words: "shows the pond")
    let ready = review ?? (standing.leaving.accounts > 0 ? nil : plan)
    let known = standing.observed > 0 ? [ready, fetch, taste] : [fetch, file, taste, ready]
    let steps = [standing.cycleIsDue ? Self.cycle : nil] + known
    return Array(steps.compactMap { $0 }.prefix(3))
  }

  /// The steps as lines of fewer than 80 columns where their words allow it.
  var lines: [String] {
    let steps = steps
    let column = (steps.map(\.command.count).max() ?? 0) + 3
    return steps.enumerated().flatMap { index, step -> [String] in
      let head = index == 0 ? "Next:  " : "then:  "
      let line = head + Width.pad(step.command, to: column) + step.words
      return Width.columns(of: line) < 80
        ? [line] : [head + step.command, String(repeating: " ", count: 9) + step.words]
    }
  }

  // The archive of a server names nobody: the list is a file of its own.
  private var noList: [Step] {
    if standing.formats.contains("mastodon-archive") {
      return [
        Step(
          command: "pond import following_accounts.csv",
          words: "the list: your server's data export has it")
      ]
    }
    if standing.formats.contains("youtube-history") {
      return [
        Step(command: "pond import subscriptions.csv", words: "the channels: Takeout has them")
      ]
    }
    return [Step(command: "pond import subscriptions.opml", words: "the list of your reader")]
  }

  private static let cycle = Step(command: "pond cycle", words: "the whole pond, once a month")

  private static let networks: [(kind: AccountKind, name: String)] = [
    (.fediverse, "mastodon"), (.bluesky, "bluesky"), (.youtube, "youtube"),
  ]

  // What nobody was asked for yet, and can be.
  private var fetch: Step? {
    let kinds = standing.unseen.keys.filter { !standing.fetched.contains($0) }
    let words = kinds.contains(.feed) ? "asks the feeds what they post" : "asks what they post"
    return Self.fetching(Set(kinds)).map { Step(command: $0, words: words) }
  }

  /// The command that asks what accounts of these kinds post; nil where none of them can be asked.
  static func fetching(_ kinds: Set<AccountKind>) -> String? {
    let named = networks.filter { kinds.contains($0.kind) }
    guard kinds.contains(.feed) || !named.isEmpty else { return nil }
    return (["pond fetch"] + named.map { "--network \($0.name)" }).joined(separator: " ")
  }

  // The one file that the origin still has, and that tells what is read or answered.
  private var file: Step? {
    func has(_ format: String) -> Bool { standing.formats.contains(format) }
    if has("mastodon-following"), !has("mastodon-archive") {
      return Step(
        command: "pond import archive.zip",
        words: "your archive: Preferences, Import and export, Request your archive")
    }
    if has("bluesky-json"), !has("bluesky-repository") {
      return Step(
        command: "pond import repo.car", words: "your repository: Settings, Account, Export my data"
      )
    }
    if has("youtube-subscriptions"), !has("youtube-history") {
      return Step(
        command: "pond import takeout.zip",
        words: "your history: takeout.google.com, YouTube, history as JSON")
    }
    if has("newsboat-urls"), !has("newsboat-cache") {
      return Step(command: "pond import ~/.newsboat/cache.db", words: "what you read of it")
    }
    guard standing.observed == 0, has("opml") || has("address-list") else { return nil }
    return Step(command: "pond import DATABASE", words: "your reader's own, if it keeps one")
  }

  private var taste: Step? {
    standing.tastable > 0
      ? Step(command: "pond taste", words: "titles without names: which would you read?") : nil
  }

  private var review: Step? {
    guard standing.open > 0 else { return nil }
    let verb = standing.answered > 0 ? "goes on with" : "begins with"
    return Step(
      command: "pond review",
      words: "\(verb) \(Words.count(standing.open, "open question"))")
  }
}
