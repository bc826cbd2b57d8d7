package import Foundation

/// Which accounts are worth asking about, and in which order.
package struct Questions {
  /// What is doubtful, in no order.
  private let doubtful: [AccountOverview]
  private let skips: [AccountKey: Skip]
  private let untouched: [AccountKey: Untouched]
  private let now: Date

  /// Days after which somebody with whom the person wanted to wait is asked about again.
  package static let patience = 28.0

  /// Looks for the doubtful cases: a suggestion other than keep or wait, or a question worth asking,
  /// that the person has not answered yet, or answered with wait some weeks ago. Held accounts are not
  /// asked about again, under whatever address they come back, and kept ones not for a year, unless they
  /// post twice as much (R6).
  /// - Parameters:
  ///   - moves: where accounts say that they have moved to.
  ///   - skips: what was passed over.
  ///   - untouched: whom the person never touched, where posts are not known: they are asked about, for
  ///     nothing is suggested of them.
  ///   - everyone: whether also those are asked about of whom nothing is doubtful.
  package init(
    among overviews: [AccountOverview], moves: [AccountKey: Address] = [:],
    skips: [AccountKey: Skip] = [:], untouched: [AccountKey: Untouched] = [:],
    everyone: Bool = false, now: Date
  ) {
    let settled = SettledAccounts(among: overviews, moves: moves, now: now)
    self.skips = skips
    self.untouched = untouched
    self.now = now
    doubtful = overviews.filter { overview in
      overview.account.isFollowed && !settled.covers(overview.account)
        && Self.isUnanswered(overview, now: now)
        && (everyone || Self.isDoubtful(overview) || overview.decision?.trialDays != nil
          || Self.isUnknown(overview, untouched[overview.account.key]))
    }
  }

  /// The questions in an order; those that were passed over come last, the longest ago first, so that
  /// a review goes on where it stopped.
  /// - Parameter folder: a folder's name or path, whatever the case; nil for all.
  package func asked(
    _ order: QuestionOrder = .costliest, folder: String? = nil
  ) -> [AccountOverview] {
    let fitting = doubtful.filter { folder.map($0.account.stands(inFolder:)) ?? true }
    let new = fitting.filter { skips[$0.account.key] == nil }
    let passed = fitting.filter { skips[$0.account.key] != nil }
    return inOrder(new, order)
      + passed.sorted { number($0.account.key) < number($1.account.key) }
  }

  private func number(_ key: AccountKey) -> Int { skips[key]?.number ?? 0 }

  /// The most days of a trial.
  package static let longestTrial = 365
  /// The posts that a trial waits for beyond its days, unless it goes on for half a year.
  static let postsOfTrial = 5

  // A trial ends with its days, once there is something to judge by.
  private static func isOver(_ wait: Decision, _ assessment: Assessment, now: Date) -> Bool {
    guard let days = wait.trialDays else { return isOver(since: wait.at, now: now) }
    let age = now.timeIntervalSince(wait.at) / 86_400
    guard age >= -1 else { return true }
    let isEnough = (assessment.knownPosts ?? 0) >= postsOfTrial || age >= 26 * 7
    return age >= Double(days) && isEnough
  }

  /// Whether the wait that began at a moment is over. A moment that is still to come was written down
  /// by a clock that was ahead: how long it was waited since is unknown.
  static func isOver(since start: Date, now: Date) -> Bool {
    let age = now.timeIntervalSince(start) / 86_400
    return age >= patience || age < -1
  }

  // What costs something and is unknown first, by the minutes at stake (model §4.7); where something is
  // suggested; then whom one never touched, the longest silence that a file covers first, those who wrote to
  // the person last; then the rest.
  private func inOrder(
    _ overviews: [AccountOverview], _ order: QuestionOrder
  ) -> [AccountOverview] {
    guard order == .costliest else { return order.applied(to: overviews, now: now) }
    let asking = overviews.filter(\.assessment.asksWithoutAnswer)
    let suggested = overviews.filter { Self.isDoubtful($0) && !$0.assessment.asksWithoutAnswer }
    let others = overviews.filter { !Self.isDoubtful($0) }
    let unknown = others.filter { Self.isUnknown($0, untouched[$0.account.key]) }
    let rest = others.filter { !Self.isUnknown($0, untouched[$0.account.key]) }
    return asking.sorted(by: Self.costsMore) + order.applied(to: suggested, now: now)
      + unknown.sorted(by: comesBefore) + order.applied(to: rest, now: now)
  }

  private static func costsMore(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    let (first, second) = (
      left.assessment.minutesPerWeek ?? 0, right.assessment.minutesPerWeek ?? 0
    )
    return first != second ? first > second : left.account.key < right.account.key
  }

  private func comesBefore(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    guard let one = untouched[left.account.key], let other = untouched[right.account.key] else {
      return left.account.key < right.account.key
    }
    if (one.lastAddressed == nil) != (other.lastAddressed == nil) {
      return one.lastAddressed == nil
    }
    let (a, b) = (one.covered?.seconds ?? 0, other.covered?.seconds ?? 0)
    if a != b { return a > b }
    let (first, second) = (left.account.followedAt, right.account.followedAt)
    if let first, let second, first != second { return first < second }
    return left.account.key < right.account.key
  }

  /// Whether nothing is known of it but that it is followed: a question, and no suggestion.
  private static func isUnknown(_ overview: AccountOverview, _ untouched: Untouched?) -> Bool {
    guard let untouched, overview.assessment.withoutAnswer == .wait else { return false }
    // Where posts can be fetched and no file tells of attention, fetching comes before asking.
    return untouched.covered != nil || !untouched.account.kind.showsItsPosts
  }

  private static func isUnanswered(_ overview: AccountOverview, now: Date) -> Bool {
    guard let decision = overview.decision else { return true }
    switch decision.answer {
    case .wait: return Self.isOver(decision, overview.assessment, now: now)
    case .keep: return SettledAccounts.isOpenAgain(overview, decision, now: now)
    default: return false
    }
  }

  private static func isDoubtful(_ overview: AccountOverview) -> Bool {
    switch overview.assessment.withoutAnswer {
    case .letGo, .thin, .archive, .repair: return true
    case .keep, .wait: return overview.assessment.asksWithoutAnswer
    }
  }
}

extension AccountKind {
  /// Whether the network shows what somebody posts to everybody who asks.
  fileprivate var showsItsPosts: Bool { self == .fediverse || self == .bluesky }
}

extension Account {
  /// Whether it stands in a folder, given by its name or its whole path, whatever the case.
  package func stands(inFolder folder: String) -> Bool {
    let wanted = folder.lowercased()
    return folders.contains { path in
      path.contains { $0.lowercased() == wanted }
        || path.joined(separator: "/").lowercased() == wanted
    }
  }
}
