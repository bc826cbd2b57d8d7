// What is said of somebody whom the person never touched: what a file covers, and nothing else.

extension Untouched {
  /// `In the 6 years of this archive you neither answered, liked nor wrote to them.`, with the deeds of
  /// which an export of that network tells.
  package var sentences: [String] {
    guard let covered else {
      return ["No file shows what passed between you, only that you follow them."] + addressed
    }
    let time = Figures.duration(weeks: covered.seconds / (7 * 86_400))
    return ["In the \(time) of this archive you \(account.kind.deedsNeverDone)."] + addressed
  }

  private var addressed: [String] {
    lastAddressed == nil ? [] : ["Their words were addressed to you."]
  }
}

extension AccountKind {
  /// What an export of this network tells that the person never did, of those it can tell of somebody.
  fileprivate var deedsNeverDone: String {
    switch self {
    case .x: "neither answered, quoted, passed on nor mentioned them"
    case .instagram: "liked, saved and commented on nothing of theirs"
    case .fediverse, .actor: "neither answered, boosted, favourited nor bookmarked them"
    case .bluesky: "neither answered, quoted, liked nor passed them on"
    case .nostr: "neither answered, liked nor passed them on"
    case .youtube: "watched none of its videos"
    default: "neither answered, liked nor wrote to them"
    }
  }
}
