import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// The recommendation on a person's own past (model §8).
@Suite("The check on the past")
struct PastCheckTests {
  /// Twenty accounts over 360 days, daily; a quarter of them read at a share of their own, always.
  private func history(_ seed: UInt64) -> [Evidence] {
    var dice = SplitMix64(seed: seed)
    return (0..<20).map { number in
      let share = number % 4 == 0 ? 0.5 + 0.02 * Double(number) : 0.01
      let posts = (0..<360).map { day in
        ObservedPost(
          at: Invented.day(Double(day - 360) + 0.5),
          acts: Double.random(in: 0..<1, using: &dice) < share ? [.read, .liked] : [])
      }
      return Evidence(
        account: Invented.key("a\(number)"),
        observed: [Span(from: Invented.day(-360), to: Invented.now)], posts: posts)
    }
  }

  private func checked(
    _ evidence: [Evidence], rivals: [Rival] = [], days: Double = 90, size: Int? = nil
  ) -> PastCheck? {
    PastCheck(
      evidence, days: days, size: size, minutesPerDay: 1000, rivals: rivals, now: Invented.now
    ) { assessments, caps, price in
      PastChoosing.choice(of: Invented.overviews(assessments), caps: caps, price: price)
    }
  }

  @Test("what is read is captured, blind choice captures its share, the oracle bounds all")
  func captured() throws {
    let check = try #require(checked(history(1)))
    let scores = Dictionary(check.scores.map { ($0.name, $0) }) { $1 }
    let pond = try #require(scores["pond"])
    let oracle = try #require(scores["oracle"])
    #expect(check.size == 5 && check.accounts == 20)
    #expect(pond.captured > 0.9 && pond.captured <= oracle.captured + 1e-9)
    #expect(abs(try #require(scores["chance"]).captured - 0.25) < 0.1)
    #expect(check.scores.first?.name == "pond" && check.scores.last?.name == "oracle")
    #expect(try #require(scores["loudest"]?.lead).upperBound > 0)
    #expect(check.chosenAnew >= 4 && check.stillChosen >= check.chosenAnew)
    #expect(check.paidForDiversity <= Diversity.price + 1e-9)
  }

  @Test(
    "at the same reading nobody is ahead of the oracle; shares are shares (S12)")
  func sameReading() throws {
    for seed in 10..<14 {
      let check = try #require(checked(history(UInt64(seed))))
      let scores = Dictionary(check.scores.map { ($0.name, $0.sameReading) }) { $1 }
      let oracle = try #require(scores["oracle"])
      for (name, score) in scores {
        #expect(score.captured <= oracle.captured + 1e-9, "\(name)")
        #expect((0...1).contains(score.captured) && (0...1).contains(score.voices))
      }
      #expect(scores["pond"] != nil && scores["loudest"] != nil)
      for score in check.scores {
        #expect(score.captured <= (check.scores.last?.captured ?? 0) + 1e-9, "\(score.name)")
      }
    }
  }

  @Test("the last account is read in part, what took nothing is read, nothing given says nothing")
  func lastInPart() {
    let reading = SameReading(share: 0.25, minutes: [10, 30, 0], worths: [4, 12, 1])
    #expect(reading.captured([0, 1, 2], often: [1, 1, 1]) == 4 / 17.0)
    #expect(reading.captured([1, 0, 2], often: [1, 1, 1]) == 4 / 17.0)
    #expect(reading.captured([2, 0, 1], often: [1, 1, 1]) == 5 / 17.0)
    #expect(reading.best == [2, 0, 1])
    #expect(SameReading(share: 1, minutes: [1], worths: [0]).captured([0], often: [1]) == nil)
  }

  @Test("log-loss is that of 0 or 1, whatever credit an act has: the raw rule in its own unit")
  func unit() throws {
    // Read counts a half: of posts that are always read, a raw ratio of 1 foretells every one.
    let always = (0..<20).map { number in
      Evidence(
        account: Invented.key("a\(number)"),
        observed: [Span(from: Invented.day(-360), to: Invented.now)],
        posts: (0..<360).map {
          ObservedPost(at: Invented.day(Double($0 - 360) + 0.5), acts: [.read])
        })
    }
    let found = try #require(checked(always))
    let calibration = try #require(found.calibration)
    #expect(calibration.rawLogLoss < 0.01 && calibration.constantLogLoss < 0.01)
    #expect(calibration.logLoss < 0.1)
  }

  @Test("nothing after the cut is known before it: shuffled futures change no choice")
  func noPeeking() throws {
    let past = history(2)
    let other = history(3)
    let mixed = zip(past, other).map { one, two in
      var evidence = one
      let cut = Invented.day(-90)
      evidence.posts = one.posts.filter { $0.at <= cut } + two.posts.filter { $0.at > cut }
      evidence.decision = Decision(
        account: one.account, answer: .letGo, at: Invented.day(-5), reason: nil, evidenceSeen: nil)
      return evidence
    }
    let holdOuts = [past, mixed].map { HoldOut($0, days: 90, now: Invented.now) }
    #expect("\(holdOuts[0].known)" == "\(holdOuts[1].known)")
  }

  @Test("what was foretold is close to what came, and closer than one share for all")
  func calibration() throws {
    let check = try #require(checked(history(4)))
    let calibration = try #require(check.calibration)
    #expect(calibration.logLoss < calibration.constantLogLoss)
    for bin in calibration.bins { #expect(abs(bin.foretold - bin.came) < 0.15) }
    #expect(calibration.bins.reduce(0) { $0 + $1.posts } == calibration.posts)
  }

  @Test("the same past gives the same check; the order of accounts changes nothing (P8)")
  func repeatable() throws {
    var dice = SplitMix64(seed: 5)
    let evidence = history(5)
    let first = try #require(checked(evidence))
    let second = try #require(checked(evidence.shuffled(using: &dice)))
    #expect("\(first.scores)" == "\(second.scores)")
  }

  @Test("a further rule is scored beside the others, under the same caps")
  func rival() throws {
    let order = (0..<20).map { Invented.key("a\($0)") }
    let check = try #require(checked(history(6), rivals: [Rival(name: "by name", order: order)]))
    let named = try #require(check.scores.first { $0.name == "by name" })
    #expect(named.accounts <= check.size && named.captured < 0.6)
  }

  @Test("a rule keeps its order under both caps, and passes over whoever does not fit")
  func rivalCaps() {
    let keys = (0..<4).map { Invented.key("a\($0)") }
    let costs = Dictionary(uniqueKeysWithValues: zip(keys, [5.0, 20, 4, 1]))
    let rival = Rival(name: "by name", order: keys)
    func kept(_ size: Int, _ budget: Double) -> [String] {
      rival.kept(costs, Caps(size: size, budget: budget)).map { String($0.value.prefix(2)) }
        .sorted()
    }
    #expect(kept(9, 10) == ["a0", "a2", "a3"] && kept(9, 9) == ["a0", "a2"])
    #expect(kept(2, .infinity) == ["a0", "a1"] && kept(9, 0).isEmpty)
  }

  @Test("the same reading: in one's own order, the last one in part; voices are heard whole")
  func sameReadingParts() {
    let reading = SameReading(share: 0.5, minutes: [4, 4, 8], worths: [1, 3, 0])
    #expect(reading.captured([1, 0, 2], often: [1, 1, 1]) == 1)
    #expect(reading.captured([2, 1, 0], often: [1, 1, 1]) == 0)
    let half = SameReading(share: 0.25, minutes: [8, 8], worths: [2, 2])
    #expect(half.captured([0, 1], often: [1, 1]) == 0.25 && half.voices([0, 1]) == 0)
    #expect(reading.voices([1, 2, 0]) == 0.5 && reading.voices([1, 0, 2]) == 1)
    #expect(SameReading(share: 1, minutes: [1], worths: [0]).captured([0], often: [1]) == nil)
    #expect(SameReading(share: 1, minutes: [1], worths: [0]).voices([0]) == 0)
    #expect(reading.best == [1, 0, 2])
  }

  @Test("what is known at a moment is what came up to it; who was seen on one side is left out")
  func cut() {
    var evidence = Evidence(
      account: Invented.key("a"),
      observed: [
        Span(from: Invented.day(-200), to: Invented.day(-150)),
        Span(from: Invented.day(-120), to: Invented.now),
      ],
      posts: [-160, -90, -89].map { ObservedPost(at: Invented.day($0), acts: [.liked]) })
    (evidence.written, evidence.addressed) = ([Invented.day(-90), Invented.day(-89)], [])
    evidence.touched = evidence.written
    evidence.addressed = evidence.written
    let known = evidence.known(at: Invented.day(-90))
    #expect(known.observed.map(\.to) == [Invented.day(-150), Invented.day(-90)])
    #expect(known.posts.count == 2)
    #expect([known.written, known.addressed, known.touched].allSatisfy { $0.count == 1 })
    func cuts(_ days: [(Double, Double)]) -> Bool {
      var one = evidence
      one.observed = days.map { Span(from: Invented.day($0.0), to: Invented.day($0.1)) }
      return HoldOut([one], days: 90, now: Invented.now).known.count == 1
    }
    #expect(cuts([(-200, 0)]) && cuts([(-200, -150), (-80, 0)]))
    #expect(!cuts([(-200, -90)]) && !cuts([(-90, 0)]) && !cuts([(-80, 0)]))
  }

  @Test("too little on either side of the cut says nothing")
  func tooLittle() {
    #expect(checked(Array(history(7).prefix(5))) == nil)
    let unread = history(8).map { evidence in
      var evidence = evidence
      evidence.posts = evidence.posts.map { ObservedPost(at: $0.at) }
      return evidence
    }
    #expect(checked(unread) == nil)
  }
}
