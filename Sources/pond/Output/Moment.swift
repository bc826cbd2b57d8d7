import Foundation

/// Dates as text and back, always UTC.
enum Moment {
  /// `2026-06-01T08:00:00Z`.
  static func iso8601(_ date: Date) -> String {
    date.formatted(.iso8601)
  }

  /// `2026-06-01`.
  static func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }

  /// `2026-06`: the month in which a moment lies in a time zone.
  static func month(_ moment: Date, in zone: TimeZone) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month], from: moment)
    let month = parts.month ?? 0
    return "\(parts.year ?? 0)-\(month < 10 ? "0" : "")\(month)"
  }

  /// Reads `2026-06-01T08:00:00Z`, the same with a fraction or offset, or a day alone (its
  /// midnight, UTC); nil for anything else, and for days and hours that there are not.
  static func parse(_ text: String) -> Date? {
    guard let parts = text.wholeMatch(of: shape)?.output,
      let midnight = try? Date(String(parts.day), strategy: .iso8601.year().month().day()),
      day(midnight) == parts.day
    else { return nil }
    guard parts.time != nil else { return midnight }
    let styles: [Date.ISO8601FormatStyle] = [.iso8601, .init(includingFractionalSeconds: true)]
    return styles.lazy.compactMap { try? Date(text, strategy: $0) }.first
  }

  // Foundation alone would take 30 February, 25 o'clock, and anything behind a date.
  private static var shape: Regex<(Substring, day: Substring, time: Substring?)> {
    #/
    (?<day> [0-9]{4}-[0-9]{2}-[0-9]{2})
    (?<time>
      T (?: [01][0-9] | 2[0-3]) (?: :[0-5][0-9] ){2} (?: \.[0-9]{1,9} )?
      (?: Z | [+\-] (?: [01][0-9] | 2[0-3]) : [0-5][0-9] )
    )?
    /#
  }
}
