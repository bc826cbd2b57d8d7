/// A moment as seconds since 1970, UTC, written without help from the machine's calendar or
/// language.
package struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// The present of every sample: 2026-06-01T08:00:00Z.
  package static let now = Moment(seconds: 1_780_300_800)

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// The moment so many days before the present.
  package static func daysAgo(_ days: Double) -> Moment {
    Moment(seconds: now.seconds - Int((days * 86_400).rounded()))
  }

  /// The moment so many seconds later.
  package func adding(_ more: Int) -> Moment { Moment(seconds: seconds + more) }

  /// Year, month and day, by Howard Hinnant's civil_from_days.
  package var date: (year: Int, month: Int, day: Int) {
    let days = (seconds - clock) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// Seconds since midnight.
  private var clock: Int { ((seconds % 86_400) + 86_400) % 86_400 }

  private var weekday: Int { (((seconds - clock) / 86_400 + 4) % 7 + 7) % 7 }

  /// `2026-06-01`.
  package var day: String { "\(date.year)-\(padded(date.month))-\(padded(date.day))" }

  /// `2026-06-01T08:00:00Z`.
  package var iso: String { "\(day)T\(time)Z" }

  /// The same moment on a clock that is ahead of UTC by so many hours: `…T10:00:00+02:00`.
  package func iso(hoursAhead: Int) -> String {
    let local = adding(hoursAhead * 3_600)
    return "\(local.day)T\(local.time)\(hoursAhead < 0 ? "-" : "+")\(padded(abs(hoursAhead))):00"
  }

  /// `Mon, 01 Jun 2026 08:00:00 +0000`, or with the name of a zone in place of the offset.
  package func rfc822(zone: String = "+0000") -> String {
    let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = date
    return "\(names[weekday]), \(padded(day)) \(months[month - 1]) \(year) \(time) \(zone)"
  }

  private var time: String {
    "\(padded(clock / 3_600)):\(padded(clock / 60 % 60)):\(padded(clock % 60))"
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
