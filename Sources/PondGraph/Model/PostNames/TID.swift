package import Foundation

/// The key of a record by the moment of its making: 13 characters that sort as the time does.
/// https://atproto.com/specs/tid
package enum TID {
  /// The moment; nil for bytes that are no such key, and for one that no clock ever showed.
  package static func date(_ key: some Sequence<UInt8>) -> Date? {
    var (value, count): (UInt64, Int) = (0, 0)
    for byte in key {
      guard let digit = digit(byte), count < 13, count > 0 || digit < 16 else { return nil }
      value = value << 5 | digit
      count += 1
    }
    // Below the microseconds lies the number of the clock.
    let microseconds = value >> 10
    guard count == 13, microseconds > 0 else { return nil }
    return Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x32...0x37: UInt64(byte - 0x32)
    case 0x61...0x7A: UInt64(byte - 0x61 + 6)
    default: nil
    }
  }
}
