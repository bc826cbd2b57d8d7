import Foundation

/// Whom the person said they keep or hold, also under the address that those came to have since:
/// they are not asked about again (R6). What is held is never asked about; what is kept may be, after
/// a year or when it posts twice as much.
struct SettledAccounts {
  private let keys: Set<AccountKey>

  /// Days after which a kept account may be asked about again.
  static let keptFor = 365.25

  /// Looks among everything that was answered.
  /// - Parameters:
  ///   - overviews: with accounts that are not followed any more, for a list that was mended names
  ///     the old address no longer.
  ///   - moves: where accounts say that they have moved to.
  init(among overviews: [AccountOverview], moves: [AccountKey: Address], now: Date) {
    let kept = Set(
      overviews.filter { Self.isSettled($0, now: now) }.map(\.account.key))
    let heirs = Heirs(of: kept, among: overviews.map(\.account), moves: moves)
    let reopened = overviews.filter { $0.decision != nil && !kept.contains($0.account.key) }
    keys = kept.union(heirs.ancestors.keys).subtracting(reopened.map(\.account.key))
  }

  /// Whether the person has spoken about it for good, or for now.
  func covers(_ account: Account) -> Bool { keys.contains(account.key) }

  private static func isSettled(_ overview: AccountOverview, now: Date) -> Bool {
    guard let decision = overview.decision else { return false }
    return decision.answer == .hold
      || decision.answer == .keep && !isOpenAgain(overview, decision, now: now)
  }

  /// Whether a kept account may be asked about again.
  static func isOpenAgain(
    _ overview: AccountOverview, _ decision: Decision, now: Date
  ) -> Bool {
    if now.timeIntervalSince(decision.at) / 86_400 >= keptFor { return true }
    guard let before = decision.postsPerWeek, let rate = overview.assessment.postsPerWeek else {
      return false
    }
    // Twice next to nothing is next to nothing.
    return rate >= 2 * before && rate - before >= 1
  }
}
