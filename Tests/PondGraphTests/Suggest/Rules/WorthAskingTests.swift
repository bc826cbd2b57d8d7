import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: worth asking (S11, P13)")
struct WorthAskingTests {
  private func ruling(_ evidence: Evidence) -> Ruling {
    Ruling(Readings(evidence, now: Here.now))
  }

  private func loud(days: Double) -> Evidence {
    Here.evidence(
      "loud", days: days, Here.posts(from: days, to: 0.1, count: Int(days * 10)) { _ in [] })
  }

  /// A loud account of which attention could be seen for some posts alone, the oldest first.
  private func partly(_ observable: (Int) -> Bool) -> Evidence {
    let posts = Here.posts(from: 300, to: 0.1, count: 3000) { _ in [] }
    return Here.evidence(
      "partly", days: 300,
      posts.enumerated().map { index, post in
        ObservedPost(at: post.at, observability: observable(index) ? 0.9 : 0)
      })
  }

  @Test("attention that leaves a trace less than one time in five")
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

  @Test("observed for fewer than four weeks: days are missing, not volume (E-13)")
  func weeks() {
    #expect(ruling(loud(days: 26)).rule == "worth asking")
    #expect(ruling(loud(days: 27.9)).rule == "worth asking")
    #expect(ruling(loud(days: 28)).verdict == .letGo)
    let found = Assessor.assess(loud(days: 26), prior: .fallback, now: Here.now).suggestion
    #expect(found.verdict == .wait && found.isQuestion)
    #expect(found.howMuchWasSeen.text.contains("it was observed for 26 of 28 days"))
    #expect(found.whatWouldChange.text.contains("another 2 days: so far 26 of 28 days"))
    #expect(!found.whatWouldChange.text.contains("No volume"))
  }

  @Test("attention that could be seen for under five posts, or in under four weeks")
  func fewPosts() {
    let spread = [2250, 2400, 2550, 2700, 2850]
    #expect(ruling(partly { spread.contains($0) }).rule == "nothing against it", "five posts")
    #expect(ruling(partly { spread.dropLast().contains($0) }).rule == "worth asking", "four posts")
    #expect(ruling(partly { $0 > 2830 }).verdict == .wait, "three weeks of them")
    #expect(ruling(partly { $0 > 2790 }).verdict == .letGo, "four weeks of them")
  }

  @Test("attention that has faded below half of the fewest posts")
  func faded() {
    // One post in ten days, the oldest first.
    func old(_ count: Int) -> Ruling {
      ruling(partly { $0 % 100 == 0 && $0 < 100 * count })
    }
    #expect(old(6).ground == .question([.attentionLongAgo]))
    #expect(old(25).rule == "nothing against it")
  }

  @Test("what costs less than a question is not asked about")
  func cheap() {
    let evidence = Here.evidence(
      "cheap", days: 300, Here.posts(from: 299, to: 1, count: 40, observability: 0) { _ in [] })
    #expect(ruling(evidence).verdict == .keep)
  }
}
