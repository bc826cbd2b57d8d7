package import Foundation

/// Dates as feeds write them.
package enum FeedDate {
  /// The moment that a date in a feed names, in UTC; nil for a text that names none.
  ///
  /// Reads what feedparser 6 reads: W3C date and time in all its truncations, RFC 822 with its
  /// mistakes, ISO 8601 in its basic, short-year and ordinal forms, asctime, Perforce, and the
  /// dates of Korean, Greek and Hungarian blog software; and beyond it month names of the largest
  /// languages, `31.12.2003`, and moments as programs keep them. A date without a zone, or with a zone
  /// of an unknown name, is UTC. Forms that leave the year to the reader's calendar, or the order of
  /// day and month to the writer's country, name no moment.
  package static func parse(_ text: String) -> Date? { reading(text)?.date }

  /// The moment that a date names, and whether the calendar has such a day.
  struct Reading: Hashable {
    let date: Date
    /// Whether it names a moment: 32 July is read as 1 August and is none.
    let isPossible: Bool
  }

  /// The same as `parse`, telling dates that are possible from those that are carried over.
  static func reading(_ text: String) -> Reading? {
    var text = text
    return text.withUTF8 { reading(utf8: trimmed($0)) }
  }

  private static func reading(utf8 bytes: UnsafeBufferPointer<UInt8>) -> Reading? {
    // No date is longer, and the patterns below then never see a long text.
    guard !bytes.isEmpty, bytes.count <= 300 else { return nil }
    let date =
      timestamp(bytes) ?? stamp(bytes) ?? w3cDate(bytes) ?? mailDate(bytes) ?? foreignDate(bytes)
    return date.map { Reading(date: $0, isPossible: true) } ?? isoDate(bytes)
  }

  // `2024-05-01T12:34:56.789Z`, as machines write it: exports have a million of them, and the forms
  // below are tried one by one.
  private static func timestamp(_ bytes: UnsafeBufferPointer<UInt8>) -> Date? {
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
      bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A, bytes[16] == 0x3A,
      bytes[19] == UInt8(ascii: ".") || bytes.count == 20,
      bytes.dropFirst(20).dropLast().allSatisfy(\.isDigitASCII)
    else { return nil }
    var moment = CivilMoment()
    guard let century = pair(bytes, 0), let year = pair(bytes, 2), let month = pair(bytes, 5),
      let day = pair(bytes, 8), let hour = pair(bytes, 11), let minute = pair(bytes, 14),
      let second = pair(bytes, 17)
    else { return nil }
    (moment.year, moment.month, moment.day) = (century * 100 + year, month, day)
    (moment.hour, moment.minute, moment.second) = (hour, minute, second)
    return moment.date
  }

  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let (tens, ones) = (bytes[index], bytes[index + 1])
    guard tens.isDigitASCII, ones.isDigitASCII else { return nil }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var part = bytes[...]
    while let first = part.first, first.isBlank { part = part.dropFirst() }
    while let last = part.last, last.isBlank { part = part.dropLast() }
    return UnsafeBufferPointer(rebasing: part)
  }
}

/// A moment on the calendar before it is one on the clock.
struct CivilMoment {
  var year = 1
  var month = 1
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  /// How far the writer's clock is ahead of UTC, in minutes.
  var offset = 0

  /// The moment; nil when a part is outside of its range. A leap second is the second after it, and midnight
  /// may be the end of a day.
  var date: Date? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= daysInMonth,
      (0...23).contains(hour) || (hour, minute, second) == (24, 0, 0),
      (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    return normalized
  }

  /// The moment, with a day, hour or minute beyond its range carried over, as C's mktime does; nil
  /// when the year or month is no such thing.
  var normalized: Date? {
    guard (1...9999).contains(year), (1...12).contains(month), abs(day) < 1_000, abs(hour) < 1_000,
      abs(minute) < 10_000, abs(offset) < 10_000
    else { return nil }
    let minutes = (Self.days(year, month) + day - 1) * 1_440 + hour * 60 + minute - offset
    return Date(timeIntervalSince1970: Double(minutes * 60 + min(second, 60)))
  }

  private var daysInMonth: Int {
    switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days from 1970-01-01 to the first of a month of the Gregorian calendar: years are counted from
  /// March, so that the leap day is the last of its year.
  private static func days(_ year: Int, _ month: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + (153 * monthFromMarch + 2) / 5 - 719_468
  }
}
