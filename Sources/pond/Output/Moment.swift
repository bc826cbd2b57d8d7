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

  /// Reads `2026-06-01T08:00:00Z`, the same with a fraction or offset, or a day alone (its
  /// midnight, UTC); nil for anything else.
  static func parse(_ text: String) -> Date? {
    let styles: [Date.ISO8601FormatStyle] = [
      .iso8601, .init(includingFractionalSeconds: true), .iso8601.year().month().day(),
    ]
    return styles.lazy.compactMap { try? Date(text, strategy: $0) }.first
  }
}
