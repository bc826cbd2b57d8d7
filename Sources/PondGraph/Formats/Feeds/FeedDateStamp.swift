import Foundation

extension FeedDate {
  /// A number alone, as programs keep moments: `20031231101455`, perhaps with `Z`, and its beginnings from the
  /// hour on, else seconds, milliseconds or microseconds since 1970 (10, 13 or 16 digits).
  static func stamp(_ bytes: DateBytes) -> Date? {
    let isUTC = bytes.last.map { $0 | 0x20 == UInt8(ascii: "z") } ?? false
    let digits = DateBytes(rebasing: bytes.dropLast(isUTC ? 1 : 0))
    guard digits.count > 8, digits.allSatisfy(\.isDigitASCII) else { return nil }
    return compact(digits) ?? sinceEpoch(digits)
  }

  // Years that no other stamp begins with: in seconds since 1970 these are 2030 and later.
  private static func compact(_ bytes: DateBytes) -> Date? {
    guard [10, 12, 14].contains(bytes.count), let year = number(bytes[..<4]) else { return nil }
    guard (1971...2100).contains(year) else { return nil }
    let pairs = stride(from: 4, to: bytes.count, by: 2).compactMap { number(bytes[$0..<$0 + 2]) }
    return CivilMoment(
      year: year, month: pairs[0], day: pairs[1], hour: pairs[2],
      minute: pairs.count > 3 ? pairs[3] : 0, second: pairs.count > 4 ? pairs[4] : 0
    ).date
  }

  private static func sinceEpoch(_ bytes: DateBytes) -> Date? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
    switch bytes.count {
    case 10: return Date(timeIntervalSince1970: value)
    case 13: return Date(timeIntervalSince1970: value / 1e3)
    case 16: return Date(timeIntervalSince1970: value / 1e6)
    default: return nil
    }
  }
}
