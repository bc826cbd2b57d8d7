import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// What a wrong guess costs, and what an answer counts (model §8.1).
@Suite("The loss of a wrong guess (model §8.1)")
struct TastingLossTests {
  /// E[(required − p)₊] and E[(p − required)₊] by Simpson's rule in the log-odds of q, where the density of
  /// a Beta variable has no poles.
  private func integrated(
    a: Double, b: Double, observability: Double, required: Double
  ) -> (short: Double, over: Double) {
    let steps = 40_000
    let (low, high) = (-700 / max(a, 0.1).squareRoot(), 60.0)
    let width = (high - low) / Double(steps)
    var (short, over, mass) = (0.0, 0.0, 0.0)
    for step in 0...steps {
      let odds = low + Double(step) * width
      let density = exp(-a * log1p(exp(-odds)) - b * log1p(exp(odds)))
      let weight = (step == 0 || step == steps ? 1 : step % 2 == 1 ? 4 : 2) * density
      let share = min(1, 1 / (1 + exp(-odds)) / observability)
      mass += weight
      short += weight * max(0, required - share)
      over += weight * max(0, share - required)
    }
    return (short / mass, over / mass)
  }

  @Test(
    "the closed form is the integral, for every sort of share",
    arguments: [
      (0.5, 2.0, 1.0), (0.5, 14.0, 1.0), (3.0, 40.0, 1.0), (1.0, 1.0, 0.3), (0.5, 2.0, 0.1),
      (20.0, 180.0, 1.0), (0.1, 30.0, 0.9),
    ])
  func closedForm(a: Double, b: Double, observability: Double) {
    for required in [0.001, 0.02, 0.0995, 0.3] {
      let share = EngagedShare(
        credit: 0, posts: 0, observability: observability, prior: BetaDistribution(a: a, b: b))
      let expected = integrated(a: a, b: b, observability: observability, required: required)
      let short = share.shortfall(of: required)
      let over = share.mean - required + short
      #expect(abs(short - expected.short) < 2e-6, "a \(a), b \(b), bar \(required)")
      #expect(abs(over - expected.over) < 2e-5, "a \(a), b \(b), bar \(required)")
    }
  }

  @Test("up to the free volume nothing can be lost, and past it the loss rises with volume")
  func volume() {
    let share = EngagedShare(
      credit: 0, posts: 0, observability: 1, prior: Prior.fallback.share)
    let bar = Bar(minutesPerPost: 4)
    func loss(_ rate: Double) -> Double {
      TastingLoss.itemsPerWeek(
        rate: PostingRate(
          posts: rate * 1e6, weeks: 1e6, prior: GammaDistribution(shape: 0.5, rate: 1)),
        share: share, bar: bar)
    }
    #expect(loss(0.9) == 0)
    #expect(loss(1.5) > 0 && loss(1.5) < loss(3) && loss(3) < loss(30) && loss(30) < loss(300))
  }

  @Test("the loss is never below 0, and sinks as one says of post after post the same")
  func sinks() {
    for credit in [0.0, 1] {
      var last = Double.infinity
      for posts in stride(from: 40.0, through: 400, by: 40) {
        let share = EngagedShare(
          credit: credit * posts, posts: posts, observability: 1, prior: Prior.fallback.share)
        let rate = PostingRate(
          posts: 200, weeks: 10, prior: GammaDistribution(shape: 0.5, rate: 1))
        let loss = TastingLoss.itemsPerWeek(rate: rate, share: share, bar: Bar(minutesPerPost: 4))
        #expect(loss >= 0 && loss <= last + 1e-12)
        last = loss
      }
      #expect(last < 0.02)
    }
  }
}

@Suite("Tasted posts in the statistics (model §8.1)")
struct TastedPostTests {
  private func tasted(_ post: ObservedPost, _ answer: TastingAnswer, _ id: String) -> TastedPost {
    TastedPost(
      account: Here.key("loud"), post: PostID(id), published: post.at, answer: answer,
      at: Here.now)
  }

  private func loud(observability: Double = 0) -> Evidence {
    Here.evidence(
      "loud", days: 84,
      Here.posts(from: 84, to: 0.1, count: 400, observability: observability) { _ in [] })
  }

  private func tasted(
    _ evidence: Evidence, _ count: Int, _ answer: (Int) -> TastingAnswer
  ) -> Evidence {
    var evidence = evidence
    evidence.tasted = (0..<count).map { index in
      tasted(evidence.posts[7 + index * 380 / count], answer(index), "post-\(index)")
    }
    return evidence
  }

  private func statistics(_ evidence: Evidence) -> Statistics {
    Statistics(Observation(evidence, now: Here.now))
  }

  @Test("an answer is an observation with observability 1; volume and ladder stay as they are")
  func observation() throws {
    let (before, after) = (loud(), tasted(loud(), 10) { $0 == 0 ? .gladly : .notForMe })
    let (old, new) = (statistics(before), statistics(after))
    #expect(new.posts == old.posts && new.fadedPosts == old.fadedPosts)
    #expect(new.activeWeeks == old.activeWeeks && new.fadedWeeks == old.fadedWeeks)
    #expect(old.observablePosts == 0 && new.observablePosts == 10 && new.tastedPosts == 10)
    #expect(new.observability == 1 && new.engagedPosts == 1)
    let weight = Fading.weight(age: Here.now.timeIntervalSince(after.tasted[0].published) / 604_800)
    #expect(abs(new.fadedCredit - 0.8 * weight) < 1e-12, "gladly counts .8, and fades like an act")
    #expect(new.observableWeeks >= 4)
    #expect(Ladder(Observation(after, now: Here.now)).rung == .unseen)
  }

  @Test(
    "the credits are a table: gladly .8, would read .5, not for me 0, cannot say nothing at all")
  func credits() {
    let table = Credits.standard.tasting
    #expect(table == [.gladly: 0.8, .wouldRead: 0.5, .notForMe: 0])
    let silent = tasted(loud(), 5) { _ in .cannotSay }
    #expect(statistics(silent).observablePosts == 0)
    #expect(Explanation(.credits).text.contains("would-read 0.5"))
  }

  @Test("an answer takes the place of what a reader says of the post; a real act outranks it")
  func realActs() {
    let reader = loud(observability: 0.95)
    let (old, new) = (statistics(reader), statistics(tasted(reader, 6) { _ in .wouldRead }))
    #expect(new.observablePosts == old.observablePosts, "the same posts, six of them answered")
    #expect(new.engagedPosts == 6)
    var acted = reader
    acted.posts = acted.posts.map { ObservedPost(at: $0.at, acts: [.read], observability: 0.95) }
    let both = tasted(acted, 6) { _ in .notForMe }
    #expect(statistics(both) == statistics(acted))
  }

  @Test("an answer about a post that nobody shows any more still counts, by account and date")
  func removedPost() {
    var evidence = tasted(loud(), 8) { _ in .notForMe }
    let gone = Set(evidence.tasted.map(\.published))
    evidence.posts.removeAll { gone.contains($0.at) }
    let seen = statistics(evidence)
    #expect(seen.posts == 392 && seen.observablePosts == 8 && seen.tastedPosts == 8)
    evidence.posts = []
    #expect(statistics(evidence).observablePosts == 8 && statistics(evidence).fadedPosts == 0)
  }

  @Test(
    "nothing seen of attention, twenty blind answers: the wait becomes a verdict with its words")
  func verdict() throws {
    func assessed(_ evidence: Evidence) throws -> Assessment {
      try #require(Assessor.assess([evidence], now: Here.now).first)
    }
    #expect(try assessed(loud()).verdict == .wait)
    let no = try assessed(tasted(loud(), 20) { _ in .notForMe })
    // Forty a week, of which a few may still be worth it: fewer of them, not none.
    #expect(no.verdict == .thin)
    #expect(
      no.suggestion.forLeaving.text.contains(
        "You tasted 20 of its posts blind: none you would read."))
    #expect(no.suggestion.howMuchWasSeen.text.contains("what you tasted, 20 posts"))
    let yes = try assessed(tasted(loud(), 12) { $0 == 0 ? .gladly : .wouldRead })
    #expect(yes.verdict == .keep)
    #expect(
      yes.suggestion.forKeeping.text.contains(
        "You tasted 12 of its posts blind: all you would read, 1 gladly."))
    #expect(!yes.suggestion.forKeeping.text.contains("You came to"), "tasting is not reading")
  }

  @Test(
    "the words count as a person would",
    arguments: [
      (1, 0, 0, "You tasted one of its posts blind: you would not read it."),
      (1, 1, 0, "You tasted one of its posts blind: you would read it."),
      (12, 1, 0, "You tasted 12 of its posts blind: 1 you would read."),
      (12, 3, 3, "You tasted 12 of its posts blind: 3 you would read gladly."),
      (12, 5, 2, "You tasted 12 of its posts blind: 5 you would read, 2 gladly."),
    ])
  func words(posts: Int, wanted: Int, gladly: Int, sentence: String) {
    let said = (0..<posts).map { index in
      TastedPost(
        account: Here.key("a"), post: PostID("\(index)"), published: Here.now,
        answer: index < gladly ? .gladly : index < wanted ? .wouldRead : .notForMe, at: Here.now)
    }
    #expect(TastingTally(said).sentence == sentence)
  }

  @Test("what was answered after the cut is not known in a check of the past")
  func holdOut() {
    let evidence = tasted(loud(observability: 1), 6) { _ in .notForMe }
    let past = HoldOut([evidence], days: 30, now: Here.now)
    #expect(past.known.first?.tasted.isEmpty == true)
  }
}
