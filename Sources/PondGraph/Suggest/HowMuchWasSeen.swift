// How much could be seen: the window, the posts, the chance that attention shows, the sources.

extension Suggestion.Part {
  /// How much could be seen of an account.
  static func howMuchWasSeen(_ ruling: Ruling, _ readings: Readings) -> Suggestion.Part {
    let sentences = [
      readings.attentionSeen, readings.undated, readings.batchDated, readings.leftOut,
      readings.doubt(ruling), readings.interval, readings.origin,
    ].compactMap { $0 }
    return Suggestion.Part(readings.windowSeen, sentences)
  }
}

extension Readings {
  fileprivate var windowSeen: Suggestion.Sentence {
    guard let last = own.stretches.last else {
      if undatedPosts > 0 {
        let known = undatedPosts == 1 ? "1 post is" : "\(Figures.count(undatedPosts)) posts are"
        return "Its posts carry no dates, so its volume is unknown; \(known) known."
      }
      // Said in full beside it, with the number.
      if batchDatedPosts > 0 {
        return "None of its posts has a date of its own, so its volume is unknown."
      }
      if notCounted.outsideSeen > 0 {
        return "No source shows all of its posts of any time, so its volume is unknown."
      }
      if notCounted.datedAhead > 0 {
        return "Its posts carry dates that cannot be theirs, so its volume is unknown."
      }
      return elsewhere.isEmpty && own.touched.isEmpty
        ? "No source shows its posts, so nothing is known of them."
        : "No source shows its posts, so its volume is unknown; only what you did is known."
    }
    let length = Figures.duration(weeks: statistics.weeks)
    let until =
      last.newest < 3 / 7.0 ? "" : ", up to \(Figures.duration(weeks: last.newest)) ago"
    let pieces =
      own.stretches.count > 1
      ? " in \(Figures.count(own.stretches.count)) stretches" : ""
    let posts = statistics.posts == 0 ? "no post" : Figures.counted(statistics.posts, "post")
    return "Seen: \(posts) in \(length)\(pieces)\(until)."
  }

  fileprivate var attentionSeen: Suggestion.Sentence? {
    guard statistics.posts > 0 else { return nil }
    guard statistics.observablePosts > 0 else {
      return "No source of your attention knows any of them, so what you read of it is unknown."
    }
    guard statistics.observablePosts > statistics.tastedPosts else {
      return """
        No source of your attention knows any of them: what is known is what you tasted, \
        \(Figures.counted(statistics.tastedPosts, "post")).
        """
    }
    let known =
      statistics.observablePosts == statistics.posts
      ? "all of them" : "\(Figures.count(statistics.observablePosts)) of them"
    return """
      What you did could be seen for \(known); there, \
      \(Figures.about(statistics.observability)) of attention leaves a trace.
      """
  }

  fileprivate var undated: Suggestion.Sentence? {
    guard undatedPosts > 0, !own.stretches.isEmpty else { return nil }
    let known =
      undatedPosts == 1
      ? "1 more post is known that carries no date"
      : "\(Figures.count(undatedPosts)) more posts are known that carry no date"
    return "\(known): that tells no volume."
  }

  fileprivate var batchDated: Suggestion.Sentence? {
    guard batchDatedPosts > 0 else { return nil }
    let posts = batchDatedPosts == 1 ? "1 post has" : "\(Figures.count(batchDatedPosts)) posts have"
    return """
      \(posts) the date of a fetch or of a build, for many share it: that tells no rhythm and no volume.
      """
  }

  fileprivate var leftOut: Suggestion.Sentence? {
    func were(_ count: Int, _ rest: String) -> String? {
      guard count > 0 else { return nil }
      return "\(Figures.counted(count, "post")) that \(count == 1 ? "was" : "were") \(rest)"
    }
    let reasons = [
      were(notCounted.backlog, "there when you began"),
      were(notCounted.beforeFollowing, "published before you followed"),
      were(notCounted.afterLastUse, "published after you last used the reader"),
      were(notCounted.datedAhead, "dated ahead of today"),
      were(notCounted.outsideSeen, "published outside of the time that a source shows whole"),
    ].compactMap { $0 }
    return reasons.isEmpty ? nil : "Not counted: \(reasons.joined(separator: "; "))."
  }

  fileprivate func doubt(_ ruling: Ruling) -> Suggestion.Sentence? {
    switch ruling.ground {
    case .tooLittle(let missing):
      let reasons = missing.compactMap(\.reason)
      return reasons.isEmpty
        ? nil : "That is too little to say anything: \(reasons.joined(separator: "; "))."
    case .question(let missing), .notWorthAsking(let missing):
      let reasons = missing.compactMap(\.reason)
      return "That is too little to speak against it: \(reasons.joined(separator: "; "))."
    default: return nil
    }
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
    case .neverLooked, .undated, .pieces: nil
    case .fewDays(let weeks): "it was observed for \(Self.days(weeks, of: Scarcity.trial))"
    case .fewWeeks(let weeks): "it was observed for \(Self.days(weeks, of: Scarcity.weeksNeeded))"
    case .noPosts: "it posted nothing in that time"
    case .fewPosts(let posts):
      """
      there \(posts == 1 ? "is" : "are") \(Figures.count(posts)) of \(Scarcity.fewestPosts) posts, in less than \
      \(Figures.count(Scarcity.longEnough)) weeks
      """
    case .burst(let weeks):
      """
      its posts stand in \(Figures.count(weeks)) of \(Scarcity.fewestWeeks) separate weeks, and a \
      burst is not a habit
      """
    case .attentionUnknown: "what you read of it is unknown"
    case .attentionFaint: "most attention to it would leave no trace"
    case .attentionScarce(let posts, let weeks):
      posts < Scarcity.fewestPosts
        ? "what you did could be seen for \(Figures.count(posts)) of \(Scarcity.fewestPosts) posts"
        : """
        what you did could be seen in \(Figures.count(weeks)) of \(Scarcity.fewestWeeks) separate \
        weeks
        """
    case .attentionLongAgo: "what you did was last seen so long ago that it has faded"
    }
  }

  /// `26 of 28 days`.
  static func days(_ weeks: Double, of needed: Double) -> String {
    "\(Figures.count(daysSoFar(weeks, of: needed))) of \(Figures.counted(needed * 7, "day"))"
  }

  /// The days of so many weeks, always fewer than are needed.
  static func daysSoFar(_ weeks: Double, of needed: Double) -> Double {
    min((weeks * 7).rounded(), needed * 7 - 1)
  }
}
