import Foundation

/// The moments that ids of posts hold, by the programs that gave them.
///
/// A moment in an id is when the post was made, or when its server first met it. Whatever was done with
/// the post was not done before.
enum PostClock {
  /// No post of a network is older: what decodes to an earlier moment holds none.
  static let earliest = Date(timeIntervalSince1970: 1_136_073_600)  // 2006
  /// Clocks go wrong by so much; what decodes to a later moment than this after the present holds none.
  static let haste: TimeInterval = 86_400

  /// The moment, where it can be one of a post.
  static func plausible(_ moment: Date?, now: Date) -> Date? {
    guard let moment, moment >= earliest, moment <= now.addingTimeInterval(haste) else {
      return nil
    }
    return moment
  }

  /// X gave numbers one after the other until it gave this one; since 4 November 2010 they hold
  /// milliseconds. https://github.com/twitter-archive/snowflake
  static let lastCountedX: UInt64 = 29_700_859_247

  /// X: milliseconds after 2010-11-04T01:42:54.657Z, and 22 bits more.
  static func x(_ number: UInt64) -> Date? {
    number > lastCountedX ? date(milliseconds: (number >> 22) + 1_288_834_974_657) : nil
  }

  /// Mastodon: milliseconds since 1970, and 16 bits more. (lib/mastodon/snowflake.rb)
  static func mastodon(_ number: UInt64) -> Date? { date(milliseconds: number >> 16) }

  /// Pixelfed: milliseconds after 2019-02-10, and 22 bits more. (app/Services/SnowflakeService.php)
  static func pixelfed(_ number: UInt64) -> Date? {
    date(milliseconds: (number >> 22) + 1_549_756_800_000)
  }

  /// ULID: 48 bits of milliseconds in the first ten characters. https://github.com/ulid/spec
  static func ulid(_ text: Substring) -> Date? {
    guard text.isULID else { return nil }
    var value: UInt64 = 0
    for byte in text.prefix(10).uppercased().utf8 {
      guard let digit = crockford.firstIndex(of: byte) else { return nil }
      value = value << 5 | UInt64(digit)
    }
    return date(milliseconds: value)
  }

  private static let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Misskey, by the length of the id: aid and aidx (eight characters of milliseconds after 2000), ULID,
  /// meid (48 bits of milliseconds, the first of them set), ObjectID (32 bits of seconds).
  static func misskey(_ id: Substring) -> Date? {
    switch id.utf8.count {
    case 10, 16:
      UInt64(id.prefix(8), radix: 36).flatMap { date(milliseconds: $0 + 946_684_800_000) }
    case 24:
      UInt64(id.prefix(12), radix: 16).flatMap { head in
        head >> 47 == 1
          ? date(milliseconds: head & 0x7FFF_FFFF_FFFF) : date(milliseconds: (head >> 16) * 1_000)
      }
    default: ulid(id)
    }
  }

  /// Pleroma: 128 bits in base 62, the upper half of which are milliseconds.
  static func flake(_ id: Substring) -> Date? {
    guard id.utf8.count == 18 else { return nil }
    var (high, low) = (UInt64(0), UInt64(0))
    for byte in id.utf8 {
      guard let digit = alphanumeric.firstIndex(of: byte) else { return nil }
      let (carry, rest) = low.multipliedFullWidth(by: 62)
      let (sum, isOver) = rest.addingReportingOverflow(UInt64(digit))
      let (upper, isTooLarge) = high.multipliedReportingOverflow(by: 62)
      let (next, isBeyond) = upper.addingReportingOverflow(carry + (isOver ? 1 : 0))
      guard !isTooLarge, !isBeyond else { return nil }
      (high, low) = (next, sum)
    }
    return date(milliseconds: high)
  }

  private static let alphanumeric = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  private static func date(milliseconds: UInt64) -> Date? {
    // Past the year 9999 nothing is a moment.
    milliseconds < 253_402_300_800_000
      ? Date(timeIntervalSince1970: Double(milliseconds) / 1_000) : nil
  }
}
