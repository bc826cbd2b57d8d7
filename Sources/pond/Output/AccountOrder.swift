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
      case .volume, .signal, .noise, .snr, .last: byFigure(left, right)
      }
    }
  }

  /// How many stand at the end because the figure is unknown, as a sentence; nil where none does.
  static func unknown(by order: List.Order, among overviews: [AccountOverview]) -> String? {
    guard ![.name, .verdict].contains(order) else { return nil }
    let count = overviews.count { figure(order, $0) == nil }
    guard count > 0 else { return nil }
    let share = "\(Words.grouped(count)) of \(Words.grouped(overviews.count))"
    return "The \(order.rawValue) is unknown for \(share); they stand last."
  }

  // The figure of an order; nil where it is unknown, and for orders that have none.
  private static func figure(_ order: List.Order, _ overview: AccountOverview) -> Double? {
    let assessment = overview.assessment
    return switch order {
    case .volume: assessment.postsPerWeek
    case .signal: assessment.signal
    case .noise: assessment.noise
    case .snr: assessment.snr?.mean
    case .last: overview.assessment.lastPost?.timeIntervalSince1970
    case .name, .verdict: nil
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

  // The unknown is no figure: it is compared with none, and stands last.
  private func byFigure(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    switch (Self.figure(order, left), Self.figure(order, right)) {
    case (let a?, let b?): a != b ? a > b : byName(left, right)
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): byName(left, right)
    }
  }
}

extension AccountOverview {
  fileprivate var sortingName: String {
    (account.title ?? account.feed?.written ?? account.key.value).lowercased()
  }
}
