/// What a feed says of how often it wants to be asked.
package struct FeedHints: Hashable, Sendable {
  /// RSS's `ttl` in minutes; nil where it gives none.
  package var minutes: Double?
  /// `sy:updatePeriod`, as written; nil where it gives none.
  package var period: String?
  /// `sy:updateFrequency`: how many times in a period; nil where it gives none.
  package var frequency: Double?
  /// Hours of the day, UTC, in which it wants not to be asked.
  package var skippedHours: Set<Int> = []
  /// Days on which it wants not to be asked, 0 for Sunday.
  package var skippedDays: Set<Int> = []

  /// Says nothing.
  package init() {}

  /// For how many seconds it wants to be left alone; nil where it does not say.
  package var seconds: Double? {
    let ttl = minutes.map { $0 * 60 }
    let update = period.flatMap(Self.seconds).map { $0 / max(frequency ?? 1, 1) }
    return [ttl, update].compactMap { $0 }.filter { $0.isFinite && $0 > 0 }.max()
  }

  private static func seconds(_ period: String) -> Double? {
    switch period.lowercased() {
    case "hourly": 3_600
    case "daily": 86_400
    case "weekly": 7 * 86_400
    case "monthly": 30 * 86_400
    case "yearly": 365 * 86_400
    default: nil
    }
  }

  /// Takes an hour as written.
  mutating func skip(hour written: String) {
    guard let hour = Int(written), (0...24).contains(hour) else { return }
    skippedHours.insert(hour % 24)
  }

  /// Takes a day as written.
  mutating func skip(day written: String) {
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    guard let day = days.firstIndex(of: String(written.lowercased().prefix(3))) else { return }
    skippedDays.insert(day)
  }
}
