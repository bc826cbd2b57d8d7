package import Foundation

extension Date {
  /// Whether it lies so far beyond a moment that only a clock that was ahead can have written it down:
  /// by more than an hour, for a clock that is put right by minutes is no clock that jumped.
  package func isAhead(of now: Date) -> Bool { timeIntervalSince(now) > 3_600 }
}
