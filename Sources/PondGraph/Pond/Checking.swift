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
  /// - Parameters:
  ///   - days: how much of the past is held out.
  ///   - prices: other prices of diversity, 0…1, to hold beside the pond's own.
  public func check(
    days: Double = 90, size: Int? = nil, minutesPerDay: Double? = nil, prices: [Double] = [],
    now: Date
  ) throws -> PastCheck? {
    let evidence = try store.evidence(now: now)
    let accounts = Dictionary(try store.accounts().map { ($0.key, $0) }) { first, _ in first }
    let back = try store.followers()
    let byName = evidence.map(\.account).sorted()
    let mutual = byName.filter(back.contains) + byName.filter { !back.contains($0) }
    return PastCheck(
      evidence, days: days, size: size, minutesPerDay: minutesPerDay,
      rivals: back.isEmpty ? [] : [Rival(name: "follow-back first", order: mutual)],
      prices: prices, measures: try Self.measures(in: store), now: now
    ) { assessments, caps, price in
      PastChoosing.choice(
        of: assessments.compactMap { assessment in
          accounts[assessment.account].map {
            AccountOverview(account: $0, assessment: assessment, decision: nil)
          }
        }, caps: caps, price: price)
    }
  }
}
