import Foundation
import Testing

@testable import PondGraph

@Suite("The last twelve weeks")
struct RecentWeeksTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  private func weeks(_ posts: [Double], observed: [ClosedRange<Double>]) -> [Int?] {
    func day(_ age: Double) -> Date { Self.now.addingTimeInterval(-age * 86_400) }
    let evidence = Evidence(
      account: AccountKey(kind: .feed, value: "a.example"),
      observed: observed.map { Span(from: day($0.upperBound), to: day($0.lowerBound)) },
      posts: posts.sorted(by: >).map { ObservedPost(at: day($0)) })
    return RecentWeeks(Observation(evidence, now: Self.now)).posts
  }

  @Test("a count for each week, the latest last; posts before them are not in it")
  func counts() {
    let all = weeks([0, 1, 6.9, 7, 80, 84, 200], observed: [0...300])
    #expect(all == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3])
  }

  @Test("a week of which nothing was observed is unknown, not empty (I6)")
  func unknown() {
    #expect(weeks([3], observed: [0...10]) == Array(repeating: nil, count: 10) + [0, 1])
    #expect(weeks([], observed: []) == Array(repeating: nil, count: 12))
    #expect(weeks([30], observed: [28...35]).compactMap { $0 } == [1])
  }
}
