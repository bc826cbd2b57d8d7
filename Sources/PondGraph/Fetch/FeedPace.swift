package import Foundation

/// How often a document asks to be looked at, and how often it is worth it.
package struct FeedPace: Hashable, Sendable {
  /// Seconds for which the feed or its server asks to be left alone; nil where neither says.
  package let asked: Double?
  /// Seconds after which something new is to be expected: Pond's own.
  package let own: Double
  /// Hours of the day, UTC, in which it is not to be asked.
  package let skippedHours: Set<Int>
  /// Days of the week, 0 for Sunday, on which it is not to be asked.
  package let skippedDays: Set<Int>

  /// Pond is no reader: once a day is enough where nothing says otherwise.
  package static let usual = 86_400.0

  /// What a feed and the headers it came with say.
  package init(_ feed: FeedDocument?, _ headers: ResponseHeaders, now: Date) {
    let hints = feed?.hints ?? FeedHints()
    asked = [hints.seconds, headers.freshSeconds(now: now)].compactMap { $0 }.max()
    own = Self.own(feed?.items.compactMap(\.date) ?? [], now: now)
    // What would leave no hour of the week is no wish that can be kept.
    skippedHours = hints.skippedHours.count < 24 ? hints.skippedHours : []
    skippedDays = hints.skippedDays.count < 7 ? hints.skippedDays : []
  }

  // Once a day; rarer where the middle gap between posts is longer; more often only where the
  // whole feed shows so little time that posts would be missed.
  private static func own(_ dates: [Date], now: Date) -> Double {
    let seen = dates.filter { $0 <= now }.sorted()
    guard let first = seen.first, let last = seen.last, seen.count > 1 else { return usual }
    let span = last.timeIntervalSince(first)
    if span < 2 * usual, now.timeIntervalSince(last) < 2 * usual { return max(span / 2, 3_600) }
    let gaps = zip(seen.dropFirst(), seen).map { $0.timeIntervalSince($1) }.sorted()
    return max(usual, gaps[gaps.count / 2])
  }

  /// The first moment from `moment` on that is in no skipped hour and on no skipped day.
  package func outsideOfSkipped(_ moment: Date) -> Date {
    guard !skippedHours.isEmpty || !skippedDays.isEmpty else { return moment }
    var seconds = moment.timeIntervalSince1970
    for _ in 0..<(24 * 8) {
      let hours = (seconds / 3_600).rounded(.down)
      let hour = Int(exactly: hours.truncatingRemainder(dividingBy: 24)) ?? 0
      // The first of January 1970 was a Thursday.
      let days = (hours / 24).rounded(.down) + 4
      let day = Int(exactly: days.truncatingRemainder(dividingBy: 7)) ?? 0
      if !skippedHours.contains(hour), !skippedDays.contains(day) { break }
      seconds = (hours + 1) * 3_600
    }
    return Date(timeIntervalSince1970: seconds)
  }
}
