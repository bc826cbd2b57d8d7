import Foundation

/// A Beta distribution: what is known of a share in 0…1.
package struct BetaDistribution: Hashable, Sendable {
  /// The weight of what speaks for the share, above 0.
  package let a: Double
  /// The weight of what speaks against it, above 0.
  package let b: Double
  private let logBeta: Double

  /// Makes it of its two weights; what is not above 0 is taken as the smallest weight that is.
  package init(a: Double, b: Double) {
    self.a = max(a, .leastNormalMagnitude)
    self.b = max(b, .leastNormalMagnitude)
    logBeta =
      LogGamma(self.a).value + LogGamma(self.b).value - LogGamma(self.a + self.b).value
  }

  /// Its mean.
  package var mean: Double { a / (a + b) }

  /// P(share < x): the regularised incomplete beta function Iₓ(a, b). In O(√max(a, b)).
  package func chanceBelow(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return chanceBelow(logOf: log(x), complement: log1p(-x), x: x)
  }

  /// The mean of the log-odds ln(q/(1−q)): ψ(a) − ψ(b).
  package var meanLogOdds: Double { LogGamma(a).digamma - LogGamma(b).digamma }

  /// The standard deviation of the log-odds: √(ψ′(a) + ψ′(b)).
  package var spreadOfLogOdds: Double { (LogGamma(a).trigamma + LogGamma(b).trigamma).squareRoot() }

  /// The log-odds below which the share lies with the given chance, 0 < chance < 1.
  ///
  /// In log-odds the distribution function is log-concave, so Newton's method on its logarithm
  /// comes from the left without ever overshooting, whatever the start.
  package func logOdds(atChance chance: Double) -> Double {
    if chance > 0.5 { return -BetaDistribution(a: b, b: a).lowerLogOdds(atChance: 1 - chance) }
    return lowerLogOdds(atChance: chance)
  }

  /// The share below which it lies with the given chance.
  package func share(atChance chance: Double) -> Double {
    1 / (1 + exp(-logOdds(atChance: chance)))
  }

  private func lowerLogOdds(atChance chance: Double) -> Double {
    var odds = log(a / b)
    for _ in 0..<200 {
      // ln x and ln(1 − x) straight from the log-odds keep their digits at both ends.
      let logX = -log1p(exp(-odds))
      let logRest = -log1p(exp(odds))
      let below = chanceBelow(logOf: logX, complement: logRest, x: exp(logX))
      guard below > 0 else {
        odds += 1 / a + 1
        continue
      }
      let slope = exp(a * logX + b * logRest - logBeta) / below
      let step = (log(chance) - log(below)) / slope
      odds += step
      if abs(step) <= 1e-13 * (1 + abs(odds)) { break }
    }
    return odds
  }

  private func chanceBelow(logOf logX: Double, complement logRest: Double, x: Double) -> Double {
    let front = exp(a * logX + b * logRest - logBeta)
    if x < (a + 1) / (a + b + 2) { return min(1, front * Self.fraction(a: a, b: b, x: x) / a) }
    return max(0, 1 - front * Self.fraction(a: b, b: a, x: exp(logRest)) / b)
  }

  /// The continued fraction of DLMF 8.17.22, by the modified Lentz algorithm.
  private static func fraction(a: Double, b: Double, x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
    var result = d
    for step in 1...20_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d, tiny)
      c = nonZero(1 + even / c, tiny)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d, tiny)
      c = nonZero(1 + odd / c, tiny)
      let factor = d * c
      result *= factor
      if abs(factor - 1) < 1e-14 { break }
    }
    return result
  }

  private static func nonZero(_ value: Double, _ tiny: Double) -> Double {
    abs(value) < tiny ? tiny : value
  }
}
