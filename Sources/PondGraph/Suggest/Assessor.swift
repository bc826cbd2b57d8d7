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
  ///   - only: Whose assessment is asked for, where it is one account's: all others are what its figures
  ///     are held against, and their cases are spared.
  ///   - now: The moment from which ages are counted.
  public static func assess(
    _ evidence: [Evidence], measures: Measures = .standard, only: AccountKey? = nil, now: Date
  ) -> [Assessment] {
    let ordered = evidence.sorted { $0.account < $1.account }
    let seen = ordered.mapSideBySide { evidence in
      let observation = Observation(evidence, credits: measures.credits, now: now)
      return (observation: observation, statistics: Statistics(observation))
    }
    let priors = Priors(
      zip(ordered, seen).map { evidence, seen in
        Priors.Member(
          kind: evidence.account.kind, folder: evidence.folder, statistics: seen.statistics)
      })
    let asked = ordered.indices.filter { only == nil || ordered[$0].account == only }
    return asked.mapSideBySide { place in
      let evidence = ordered[place]
      let prior = priors.prior(kind: evidence.account.kind, folder: evidence.folder)
      return Assessment(
        Readings(
          evidence, observation: seen[place].observation, statistics: seen[place].statistics,
          prior: prior, measures: measures, now: now),
        evidence: evidence)
    }
  }

  /// Assesses one account with a prior that was learnt before.
  package static func assess(
    _ evidence: Evidence, prior: Prior, measures: Measures = .standard, now: Date
  ) -> Assessment {
    Assessment(
      Readings(evidence, prior: prior, measures: measures, now: now), evidence: evidence)
  }
}
