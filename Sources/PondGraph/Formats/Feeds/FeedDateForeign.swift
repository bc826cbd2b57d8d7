import Foundation

extension FeedDate {
  /// The dates of some blog software and servers: OnBlog and Nate (Korean), Greek, Hungarian,
  /// Perforce, and those with the year first and slashes.
  static func foreignDate(_ bytes: DateBytes) -> Date? {
    let words = bytes.split(whereSeparator: \.isBlank).map { Array($0) }
    guard let first = words.first else { return nil }
    return slashDate(words) ?? hungarianDate(first) ?? greekDate(words) ?? koreanDate(bytes)
      ?? wordyDate(bytes)
  }

  /// `2003/12/31 10:14:55 EST`, `2003/12/31 10:14 PM` and Perforce's `Fri, 2006/09/15 08:19:53 EDT`: the year stands first,
  /// so that no order of day and month is guessed.
  private static func slashDate(_ words: [[UInt8]]) -> Date? {
    let hasDay = words.first?.last == UInt8(ascii: ",") && words.count > 1
    let rest = hasDay ? Array(words.dropFirst()) : words
    guard let day = rest.first else { return nil }
    let parts = day.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4 || hasDay else { return nil }
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == 3 else { return nil }
    var moment = CivilMoment(
      year: fullYear(numbers[0], digits: parts[0].count), month: numbers[1], day: numbers[2])
    if rest.count > 1, !setTime(rest[1], in: &moment) { return nil }
    return set(behindTime: rest.dropFirst(2), in: &moment) ? moment.date : nil
  }

  /// `2004-július-13T9:15-03:00`
  private static func hungarianDate(_ text: [UInt8]) -> Date? {
    let parts = text.split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = number(parts[0]) else { return nil }
    guard let month = hungarianMonths[String(decoding: parts[1], as: UTF8.self)] else { return nil }
    let halves = parts[2].split(separator: UInt8(ascii: "T"), maxSplits: 1)
    guard halves.count == 2, let day = number(halves[0]) else { return nil }
    let zone = halves[1].firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    guard let zone, let offset = offset(numeric: halves[1][zone...]) else { return nil }
    var moment = CivilMoment(year: year, month: month, day: day, offset: offset)
    return setTime(Array(halves[1][..<zone]), in: &moment) ? moment.date : nil
  }

  /// `Κυρ, 11 Ιούλ 2004 12:00:00 EST`
  private static func greekDate(_ words: [[UInt8]]) -> Date? {
    guard words.count == 6, words[0].last == UInt8(ascii: ",") else { return nil }
    guard greekDays.contains(String(decoding: words[0].dropLast(), as: UTF8.self)) else {
      return nil
    }
    guard let month = greekMonths[String(decoding: words[2], as: UTF8.self)] else { return nil }
    let english = [words[1], Array(month.utf8)] + words[3...]
    return Array(english.joined(separator: [0x20])).withUnsafeBufferPointer { mailDate($0) }
  }

  /// `2004년 05월 28일  01:31:15` and `2004-05-25 오후 11:23:17`, both in the time of Korea.
  private static func koreanDate(_ bytes: DateBytes) -> Date? {
    let isOnBlog = bytes.end(of: "년", from: 0) != nil && bytes.end(of: "일", from: 0) != nil
    let isAfternoon = bytes.end(of: "오후", from: 0) != nil
    guard isOnBlog || isAfternoon || bytes.end(of: "오전", from: 0) != nil else { return nil }
    let numbers = bytes.split { !$0.isDigitASCII }.compactMap { number($0) }
    guard numbers.count == 6 else { return nil }
    let hour = isAfternoon && numbers[3] < 12 ? numbers[3] + 12 : numbers[3]
    return CivilMoment(
      year: numbers[0], month: numbers[1], day: numbers[2], hour: hour, minute: numbers[4],
      second: numbers[5], offset: 9 * 60
    ).date
  }

  /// Sets the time `10:14` or `10:14:55`.
  private static func setTime(_ time: [UInt8], in moment: inout CivilMoment) -> Bool {
    let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == parts.count, (2...3).contains(numbers.count) else { return false }
    (moment.hour, moment.minute) = (numbers[0], numbers[1])
    moment.second = numbers.count > 2 ? numbers[2] : 0
    return true
  }

  private static let hungarianMonths = [
    "január": 1, "februári": 2, "február": 2, "március": 3, "április": 4, "máujus": 5, "május": 5,
    "június": 6, "július": 7, "augusztus": 8, "szeptember": 9, "október": 10, "november": 11,
    "december": 12,
  ]

  private static let greekDays: Set = ["Κυρ", "Δευ", "Τρι", "Τετ", "Πεμ", "Παρ", "Σαβ"]

  private static let greekMonths = [
    "Ιαν": "Jan", "Φεβ": "Feb", "Μάώ": "Mar", "Μαώ": "Mar", "Μαρ": "Mar", "Μάρ": "Mar",
    "Απρ": "Apr", "Μάι": "May", "Μαϊ": "May", "Μαι": "May", "Ιούν": "Jun", "Ιον": "Jun",
    "Ιούλ": "Jul", "Ιολ": "Jul", "Αύγ": "Aug", "Αυγ": "Aug", "Σεπ": "Sep", "Οκτ": "Oct",
    "Νοέ": "Nov", "Νοε": "Nov", "Δεκ": "Dec",
  ]
}
