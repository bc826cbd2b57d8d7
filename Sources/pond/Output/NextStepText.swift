import PondGraph

/// What to do next where nothing is known of what the person reads: the step that fits where their
/// accounts come from.
struct NextStepText {
  private let standing: Pond.Standing

  init(_ standing: Pond.Standing) {
    self.standing = standing
  }

  /// The lines, of at most 79 columns; the first begins with `Next:`.
  var lines: [String] {
    steps.flatMap { command, words -> [String] in
      let blanks = String(repeating: " ", count: command.count + 3)
      return zip(
        [command + "   "] + Array(repeating: blanks, count: words.count),
        Words.wrap(words, to: 72 - blanks.count)
      ).map(+)
    }.enumerated().map { ($0 == 0 ? "Next:  " : "       ") + $1 }
  }

  private var steps: [(command: String, words: String)] {
    var steps: [(command: String, words: String)] = []
    if standing.seen == 0, standing.fetchable > 0 {
      steps.append(("pond fetch", "looks at what they post, and asks each server politely"))
    }
    if standing.hasFeeds {
      steps.append(
        ("pond import DATABASE", "your reader's own file: pond explain formats"))
    }
    if let network = standing.kinds.lazy.compactMap({ Self.exports[$0] }).first {
      steps.append(("pond import ARCHIVE", network))
    }
    if standing.hasFeeds {
      steps.append(("pond import HISTORY", "that of your browser tells what you opened"))
    }
    return steps.isEmpty ? [("pond explain formats", "tells everything that can be read")] : steps
  }

  /// What to ask a network for.
  private static let exports: [AccountKind: String] = [
    .fediverse: "your archive: Preferences, Import and export, Request your archive",
    .actor: "your archive: Preferences, Import and export, Request your archive",
    .x: "your archive: Settings, Your account, Download an archive of your data",
    .bluesky: "your repository: Settings, Account, Export my data",
    .instagram: "your data: Accounts Centre, Download your information, as JSON",
    .threads: "your data: Accounts Centre, Download your information, as JSON",
    .facebook: "your data: Accounts Centre, Download your information, as JSON",
    .linkedin: "your data: Settings, Data privacy, Get a copy of your data",
    .youtube: "your history: takeout.google.com, YouTube, history as JSON",
    .reddit: "your data: reddit.com/settings/data-request",
  ]
}
