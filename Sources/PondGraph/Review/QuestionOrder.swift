package import Foundation

/// In which order questions are asked. Equals stand in the order of their keys.
public enum QuestionOrder: String, Hashable, Sendable, CaseIterable {
  /// Those that cost something and of which it is unknown what they give first, then those whose posts came
  /// to nothing most often.
  case costliest
  /// Those followed longest first; those without a date last.
  case oldest
  /// Those that post least first; those never looked at last.
  case quietest
  /// Shuffled, the same way all day.
  case random
  /// Folder by folder, the costliest of each first; those without a folder last.
  case folder

  /// The accounts in this order.
  /// - Parameter now: whose day, UTC, seeds the shuffling.
  package func applied(to overviews: [AccountOverview], now: Date) -> [AccountOverview] {
    switch self {
    case .costliest: Self.sorted(overviews) { -($0.assessment.noise ?? 0) }
    case .oldest: Self.sorted(overviews) { $0.account.followedAt?.timeIntervalSince1970 }
    case .quietest: Self.sorted(overviews) { $0.assessment.postsPerWeek }
    case .random: Self.shuffled(overviews, now)
    case .folder: overviews.sorted(by: Self.standsBefore)
    }
  }

  private static func costsMore(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    let (a, b) = (left.assessment.noise ?? 0, right.assessment.noise ?? 0)
    return a != b ? a > b : left.account.key < right.account.key
  }

  // The smallest figure first, what is not known last. Places are moved in place of accounts: these are large.
  private static func sorted(
    _ overviews: [AccountOverview], by figure: (AccountOverview) -> Double?
  ) -> [AccountOverview] {
    let figures = overviews.map { figure($0) ?? .infinity }
    return overviews.indices.sorted { left, right in
      let (a, b) = (figures[left], figures[right])
      return a != b ? a < b : overviews[left].account.key < overviews[right].account.key
    }.map { overviews[$0] }
  }

  // Each account has its own lot, so that one answer does not shuffle the rest anew.
  private static func shuffled(_ overviews: [AccountOverview], _ now: Date) -> [AccountOverview] {
    let day = Int(exactly: (now.timeIntervalSince1970 / 86_400).rounded(.down)) ?? 0
    let lots = overviews.map { (lot: Digest.hex("\(day) \($0.account.id)".utf8), overview: $0) }
    return lots.sorted { ($0.lot, $0.overview.account.key) < ($1.lot, $1.overview.account.key) }
      .map(\.overview)
  }

  private static func standsBefore(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    let (a, b) = (firstFolder(left), firstFolder(right))
    if a == b { return costsMore(left, right) }
    guard let a, let b else { return a != nil }
    return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
  }

  private static func firstFolder(_ overview: AccountOverview) -> String? {
    overview.account.folders.first { !$0.isEmpty }?.joined(separator: "/")
  }
}
