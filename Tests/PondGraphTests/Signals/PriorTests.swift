import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Priors (model §2)")
struct PriorTests {
  private static func members(
    _ count: Int, share: (Double) -> Double, using chance: inout SplitMix64
  ) -> [Priors.Member] {
    (0..<count).map { index in
      var draw = chance
      let mine = share(draw.unit())
      let posts = Here.posts(from: 170, to: 1, count: 40) { _ in
        draw.happens(mine) ? [.replied] : []
      }
      chance = draw
      let evidence = Here.evidence("member-\(index)", days: 171, posts)
      return Priors.Member(
        kind: .feed, folder: index % 2 == 0 ? "even" : nil,
        statistics: Statistics(Observation(evidence, now: Here.now)))
    }
  }

  @Test("with nothing to learn from, the fall-backs stand")
  func fallback() {
    #expect(Priors([]).prior(kind: .feed, folder: "any") == .fallback)
  }

  @Test("who is not the person's own teaches nothing")
  func others() {
    var chance = SplitMix64(seed: 3)
    let own = Self.members(40, share: { 0.2 * $0 }, using: &chance)
    let others = Self.members(40, share: { 0.8 + 0.2 * $0 }, using: &chance).map {
      Priors.Member(
        kind: $0.kind, folder: $0.folder, statistics: $0.statistics, isOwn: false)
    }
    for folder in [nil, "even"] {
      #expect(
        Priors(own + others).prior(kind: .feed, folder: folder)
          == Priors(own).prior(kind: .feed, folder: folder))
    }
    #expect(Priors(others).prior(kind: .feed, folder: nil) == .fallback)
  }

  @Test("many accounts teach their own mean and spread")
  func recovers() {
    var chance = SplitMix64(seed: 3)
    let narrow = Self.members(300, share: { 0.25 + 0.1 * $0 }, using: &chance)
    let wide = Self.members(300, share: { pow($0, 4) }, using: &chance)
    let first = Priors(narrow).prior(kind: .feed, folder: nil).share
    let second = Priors(wide).prior(kind: .feed, folder: nil).share
    #expect(abs(first.mean - 0.3) < 0.02, "\(first)")
    #expect(abs(second.mean - 0.2) < 0.03, "\(second)")
    #expect(first.a + first.b > 4 * (second.a + second.b))
    #expect(first.a + first.b <= Prior.mostWeight * 1.01)
  }

  @Test("accounts never engaged with are in the fit, and lower it")
  func zerosCount() {
    var chance = SplitMix64(seed: 4)
    let read = Self.members(60, share: { 0.2 + 0.3 * $0 }, using: &chance)
    let silent = Self.members(60, share: { _ in 0 }, using: &chance)
    let with = Priors(read + silent).prior(kind: .feed, folder: nil).share
    let without = Priors(read).prior(kind: .feed, folder: nil).share
    #expect(with.mean < 0.7 * without.mean)
  }

  @Test("a folder of few stays near its kind; a folder of many goes its own way")
  func folders() {
    var chance = SplitMix64(seed: 5)
    func member(_ base: Priors.Member, _ folder: String) -> Priors.Member {
      Priors.Member(kind: .feed, folder: folder, statistics: base.statistics)
    }
    let most = Self.members(200, share: { 0.1 * $0 }, using: &chance).map { member($0, "most") }
    let loved = Self.members(80, share: { 0.6 + 0.2 * $0 }, using: &chance)
    let few = Priors(most + loved.prefix(2).map { member($0, "loved") })
    let many = Priors(most + loved.map { member($0, "loved") })
    func mean(_ priors: Priors) -> Double {
      priors.prior(kind: .feed, folder: "loved").share.mean
    }
    #expect(mean(many) > 0.6)
    #expect(mean(few) < 0.5 && mean(few) > few.prior(kind: .feed, folder: nil).share.mean)
  }

  @Test("the fit stands on the top: no step in any direction is likelier")
  func isTheTop() {
    var chance = SplitMix64(seed: 6)
    let statistics = Self.members(40, share: { $0 * $0 }, using: &chance).map(\.statistics)
    let found = Prior.learnt(from: statistics, around: .fallback, pull: .kind).share
    func height(_ a: Double, _ b: Double) -> Double {
      statistics.reduce(0) { sum, one in
        let (k, n) = (one.fadedCredit, one.fadedObservablePosts)
        return sum + logBeta(a + k, b + n - k) - logBeta(a, b)
      } - 0.5 * (pow(log(a / 0.5), 2) + pow(log(b / 2), 2))
    }
    let top = height(found.a, found.b)
    for angle in stride(from: 0, to: 2 * Double.pi, by: 0.3) {
      let (a, b) = (found.a * exp(0.02 * cos(angle)), found.b * exp(0.02 * sin(angle)))
      #expect(height(a, b) < top)
    }
  }

  private func logBeta(_ a: Double, _ b: Double) -> Double {
    LogGamma(a).value + LogGamma(b).value - LogGamma(a + b).value
  }

  @Test("one account, however extreme, leaves a usable prior", arguments: [0, 1, 5000])
  func extremes(count: Int) {
    for acts in [[ActKind.replied], []] {
      let posts = Here.posts(from: 60, to: 0.1, count: count) { _ in acts }
      let statistics = Statistics(
        Observation(Here.evidence("one", days: 60, posts), now: Here.now))
      let prior = Prior.learnt(from: [statistics], around: .fallback, pull: .kind)
      for parameter in [prior.share.a, prior.share.b, prior.rate.shape, prior.rate.rate] {
        #expect(parameter.isFinite && parameter > 0.001)
      }
    }
  }
}
