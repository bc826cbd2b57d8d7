/// Posts week by week as one line of small columns. Every account is drawn on the same scale, in
/// which each step stands for twice as many posts, so that two lines can be compared.
enum Weeks {
  private static let columns: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The line, one column for each week, the oldest first.
  /// - Parameter counts: nil for a week that nobody saw.
  static func line(_ counts: [Int?]) -> String {
    String(counts.map(column))
  }

  private static func column(_ count: Int?) -> Character {
    guard let count else { return "?" }
    guard count > 0 else { return "·" }
    let doublings = Int.bitWidth - 1 - count.leadingZeroBitCount
    return columns[min(doublings, columns.count - 1)]
  }

  /// What the columns mean.
  static let legend = "▁ 1 ▂ 2 ▃ 4 ▄ 8 ▅ 16 ▆ 32 ▇ 64 █ 128 or more; · none, ? not seen"
}
