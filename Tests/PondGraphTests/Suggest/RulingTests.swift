import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// Each step of model §4, on both sides of its threshold.
@Suite("The order of decision (model §4)")
struct RulingTests {
  private func ruling(_ evidence: Evidence) -> Ruling {
    Ruling(Readings(evidence, now: Here.now))
  }

  private func loud(days: Double, perDay: Double = 10, from: Double? = nil) -> Evidence {
    Here.evidence(
      "loud", days: days,
      Here.posts(from: from ?? days, to: 0.1, count: Int((from ?? days) * perDay)) { _ in [] })
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

  @Test("under 21 days of observing is a trial, and under four weeks never speaks against it (S7)")
  func trial() {
    #expect(ruling(loud(days: 20.9)).verdict == .wait)
    #expect(ruling(loud(days: 24)).verdict == .keep)
    #expect(ruling(loud(days: 24)).ground == .standing)
    #expect(ruling(loud(days: 29)).verdict == .letGo)
  }

  @Test("under five posts waits for half a year; posts of one burst wait for ever")
  func fewPosts() {
    func spaced(_ count: Int, days: Double) -> Evidence {
      Here.evidence(
        "few", days: days,
        Here.posts(from: days - 1, to: 2, count: count, acts: { _ in [.read] }))
    }
    #expect(ruling(spaced(4, days: 181)).ground == .tooLittle([.fewPosts(4)]))
    #expect(ruling(spaced(4, days: 183)).verdict == .keep)
    #expect(ruling(spaced(5, days: 60)).verdict == .keep)
    let burst = Here.evidence(
      "burst", days: 200, Here.posts(from: 60, to: 45, count: 400) { _ in [] })
    #expect(ruling(burst).ground == .tooLittle([.burst(weeks: 3)]))
    #expect(ruling(loud(days: 300, from: 40)).verdict == .letGo)
  }

  @Test("attention that leaves a trace less than one time in five waits")
  func observability() {
    func seen(_ observability: Double) -> Verdict {
      ruling(
        Here.evidence(
          "seen", days: 100,
          Here.posts(from: 99, to: 1, count: 900, observability: observability) { _ in [] })
      ).verdict
    }
    #expect(seen(0.19) == .wait && seen(0.21) == .letGo && seen(0) == .wait)
  }

  @Test("it has ended after three of its long gaps, and half a year at the least")
  func archive() {
    func silent(_ days: Double, gap: Double) -> Verdict {
      ruling(
        Here.evidence(
          "silent", days: days + 10 * gap,
          Here.posts(from: days + 9 * gap, to: days, count: 10) { _ in [.read] })
      ).verdict
    }
    #expect(silent(181, gap: 7) == .keep && silent(183, gap: 7) == .archive)
    #expect(silent(290, gap: 100) == .keep && silent(301, gap: 100) == .archive)
    // Most gaps are short, one in five is long: it is the long ones that count.
    let uneven = Here.evidence(
      "uneven", days: 1200,
      Here.posts(from: 1190, to: 1180, count: 9) { _ in [.read] }
        + Here.posts(from: 1080, to: 1070, count: 9) { _ in [.read] }
        + Here.posts(from: 970, to: 250, count: 7) { _ in [.read] })
    #expect(ruling(uneven).verdict == .keep)
  }

  @Test("words both ways keep what is loud; one side alone does not (S3)")
  func rung() {
    var evidence = loud(days: 200)
    evidence.written = (1...6).map { Here.ago(Double($0) * 20) }
    #expect(Readings(evidence, now: Here.now).ladder.rung == .responding)
    #expect(ruling(evidence).verdict == .letGo)
    evidence.addressed = evidence.written
    #expect(ruling(evidence).ground == .conversing)
  }

  @Test("real signal makes it thin, less makes it let-go")
  func signal() {
    func read(every count: Int) -> Verdict {
      ruling(
        Here.evidence(
          "read", days: 300,
          Here.posts(from: 299, to: 1, count: 15_000) { $0 % count == 0 ? [.read] : [] })
      ).verdict
    }
    #expect(read(every: 200) == .thin && read(every: 1000) == .letGo && read(every: 3) == .keep)
  }

  @Test("below five posts no ratio is told; what was passed over is not engaged with")
  func figures() {
    let four = Assessor.assess(Archetype.quietBlog.evidence, prior: .fallback, now: Here.now)
    #expect(four.snr == nil && four.signal != nil && four.statistics.engagedPosts == 4)
    let ambient = Assessor.assess(
      Archetype.ambientMicroblog.evidence, prior: .fallback, now: Here.now)
    #expect(ambient.snr != nil && ambient.statistics.engagedPosts == 0)
  }

  @Test("being glimpsed counts, saturates, and lifts the worth above the signal (model §3)")
  func worth() {
    let bar = Bar(minutesPerPost: 4)
    func ambient(_ rate: Double) -> Double {
      Worth.ambient(
        rate: PostingRate(posts: rate * 1e6, weeks: 1e6, prior: Prior.fallback.rate), bar: bar)
    }
    #expect(abs(ambient(0.5) - 0.125) < 1e-5)
    #expect(ambient(1000) == Worth.ambience)
    #expect(ambient(0) < 1e-6)
  }
}
