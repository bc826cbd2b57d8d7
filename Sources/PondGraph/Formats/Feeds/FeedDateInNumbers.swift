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
    var words = text.split { $0.isWhitespace || $0 == "," }[...]
    if words.first?.utf8.first?.isDigitASCII == false { words = words.dropFirst() }
    guard text.utf8.count <= 100, let date = words.first,
      let match = date.wholeMatch(of: #/([0-9]{1,2})([\/\-])([0-9]{1,2})\2([0-9]{4})/#),
      let first = Int(match.1), let second = Int(match.3)
    else { return nil }
    (self.first, self.second) = (first, second)
    rest = ([match.4] + words.dropFirst()).joined(separator: " ")
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
