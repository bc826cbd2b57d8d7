import Foundation

extension FeedDate {
  /// RFC 822 with the mistakes that are made in it: day and month swapped, years of two digits,
  /// long names, commas and hyphens anywhere, no seconds, no time, no zone, `GMT+01:00`, AM and PM;
  /// and asctime, whose year comes last.
  static func mailDate(_ bytes: DateBytes) -> Date? {
    var words = split(bytes)
    if let first = words.first, isDayName(first) { words.removeFirst() }
    guard words.count >= 3 else { return nil }
    guard let (day, month) = dayAndMonth(words[0], words[1]) else { return nil }
    let isYearLast = words[2].contains(UInt8(ascii: ":"))
    return isYearLast
      ? moment(day, month, yearLast: words.dropFirst(2))
      : moment(day, month, yearFirst: words.dropFirst(2))
  }

  /// The words of the text, without the commas at their ends; `01-Jan-2004` is three.
  private static func split(_ bytes: DateBytes) -> [Slice<DateBytes>] {
    let words = bytes.split { $0.isBlank || $0 == UInt8(ascii: ",") }
    guard let hyphened = words.first(where: { !isDayName($0) }) else { return [] }
    let parts = hyphened.split(separator: UInt8(ascii: "-"))
    guard parts.count == 3, month(parts[1]) != nil else { return words }
    return words.flatMap { $0 == hyphened ? parts : [$0] }
  }

  private static func dayAndMonth(
    _ one: Slice<DateBytes>, _ other: Slice<DateBytes>
  ) -> (day: Int, month: Int)? {
    if let day = number(one), let month = month(other) { return (day, month) }
    if let day = number(other), let month = month(one) { return (day, month) }
    return nil
  }

  /// What follows day and month: year, time, zone.
  private static func moment(
    _ day: Int, _ month: Int, yearFirst words: ArraySlice<Slice<DateBytes>>
  ) -> Date? {
    guard let first = words.first, let year = number(first) else { return nil }
    var moment = CivilMoment(year: fullYear(year, digits: first.count), month: month, day: day)
    let rest = Array(words.dropFirst())
    guard let time = rest.first else { return moment.date }
    guard set(time, in: &moment) else { return nil }
    var zone = rest.dropFirst()
    if let half = zone.first, let isAfternoon = half.half {
      moment.hour = moment.hour % 12 + (isAfternoon ? 12 : 0)
      zone = zone.dropFirst()
    }
    guard let offset = offset(mail: zone.first) else { return nil }
    moment.offset = offset
    return moment.date
  }

  /// What follows day and month in asctime: time, perhaps a zone, year.
  private static func moment(
    _ day: Int, _ month: Int, yearLast words: ArraySlice<Slice<DateBytes>>
  ) -> Date? {
    guard words.count == 2 || words.count == 3, let time = words.first, let last = words.last,
      let year = number(last)
    else { return nil }
    var moment = CivilMoment(year: fullYear(year, digits: last.count), month: month, day: day)
    guard set(time, in: &moment) else { return nil }
    guard let offset = offset(mail: words.count == 3 ? words.dropFirst().first : nil) else {
      return nil
    }
    moment.offset = offset
    return moment.date
  }

  /// Sets the time `10`, `10:14` or `10:14:55`; a fraction of a second is dropped.
  private static func set(_ time: Slice<DateBytes>, in moment: inout CivilMoment) -> Bool {
    let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.map { number($0.prefix { $0 != UInt8(ascii: ".") }) }
    guard (1...3).contains(numbers.count), !numbers.contains(nil) else { return false }
    let known = numbers.compactMap { $0 }
    moment.hour = known[0]
    moment.minute = known.count > 1 ? known[1] : 0
    moment.second = known.count > 2 ? known[2] : 0
    return true
  }

  /// The zone of a mail date: `+0100`, `EST`, `GMT-05:00`, `Etc/GMT`; none is UTC.
  private static func offset(mail zone: Slice<DateBytes>?) -> Int? {
    guard let zone else { return 0 }
    var name = word(zone)
    if name.hasPrefix("etc/") { name.removeFirst(4) }
    if name.hasPrefix("gmt") || name.hasPrefix("utc"), name.count > 3 { name.removeFirst(3) }
    guard let sign = name.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return offset(zoneNamed: name)
    }
    return offset(numeric: Array(name.utf8))
  }
}

extension Slice<DateBytes> {
  /// Whether the word is PM rather than AM; nil when it is neither.
  fileprivate var half: Bool? {
    guard count == 2, FeedDate.word(dropFirst()) == "m" else { return nil }
    switch FeedDate.word(prefix(1)) {
    case "a": return false
    case "p": return true
    default: return nil
    }
  }

  fileprivate static func == (left: Self, right: Self) -> Bool {
    left.startIndex == right.startIndex && left.endIndex == right.endIndex
  }
}
