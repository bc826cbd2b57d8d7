package import Foundation

/// Somebody whom the person keeps and has not met for a while, drawn by lot: at most one at the end of a
/// review. It is a question about somebody who stays, and never a suggestion.
///
/// In the draw are followed accounts that the person said they keep, and those about whom nobody asked yet
/// and that nothing speaks against, where for 90 days nothing is known of: an answer about them, passing
/// them over, or anything that the person did with a post of theirs, the moment of the post counting where
/// that of the act is not kept. Of those never asked about, what the person reads has to be known: that
/// nobody could look is never absence (I6). Whom they hold, or declared something of, is not asked about.
package struct ChanceMeeting: Hashable, Sendable {
  /// The days for which somebody was not met.
  package static let days = 90.0

  /// Whom.
  package let account: AccountKey
  /// When the person said that they keep it; nil where nobody asked yet.
  package let keptAt: Date?

  /// Draws; nil where nobody is in the draw. The order of the accounts changes nothing.
  /// - Parameters:
  ///   - overviews: the accounts, each once.
  ///   - skips: what was passed over.
  ///   - asked: about whom the sitting asks anyway, or could.
  ///   - seed: of the lots; nil for that of the day, UTC. Every account has its own lot, so that the same
  ///     day and pond meet the same.
  package init?(
    among overviews: [AccountOverview], skips: [AccountKey: Skip] = [:],
    asked: Set<AccountKey> = [], seed: Int? = nil, now: Date
  ) {
    let before = now.addingTimeInterval(-Self.days * 86_400)
    let seed = seed ?? Int(exactly: (now.timeIntervalSince1970 / 86_400).rounded(.down)) ?? 0
    let drawn = overviews.filter { overview in
      let key = overview.account.key
      return !asked.contains(key) && skips[key].map { $0.at <= before } ?? true
        && Self.isKept(overview, before: before)
        && overview.assessment.lastMet.map { $0 <= before } ?? true
    }.map { overview in
      (lot: Digest.hex("by chance \(seed) \(overview.account.id)".utf8), overview: overview)
    }.min { ($0.lot, $0.overview.account.key) < ($1.lot, $1.overview.account.key) }
    guard let drawn else { return nil }
    self.init(drawn.overview)
  }

  /// The meeting with somebody who was drawn before.
  package init(_ drawn: AccountOverview) {
    account = drawn.account.key
    keptAt = drawn.decision?.at
  }

  private static func isKept(_ overview: AccountOverview, before moment: Date) -> Bool {
    guard overview.account.isFollowed, overview.declared.isEmpty else { return false }
    if let decision = overview.decision {
      return decision.answer == .keep && decision.at <= moment
    }
    let assessment = overview.assessment
    guard assessment.verdict == .keep, assessment.statistics.observablePosts > 0,
      let seen = assessment.window
    else { return false }
    return seen.from <= moment && (overview.account.followedAt.map { $0 <= moment } ?? true)
  }
}
