import Foundation

/// A way of choosing whom to keep, to hold the pond against.
package struct Rival: Sendable {
  /// What it is called.
  package let name: String
  /// Whom it takes first.
  package let order: [AccountKey]

  /// Makes one of an order that was found elsewhere.
  package init(name: String, order: [AccountKey]) {
    self.name = name
    self.order = order
  }

  /// Whom it keeps under the caps: one after the other, whoever does not fit passed over.
  package func kept(_ costs: [AccountKey: Double], _ caps: Caps) -> Set<AccountKey> {
    var kept: Set<AccountKey> = []
    var spent = 0.0
    for account in order where kept.count < caps.size {
      let cost = costs[account] ?? 0
      guard spent + cost <= caps.budget else { continue }
      spent += cost
      kept.insert(account)
    }
    return kept
  }

  /// The rules of thumb that other tools have, as of the cut.
  package static func all(_ holdOut: HoldOut, _ assessments: [Assessment]) -> [Rival] {
    let newest = Dictionary(
      holdOut.known.map { ($0.account, $0.posts.last?.at ?? .distantPast) }
    ) { first, _ in first }
    func ranked(_ name: String, by measure: (Assessment) -> Double) -> Rival {
      let order = assessments.sorted { left, right in
        (measure(right), left.account) < (measure(left), right.account)
      }
      return Rival(name: name, order: order.map(\.account))
    }
    return [
      ranked("most recent") { newest[$0.account]?.timeIntervalSince1970 ?? 0 },
      ranked("loudest") { $0.postsPerWeek ?? 0 },
      ranked("engaged count") { Double($0.statistics.engagedPosts) },
      ranked("raw ratio") { assessment in
        let posts = assessment.statistics.observablePosts
        return posts > 0 ? Double(assessment.statistics.engagedPosts) / Double(posts) : 0
      },
    ]
  }
}
