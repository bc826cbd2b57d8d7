import Foundation
import PondGraph

/// Which accounts a list shows, and in which order; equals stand in the order of their names.
struct AccountOrder {
  private let order: List.Order
  private let folder: String?
  private let tag: String?
  private let kind: AccountKind?

  init(
    _ order: List.Order, folder: String? = nil, tag: String? = nil, kind: AccountKind? = nil
  ) {
    self.order = order
    self.folder = folder
    self.tag = tag
    self.kind = kind
  }

  /// The accounts that fit, in order.
  func applied(to overviews: [AccountOverview]) -> [AccountOverview] {
    overviews.filter(fits).sorted { left, right in
      switch order {
      case .name: byName(left, right)
      case .verdict: byRank(left, right)
      case .volume: byFigure(left, right) { $0.assessment.postsPerWeek }
      case .signal: byFigure(left, right) { $0.assessment.signal }
      case .noise: byFigure(left, right) { $0.assessment.noise }
      case .last:
        byFigure(left, right) { $0.lastPost?.timeIntervalSince1970 }
      case .snr: byFigure(left, right) { $0.assessment.snr?.mean }
      }
    }
  }

  private func fits(_ overview: AccountOverview) -> Bool {
    if let kind, overview.account.key.kind != kind { return false }
    if let tag, !overview.account.hasTag(tag) { return false }
    return folder.map(overview.account.stands(inFolder:)) ?? true
  }

  private func byName(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    let (a, b) = (left.sortingName, right.sortingName)
    return a != b ? a < b : left.account.key < right.account.key
  }

  private func byRank(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    let ranks = Verdict.allCases
    let (a, b) = (
      ranks.firstIndex(of: left.assessment.verdict), ranks.firstIndex(of: right.assessment.verdict)
    )
    return a != b ? a ?? 0 > b ?? 0 : byName(left, right)
  }

  private func byFigure(
    _ left: AccountOverview, _ right: AccountOverview, _ figure: (AccountOverview) -> Double?
  ) -> Bool {
    let (a, b) = (figure(left) ?? -.infinity, figure(right) ?? -.infinity)
    return a != b ? a > b : byName(left, right)
  }
}

extension AccountOverview {
  fileprivate var sortingName: String {
    (account.title ?? account.feed?.written ?? account.key.value).lowercased()
  }
}
