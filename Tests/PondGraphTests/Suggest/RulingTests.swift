import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// The rules together; each of them has a file of its own in `Rules/`.
@Suite("The order of decision (model §4)")
struct RulingTests {
  private func ruling(_ evidence: Evidence) -> Ruling {
    Ruling(Readings(evidence, now: Here.now))
  }

  @Test("a word outranks a broken address, and that outranks a lack of data")
  func order() {
    var evidence = Evidence(account: Here.key("broken"))
    #expect(ruling(evidence).ground == .tooLittle([.neverLooked]))
    evidence.reachability = .unreachable(since: Here.ago(3))
    #expect(ruling(evidence).verdict == .repair)
    evidence.decision = Decision(
      account: evidence.account, answer: .letGo, at: Here.ago(1), reason: nil, evidenceSeen: nil)
    #expect(ruling(evidence).verdict == .letGo)
    evidence.decision = nil
    evidence.reachability = .reached
    #expect(ruling(evidence).verdict == .wait)
  }

  @Test("below five posts no ratio is told; what was passed over is not engaged with")
  func figures() {
    let four = Assessor.assess(Archetype.quietBlog.evidence, prior: .fallback, now: Here.now)
    #expect(four.snr == nil && four.signal != nil && four.statistics.engagedPosts == 4)
    let ambient = Assessor.assess(
      Archetype.ambientMicroblog.evidence, prior: .fallback, now: Here.now)
    #expect(ambient.snr != nil && ambient.statistics.engagedPosts == 0)
  }

  @Test(
    "being glimpsed counts a quarter of what is usual, saturates, and scales with it (model §6)")
  func worth() {
    let bar = Bar(minutesPerPost: 4)
    func ambient(_ rate: Double) -> Double {
      Worth.ambient(postsPerWeek: rate, bar: bar, usual: 2)
    }
    #expect(ambient(0.5) == 0.25 && ambient(0) == 0)
    #expect(ambient(1000) == Worth.ambience * 2)
    #expect(Worth.ambient(postsPerWeek: 9, bar: bar, usual: 0.01) == Worth.ambience * 0.01)
  }
}
