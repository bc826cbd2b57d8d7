import Foundation

/// What the person did with posts that do not count, or with the account itself, in words: it says that
/// the account was before their eyes, and nothing of which share of its posts was.
enum DeedWords {
  /// One sentence for each kind of deed, the most frequent first.
  /// - Parameters:
  ///   - kind: what sort of source it is, for a channel has videos and a blog pages.
  ///   - besides: whether a sentence about posts that count went before: these are more of them.
  static func sentences(
    _ tallies: [ActTally], of kind: AccountKind, besides: Bool = false, now: Date
  ) -> [String] {
    let told = tallies.filter { $0.count > 0 && $0.kind != .seen }
    return told.sorted { ($1.count, $0.kind.place) < ($0.count, $1.kind.place) }
      .map { "You \(deed($0, of: kind, besides: besides))\(when($0, now: now))." }
  }

  private static func deed(_ tally: ActTally, of kind: AccountKind, besides: Bool) -> String {
    switch tally.kind {
    case .replied: "answered it \(times(tally.count))"
    case .quoted: "quoted it \(times(tally.count))"
    case .wrote: "wrote to it \(times(tally.count))"
    default:
      "\(tally.kind.deed ?? "saw") \(tally.count == 1 ? "one" : Figures.count(tally.count)) "
        + "\(besides ? "more of its" : "of its") \(things(tally.kind, of: kind))"
    }
  }

  private static func things(_ act: ActKind, of kind: AccountKind) -> String {
    switch (act, kind) {
    case (.watched, _), (_, .youtube): "videos"
    case (.starred, .github): "repositories"
    case (.opened, .feed), (.opened, .site), (.opened, .github): "pages"
    // A bookmark may be of the home page; a post is a page, too.
    case (.saved, .feed), (.saved, .site): "pages"
    default: "posts"
    }
  }

  private static func when(_ tally: ActTally, now: Date) -> String {
    guard let last = tally.last, last <= now else { return "" }
    let days = now.timeIntervalSince(last) / 86_400
    return tally.count == 1 ? ", \(ago(days: days))" : ", \(self.last(days: days))"
  }

  /// When the last of several deeds was: `last today`, `last 5 days ago`.
  static func last(days: Double) -> String { "last \(ago(days: days))" }

  private static func ago(days: Double) -> String {
    days < 1 ? "today" : days < 2 ? "yesterday" : "\(Figures.duration(weeks: days / 7)) ago"
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(Figures.count(count)) times"
    }
  }

  /// Deeds as alternatives: `read or starred`; nil where there are none.
  static func alternatives(_ acts: [ActKind]) -> String? {
    var words: [String] = []
    for act in acts {
      if let word = act.deed, !words.contains(word) { words.append(word) }
    }
    guard let last = words.last else { return nil }
    return words.count == 1
      ? last : words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension ActKind {
  /// What the person did, in the past tense; nil for what is not a deed.
  var deed: String? {
    switch self {
    case .seen: nil
    case .opened: "opened"
    case .read: "read"
    case .watched: "watched"
    case .liked: "liked"
    case .starred: "starred"
    case .saved: "saved"
    case .reshared: "passed on"
    case .replied, .wrote: "answered"
    case .quoted: "quoted"
    }
  }
}
