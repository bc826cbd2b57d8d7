package import Foundation

/// What the last check put right, as it is remembered.
package struct KeptCorrection: Hashable, Sendable {
  /// A stretch of foretold shares for which about the same came.
  package struct Step: Hashable, Sendable {
    /// What was foretold, 0…1; ascending.
    package let foretold: Double
    /// What came, 0…1; ascending.
    package let came: Double

    /// Makes it of its parts.
    package init(foretold: Double, came: Double) {
      self.foretold = foretold
      self.came = came
    }
  }

  /// The steps.
  package let steps: [Step]
  /// Of how many accounts it was learned.
  package let accounts: Int
  /// How much of the past was held out.
  package let days: Double
  /// When it was checked.
  package let at: Date

  /// Makes it of its parts.
  package init(steps: [Step], accounts: Int, days: Double, at: Date) {
    self.steps = steps
    self.accounts = accounts
    self.days = days
    self.at = at
  }
}
