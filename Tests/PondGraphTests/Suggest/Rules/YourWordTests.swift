import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: your word (S8)")
struct YourWordTests {
  @Test("an answer outranks a broken address, a lack of data, and what was declared")
  func answer() {
    var evidence = Evidence(account: Here.key("word"))
    evidence.reachability = .unreachable(since: Here.ago(3))
    evidence.declared = [.ambient]
    for answer in Answer.allCases {
      evidence.decision = Decision(
        account: evidence.account, answer: answer, at: Here.ago(1), reason: nil, evidenceSeen: nil)
      let ruling = Ruling(Readings(evidence, now: Here.now))
      #expect(ruling.verdict == answer.verdict && ruling.ground == .word(answer))
      #expect(ruling.rule == "your word")
    }
  }

  @Test("what was declared keeps the loudest; taken back, the figures speak again (model §5.2)")
  func declared() {
    for word in [DeclaredWord.ambient, .trusted, .knownOffline, .challengesMe, .importance(2)] {
      var evidence = Archetype.loudMutual.evidence
      evidence.declared = [word]
      #expect(Ruling(Readings(evidence, now: Here.now)).ground == .declared([word]))
      #expect(Ruling(Readings(evidence, now: Here.now)).verdict == .keep)
      evidence.declared = []
      #expect(Ruling(Readings(evidence, now: Here.now)).verdict == .letGo)
    }
  }

  @Test("had the person not answered, the figures would speak, what they declared still counting")
  func withoutAnswer() {
    var evidence = Archetype.loudMutual.evidence
    evidence.decision = Decision(
      account: evidence.account, answer: .keep, at: Here.ago(1), reason: nil, evidenceSeen: nil)
    #expect(Ruling(withoutAnswer: Readings(evidence, now: Here.now)).verdict == .letGo)
    evidence.declared = [.ambient]
    #expect(Ruling(withoutAnswer: Readings(evidence, now: Here.now)).verdict == .keep)
  }
}
