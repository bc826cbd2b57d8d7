import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Signals")
struct SignalTests {
  private func statistics(_ evidence: Evidence) -> Statistics {
    Statistics(Observation(evidence, now: Here.now))
  }

  @Test("a post counts by its strongest act; seen counts nothing in any table (model §1)")
  func credits() {
    #expect(Credits.standard.credit(of: []) == 0)
    #expect(Credits.standard.credit(of: [.seen]) == 0)
    #expect(Credits.standard.credit(of: [.opened, .starred, .read]) == 0.5)
    #expect(Credits.standard.credit(of: [.opened, .replied]) == 1)
    var table = Credits.standard
    table[.opened] = 0.4
    table[.seen] = 0.9
    table[.read] = 7
    #expect(table.credit(of: [.opened, .seen]) == 0.4)
    #expect(table[.read] == 1)
  }

  @Test("posts and weeks fade with a half-life of 17 weeks (model §2)")
  func fading() {
    let half = Here.evidence(
      "half", days: 17 * 7, [ObservedPost(at: Here.ago(17 * 7), acts: [.read])])
    let found = statistics(half)
    #expect(abs(found.fadedPosts - 0.5) < 1e-12)
    #expect(abs(found.fadedCredit - 0.25) < 1e-12)
    #expect(abs(found.fadedWeeks - 17 / log(2) * 0.5) < 1e-9)
    #expect(abs(found.weeks - 17) < 1e-9)
    // What was looked at long ago counts less than the same time now; what is to come counts nothing.
    let whole = 17 / log(2.0)
    #expect(abs(Fading.length(oldest: 34, newest: 17) - whole / 4) < 1e-12)
    #expect(abs(Fading.length(oldest: 17, newest: -9) - whole / 2) < 1e-12)
    #expect(Fading.length(oldest: 3, newest: 5) == 0)
    #expect(Fading.weight(age: -3) == 1)
  }

  @Test("a post at the very edge of a stretch lies within it; stretches that touch are one")
  func edges() {
    var evidence = Here.evidence(
      "edges", days: 100, [100, 60, 59, 41, 40, 20, 0].map { ObservedPost(at: Here.ago($0)) })
    evidence.observed = [
      Span(from: Here.ago(100), to: Here.ago(60)), Span(from: Here.ago(40), to: Here.ago(20)),
      Span(from: Here.ago(20), to: Here.ago(10)),
    ]
    let observation = Observation(evidence, now: Here.now)
    #expect(observation.sightings.map { ($0.age * 7).rounded() } == [100, 60, 40, 20])
    #expect(observation.stretches.count == 2)
    #expect(abs(observation.weeks - 70 / 7.0) < 1e-9)
    // What was done so long ago or longer was known then.
    evidence.written = [Here.ago(40), Here.ago(39)]
    evidence.addressed = evidence.written
    evidence.touched = evidence.written
    let before = Observation(evidence, now: Here.now).acts(before: 40 / 7.0)
    #expect(before.sightings.count == 3)
    #expect([before.written, before.addressed, before.touched].allSatisfy { $0.count == 1 })
  }

  @Test("posts of one moment stand in an order that depends on nothing but themselves")
  func sameMoment() {
    let all = [0.1, 0.9].flatMap { observability in
      [PostForm.note, .article].flatMap { form in
        [[], [ActKind.read], [.liked], [.seen]].flatMap { acts in
          [PostKind.original, .repost].flatMap { kind in
            [nil, 1000, 2000].map { words in
              ObservedPost(
                at: Here.ago(3), acts: acts, observability: observability, kind: kind, form: form,
                words: words)
            }
          }
        }
      }
    }
    func order(_ posts: [ObservedPost]) -> [Sighting] {
      var evidence = Here.evidence("same", days: 9, [])
      evidence.posts = posts
      return Observation(evidence, now: Here.now).sightings
    }
    let once = order(all)
    var chance = SplitMix64(seed: 5)
    for _ in 0..<20 { #expect(order(all.shuffled(using: &chance)) == once) }
  }

  @Test("disjoint stretches add up; what lies between them, before them or after now does not (I6)")
  func stretches() {
    var evidence = Here.evidence(
      "gaps", days: 100,
      [110, 90, 70, 50, 30, 10, -5].map { ObservedPost(at: Here.ago($0), acts: []) })
    evidence.observed = [
      Span(from: Here.ago(100), to: Here.ago(65)), Span(from: Here.ago(40), to: Here.ago(20)),
    ]
    let found = statistics(evidence)
    #expect(found.posts == 3)
    #expect(abs(found.weeks - 55 / 7.0) < 1e-9)
    var joined = evidence
    joined.observed.append(Span(from: Here.ago(70), to: Here.ago(35)))
    #expect(abs(statistics(joined).weeks - 80 / 7.0) < 1e-9)
  }

  @Test("a post that no attention source knows is unknown, never passed over (I6)")
  func unknownAttention() {
    let known = Here.posts(from: 100, to: 1, count: 20, observability: 0.9) {
      $0 % 2 == 0 ? [.read] : []
    }
    let unknown = Here.posts(from: 99, to: 2, count: 200, observability: 0) { _ in [] }
    let alone = statistics(Here.evidence("alone", days: 100, known))
    let both = statistics(Here.evidence("both", days: 100, known + unknown))
    #expect(both.posts == 220 && both.observablePosts == 20)
    #expect(both.fadedPosts > 10 * alone.fadedPosts)
    #expect(abs(both.fadedObservablePosts - alone.fadedObservablePosts) < 1e-9)
    #expect(abs(both.observability - 0.9) < 1e-12)
    let none = statistics(Here.evidence("none", days: 100, unknown))
    #expect(none.observability == 0 && none.fadedObservablePosts == 0)
    let liked = Here.posts(from: 100, to: 1, count: 20, observability: 0) { _ in [.liked] }
    #expect(statistics(Here.evidence("liked", days: 100, liked)).observability == 0)
    #expect(EngagedShare(none, prior: Prior.fallback.share) == nil)
  }

  @Test("0 of 1, 0 of 20 and 0 of 2000 come out strictly ordered (model §2)")
  func zerosAreOrdered() {
    let shares = [1.0, 20, 2000].map {
      EngagedShare(credit: 0, posts: $0, observability: 0.9, prior: Prior.fallback.share)
    }
    #expect(shares[0].mean > shares[1].mean && shares[1].mean > shares[2].mean)
    let below = shares.map { $0.chanceBelow(0.05) }
    #expect(below[0] < below[1] && below[1] < below[2])
  }

  @Test("the engaged share is E[min(1, q/o)], as a sum over the density says too")
  func truncatedShare() {
    for (a, b, o) in [(0.5, 2.0, 0.2), (3, 4, 0.5), (8, 2, 0.7), (2, 40, 1)] {
      let prior = BetaDistribution(a: a, b: b)
      let share = EngagedShare(credit: 0, posts: 0, observability: o, prior: prior)
      let steps = 200_000
      let sum = (0..<steps).reduce(0.0) { sum, step in
        let from = Double(step) / Double(steps)
        let weight = prior.chanceBelow(from + 1 / Double(steps)) - prior.chanceBelow(from)
        return sum + weight * min(1, (from + 0.5 / Double(steps)) / o)
      }
      #expect(abs(share.mean - sum) < 1e-6)
    }
  }

  @Test("the chance below the bar is that of ten thousand draws of share and rate")
  func chanceBelowBar() {
    var chance = SplitMix64(seed: 7)
    let bar = Bar(minutesPerPost: 4)
    for (posts, credit) in [(12.0, 0.2), (40, 1.5), (25, 0.0), (300, 20)] {
      let rate = PostingRate(posts: posts, weeks: 15, prior: Prior.fallback.rate)
      let share = EngagedShare(
        credit: credit, posts: posts, observability: 0.9, prior: Prior.fallback.share)
      let draws = 10_000
      let below = (0..<draws).count { _ in
        let drawn = rate.distribution.value(atChance: 1e-9 + chance.unit() * (1 - 2e-9))
        return chance.unit() < share.chanceBelow(bar.required(at: drawn))
      }
      let found = bar.chanceBelow(rate: rate, share: share)
      #expect(abs(found - Double(below) / Double(draws)) < 0.02, "\(posts) posts: \(found)")
    }
  }

  @Test("the chance below the bar is right to a millionth, whatever rate and share")
  func quadratureIsFineEnough() {
    var chance = SplitMix64(seed: 9)
    let fine = Quadrature(count: 400)
    var worst = 0.0
    for _ in 0..<400 {
      let bar = Bar(minutesPerPost: 0.15 + 19 * chance.unit())
      let posts = 5 * pow(10, 3 * chance.unit())
      let share = EngagedShare(
        credit: posts * 0.1 * chance.unit() * chance.unit(), posts: posts, observability: 0.9,
        prior: BetaDistribution(a: 0.1 + chance.unit(), b: 0.5 + 20 * chance.unit()))
      let rate = PostingRate(
        posts: posts, weeks: 1 + 24 * chance.unit(), prior: Prior.fallback.rate)
      let found = bar.chanceBelow(rate: rate, share: share)
      worst = max(worst, abs(found - bar.chanceBelow(rate: rate, share: share, by: fine)))
    }
    #expect(worst < 1e-6, "\(worst)")
  }

  @Test("the short answer to whether the bar is too high is the long one's")
  func surelyAbove() {
    var chance = SplitMix64(seed: 8)
    var answers: Set<Bool> = []
    for _ in 0..<2000 {
      let bar = Bar(minutesPerPost: 0.2 + 8 * chance.unit())
      let posts = pow(10, 3.5 * chance.unit())
      let share = EngagedShare(
        credit: posts * 0.15 * chance.unit(), posts: posts,
        observability: 0.5 + 0.5 * chance.unit(),
        prior: Prior.fallback.share)
      let rate = PostingRate(
        posts: posts, weeks: 1 + 24 * chance.unit(), prior: Prior.fallback.rate)
      let long = bar.chanceBelow(rate: rate, share: share) >= Certainty.needed
      #expect(bar.isTooHigh(rate: rate, share: share) == long)
      answers.insert(long)
    }
    #expect(answers.count == 2)
  }

  @Test("the bar is zero up to the free volume, rises with it, and tends to the price (S1, P4)")
  func bar() {
    let bar = Bar(minutesPerPost: 4)
    #expect(bar.freePosts == 1)
    #expect(bar.required(at: 1) == 0 && bar.required(at: 0) == 0)
    #expect(bar.required(at: 2) == 0.05)
    #expect(bar.required(at: 1e9) <= Bar.price && bar.required(at: 1e9) > 0.0999)
    #expect(Bar(minutesPerPost: 0.2).freePosts == 20)
    // Over the bar exactly where the signal is at least μ(λ − λ₀).
    #expect(abs(bar.required(at: 7) * 7 - Bar.price * 6) < 1e-12)
  }

  @Test("reading costs follow the stored length, else the form (model §3)")
  func readingCost() {
    let lengths: [(Int?, PostForm, Double)] = [
      (240, .note, 1), (1, .article, 0.15), (1_000_000, .article, 20), (nil, .article, 4),
      (nil, .note, 0.2), (nil, .video, 8), (nil, .episode, 20), (-5, .article, 0.15),
    ]
    for (words, form, minutes) in lengths {
      let post = ObservedPost(at: Here.now, form: form, words: words)
      #expect(ReadingCost.minutes(of: post) == minutes)
    }
  }

  @Test("rhythm is the gaps' median and ninetieth percentile; a cut gap makes it at least")
  func rhythm() throws {
    let weekly = Here.evidence(
      "weekly", days: 100, Here.posts(from: 99, to: 1, count: 15) { _ in [] })
    let rhythm = try #require(Rhythm(Observation(weekly, now: Here.now)))
    #expect(abs(rhythm.median.weeks - 1) < 1e-9 && !rhythm.median.isAtLeast)
    #expect(abs(rhythm.silence - 1 / 7.0) < 1e-9)
    let silent = Here.evidence(
      "silent", days: 100, Here.posts(from: 99, to: 50, count: 8) { _ in [] })
    let cut = try #require(Rhythm(Observation(silent, now: Here.now)))
    #expect(cut.median.isAtLeast && abs(cut.silence - 50 / 7.0) < 1e-9)
    let single = Here.evidence("single", days: 100, [ObservedPost(at: Here.ago(4))])
    #expect(Rhythm(Observation(single, now: Here.now)) == nil)
  }

  @Test("time in which nobody looked is neither a gap nor silence (I6)")
  func unobservedIsNotSilence() throws {
    var evidence = Here.evidence(
      "hole", days: 400, Here.posts(from: 395, to: 365, count: 6) { _ in [] })
    evidence.observed = [
      Span(from: Here.ago(400), to: Here.ago(360)), Span(from: Here.ago(20), to: Here.now),
    ]
    let rhythm = try #require(Rhythm(Observation(evidence, now: Here.now)))
    #expect(abs(rhythm.silence - 25 / 7.0) < 1e-9)
    #expect(abs(rhythm.ninetieth.weeks - 6 / 7.0) < 1e-9)
  }

  @Test("a season needs more than a year, returns, and half a year of quiet (model §4)")
  func season() {
    func season(_ starts: [Double], days: Double) -> Season? {
      let posts = starts.flatMap { Here.posts(from: $0 + 30, to: $0, count: 10) { _ in [] } }
      return Season(Observation(Here.evidence("season", days: days, posts), now: Here.now))
    }
    #expect(season([200, 565], days: 700) != nil)
    #expect(season([200], days: 300) == nil)
    #expect(season([120, 485, 850], days: 1000) != nil)
    #expect(season([200, 380], days: 700) == nil)
    // Half of its posts return, and no fewer.
    func season(of ages: [Double]) -> Season? {
      let posts = ages.map { ObservedPost(at: Here.ago($0)) }
      return Season(Observation(Here.evidence("season", days: 800, posts), now: Here.now))
    }
    #expect(season(of: [605, 600, 240, 235, 200, 190, 180, 175]) != nil)
    #expect(season(of: [605, 600, 240, 235, 200, 190, 180, 175, 170]) == nil)
    // A return may be thirty days early or late, and no more.
    let year = 365.25
    for (late, isOne) in [
      (0.0, true), (29.99, true), (30.01, false), (-29.99, true), (-30.01, false),
    ] {
      #expect((season(of: [600, 600 - year + late]) != nil) == isOne, "\(late)")
    }
    // Half a year of quiet, and no less.
    func quiet(_ days: Double) -> Season? {
      let others = [91, year - days].map { 700 - year - $0 }
      return season(of: [700, 700 - year] + others)
    }
    #expect(quiet(182.1) != nil && quiet(181.9) == nil)
  }

  @Test("a season that was missed has ended")
  func missedSeason() {
    let twice = [430.0, 795].flatMap {
      Here.posts(from: $0 + 30, to: $0, count: 12) { _ in [.read] }
    }
    let evidence = Here.evidence("missed", days: 900, twice)
    #expect(Ruling(Readings(evidence, now: Here.now)).verdict == .archive)
  }
}
