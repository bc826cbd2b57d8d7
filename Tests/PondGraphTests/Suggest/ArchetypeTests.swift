import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

@Suite("The twelve archetypes (model §10)")
struct ArchetypeTests {
  private static func verdicts(among neighbours: [Evidence]) -> [String: Verdict] {
    let evidence = Archetype.all.map(\.evidence) + neighbours
    let assessments = Assessor.assess(evidence, now: Neighbourhood.now)
    return Dictionary(
      uniqueKeysWithValues: assessments.map { ($0.account.value, $0.verdict) })
  }

  @Test("each gets its verdict when the twelve stand alone")
  func alone() {
    let verdicts = Self.verdicts(among: [])
    for archetype in Archetype.all {
      let verdict = verdicts[archetype.evidence.account.value]
      #expect(verdict == archetype.verdict, "\(archetype.name): \(String(describing: verdict))")
    }
  }

  @Test("each gets its verdict quite alone, with the fall-back priors", arguments: Archetype.all)
  func single(_ archetype: Archetype) throws {
    let assessments = Assessor.assess([archetype.evidence], now: Neighbourhood.now)
    #expect(assessments.map(\.verdict) == [archetype.verdict])
  }

  @Test("each gets its verdict among sixty others", arguments: 1...8 as ClosedRange<UInt64>)
  func amongOthers(seed: UInt64) {
    var chance = SplitMix64(seed: seed)
    let neighbours = (0..<60).map { Neighbourhood.neighbour($0, using: &chance) }
    let verdicts = Self.verdicts(among: neighbours)
    for archetype in Archetype.all {
      let verdict = verdicts[archetype.evidence.account.value]
      #expect(verdict == archetype.verdict, "\(archetype.name): \(String(describing: verdict))")
    }
  }
}
