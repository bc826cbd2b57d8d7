import Foundation

extension Date {
  /// The moment so many seconds after 1970; nil for none and for one that cannot be: before 1971, which
  /// stands for a date that is missing, or after the year 5138.
  init?(plausible seconds: Double?) {
    guard let seconds, seconds > 31_536_000, seconds < 100_000_000_000 else { return nil }
    self.init(timeIntervalSince1970: seconds)
  }

  /// The same of whole units, of which so many make a second.
  init?(plausible units: Int64?, per second: Double = 1) {
    self.init(plausible: units.map { Double($0) / second })
  }
}
