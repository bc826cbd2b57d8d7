import Foundation
import Testing

@testable import PondGraph

/// Whether a cycle goes on, begins, and what it looks back on.
@Suite("The course of cycles")
struct CycleCourseTests {
  private func cycle(_ number: Int, begun: Double, ended: Double?) -> PondGraph.Cycle {
    Cycle(
      number: number, begunAt: Invented.day(begun), step: .news,
      endedAt: ended.map(Invented.day), asked: nil)
  }

  private func course(_ cycles: [PondGraph.Cycle], at day: Double = 0) -> CycleCourse {
    CycleCourse(cycles, now: Invented.day(day))
  }

  @Test("the first one begins; one that was left goes on for two weeks, and not a day longer")
  func begins() {
    #expect(course([]).underWay == nil && course([]).left == nil && course([]).newsSince == nil)
    let open = cycle(1, begun: -14, ended: nil)
    #expect(course([open]).underWay == open)
    #expect(course([open], at: 0.01).underWay == nil)
    #expect(course([open], at: 0.01).left == open)
  }

  @Test("news are since the beginning of the last one that was ended, be it two years ago")
  func news() {
    let cycles = [
      cycle(1, begun: -800, ended: -799), cycle(2, begun: -730, ended: -729),
      cycle(3, begun: -20, ended: nil),
    ]
    #expect(course(cycles).newsSince == Invented.day(-730))
    #expect(course(cycles).left?.number == 3)
  }

  @Test("a cycle that a clock began in the future is gone on with, and never looked back on")
  func clock() {
    let open = cycle(2, begun: 30_000, ended: nil)
    #expect(course([cycle(1, begun: -30, ended: -30), open]).underWay == open)
    let ended = cycle(2, begun: 30_000, ended: 30_001)
    #expect(course([cycle(1, begun: -30, ended: -30), ended]).last?.number == 1)
    #expect(course([ended]).newsSince == nil)
  }

  @Test("steps follow each other to the last one")
  func steps() {
    var step: CycleStep? = .sources
    var walked: [CycleStep] = []
    while let at = step {
      walked.append(at)
      step = at.next
    }
    #expect(walked == CycleStep.allCases)
  }
}
