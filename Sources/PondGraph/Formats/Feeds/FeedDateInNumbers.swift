import Foundation

/// A date in numbers alone, `6/13/2022 8:00:00 AM` or `13/06/2022`, whose order of day and month is that of the
/// writer's country. One date may tell it; one feed has one order.
struct FeedDateInNumbers: Hashable, Sendable {
  private let first: Int
  private let second: Int
  /// The year, the time and the zone.
  private let rest: String

  /// Reads a text, perhaps with a weekday in front; nil for a text of another form.
  init?(_ text: String) {
    guard text.utf8.count <= 100 else { return nil }
    var words = text.split { $0.isWhitespace || $0 == "," }[...]
    if words.first?.utf8.first?.isDigitASCII == false { words = words.dropFirst() }
    guard let date = words.first, let mark = date.first(where: { "/-".contains($0) }) else {
      return nil
    }
    let parts = date.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigitASCII) }),
      parts[0].utf8.count <= 2, let first = Int(parts[0]),
      parts[1].utf8.count <= 2, let second = Int(parts[1])
    else { return nil }
    (self.first, self.second) = (first, second)
    rest = ([parts[2]] + words.dropFirst()).joined(separator: " ")
  }

  /// Whether the day stands first; nil where both could be a month.
  var isDayFirst: Bool? {
    switch (first > 12, second > 12) {
    case (true, false): true
    case (false, true): false
    default: nil
    }
  }

  /// The moment, read in one order; nil where the calendar has none.
  func date(isDayFirst: Bool) -> Date? {
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    guard (1...12).contains(month) else { return nil }
    return FeedDate.parse("\(day) \(FeedDate.englishMonths[month - 1]) \(rest)")
  }
}

extension FeedDocument {
  /// Its items, those with dates in numbers alone dated in the order that these dates themselves tell: where
  /// any is of a day beyond the twelfth, and no two disagree.
  func dated() -> [FeedItem] {
    let orders = Set(items.compactMap(\.dateInNumbers?.isDayFirst))
    guard orders.count == 1, let isDayFirst = orders.first else { return items }
    return items.map { item in
      guard item.published == nil else { return item }
      var item = item
      item.published = item.dateInNumbers?.date(isDayFirst: isDayFirst)
      return item
    }
  }
}
