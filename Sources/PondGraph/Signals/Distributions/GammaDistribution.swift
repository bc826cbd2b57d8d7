import Foundation

/// A Gamma distribution: what is known of a rate above 0.
package struct GammaDistribution: Hashable, Sendable {
  /// How much was counted, above 0.
  package let shape: Double
  /// For how long it was counted, above 0.
  package let rate: Double

  /// Makes it of its two parameters; what is not above 0 is taken as the smallest number that is.
  package init(shape: Double, rate: Double) {
    self.shape = max(shape, .leastNormalMagnitude)
    self.rate = max(rate, .leastNormalMagnitude)
  }

  /// Its mean.
  package var mean: Double { shape / rate }

  /// Its density at a value above 0.
  package func density(at value: Double) -> Double {
    guard value > 0 else { return 0 }
    return exp(logFront(value * rate)) / value
  }

  /// P(value < x): the regularised lower incomplete gamma function P(shape, rate·x). In O(√shape).
  package func chanceBelow(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let scaled = x * rate
    return scaled < shape + 1 ? series(scaled) : 1 - fraction(scaled)
  }

  /// P(value ≥ x), precise where it is small: Q(shape, rate·x).
  package func chanceAbove(_ x: Double) -> Double {
    guard x > 0 else { return 1 }
    let scaled = x * rate
    return scaled < shape + 1 ? 1 - series(scaled) : fraction(scaled)
  }

  /// The value below which it lies with the given chance, 0 < chance < 1: Newton's method on the
  /// logarithm of the distribution function (or of its complement), which is concave in ln x.
  package func value(atChance chance: Double) -> Double {
    var place = log(shape)
    for _ in 0..<200 {
      let scaled = exp(place)
      let step = chance <= 0.5 ? stepUp(scaled, chance) : stepDown(scaled, 1 - chance)
      place += step
      if abs(step) <= 1e-13 * (1 + abs(place)) { break }
    }
    return exp(place) / rate
  }

  private func stepUp(_ scaled: Double, _ chance: Double) -> Double {
    let below = chanceBelow(scaled / rate)
    guard below > 0 else { return 1 + 1 / shape }
    return (log(chance) - log(below)) * below / exp(logFront(scaled))
  }

  private func stepDown(_ scaled: Double, _ chance: Double) -> Double {
    let above = chanceAbove(scaled / rate)
    guard above > 0 else { return -0.5 }
    return (log(above) - log(chance)) * above / exp(logFront(scaled))
  }

  /// ln(xᵃ e⁻ˣ / Γ(a)) without the cancellation that large shapes would bring.
  private func logFront(_ x: Double) -> Double {
    guard shape >= 10 else { return shape * log(x) - x - LogGamma(shape).value }
    let distance = (x - shape) / shape
    return shape * (log1p(distance) - distance) + 0.5 * log(shape / (2 * Double.pi))
      - LogGamma.stirlingRemainder(shape)
  }

  /// DLMF 8.11.4.
  private func series(_ x: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var next = shape
    for _ in 0..<100_000 {
      next += 1
      term *= x / next
      sum += term
      if term < sum * 1e-16 { break }
    }
    return min(1, sum * exp(logFront(x)))
  }

  /// DLMF 8.9.2, by the modified Lentz algorithm.
  private func fraction(_ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / (abs(b) < tiny ? tiny : b)
    var result = d
    for step in 1...100_000 {
      let i = Double(step)
      let term = -i * (i - shape)
      b += 2
      let denominator = term * d + b
      d = 1 / (abs(denominator) < tiny ? tiny : denominator)
      let numerator = b + term / c
      c = abs(numerator) < tiny ? tiny : numerator
      let factor = d * c
      result *= factor
      if abs(factor - 1) < 1e-15 { break }
    }
    return min(1, result * exp(logFront(x)))
  }
}
