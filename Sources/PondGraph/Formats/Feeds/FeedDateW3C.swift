import Foundation

extension FeedDate {
  /// The W3C's profile of ISO 8601 in all its truncations, and the same with a blank for its `T`
  /// and before its zone. https://www.w3.org/TR/NOTE-datetime
  static func w3cDate(_ bytes: DateBytes) -> Date? {
    let parts = dateAndTime(bytes)
    guard let day = parts.first, parts.count <= 3 else { return nil }
    guard var moment = calendarDay(day) else { return nil }
    if parts.count > 1 {
      guard let time = clock(parts[1], zone: parts.count > 2 ? parts[2] : nil) else { return nil }
      (moment.hour, moment.minute, moment.second, moment.offset) = time
    }
    return moment.date
  }

  /// The text cut at its one `T`, else at its blanks.
  private static func dateAndTime(_ bytes: DateBytes) -> [Slice<DateBytes>] {
    let atT = bytes.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "t") }
    return atT.count == 2 ? atT : atT.count == 1 ? bytes.split(whereSeparator: \.isBlank) : []
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

  /// `10`, `10:14`, `10:14:55.3`, each with a zone that stands behind it or apart.
  private static func clock(
    _ bytes: Slice<DateBytes>, zone apart: Slice<DateBytes>?
  ) -> (hour: Int, minute: Int, second: Int, offset: Int)? {
    let zoneStart =
      bytes.firstIndex {
        $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 | 0x20 == UInt8(ascii: "z")
      } ?? bytes.endIndex
    let zone = trimmed(
      zoneStart < bytes.endIndex ? bytes[zoneStart...] : apart ?? bytes[zoneStart...])
    guard let offset = offset(zone: zone) else { return nil }
    let parts = trimmed(bytes[..<zoneStart]).split(
      separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
    let numbers = parts.map { number($0.prefix { $0 != UInt8(ascii: ".") }) }
    guard let hour = numbers.first ?? nil, hour >= 0 else { return nil }
    guard let minute = numbers.count > 1 ? numbers[1] : 0 else { return nil }
    guard let second = numbers.count > 2 ? numbers[2] : 0 else { return nil }
    return (hour, minute, second, offset)
  }

  private static func offset(zone: Slice<DateBytes>) -> Int? {
    guard let first = zone.first else { return 0 }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { return offset(numeric: zone) }
    return offset(zoneNamed: word(zone))
  }
}
