import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("A silence that is longer than the rhythm explains, at both sides of its limits")
struct SilencesTests {
  /// Posts with these gaps in weeks, the oldest first; the last so many weeks ago.
  private func silences(_ gaps: [Double], until last: Double) -> Silences {
    var age = last + gaps.reduce(0, +)
    var ages = [age]
    for gap in gaps {
      age -= gap
      ages.append(age)
    }
    let posts = ages.map { ObservedPost(at: Here.ago($0 * 7)) }
    return Silences(Observation(Here.evidence("a", days: 2000, posts), now: Here.now))
  }

  private let weekly = [Double](repeating: 1, count: 10)
  private let uneven = [1.0, 3, 1, 3, 1, 3, 1, 3, 1, 3]

  @Test("three times the gap that nine in ten do not exceed, four weeks at least")
  func limits() {
    #expect(silences(weekly, until: 4).begun(within: 4) != nil)
    #expect(silences(weekly, until: 27 / 7.0).begun(within: 4) == nil)
    #expect(silences(uneven, until: 9).begun(within: 4)?.ninetieth == 3)
    #expect(silences(uneven, until: 62 / 7.0).begun(within: 4) == nil)
    // Nine gaps of ten are short, one is long.
    let odd = [20.0] + [Double](repeating: 2, count: 9)
    #expect(silences(odd, until: 6).begun(within: 4)?.ninetieth == 2)
  }

  @Test("it is news where it grew that long since the last look, not before")
  func news() {
    #expect(silences(uneven, until: 12).begun(within: 4) != nil)
    #expect(silences(uneven, until: 13).begun(within: 4) == nil)
    #expect(silences(uneven, until: 13).begun(within: 5) != nil)
  }

  @Test("five gaps are a rhythm, four are none")
  func enough() {
    #expect(silences([1, 1, 1, 1, 1], until: 5).begun(within: 4) != nil)
    #expect(silences([1, 1, 1, 1], until: 5).begun(within: 4) == nil)
  }

  @Test("a post within the time looked at ends it, held against the gaps before")
  func ended() {
    let ended = silences(uneven + [9], until: 3)
    #expect(ended.ended(within: 4)?.at == 3)
    #expect(ended.ended(within: 3)?.0.weeks == 9 && ended.ended(within: 2.9) == nil)
    #expect(silences(uneven + [62 / 7.0], until: 3).ended(within: 4) == nil)
    #expect(silences([1, 1, 1, 1, 1, 4], until: 1).ended(within: 4)?.0.since == 5)
    #expect(silences([1, 1, 1, 1, 4], until: 1).ended(within: 4) == nil)
  }
}
