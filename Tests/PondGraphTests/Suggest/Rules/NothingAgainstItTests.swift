import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: nothing against it")
struct NothingAgainstItTests {
  @Test("what costs more than nothing and is read enough stays, and the case names a volume")
  func stays() {
    let found = Assessor.assess(Archetype.essayist.evidence, prior: .fallback, now: Here.now)
    #expect(found.verdict == .keep && found.rule == "nothing against it")
    #expect(found.suggestion.whatWouldChange.text.hasPrefix("If it posted "))
  }

  @Test("it decides whatever is left, and only that")
  func last() {
    let firehose = Readings(Archetype.firehose.evidence, now: Here.now)
    #expect(Rule.nothingAgainstIt.decide(firehose) != nil)
    #expect(Ruling(firehose).rule == "below the bar")
  }
}
