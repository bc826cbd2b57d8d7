public import Foundation

/// A change of the measures that stands, with when it was agreed to.
public struct LearnedChange: Hashable, Sendable {
  /// Its place among the changes that stand, from 1.
  public let number: Int
  /// The change.
  public let change: MeasureChange
  /// When it was agreed to, UTC.
  public let at: Date
  /// The number of the newest line of the journal at that moment, taken back or not; 0 for none.
  package let afterDecision: Int
  /// The number of the newest word on an intention at that moment, likewise.
  package let afterIntention: Int

  /// Makes it of its parts.
  package init(
    number: Int, change: MeasureChange, at: Date, afterDecision: Int, afterIntention: Int = 0
  ) {
    self.afterIntention = afterIntention
    self.number = number
    self.change = change
    self.at = at
    self.afterDecision = afterDecision
  }
}
