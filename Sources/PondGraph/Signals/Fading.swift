package import Foundation

/// How evidence fades with age: what is a half-life old counts half.
package enum Fading {
  /// The half-life, in weeks: 120 days gave the best log-loss on held-out mail (model §2).
  package static let halfLife = 17.0
  /// A week, in seconds.
  package static let week: TimeInterval = 7 * 86_400

  /// What something of an age in weeks counts, in 0…1.
  package static func weight(age: Double, halfLife: Double = Fading.halfLife) -> Double {
    exp2(-max(0, age) / halfLife)
  }

  /// The faded length, in weeks, of the time between two ages in weeks:
  /// `(h/ln 2)(2^(−newest/h) − 2^(−oldest/h))`.
  package static func length(oldest: Double, newest: Double) -> Double {
    let newest = max(0, newest)
    let span = max(0, oldest - newest)
    return weight(age: newest) * halfLife / log(2) * -expm1(-span / halfLife * log(2))
  }
}
