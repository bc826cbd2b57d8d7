import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// Why one number is never enough: the rules that other tools offer, each at its best threshold,
/// against the twelve archetypes.
@Suite("No single-signal rule gets the twelve archetypes right (model §10)")
struct SingleSignalTests {
  struct Rule: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reading: @Sendable (Archetype) -> Double
  }

  static let rules = [
    Rule(testDescription: "age of the last post") { archetype in
      archetype.evidence.posts.last.map { Here.now.timeIntervalSince($0.at) } ?? .infinity
    },
    Rule(testDescription: "posts a week") { archetype in
      let days = archetype.evidence.observed.reduce(0) { $0 + $1.seconds } / Here.day
      return Double(archetype.evidence.posts.count) / days * 7
    },
    Rule(testDescription: "posts engaged with") { archetype in
      Double(archetype.evidence.posts.count { !$0.acts.isEmpty && $0.acts != [.seen] })
    },
    Rule(testDescription: "share engaged with") { archetype in
      let engaged = archetype.evidence.posts.count { !$0.acts.isEmpty && $0.acts != [.seen] }
      return Double(engaged) / Double(max(1, archetype.evidence.posts.count))
    },
    Rule(testDescription: "follows back") { $0.followsBack ? 1 : 0 },
  ]

  /// How many of the twelve a rule gets right that knows one reading and may cut it wherever it
  /// likes into as many pieces as there are, each with the verdict that suits it best, as long as
  /// readings within a tenth of each other share a verdict.
  private func best(_ rule: Rule) -> Int {
    let all = Archetype.all.map { (reading: rule.reading($0), verdict: $0.verdict) }
      .sorted { $0.reading < $1.reading }
    var right = 0
    var group: [Verdict] = []
    var start = -Double.infinity
    func mostCommon() -> Int {
      Dictionary(grouping: group) { $0 }.values.map(\.count).max() ?? 0
    }
    for (reading, verdict) in all {
      if reading > start * 1.1 || group.isEmpty {
        right += mostCommon()
        (group, start) = ([], reading)
      }
      group.append(verdict)
    }
    return right + mostCommon()
  }

  /// How many it gets right that leaves on one side of one threshold and stays on the other.
  private func bestThreshold(_ rule: Rule) -> Int {
    let all = Archetype.all.map { archetype in
      (rule.reading(archetype), archetype.verdict == .letGo || archetype.verdict == .archive)
    }
    let cuts = all.map(\.0) + [.infinity]
    return cuts.flatMap { cut in
      [all.count { ($0.0 >= cut) == $0.1 }, all.count { ($0.0 < cut) == $0.1 }]
    }.max() ?? 0
  }

  @Test("even with a verdict for every piece of its scale", arguments: rules)
  func anyRule(_ rule: Rule) {
    #expect(best(rule) < Archetype.all.count)
  }

  @Test("nor when it only has to say who stays and who leaves", arguments: rules)
  func thresholdRule(_ rule: Rule) {
    #expect(bestThreshold(rule) < Archetype.all.count)
  }
}
