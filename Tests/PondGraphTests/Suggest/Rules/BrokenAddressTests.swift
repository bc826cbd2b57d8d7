import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: broken address (I6)")
struct BrokenAddressTests {
  private func ruling(_ state: Reachability.State?, silent days: Double) -> Ruling {
    var evidence = Here.evidence(
      "broken", days: days + 100,
      Here.posts(from: days + 99, to: days, count: 14) { _ in [.read] })
    evidence.reachability = state
    return Ruling(Readings(evidence, now: Here.now))
  }

  @Test("unreachable or moved is repair, even where it would have ended; reached is neither")
  func states() {
    #expect(ruling(.unreachable(since: Here.ago(3)), silent: 300).verdict == .repair)
    #expect(ruling(.moved(to: Address("https://new.example/f")), silent: 300).verdict == .repair)
    #expect(ruling(.gone(since: Here.ago(3)), silent: 300).verdict == .repair)
    #expect(ruling(.unreachable(since: Here.ago(3)), silent: 300).rule == "broken address")
    #expect(ruling(.reached, silent: 300).verdict == .archive)
    #expect(ruling(nil, silent: 300).verdict == .archive)
  }

  @Test("what said that it is gone was reached, and is asked no more: the case says so (T-E10)")
  func gone() {
    var evidence = Here.evidence("gone", days: 10, [])
    evidence.reachability = .gone(since: Here.ago(3))
    let suggestion = Assessor.assess([evidence], now: Here.now)[0].suggestion
    #expect(suggestion.forLeaving.text.contains("said 3 days ago that it is gone for good."))
    #expect(!suggestion.forLeaving.text.contains("could not be reached"))
    #expect(suggestion.whatWouldChange.text.contains("its own is asked no more"))
  }
}
