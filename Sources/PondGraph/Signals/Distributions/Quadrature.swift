import Foundation

/// Gauss and Legendre's rule on 0…1: places and weights with which the integral of a polynomial up
/// to degree 2·count − 1 is exact (DLMF 3.5.15).
package struct Quadrature: Sendable {
  /// Where the integrand is read, and how much each reading counts.
  package let nodes: [(place: Double, weight: Double)]

  /// The rule that the model integrates with.
  package static let standard = Quadrature(count: 24)

  /// Finds the roots of the Legendre polynomial of degree `count` by Newton's method.
  package init(count: Int) {
    nodes = (0..<max(1, count)).map { index in
      var x = cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<50 {
        let (value, derivative) = Self.legendre(count, x)
        slope = derivative
        let step = value / derivative
        x -= step
        if abs(step) < 1e-16 { break }
      }
      return ((1 - x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
  }

  private static func legendre(_ degree: Int, _ x: Double) -> (value: Double, slope: Double) {
    var previous = 1.0
    var current = x
    for k in stride(from: 2, through: degree, by: 1) {
      let n = Double(k)
      (previous, current) = (current, ((2 * n - 1) * x * current - (n - 1) * previous) / n)
    }
    return (current, Double(degree) * (x * current - previous) / (x * x - 1))
  }
}
