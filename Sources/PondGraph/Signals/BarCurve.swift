import Foundation

/// The bar drawn by volume, in plain ASCII: for articles and for short notes, between an axis of
/// posts a week, each step of it the same ratio, and an axis of shares up to the price of a post.
package struct BarCurve: Sendable {
  /// The posts a week at the two ends.
  private static let ends = 0.5...1000.0
  /// Where the lower axis is marked.
  private static let marks = [1, 10, 100, 1000.0]
  private static let columns = 62
  private static let rows = 10

  /// What is drawn, with its sign; where two meet, the first is seen.
  private let curves: [(sign: Character, bar: Bar)] = [
    ("*", Bar(minutesPerPost: ReadingCost.minutes(of: .article))),
    ("o", Bar(minutesPerPost: ReadingCost.minutes(of: .note))),
  ]

  /// The picture, in lines of at most 78 characters.
  package var text: String {
    let head = "The share of its posts that has to be worth it: * articles, o short notes"
    let lines = (0...Self.rows).reversed().map { label($0) + line($0) }
    return ([head] + lines + [axis, numbers]).joined(separator: "\n")
  }

  private func label(_ row: Int) -> String {
    guard row.isMultiple(of: 2) else { return "     |" }
    let share = Bar.price * Double(row) / Double(Self.rows)
    return Figures.leading(Figures.percent(share), 4) + " |"
  }

  private func line(_ row: Int) -> String {
    let signs = (0..<Self.columns).map { column -> Character in
      curves.first { height($0.bar, column) == row }?.sign ?? " "
    }
    let last = signs.lastIndex { $0 != " " } ?? -1
    return String(signs.prefix(last + 1))
  }

  private func height(_ bar: Bar, _ column: Int) -> Int? {
    let place = Double(column) / Double(Self.columns - 1)
    let rate = Self.ends.lowerBound * pow(Self.ends.upperBound / Self.ends.lowerBound, place)
    return Int(exactly: (bar.required(at: rate) / Bar.price * Double(Self.rows)).rounded())
  }

  private var axis: String {
    let marked = Set(Self.marks.map(column))
    return "     +" + String((0..<Self.columns).map { marked.contains($0) ? "+" : "-" })
  }

  private var numbers: String {
    var line = ""
    for mark in Self.marks {
      let figure = Figures.count(mark)
      line = Figures.padded(line, max(line.count, 6 + column(mark) - figure.count / 2)) + figure
    }
    return line + " a week"
  }

  private func column(_ rate: Double) -> Int {
    let place =
      log(rate / Self.ends.lowerBound)
      / log(Self.ends.upperBound / Self.ends.lowerBound)
    return Int(exactly: (place * Double(Self.columns - 1)).rounded()) ?? 0
  }
}
