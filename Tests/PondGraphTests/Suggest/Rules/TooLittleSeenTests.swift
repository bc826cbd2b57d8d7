import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: too little seen (S7)")
struct TooLittleSeenTests {
  private func ruling(_ evidence: Evidence) -> Ruling {
    Ruling(Readings(evidence, now: Here.now))
  }

  private func spaced(_ count: Int, days: Double, to newest: Double = 2) -> Evidence {
    Here.evidence(
      "few", days: days,
      Here.posts(from: days - 1, to: newest, count: count, acts: { _ in [.read] }))
  }

  @Test("never looked at, or known by posts without a date (E-11)")
  func neverLooked() {
    var evidence = Evidence(account: Here.key("nothing"))
    #expect(ruling(evidence).ground == .tooLittle([.neverLooked]))
    evidence.undatedPosts = 10
    #expect(ruling(evidence).ground == .tooLittle([.undated(10)]))
  }

  @Test("observed under 21 days")
  func trial() {
    func daily(_ days: Double) -> Evidence {
      Here.evidence(
        "daily", days: days, Here.posts(from: days - 0.1, to: 0.1, count: 60) { _ in [.read] })
    }
    #expect(ruling(daily(20.9)).rule == "too little seen")
    #expect(ruling(daily(21)).rule != "too little seen")
  }

  @Test("under five posts, while observed under 26 weeks")
  func fewPosts() {
    #expect(ruling(spaced(4, days: 181)).ground == .tooLittle([.fewPosts(4)]))
    #expect(ruling(spaced(4, days: 183)).verdict == .keep)
    #expect(ruling(spaced(4, days: 182)).rule != "too little seen", "26 weeks to the day")
    #expect(ruling(spaced(5, days: 60)).verdict == .keep)
    #expect(ruling(Here.evidence("none", days: 400, [])).ground == .tooLittle([.noPosts]))
  }

  @Test("all posts in fewer than four separate weeks: a burst is no habit")
  func burst() {
    let burst = Here.evidence(
      "burst", days: 200, Here.posts(from: 60, to: 45, count: 400) { _ in [] })
    #expect(ruling(burst).ground == .tooLittle([.burst(weeks: 3)]))
    let habit = Here.evidence(
      "habit", days: 200, Here.posts(from: 60, to: 41, count: 400) { _ in [] })
    #expect(ruling(habit).rule != "too little seen")
  }

  @Test("the sentences name what is missing, and how long until it is there")
  func words() {
    let found = Assessor.assess(Archetype.newcomer.evidence, prior: .fallback, now: Here.now)
      .suggestion
    #expect(found.howMuchWasSeen.text.contains("it was observed for 10 of 21 days"))
    #expect(found.howMuchWasSeen.text.contains("there is 1 of 5 posts"))
    #expect(found.whatWouldChange.text.contains("another 11 days: so far 10 of 21 days"))
    #expect(found.whatWouldChange.text.contains("4 more posts (at its pace in about"))
    var undated = Evidence(account: Here.key("undated"))
    undated.undatedPosts = 10
    let text = Assessor.assess(undated, prior: .fallback, now: Here.now).suggestion
    #expect(
      text.howMuchWasSeen.text
        == "Its posts carry no dates, so its volume is unknown; 10 posts are known.")
    #expect(text.whatWouldChange.text == "A source that dates its posts.")
  }
}
