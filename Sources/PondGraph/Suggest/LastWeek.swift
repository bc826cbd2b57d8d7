package import Foundation

/// The posts of the last seven days, day by day.
package struct LastWeek: Sendable {
  /// How many days.
  package static let days = 7

  /// Its beginning.
  private let start: Date
  private let counts: [AccountKey: [Int]]

  /// - Parameters:
  ///   - posts: whose and when; what lies outside of the week is left out.
  ///   - now: its end.
  package init(_ posts: some Sequence<(account: AccountKey, at: Date)>, now: Date) {
    start = now.addingTimeInterval(-Double(Self.days) * 86_400)
    var counts: [AccountKey: [Int]] = [:]
    for post in posts where post.at >= start && post.at <= now {
      // What comes at this very moment belongs to the day that ends with it.
      let day = min(Self.days - 1, Int(post.at.timeIntervalSince(start) / 86_400))
      counts[post.account, default: Array(repeating: 0, count: Self.days)][day] += 1
    }
    self.counts = counts
  }

  /// How many posts of an account came on each day, the oldest first.
  package func daily(_ account: AccountKey) -> [Int] {
    counts[account] ?? Array(repeating: 0, count: Self.days)
  }

  /// How many posts of accounts came; nil where none of these was looked at in that week (I10).
  package func posts(of overviews: some Sequence<AccountOverview>) -> Int? {
    let seen = overviews.filter { $0.assessment.window.map { $0.to >= start } ?? false }
    guard !seen.isEmpty else { return nil }
    return seen.reduce(0) { $0 + daily($1.account.key).reduce(0, +) }
  }
}
