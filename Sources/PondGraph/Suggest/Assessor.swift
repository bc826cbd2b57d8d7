public import Foundation

/// From evidence to advice: learns what this person's accounts are like, then weighs each of them.
public enum Assessor {
  /// Assesses every account, in the order of their keys. The order of the evidence, and of the
  /// posts within it, changes nothing; the same input gives the same output to the last bit. In
  /// O(posts + accounts · log accounts).
  ///
  /// - Parameters:
  ///   - evidence: What is known of each account, one value for each.
  ///   - measures: By which the person's accounts are weighed.
  ///   - now: The moment from which ages are counted.
  public static func assess(
    _ evidence: [Evidence], measures: Measures = .standard, now: Date
  ) -> [Assessment] {
    assess(evidence.mapSideBySide { OwnReadings($0, measures: measures, now: now) })
  }

  /// The same of accounts whose own readings were taken.
  package static func assess(_ readings: [OwnReadings]) -> [Assessment] {
    let ordered = readings.sorted { $0.account < $1.account }
    let priors = Priors(
      ordered.map {
        Priors.Member(
          kind: $0.account.kind, folder: $0.folder, statistics: $0.statistics, isOwn: $0.isOwn)
      })
    return ordered.mapSideBySide { own in
      let prior = priors.prior(kind: own.account.kind, folder: own.folder)
      return Assessment(Readings(own, prior: prior))
    }
  }

  /// Assesses one account with a prior that was learnt before.
  package static func assess(
    _ evidence: Evidence, prior: Prior, measures: Measures = .standard, now: Date
  ) -> Assessment {
    Assessment(Readings(evidence, prior: prior, measures: measures, now: now))
  }
}
