import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// The properties of model §9 that the signals and the verdicts keep, each over 500 seeded cases.
@Suite("Properties (model §9)")
struct PropertyTests {
  private static let seeds = 0..<500 as Range<UInt64>

  private static func readings(_ evidence: Evidence, prior: Prior = .fallback) -> Readings {
    Readings(evidence, prior: prior, now: Here.now)
  }

  /// Runs one case for each seed.
  private func forEach(_ body: (inout RandomEvidence, UInt64) throws -> Void) rethrows {
    for seed in Self.seeds {
      var random = RandomEvidence(seed: seed)
      try body(&random, seed)
    }
  }

  @Test("S1: at equal quality ten times the volume needs a strictly higher share")
  func volume() {
    forEach { random, seed in
      let bar = Bar(minutesPerPost: 0.15 + 20 * random.unit())
      let rate = bar.freePosts * pow(10, -0.99 + 4 * random.unit())
      #expect(bar.required(at: 10 * rate) > bar.required(at: rate), "seed \(seed)")
      #expect(bar.required(at: 10 * rate) <= Bar.price)
    }
  }

  @Test("P4: without posts noise tends to nothing, and nothing is suggested")
  func silence() {
    var last = Double.infinity
    for weeks in [1.0, 4, 26, 104, 1040] {
      let rate = PostingRate(
        posts: 0, weeks: Fading.length(oldest: weeks, newest: 0), prior: Prior.fallback.rate)
      #expect(rate.mean < last)
      last = rate.mean
      let evidence = Here.evidence("nothing", days: weeks * 7, [])
      #expect(Ruling(Self.readings(evidence)).verdict == .wait)
    }
    #expect(last < 0.02)
  }

  @Test("P4: up to the free volume never let-go; longer posts never lower the bar")
  func freeVolume() {
    forEach { random, seed in
      let evidence = random.account()
      let readings = Self.readings(evidence)
      if let rate = readings.rate, rate.mean <= readings.bar.freePosts {
        #expect(Ruling(readings).verdict != .letGo, "seed \(seed)")
        #expect(Ruling(readings).verdict != .thin, "seed \(seed)")
      }
      var longer = evidence
      longer.posts = evidence.posts.map {
        ObservedPost(
          at: $0.at, acts: $0.acts, observability: $0.observability, kind: $0.kind, form: $0.form,
          words: Int(ReadingCost.minutes(of: $0) * 300))
      }
      let rate = 10 * random.unit()
      #expect(
        Self.readings(longer).bar.required(at: rate) >= readings.bar.required(at: rate) - 1e-12,
        "seed \(seed)")
    }
  }

  @Test("P5: engaging with one more post raises signal, lowers noise, never newly lets go")
  func oneMoreAct() throws {
    try forEach { random, seed in
      let evidence = random.weighable()
      var engaged = evidence
      let index = random.index(below: evidence.posts.count)
      let post = evidence.posts[index]
      guard Credits.standard.credit(of: post.acts) < 1 else { return }
      engaged.posts[index] = ObservedPost(
        at: post.at, acts: post.acts + [.replied], observability: post.observability,
        kind: post.kind, form: post.form, words: post.words)
      let (before, after) = (Self.readings(evidence), Self.readings(engaged))
      let (old, new) = (try #require(before.reading), try #require(after.reading))
      #expect(new.signal > old.signal && new.noise < old.noise, "seed \(seed)")
      let (was, now) = (Ruling(before).verdict, Ruling(after).verdict)
      #expect(now != .letGo || was == .letGo, "seed \(seed): \(was) \(now)")
      #expect(!(was == .keep && now == .thin), "seed \(seed)")
    }
  }

  @Test("P6: one more post passed over raises noise and P(below), lowers p; the bar never falls")
  func oneMorePost() throws {
    try forEach { random, seed in
      let evidence = random.weighable()
      guard let model = evidence.posts.first else { return }
      var louder = evidence
      louder.posts.append(
        ObservedPost(
          at: Here.ago(180 * random.unit()), acts: [], observability: model.observability,
          form: model.form))
      let (before, after) = (Self.readings(evidence), Self.readings(louder))
      let (old, new) = (try #require(before.reading), try #require(after.reading))
      #expect(new.noise > old.noise, "seed \(seed)")
      let (p, q) = (try #require(before.share), try #require(after.share))
      #expect(q.mean < p.mean, "seed \(seed)")
      let (below, above) = (
        try #require(before.chanceBelowBar), try #require(after.chanceBelowBar)
      )
      #expect(above >= below - 1e-6, "seed \(seed): \(below) \(above)")
      let (slow, fast) = (try #require(before.rate), try #require(after.rate))
      let bars = (before.bar.required(at: slow.mean), after.bar.required(at: fast.mean))
      #expect(bars.1 >= bars.0 && bars.1 <= Bar.price, "seed \(seed)")
    }
  }

  @Test("P7: many posts give the raw ratio, none the prior; the interval narrows")
  func limits() {
    forEach { random, seed in
      let raw = 0.02 + 0.9 * random.unit()
      func share(_ posts: Double) -> EngagedShare {
        EngagedShare(
          credit: raw * posts, posts: posts, observability: 1, prior: Prior.fallback.share)
      }
      #expect(abs(share(1e7).mean - raw) < 1e-5, "seed \(seed)")
      #expect(share(0).traced == Prior.fallback.share)
      let widths = [5.0, 50, 500, 50_000].map { posts in
        let ratio = SignalToNoiseRatio(
          engaged: raw * posts, posts: posts, prior: Prior.fallback.share)
        #expect(ratio.low < ratio.mean && ratio.mean < ratio.high, "seed \(seed)")
        return ratio.high - ratio.low
      }
      #expect(widths == widths.sorted(by: >), "seed \(seed)")
    }
  }

  @Test("P8: the order of posts, of acts and of accounts changes nothing, to the last bit")
  func order() {
    for seed in Self.seeds where seed.isMultiple(of: 20) {
      var random = RandomEvidence(seed: seed)
      let accounts = (0..<20).map { random.account($0) }
      let mixed = random.shuffled(accounts).map { evidence in
        var evidence = evidence
        evidence.posts = random.shuffled(evidence.posts)
        evidence.written = random.shuffled(evidence.written)
        evidence.addressed = random.shuffled(evidence.addressed)
        evidence.observed.reverse()
        return evidence
      }
      let first = Assessor.assess(accounts, now: Here.now)
      let second = Assessor.assess(mixed, now: Here.now)
      #expect(first.map(Told.init) == second.map(Told.init), "seed \(seed)")
    }
  }

  @Test("P12: new names for the accounts change the names and nothing else")
  func relabelling() {
    for seed in Self.seeds where seed.isMultiple(of: 20) {
      var random = RandomEvidence(seed: seed)
      let accounts = (0..<20).map { random.account($0) }
      let order = random.shuffled(Array(0..<20))
      let renamed = zip(accounts, order).map { evidence, place in
        var evidence = evidence
        evidence.account = Here.key("renamed-\(place)")
        return evidence
      }
      let names = Dictionary(
        uniqueKeysWithValues: zip(renamed.map(\.account), accounts.map(\.account)))
      let first = Assessor.assess(accounts, now: Here.now).map(Told.init)
      let second = Assessor.assess(renamed, now: Here.now).map { assessment in
        Told(assessment, name: names[assessment.account] ?? assessment.account)
      }
      #expect(Set(first) == Set(second), "seed \(seed)")
    }
  }

  @Test("P14: all times moved together give the same figures, words and verdicts")
  func moved() {
    for seed in Self.seeds where seed.isMultiple(of: 10) {
      var random = RandomEvidence(seed: seed)
      let accounts = (0..<10).map { random.account($0) }
      let shift = (random.unit() * 1e9).rounded()
      let later = accounts.map { $0.moved(by: shift) }
      let first = Assessor.assess(accounts, now: Here.now)
      let second = Assessor.assess(later, now: Here.now.addingTimeInterval(shift))
      #expect(first.map(\.suggestion) == second.map(\.suggestion), "seed \(seed)")
      #expect(first.map(\.signal) == second.map(\.signal), "seed \(seed)")
    }
  }

  @Test("P10: a person's word stands against every figure, and a re-run is a fixed point (S8)")
  func word() {
    forEach { random, seed in
      var evidence = random.account()
      let answer = Answer.allCases[random.index(below: Answer.allCases.count)]
      evidence.decision = Decision(
        account: evidence.account, answer: answer, at: Here.ago(3000), reason: nil,
        evidenceSeen: nil)
      if random.unit() < 0.3 { evidence.reachability = .unreachable(since: Here.ago(9)) }
      let assessment = Assessor.assess(evidence, prior: .fallback, now: Here.now)
      #expect(assessment.verdict == answer.verdict, "seed \(seed)")
      if answer == .keep || answer == .hold { #expect(assessment.verdict == .keep) }
      let again = Assessor.assess(evidence, prior: .fallback, now: Here.now)
      #expect(again.suggestion == assessment.suggestion)
    }
  }

  @Test("P13: where attention would hardly leave a trace, never let-go")
  func faintAttention() {
    forEach { random, seed in
      var evidence = random.weighable()
      let observability = 0.2 * random.unit()
      evidence.posts = evidence.posts.map {
        ObservedPost(at: $0.at, acts: [], observability: observability, form: $0.form)
      }
      #expect(Ruling(Self.readings(evidence)).verdict != .letGo, "seed \(seed)")
    }
  }

  @Test("P15: posts from before the follow date change nothing (I6)")
  func beforeTheFollow() {
    forEach { random, seed in
      let evidence = random.account()
      guard let first = evidence.observed.map(\.from).min() else { return }
      var older = evidence
      let earlier = (1...40).map { ObservedPost(at: first.addingTimeInterval(-3600 * Double($0))) }
      older.posts = earlier + evidence.posts
      let (before, after) = (Self.readings(evidence), Self.readings(older))
      #expect(before.statistics == after.statistics, "seed \(seed)")
      #expect(Ruling(before) == Ruling(after), "seed \(seed)")
    }
  }

  @Test("P16: without its data an account is waited for or repaired, never let go")
  func removedData() {
    forEach { random, seed in
      var evidence = random.account()
      if random.unit() < 0.5 { evidence.posts = [] }
      if random.unit() < 0.5 || !evidence.posts.isEmpty {
        (evidence.observed, evidence.posts) = ([], [])
      }
      (evidence.written, evidence.addressed) = ([], [])
      if random.unit() < 0.3 { evidence.reachability = .unreachable(since: Here.ago(9)) }
      let verdict = Ruling(Self.readings(evidence)).verdict
      #expect(verdict == .wait || verdict == .repair, "seed \(seed): \(verdict)")
    }
  }

  @Test("S4: an ambient account whose engagement is set to zero is never let go")
  func ambient() {
    forEach { random, seed in
      let days = 60 + 300 * random.unit()
      let perWeek = 19 * random.unit()
      let count = Int(days / 7 * perWeek)
      let posts = (0..<count).map { _ in
        ObservedPost(at: Here.ago(days * random.unit()), acts: [.seen], form: .note)
      }
      let evidence = Here.evidence("ambient", days: days, posts)
      let readings = Self.readings(evidence)
      // Luck of the draw may put more posts into the recent weeks than the free volume holds.
      guard let rate = readings.rate, rate.mean <= readings.bar.freePosts else { return }
      #expect(Ruling(readings).verdict != .letGo, "seed \(seed)")
    }
  }
}

/// What an assessment tells, to be compared whole.
private struct Told: Hashable {
  let account: AccountKey
  let suggestion: Suggestion
  let statistics: Statistics
  let figures: [Double?]
  let rung: Rung

  init(_ assessment: Assessment) {
    self.init(assessment, name: assessment.account)
  }

  init(_ assessment: Assessment, name: AccountKey) {
    account = name
    suggestion = assessment.suggestion
    statistics = assessment.statistics
    figures = [
      assessment.postsPerWeek, assessment.signal, assessment.noise,
      assessment.snr?.mean, assessment.snr?.low, assessment.snr?.high,
      assessment.probabilityBelowBar, assessment.minutesPerWeek, assessment.ladder.depth,
    ]
    rung = assessment.rung
  }
}

extension Evidence {
  /// The same evidence at another time.
  fileprivate func moved(by seconds: TimeInterval) -> Evidence {
    func move(_ date: Date) -> Date { date.addingTimeInterval(seconds) }
    var moved = self
    moved.observed = observed.map { Span(from: move($0.from), to: move($0.to)) }
    moved.posts = posts.map {
      ObservedPost(
        at: move($0.at), acts: $0.acts, observability: $0.observability, kind: $0.kind,
        form: $0.form, words: $0.words)
    }
    moved.written = written.map(move)
    moved.addressed = addressed.map(move)
    return moved
  }
}
