import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("Mark-all is not reading (I6)")
struct SweepsTests {
  private func acts(_ name: String, _ times: [Double], kind: ActKind = .read) -> [Act] {
    times.enumerated().map { index, time in
      Act(
        account: Invented.key(name), post: PostID("\(name)-\(index)"), kind: kind,
        at: seconds(time))
    }
  }

  private func kinds(_ acts: [Act]) -> [ActKind] { Sweeps.asSeen(acts).map(\.kind) }

  @Test("five of one source within a second were swept, four were read")
  func threshold() {
    let times = [100.0, 100.2, 100.4, 100.6, 100.9]
    #expect(kinds(acts("ada", times)) == Array(repeating: .seen, count: 5))
    #expect(kinds(acts("ada", Array(times.dropLast()))) == Array(repeating: .read, count: 4))
    #expect(
      kinds(acts("ada", [100, 100.2, 100.4, 100.6, 101])) == Array(repeating: .read, count: 5))
  }

  @Test("a sweep is found across the edge of a second, and what lies around it stays read")
  func edge() {
    let times = [40.0, 99.6, 99.8, 100.0, 100.2, 100.4, 100.6, 160.0]
    #expect(
      kinds(acts("ada", times)) == [.read, .seen, .seen, .seen, .seen, .seen, .seen, .read])
  }

  @Test("what a client tells at once of many sources was read; everything at once was swept")
  func overall() {
    let journey = (0..<19).flatMap { acts("source\($0 % 6)", [500]) }
    #expect(kinds(journey).allSatisfy { $0 == .read || $0 == .seen })
    let few = (0..<18).map {
      Act(account: Invented.key("s\($0 / 3)"), post: PostID("\($0)"), kind: .read, at: seconds(500))
    }
    #expect(kinds(few).allSatisfy { $0 == .read })
    let all = (0..<20).map {
      Act(account: Invented.key("s\($0)"), post: PostID("p"), kind: .read, at: seconds(500))
    }
    #expect(kinds(all).allSatisfy { $0 == .seen })
  }

  @Test("acts without a time, and other acts, are left as they are; times, order, posts stay")
  func others() {
    let untimed = (0..<30).map {
      Act(account: Invented.key("ada"), post: PostID("\($0)"), kind: .read)
    }
    #expect(Sweeps.asSeen(untimed) == untimed)
    let starred = acts("ada", Array(repeating: 7, count: 30), kind: .starred)
    #expect(Sweeps.asSeen(starred) == starred)
    let swept = acts("ada", Array(repeating: 7, count: 6))
    let told = Sweeps.asSeen(swept)
    #expect(told.map(\.post) == swept.map(\.post) && told.map(\.at) == swept.map(\.at))
    #expect(Sweeps.asSeen(told) == told)
  }

  @Test("any order of the acts gives the same answer")
  func order() {
    var chance = SplitMix64(seed: 4)
    for _ in 0..<40 {
      let some = (0..<60).map { number in
        Act(
          account: Invented.key("s\(Int.random(in: 0..<4, using: &chance))"),
          post: PostID("\(number)"), kind: .read,
          at: seconds(Double(Int.random(in: 0..<40, using: &chance)) / 4))
      }
      let swept = Set(Sweeps.asSeen(some))
      #expect(Set(Sweeps.asSeen(some.shuffled(using: &chance))) == swept)
    }
  }
}
