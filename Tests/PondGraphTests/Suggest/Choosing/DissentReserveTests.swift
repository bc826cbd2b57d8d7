import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

/// Places for voices that one does not simply agree with (S6), and the person's own words (S8).
@Suite("Dissent and declared words")
struct DissentReserveTests {
  /// An account with a post every second day for 200 days: `read` of them read, `liked` starred.
  private func evidence(_ name: String, read: Int, liked: Int = 0, perDay: Int = 1) -> Evidence {
    let posts = (0..<100).map { number -> ObservedPost in
      let acts: [ActKind] = number < liked ? [.read, .starred] : number < read ? [.read] : []
      return ObservedPost(at: Invented.day(-2 * Double(number) - 1), acts: acts)
    }
    return Evidence(
      account: Invented.key(name), observed: [Span(from: Invented.day(-201), to: Invented.now)],
      posts: posts)
  }

  private var list: [Evidence] {
    [
      evidence("dissenter", read: 50), evidence("liked", read: 40, liked: 20),
      evidence("also", read: 40, liked: 15), evidence("rarely", read: 5),
      evidence("usual", read: 30, liked: 12),
    ]
  }

  @Test("who is read often and liked far less than the rest has a place; others have not (S6)")
  func unliked() {
    let reserve = DissentReserve(Invented.overviews(list)).voices(of: 20)
    #expect(reserve == [Invented.key("dissenter")])
    let nobody = [evidence("a", read: 50), evidence("b", read: 40)]
    #expect(DissentReserve(Invented.overviews(nobody)).voices(of: 20).isEmpty)
  }

  @Test("a tenth of the places, one at least; of whom the person said so, all (S6, S8)")
  func places() {
    let many = (0..<8).map { evidence("d\($0)", read: 60 + $0) } + list
    #expect(DissentReserve(Invented.overviews(many)).voices(of: 60).count == 6)
    #expect(DissentReserve(Invented.overviews(many)).voices(of: 5) == [Invented.key("d7")])
    let said = Dictionary(
      uniqueKeysWithValues: ["rarely", "usual", "also"].map {
        (Invented.key($0), [DeclaredWord.challengesMe])
      })
    let reserve = DissentReserve(Invented.overviews(many, declared: said)).voices(of: 10)
    #expect(Set(reserve) == Set(said.keys))
  }

  @Test("the chance of so few is the binomial's")
  func binomial() {
    #expect(abs(DissentReserve.chance(ofAtMost: 0, of: 10, at: 0.5) - pow(0.5, 10)) < 1e-12)
    #expect(abs(DissentReserve.chance(ofAtMost: 1, of: 3, at: 0.25) - 27.0 / 32) < 1e-12)
    #expect(DissentReserve.chance(ofAtMost: 5, of: 5, at: 0.3) == 1)
    #expect(DissentReserve.chance(ofAtMost: 0, of: 5, at: 1) == 0)
  }

  @Test("a declared word keeps whatever the figures say, and says so (S8, P9)")
  func declared() throws {
    let loud = Evidence(
      account: Invented.key("loud"), observed: [Span(from: Invented.day(-90), to: Invented.now)],
      posts: (0..<2000).map { ObservedPost(at: Invented.day(-Double($0) / 23)) })
    let unsaid = try #require(Invented.overviews([loud]).first)
    #expect(unsaid.assessment.verdict == .letGo && unsaid.assessment.rung < .declared)
    for word in [DeclaredWord.trusted, .knownOffline, .challengesMe, .importance(3)] {
      let said = try #require(Invented.overviews([loud], declared: [loud.account: [word]]).first)
      #expect(said.assessment.verdict == .keep)
      let mayTrust = [.trusted, .knownOffline].contains(word)
      #expect((said.assessment.rung == .declared) == mayTrust)
      #expect(said.assessment.suggestion.forKeeping.sentences.first?.hasPrefix("You said") == true)
    }
  }

  @Test("acts with posts that no source shows are acts, and no share of posts (model §5)")
  func touched() throws {
    var evidence = evidence("far", read: 0)
    evidence.touched = [-1.0, -5, -9].map(Invented.day)
    let assessment = try #require(Invented.overviews([evidence]).first).assessment
    #expect(assessment.rung == .attentive && assessment.statistics.engagedPosts == 0)
  }
}
