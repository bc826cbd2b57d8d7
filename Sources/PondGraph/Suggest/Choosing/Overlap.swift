package import Foundation

/// Two accounts that point at the same pages at nearly the same time (model §6): reading one tells
/// much of what the other tells. It is worth a remark that names both, and never a cut by itself.
public struct Overlap: Hashable, Sendable {
  /// The two, by key.
  public let accounts: [AccountKey]
  /// How many pages both pointed at within two days.
  public let shared: Int
  /// How many pages the quieter of the two pointed at.
  public let pages: Int

  /// The same page within this time is the same news.
  package static let span: TimeInterval = 48 * 3_600
  /// The fewest shared pages that say anything.
  package static let fewest = 5
  /// The share of the quieter one's pages that has to be shared.
  package static let share = 0.25
  /// A page that more accounts pointed at tells nothing of any two of them.
  package static let crowd = 25

  /// An account that points at a page.
  package struct Pointing: Hashable, Sendable {
    let account: AccountKey
    let page: String
    let at: Date

    /// Makes it of its parts.
    /// - Parameter page: the canonical address.
    package init(account: AccountKey, page: String, at: Date) {
      self.account = account
      self.page = page
      self.at = at
    }
  }

  /// Every pair that overlaps, those that share most first, equals by key. O(pointings), and for
  /// each page at most the pairs of a crowd.
  package static func all(_ pointings: [Pointing]) -> [Overlap] {
    var pages: [AccountKey: Int] = [:]
    var shared: [[AccountKey]: Int] = [:]
    for (_, group) in Dictionary(grouping: pointings, by: \.page) {
      // Who says the same twice has said it at first.
      let first = Dictionary(group.map { ($0.account, $0.at) }, uniquingKeysWith: min)
      for account in first.keys { pages[account, default: 0] += 1 }
      guard first.count > 1, first.count <= crowd else { continue }
      let order = first.sorted { $0.key < $1.key }
      for (place, one) in order.enumerated() {
        for other in order[(place + 1)...]
        where abs(one.value.timeIntervalSince(other.value)) <= span {
          shared[[one.key, other.key], default: 0] += 1
        }
      }
    }
    return shared.compactMap { accounts, count -> Overlap? in
      let fewer = accounts.compactMap { pages[$0] }.min() ?? 0
      guard count >= fewest, Double(count) >= share * Double(fewer) else { return nil }
      return Overlap(accounts: accounts, shared: count, pages: fewer)
    }.sorted { left, right in
      left.shared != right.shared
        ? left.shared > right.shared
        : left.accounts.lexicographicallyPrecedes(right.accounts)
    }
  }
}
