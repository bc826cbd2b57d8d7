import Foundation

extension FeedDate {
  /// The W3C's profile of ISO 8601 in all its truncations, and the same with a blank for its `T` and
  /// with whatever programs write behind the time. https://www.w3.org/TR/NOTE-datetime
  static func w3cDate(_ bytes: DateBytes) -> Date? {
    let (day, time) = dayAndTime(bytes)
    guard var moment = calendarDay(day) else { return nil }
    guard !time.isEmpty else { return moment.date }
    // Only a whole day has a time: `2003 12 31` is none at twelve o'clock.
    guard day.count(where: { $0 == UInt8(ascii: "-") }) == 2, set(clock: time, in: &moment) else {
      return nil
    }
    return moment.date
  }

  /// The text cut at the `T` behind its day, else at its first blank. The `T` of `UTC` is another one.
  private static func dayAndTime(
    _ bytes: DateBytes
  ) -> (day: Slice<DateBytes>, time: Slice<DateBytes>) {
    let day = bytes.prefix { !$0.isBlank && $0 | 0x20 != UInt8(ascii: "t") }
    let rest = trimmed(bytes[day.endIndex...])
    let isMarked = rest.first.map { $0 | 0x20 == UInt8(ascii: "t") } ?? false
    return (day, trimmed(rest.dropFirst(isMarked ? 1 : 0)))
  }

  /// `2003`, `2003-12` or `2003-12-31`.
  private static func calendarDay(_ bytes: Slice<DateBytes>) -> CivilMoment? {
    let parts = bytes.split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts[0].count == 4, let year = number(parts[0]) else { return nil }
    var moment = CivilMoment(year: year)
    if parts.count > 1 {
      guard let month = number(trimmed(parts[1])) else { return nil }
      moment.month = month
    }
    if parts.count > 2 {
      guard let day = number(trimmed(parts[2])) else { return nil }
      moment.day = day
    }
    return moment
  }

  private static func trimmed(_ bytes: Slice<DateBytes>) -> Slice<DateBytes> {
    var part = bytes
    while let first = part.first, first.isBlank { part = part.dropFirst() }
    while let last = part.last, last.isBlank { part = part.dropLast() }
    return part
  }

  /// Sets the time `10`, `10:14`, `10:14:55.3` or `10:14:55,3` and what stands behind it, close by or apart.
  private static func set(clock bytes: Slice<DateBytes>, in moment: inout CivilMoment) -> Bool {
    let time = bytes.prefix { $0.isDigitASCII || ":.,".utf8.contains($0) }
    let behind = bytes[time.endIndex...].split(whereSeparator: \.isBlank)
    return set(time: time.prefix { $0 != UInt8(ascii: ",") }, in: &moment)
      && set(behindTime: behind, in: &moment)
  }
}
