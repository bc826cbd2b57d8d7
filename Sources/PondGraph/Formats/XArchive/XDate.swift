package import Foundation

/// Dates as X archives write them.
package enum XDate {
  /// The moment; nil for a text that is no date, and for one before X began (2006): some archives
  /// hold such.
  package static func parse(_ text: JSONText) -> Date? {
    let date = text.withBytes(common) ?? FeedDate.parse(text.string)
    guard let date, date >= beginning else { return nil }
    return date
  }

  /// 2006-01-01, UTC.
  private static let beginning = Date(timeIntervalSince1970: 1_136_073_600)

  // `Wed Oct 10 20:19:24 +0000 2018`, read in place: every tweet has one.
  private static func common(_ bytes: UnsafeBufferPointer<UInt8>) -> Date? {
    guard bytes.count == 30, bytes.has("+0000", at: 20), let month = month(bytes) else {
      return nil
    }
    let numbers = [8, 11, 14, 17, 26, 28].map { two(bytes, $0) }
    guard let day = numbers[0], let hour = numbers[1], let minute = numbers[2],
      let second = numbers[3], let century = numbers[4], let year = numbers[5]
    else { return nil }
    return CivilMoment(
      year: century * 100 + year, month: month, day: day, hour: hour, minute: minute,
      second: second
    ).date
  }

  private static let months: [StaticString] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func month(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    months.firstIndex { bytes.has($0, at: 4) }.map { $0 + 1 }
  }

  private static func two(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    guard bytes[index].isDigitASCII, bytes[index + 1].isDigitASCII else { return nil }
    return Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
  }
}
