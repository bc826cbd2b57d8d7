// The words and numbers that dates are made of.

typealias DateBytes = UnsafeBufferPointer<UInt8>

extension FeedDate {
  /// The number that the bytes write, with a sign or without; nil when they write anything else or
  /// a number beyond nine digits.
  static func number(_ bytes: some Collection<UInt8>) -> Int? {
    var digits = bytes[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(\.isDigitASCII) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isNegative ? -value : value
  }

  /// The bytes in small letters.
  static func word(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.map(\.lowercasedASCII), as: UTF8.self)
  }

  /// The month that a word names by its first three letters; nil for another word.
  static func month(_ bytes: some Collection<UInt8>) -> Int? {
    guard bytes.count >= 3, bytes.count <= 12 else { return nil }
    return months[word(bytes.prefix(3))]
  }

  /// Whether a word begins like the name of a day.
  static func isDayName(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count >= 3 && dayNames.contains(word(bytes.prefix(3)))
  }

  /// How far a zone is ahead of UTC in minutes; 0 for a name that is not known.
  static func offset(zoneNamed name: String) -> Int { (zones[name] ?? 0) * 60 }

  /// How far a zone like `+05:30`, `-0800` or `+1` is ahead of UTC in minutes; nil for anything
  /// else.
  static func offset(numeric bytes: some Collection<UInt8>) -> Int? {
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let rest = Array(bytes.dropFirst())
    let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = parts.first, let value = number(first), value >= 0 else { return nil }
    let minutes: Int
    if parts.count > 1 {
      guard let second = number(parts[1]), second >= 0 else { return nil }
      minutes = value * 60 + second
    } else {
      minutes = first.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
    }
    guard minutes <= 24 * 60 else { return nil }
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// A year of two digits, as mail has meant it since 1990.
  static func fullYear(_ year: Int, digits: Int) -> Int {
    guard digits <= 2, year >= 0 else { return year }
    return year < 90 ? year + 2000 : year + 1900
  }

  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  private static let dayNames: Set = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The zones of RFC 822 with the few others that feeds use and that mean one thing only.
  private static let zones = [
    "ut": 0, "gmt": 0, "z": 0, "utc": 0, "adt": -3, "ast": -4, "at": -4, "edt": -4, "est": -5,
    "et": -5, "cdt": -5, "cst": -6, "ct": -6, "mdt": -6, "mst": -7, "mt": -7, "pdt": -7,
    "pst": -8, "pt": -8, "a": -1, "n": 1, "m": -12, "y": 12, "met": 1, "mest": 2, "wet": 0,
    "west": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "nzst": 12, "nzdt": 13,
  ]
}
