import Foundation
import PondTestSupport
import Testing

@testable import PondGraph
@testable import pond

@Suite("Accounts as a table")
struct AccountTableTests {
  /// Read never: the lower end of the interval lies far below.
  private func overview(read: Int, rest: Double = 0.02) -> AccountOverview {
    let now = Date(timeIntervalSince1970: 1_780_000_000)
    let posts = (0..<60).map { index in
      ObservedPost(
        at: now.addingTimeInterval(Double(index - 60) * 86_400), acts: index < read ? [.read] : [])
    }
    let key = AccountKey(kind: .feed, value: "u.example/feed")
    let evidence = Evidence(
      account: key, observed: [Span(from: now.addingTimeInterval(-61 * 86_400), to: now)],
      posts: posts)
    let prior = Prior(share: BetaDistribution(a: rest, b: 2), rate: Prior.fallback.rate)
    return AccountOverview(
      account: Account(
        id: key.id, key: key, title: "u", feed: nil, site: nil, folders: [], tags: [],
        isFollowed: true, followedAt: nil, importance: nil),
      assessment: Assessor.assess(evidence, prior: prior, now: now), decision: nil)
  }

  @Test("no figure is cut: an interval too wide for its column is told by its upper end (model §2)")
  func widths() throws {
    let low = overview(read: 0)
    let snr = try #require(low.assessment.snr)
    #expect(snr.low < -99)
    for width in [80, 100, 200] {
      let row = AccountTable(width: width).row(low)
      #expect(!row.contains("…"), "\(row)")
      #expect(row.contains("under \(Words.decibel(snr.high)) "), "\(row)")
    }
    let usual = AccountTable(width: 80).row(overview(read: 20, rest: 0.5))
    #expect(usual.contains("…") && usual.contains(")") && !usual.contains("under"))
    // A page has room.
    #expect(AccountTable.cells(low).contains { $0.text.hasPrefix("\(Words.decibel(snr.mean)) (") })
  }
}
