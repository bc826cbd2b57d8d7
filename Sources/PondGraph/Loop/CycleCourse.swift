package import Foundation

/// Whether a cycle goes on or begins, what it looks back on, and when the next one comes.
package struct CycleCourse: Hashable, Sendable {
  /// The days from one cycle to the next where the person said nothing else.
  package static let days = 30
  /// The days after which a cycle that was left is not gone on with: what it told is old.
  package static let goesOnFor = 14.0

  /// The cycle to go on with; nil where one begins.
  package let underWay: Cycle?
  /// The cycle that was left too long ago to go on with; nil for none.
  package let left: Cycle?
  /// The last one that was ended; nil before the first.
  package let last: Cycle?

  /// Reads the cycles so far, the oldest first. One that was begun after now, by a clock that was wrong,
  /// is gone on with where it is under way, and else passed over.
  package init(_ cycles: [Cycle], now: Date) {
    last = cycles.last { $0.endedAt != nil && $0.begunAt <= now }
    let open = cycles.last.flatMap { $0.endedAt == nil ? $0 : nil }
    let age = open.map { now.timeIntervalSince($0.begunAt) / 86_400 } ?? 0
    underWay = age <= Self.goesOnFor ? open : nil
    left = age <= Self.goesOnFor ? nil : open
  }

  /// The moment from which on there is news: the beginning of the last cycle, for what came while it
  /// was under way was not told in it.
  package var newsSince: Date? { last?.begunAt }

  /// When the next cycle comes.
  package static func next(after end: Date, days: Int) -> Date {
    end.addingTimeInterval(Double(days) * 86_400)
  }
}
