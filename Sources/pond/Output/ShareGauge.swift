import Foundation

/// A share with its interval, beside the bar, on one line from 0.1 to 100 percent in equal ratios.
struct ShareGauge {
  private static let ends = 0.001...1.0
  private let signs:
    (line: Character, low: Character, high: Character, share: Character, bar: Character)

  /// - Parameter unicode: whether more than ASCII can be shown.
  init(unicode: Bool = Locale.showsUnicode) {
    signs = unicode ? ("·", "├", "┤", "●", "┃") : (".", "[", "]", "o", "!")
  }

  /// The line, so many columns wide, without its ends' numbers.
  func line(_ source: MeasuredSource, columns: Int) -> String {
    var line = [Character](repeating: signs.line, count: max(1, columns))
    func put(_ sign: Character, at share: Double) {
      let place = log(min(max(share, Self.ends.lowerBound), Self.ends.upperBound))
      let part = 1 - place / log(Self.ends.lowerBound)
      guard let column = Int(exactly: (part * Double(line.count - 1)).rounded()),
        line.indices.contains(column)
      else { return }
      line[column] = sign
    }
    put(signs.low, at: source.likely.lowerBound)
    put(signs.high, at: source.likely.upperBound)
    put(signs.bar, at: source.required)
    put(signs.share, at: source.share)
    return String(line)
  }

  /// What its signs mean.
  var key: String {
    "\(signs.share) your share  \(signs.low) \(signs.high) nine chances in ten  \(signs.bar) the bar"
  }
}
