import Foundation

// What speaks for leaving, in sentences of evidence. Nobody is blamed: the sentences tell what an
// account asks for and what came of it, not what it is.

extension Suggestion.Part {
  /// What speaks for leaving an account.
  static func forLeaving(_ readings: Readings) -> Suggestion.Part {
    let sentences = [
      readings.brokenAddress, readings.longSilence, readings.volumeAndAttention,
      readings.tastedInVain, readings.lessOfFolder,
      readings.timeAsked, readings.shortfall, readings.reposts,
    ].compactMap { $0 }
    return Suggestion.Part(
      sentences, orElse: "Nothing that could be seen speaks for leaving it.")
  }
}

extension Readings {
  fileprivate var brokenAddress: Suggestion.Sentence? {
    switch reachability {
    case .unreachable(let since):
      return "It could not be reached for \(duration(since: since))."
    case .gone(let since):
      return "Its server said \(duration(since: since)) ago that it is gone for good."
    case .moved:
      return "Its feed stands at another address now; what comes at the old one may end."
    case .reached, nil: return nil
    }
  }

  private func duration(since date: Date) -> String {
    Figures.duration(weeks: max(0, now.timeIntervalSince(date) / Fading.week))
  }

  fileprivate var longSilence: Suggestion.Sentence? {
    guard let rhythm, rhythm.silence >= endingSilence(of: rhythm) else { return nil }
    let gap =
      rhythm.ninetieth.weeks < 1 / 7
      ? "shorter than a day" : "no longer than \(Figures.duration(weeks: rhythm.ninetieth.weeks))"
    return """
      It has been silent for \(Figures.duration(weeks: rhythm.silence)); before that, nine in ten \
      of its gaps were \(gap).
      """
  }

  fileprivate var volumeAndAttention: Suggestion.Sentence? {
    // Of what has ended, the silence is told; a rate that counts it in would say nothing.
    guard !hasEnded, let latest, latest.posts > 0 else { return nil }
    guard latest.observable > 0 else { return "\(latest.volume) \(latest.when)." }
    // What was all read is no ground for leaving.
    guard latest.engaged < latest.observable else { return nil }
    return "\(latest.volume); you \(latest.attention) \(latest.when)."
  }

  fileprivate var lessOfFolder: Suggestion.Sentence? {
    guard folderWord == .thin, let folder else { return nil }
    return "You agreed that there may be less of what stands in “\(folder)”."
  }

  fileprivate var timeAsked: Suggestion.Sentence? {
    guard let minutesPerWeek, minutesPerWeek > bar.allowance,
      statistics.posts >= Scarcity.fewestPosts
    else { return nil }
    return "Reading all of it would take \(Figures.minutes(minutesPerWeek)) a week."
  }

  fileprivate var shortfall: Suggestion.Sentence? {
    guard let rate, let share, let chanceBelowBar, chanceBelowBar >= Certainty.needed,
      rate.mean > bar.freePosts
    else { return nil }
    // People have evidence and words, no share (R2).
    guard !account.kind.isPerson else {
      return """
        So much comes that more of it would have to be worth your attention; that this only seems \
        so is unlikely.
        """
    }
    return """
      At that volume \(Figures.percent(bar.required(at: rate.mean))) of it would have to be worth \
      your attention; for you it is \(Figures.about(share.mean)), and the chance that this is too \
      little is \(Figures.chance(chanceBelowBar)).
      """
  }

  fileprivate var reposts: Suggestion.Sentence? {
    guard let latest, latest.reposts * 5 >= latest.posts,
      latest.reposts > 0
    else { return nil }
    return """
      \(Figures.count(latest.reposts)) of its \(Figures.counted(latest.posts, "post")) \
      \(latest.when) pass on somebody else's words.
      """
  }
}
