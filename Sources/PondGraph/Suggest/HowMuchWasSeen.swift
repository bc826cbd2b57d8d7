// How much could be seen: the window, the posts, the chance that attention shows, the sources.

extension Suggestion.Part {
  /// How much could be seen of an account.
  static func howMuchWasSeen(_ ruling: Ruling, _ readings: Readings) -> Suggestion.Part {
    let sentences = [
      readings.attentionSeen, readings.doubt(ruling), readings.interval, readings.origin,
    ].compactMap { $0 }
    return Suggestion.Part(readings.windowSeen, sentences)
  }
}

extension Readings {
  fileprivate var windowSeen: Suggestion.Sentence {
    guard let last = observation.stretches.last else {
      return "No source shows its posts: it was never looked at."
    }
    let length = Figures.duration(weeks: statistics.weeks)
    let until =
      last.newest < 3 / 7.0 ? "" : ", up to \(Figures.duration(weeks: last.newest)) ago"
    let pieces =
      observation.stretches.count > 1
      ? " in \(Figures.count(observation.stretches.count)) stretches" : ""
    let posts = statistics.posts == 0 ? "no post" : Figures.counted(statistics.posts, "post")
    return "Seen: \(posts) in \(length)\(pieces)\(until)."
  }

  fileprivate var attentionSeen: Suggestion.Sentence? {
    guard statistics.posts > 0 else { return nil }
    guard statistics.observablePosts > 0 else {
      return "No source of your attention knows any of them, so what you read of it is unknown."
    }
    let known =
      statistics.observablePosts == statistics.posts
      ? "all of them" : "\(Figures.count(statistics.observablePosts)) of them"
    return """
      What you did could be seen for \(known); there, \
      \(Figures.about(statistics.observability)) of attention leaves a trace.
      """
  }

  fileprivate func doubt(_ ruling: Ruling) -> Suggestion.Sentence? {
    guard case .tooLittle(let scarcities) = ruling.ground else { return nil }
    let reasons = scarcities.compactMap(\.reason)
    return reasons.isEmpty
      ? nil : "That is too little to say anything: \(reasons.joined(separator: "; "))."
  }

  fileprivate var interval: Suggestion.Sentence? {
    // Of people no ratio is told (R2).
    guard let ratio, !account.kind.isPerson else { return nil }
    return """
      Signal to noise is about \(Figures.decimal(ratio.mean, 1)) dB; with nine chances in ten it \
      lies between \(Figures.decimal(ratio.low, 1)) and \(Figures.decimal(ratio.high, 1)) dB.
      """
  }

  fileprivate var origin: Suggestion.Sentence? {
    sources.isEmpty ? nil : "Read in: \(sources.sorted().joined(separator: ", "))."
  }
}

extension Scarcity {
  /// What is missing, as the rest of a sentence; nil where another sentence says it.
  fileprivate var reason: String? {
    switch self {
    case .neverLooked: nil
    case .fewDays: "it was observed for less than \(Figures.duration(weeks: Scarcity.trial))"
    case .noPosts: "it posted nothing in that time"
    case .fewPosts:
      """
      there are fewer than \(Scarcity.fewestPosts) posts, and less than \
      \(Figures.duration(weeks: Scarcity.longEnough))
      """
    case .attentionUnknown: "attention to it is unknown"
    case .attentionFaint: "most attention to it would leave no trace"
    case .burst(let weeks):
      "its posts stand in \(Figures.counted(weeks, "separate week")), and a burst is not a habit"
    case .attentionScarce: "attention could be seen for too few of its posts"
    case .attentionLongAgo: "attention was last seen so long ago that it has faded"
    }
  }
}
