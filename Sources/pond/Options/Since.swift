import ArgumentParser
import Foundation

/// The beginning of a stretch of time up to now, as a person writes it: a day, a moment or a span.
enum Since {
  /// From a moment on.
  case moment(Date)
  /// The last so many seconds.
  case span(TimeInterval)

  init(_ text: String) throws {
    if let moment = Moment.parse(text) {
      self = .moment(moment)
    } else if let span = try? Fetch.Duration(text), span.seconds > 0 {
      self = .span(span.seconds)
    } else {
      throw ValidationError("'\(text)' is neither a day (2026-05-01) nor a span (14d, 6w).")
    }
  }

  /// When it begins. A span of over a century is cut to one.
  func moment(before now: Date) -> Date {
    switch self {
    case .moment(let moment): moment
    case .span(let seconds): now.addingTimeInterval(-min(seconds, 100 * 365.25 * 86_400))
    }
  }
}
