public import Foundation

extension Pond {
  /// Remembers what a check found of the shares: where its correction holds, shares shown elsewhere are
  /// put right by it until the next check; where it does not, they are shown as they are.
  public func remember(_ check: PastCheck, now: Date) throws {
    try store.keep(ShareCorrection(check, now: now)?.kept)
  }

  /// Whether remembering a check would change anything.
  public func isNews(_ check: PastCheck, now: Date) throws -> Bool {
    try store.correction()?.steps != ShareCorrection(check, now: now)?.kept.steps
  }

  /// Whether the recommendation would have held on the person's own past; nil where too little was
  /// observed on both sides of the cut.
  /// - Parameter days: how much of the past is held out.
  public func check(
    days: Double = 90, size: Int? = nil, minutesPerDay: Double? = nil, now: Date
  ) throws -> PastCheck? {
    let evidence = try store.evidence(now: now)
    let accounts = Dictionary(try store.accounts().map { ($0.key, $0) }) { first, _ in first }
    let back = try store.followers()
    let byName = evidence.map(\.account).sorted()
    let mutual = byName.filter(back.contains) + byName.filter { !back.contains($0) }
    return PastCheck(
      evidence, days: days, size: size, minutesPerDay: minutesPerDay,
      rivals: back.isEmpty ? [] : [Rival(name: "follow-back first", order: mutual)], now: now
    ) { assessments, caps in
      let overviews = assessments.compactMap { assessment in
        accounts[assessment.account].map {
          AccountOverview(account: $0, assessment: assessment, decision: nil)
        }
      }
      let candidates = Candidates(
        overviews, size: caps.size, cost: { $0.minutesPerWeek ?? 0 }, titles: [:])
      return PondChoice(
        candidates.all, topicWeights: candidates.topics.weights, caps: caps
      ).solved()
    }
  }
}
