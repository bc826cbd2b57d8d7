public import Foundation

/// A share as a check put it right.
public struct CorrectedShare: Hashable, Sendable {
  /// The share of its posts worth attention, 0…1.
  public let share: Double
  /// When the check was.
  public let at: Date
}

/// How shares are put right by what came of them (model §8): the isotonic curve of a check, where it made
/// those of accounts it was not learned from surely better. It changes what is shown of a share, and no
/// verdict: those rest on all that is not known of it, which a curve of means says nothing of.
package struct ShareCorrection: Hashable, Sendable {
  /// What is remembered of it.
  package let kept: KeptCorrection
  private let curve: Isotonic

  /// Takes what a check found; nil where its correction is not to be relied on.
  package init?(_ check: PastCheck, now: Date) {
    guard let calibration = check.calibration, calibration.putsRight else { return nil }
    curve = calibration.correction
    kept = KeptCorrection(
      steps: calibration.correction.steps.map {
        KeptCorrection.Step(foretold: $0.foretold, came: $0.came)
      },
      accounts: calibration.accounts, days: check.days, at: now)
  }

  /// Takes what was remembered.
  package init(_ kept: KeptCorrection) {
    self.kept = kept
    curve = Isotonic(
      steps: kept.steps.map { Isotonic.Step(foretold: $0.foretold, came: $0.came) })
  }

  /// The share put right; nil where there is none. The curve is that of the share that leaves a trace.
  package func corrected(_ assessment: Assessment) -> CorrectedShare? {
    guard let share = assessment.actualShare, !curve.steps.isEmpty else { return nil }
    let seen = max(assessment.statistics.observability, 0.01)
    return CorrectedShare(share: min(1, curve.corrected(share * seen) / seen), at: kept.at)
  }
}
