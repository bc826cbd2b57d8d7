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
    guard set(time: time, in: &moment) else { return nil }
    return set(behindTime: rest.dropFirst(), in: &moment) ? moment.date : nil
  }

  /// What follows day and month in asctime: time, perhaps AM or PM, perhaps a zone, year.
  private static func moment(
    _ day: Int, _ month: Int, yearLast words: ArraySlice<Slice<DateBytes>>
  ) -> Date? {
    guard (2...4).contains(words.count), let time = words.first, let last = words.last,
      let year = number(last)
    else { return nil }
    var moment = CivilMoment(year: fullYear(year, digits: last.count), month: month, day: day)
    guard set(time: time, in: &moment) else { return nil }
    return set(behindTime: words.dropFirst().dropLast(), in: &moment) ? moment.date : nil
  }

  /// Sets the time `10`, `10:14` or `10:14:55`; a fraction of a second is dropped.
  static func set(time: Slice<DateBytes>, in moment: inout CivilMoment) -> Bool {
    let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let numbers = parts.map { number($0.prefix { $0 != UInt8(ascii: ".") }) }
    guard (1...3).contains(numbers.count), !numbers.contains(nil) else { return false }
    let known = numbers.compactMap { $0 }
    moment.hour = known[0]
    moment.minute = known.count > 1 ? known[1] : 0
    moment.second = known.count > 2 ? known[2] : 0
    return true
  }

  /// Sets what stands behind a time: AM or PM, and a zone such as `+0100`, `EST`, `GMT-05:00` or `Etc/GMT`;
  /// without one it is UTC. Further words (`+0000 UTC`) say nothing more.
  static func set<Word: Collection<UInt8>>(
    behindTime words: some Collection<Word>, in moment: inout CivilMoment
  ) -> Bool {
    var words = words.map { word($0) }[...]
    if let isLate = words.first.flatMap(isAfternoon) {
      moment.hour = moment.hour % 12 + (isLate ? 12 : 0)
      words = words.dropFirst()
    }
    guard let offset = words.first.map(offset(zone:)) ?? 0 else { return false }
    moment.offset = offset
    return true
  }

  // Nil for a word that is neither of the two.
  private static func isAfternoon(_ word: String) -> Bool? {
    switch word {
    case "am", "a.m.": false
    case "pm", "p.m.": true
    default: nil
    }
  }

  private static func offset(zone: String) -> Int? {
    var name = zone
    if name.hasPrefix("etc/") { name.removeFirst(4) }
    if name.hasPrefix("gmt") || name.hasPrefix("utc"), name.count > 3 { name.removeFirst(3) }
    guard let sign = name.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return offset(zoneNamed: name)
    }
    return offset(numeric: name.utf8)
  }
}

extension Slice<DateBytes> {
  fileprivate static func == (left: Self, right: Self) -> Bool {
    left.startIndex == right.startIndex && left.endIndex == right.endIndex
  }
}
