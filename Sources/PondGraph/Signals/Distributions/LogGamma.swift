import Foundation

// The special functions of this folder are written by hand because no library among the
// dependencies has them: the C library stops at lgamma (which on some systems also writes a global
// variable), swift-numerics has neither polygamma nor incomplete functions. Their values are held
// against SciPy's in the tests.

/// ln Γ and its first two derivatives at one place, computed together because they share their
/// recurrence.
package struct LogGamma: Sendable {
  /// ln Γ(x).
  package let value: Double
  /// The digamma function ψ(x).
  package let digamma: Double
  /// The trigamma function ψ′(x).
  package let trigamma: Double

  /// Computes all three for x > 0: upward recurrence to 10 (DLMF 5.5.1), then the asymptotic
  /// series (DLMF 5.11.1, 5.11.2, 5.15.8). In constant time.
  package init(_ x: Double) {
    var shifted = x
    var product = 1.0
    var sum = 0.0
    var squares = 0.0
    while shifted < 10 {
      let inverse = 1 / shifted
      product *= shifted
      sum += inverse
      squares += inverse * inverse
      shifted += 1
    }
    let logarithm = log(shifted)
    value =
      (shifted - 0.5) * logarithm - shifted + 0.5 * log(2 * Double.pi)
      + Self.stirlingRemainder(shifted) - log(product)
    digamma = logarithm - Self.digammaTail(shifted) - sum
    trigamma = Self.trigammaSeries(shifted) + squares
  }

  /// What Stirling's formula lacks of ln Γ(x), for x ≥ 10.
  static func stirlingRemainder(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    let far = square * (1 / 1188.0 - square * (691 / 360_360.0 - square / 156))
    let near = 1 / 1260.0 - square * (1 / 1680.0 - far)
    return inverse * (1 / 12.0 - square * (1 / 360.0 - square * near))
  }

  private static func digammaTail(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    let far = square * (1 / 132.0 - square * (691 / 32_760.0 - square / 12))
    let near = 1 / 252.0 - square * (1 / 240.0 - far)
    return 0.5 * inverse + square * (1 / 12.0 - square * (1 / 120.0 - square * near))
  }

  private static func trigammaSeries(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    let far = square * (5 / 66.0 - square * (691 / 2730.0 - square * 7 / 6))
    let near = 1 / 42.0 - square * (1 / 30.0 - far)
    return inverse + square / 2 + inverse * square * (1 / 6.0 - square * (1 / 30.0 - square * near))
  }
}
