import Foundation

extension FeedDate {
  /// ISO 8601 beyond the W3C's profile: `20031231`, `031231`, `03-12-31`, `2003-365`, `2003365`,
  /// `-03-12`, each with a time or without. What follows is not looked at, but no digit
  /// follows. A day beyond its month is carried over, and said to be impossible.
  static func isoDate(_ bytes: DateBytes) -> Reading? {
    guard let moment = forms.lazy.compactMap({ read($0, bytes) }).first else { return nil }
    return moment.normalized.map { Reading(date: $0, isPossible: moment.date != nil) }
  }

  private enum Piece {
    case year, shortYear, month, day, ordinal
    case hyphen, optionalHyphen
  }

  /// Tried in this order: the first that fits is meant.
  private static let forms: [[Piece]] = [
    [.year, .optionalHyphen, .month, .optionalHyphen, .day],
    [.year, .hyphen, .month],
    [.year, .optionalHyphen, .ordinal],
    [.shortYear, .optionalHyphen, .month, .optionalHyphen, .day],
    [.shortYear, .optionalHyphen, .ordinal],
    [.hyphen, .shortYear, .optionalHyphen, .month],
  ]

  private static func read(_ form: [Piece], _ bytes: DateBytes) -> CivilMoment? {
    var moment = CivilMoment()
    var index = 0
    for piece in form {
      switch piece {
      case .hyphen:
        guard index < bytes.count, bytes[index] == UInt8(ascii: "-") else { return nil }
        index += 1
      case .optionalHyphen:
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
      case .year:
        guard let year = digits(bytes, 4, at: index) else { return nil }
        (moment.year, index) = (year, index + 4)
      case .shortYear:
        guard let year = digits(bytes, 2, at: index) else { return nil }
        (moment.year, index) = (2000 + year, index + 2)
      case .month:
        guard let month = digits(bytes, 2, at: index), month < 20 else { return nil }
        (moment.month, index) = (month, index + 2)
      case .day:
        guard let day = digits(bytes, 2, at: index), day < 40 else { return nil }
        (moment.day, index) = (day, index + 2)
      case .ordinal:
        guard let day = digits(bytes, 3, at: index), day < 400 else { return nil }
        (moment.day, index) = (day, index + 3)
      }
    }
    // The beginning of a longer number is no date: 13-05-2022 is not of 2013.
    if index < bytes.count, bytes[index].isDigitASCII { return nil }
    addTime(bytes, from: index, to: &moment)
    return moment
  }

  private static func digits(_ bytes: DateBytes, _ count: Int, at index: Int) -> Int? {
    guard index >= 0, bytes.count - index >= count else { return nil }
    let digits = bytes[index..<index + count]
    return digits.allSatisfy(\.isDigitASCII) ? number(digits) : nil
  }

  /// Adds `T10:14:55.3+01:00` or `T101455.3+01:00`, of which everything after the minute may be missing.
  private static func addTime(_ bytes: DateBytes, from start: Int, to moment: inout CivilMoment) {
    var index = start
    let isMarked = index < bytes.count && bytes[index] == UInt8(ascii: "T")
    if isMarked { index += 1 }
    let hasColons = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: ":")
    let colon = hasColons ? 1 : 0
    guard hasColons || isMarked, let hour = digits(bytes, 2, at: index),
      let minute = digits(bytes, 2, at: index + 2 + colon)
    else { return }
    (moment.hour, moment.minute, index) = (hour, minute, index + 4 + colon)
    if !hasColons || index < bytes.count && bytes[index] == UInt8(ascii: ":"),
      let second = digits(bytes, 2, at: index + colon)
    {
      (moment.second, index) = (second, index + 2 + colon)
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1 + bytes[(index + 1)...].prefix(while: \.isDigitASCII).count
    }
    addZone(bytes, from: index, to: &moment)
  }

  private static func addZone(_ bytes: DateBytes, from index: Int, to moment: inout CivilMoment) {
    guard index < bytes.count, let hours = digits(bytes, 2, at: index + 1) else { return }
    let hasMinutes = index + 3 < bytes.count && bytes[index + 3] == UInt8(ascii: ":")
    let minutes = hasMinutes ? digits(bytes, 2, at: index + 4) ?? 0 : 0
    switch bytes[index] {
    case UInt8(ascii: "+"): moment.offset = hours * 60 + minutes
    case UInt8(ascii: "-"): moment.offset = -hours * 60 - minutes
    default: break
    }
  }
}
