import Foundation

/// `Retry-After`, RFC 9110 §10.2.3: seconds, or a date.
enum RetryAfter {
  /// Thirty days: longer than that nobody means.
  static let most = FetchMemory.longestWait

  /// How many seconds it asks for, between 0 and `most`; nil for what is neither. A date is seen
  /// from the server's own clock where that is known.
  static func seconds(_ text: String, serverDate: Date?, now: Date) -> Double? {
    let word = text.trimmingCharacters(in: .whitespaces)
    if let seconds = Double(word) {
      return seconds.isFinite && seconds >= 0 ? min(seconds, most) : seconds > 0 ? most : nil
    }
    guard let date = FeedDate.parse(word) else { return nil }
    let wait = date.timeIntervalSince(serverDate ?? now)
    return wait > 0 ? min(wait, most) : nil
  }
}
