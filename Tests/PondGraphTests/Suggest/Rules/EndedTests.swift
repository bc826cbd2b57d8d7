import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: ended")
struct EndedTests {
  private func silent(
    _ days: Double, gap: Double, observability: Double = 0.95, acts: [ActKind] = [.read]
  ) -> Verdict {
    Ruling(
      Readings(
        Here.evidence(
          "silent", days: days + 10 * gap,
          Here.posts(
            from: days + 9 * gap, to: days, count: 10, observability: observability
          ) { _ in acts }), now: Here.now)
    ).verdict
  }

  @Test("after 26 weeks at the least, and after three of its long gaps")
  func thresholds() {
    #expect(silent(181, gap: 7) == .keep && silent(183, gap: 7) == .archive)
    #expect(silent(290, gap: 100) == .keep && silent(301, gap: 100) == .archive)
    // The very day counts: 26 weeks, and three gaps of fourteen weeks.
    #expect(silent(182, gap: 7) == .archive)
    #expect(silent(294, gap: 98) == .archive && silent(293.9, gap: 98) == .keep)
    // Most gaps are short, one in five is long: it is the long ones that count.
    let uneven = Here.evidence(
      "uneven", days: 1200,
      Here.posts(from: 1190, to: 1180, count: 9) { _ in [.read] }
        + Here.posts(from: 1080, to: 1070, count: 9) { _ in [.read] }
        + Here.posts(from: 970, to: 250, count: 7) { _ in [.read] })
    #expect(Ruling(Readings(uneven, now: Here.now)).verdict == .keep)
  }

  @Test("told from posts alone: where attention is unknown, faint or strong it is the same (S11)")
  func whateverIsKnown() {
    for observability in [0, 0.1, 0.95] {
      for acts in [[], [ActKind.read], [.replied]] {
        #expect(silent(183, gap: 7, observability: observability, acts: acts) == .archive)
      }
      #expect(silent(181, gap: 7, observability: observability) != .archive)
    }
  }

  @Test("before any question of how many weeks hold a post: two posts of long ago have ended")
  func twoPosts() {
    func two(_ days: Double) -> Ruling {
      Ruling(
        Readings(
          Here.evidence(
            "two", days: days + 20,
            [days + 10, days].map { ObservedPost(at: Here.ago($0), observability: 0) }),
          now: Here.now))
    }
    #expect(two(183).rule == "ended" && two(181).rule == "too little seen")
  }

  @Test("a season may return within the year; one that was missed has ended")
  func season() {
    #expect(Ruling(Readings(Archetype.seasonalSite.evidence, now: Here.now)).verdict == .keep)
    let twice = [430.0, 795].flatMap {
      Here.posts(from: $0 + 30, to: $0, count: 12) { _ in [.read] }
    }
    let missed = Here.evidence("missed", days: 900, twice)
    #expect(Ruling(Readings(missed, now: Here.now)).rule == "ended")
  }

  @Test("time in which nobody looked is no silence")
  func unobserved() {
    var evidence = Here.evidence(
      "hole", days: 500, Here.posts(from: 495, to: 400, count: 14) { _ in [.read] })
    evidence.observed = [Span(from: Here.ago(500), to: Here.ago(395))]
    #expect(Ruling(Readings(evidence, now: Here.now)).verdict != .archive)
  }
}
