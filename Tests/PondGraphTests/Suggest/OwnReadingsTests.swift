import Foundation
import Testing

@testable import PondGraph

/// What an account's posts tell by themselves, taken once and kept without the posts.
@Suite("What an account tells by itself")
struct OwnReadingsTests {
  private static let read = 0.5

  private static func post(
    _ days: Double, _ acts: [ActKind] = [], observability: Double = 0.9
  ) -> ObservedPost {
    ObservedPost(at: Invented.day(-days), acts: acts, observability: observability)
  }

  private static let own = OwnReadings(
    Evidence(
      account: Invented.key("ada"), observed: [Span(from: Invented.day(-40), to: Invented.now)],
      posts: [
        post(35), post(28, [.opened]), post(21, [.read]), post(14, observability: 0),
        post(7, [.starred], observability: 0), post(3),
      ]),
    now: Invented.now)

  @Test("what was passed over is what reading would have added, newest first, where it would show")
  func passedOver() {
    func weight(_ days: Double) -> Double { Fading.weight(age: days / 7) }
    // Three days ago nothing was done; four weeks ago it was opened, a quarter; then nothing.
    let gains = [weight(3) * Self.read, weight(28) * (Self.read - 0.25), weight(35) * Self.read]
    let sums = gains.indices.map { gains[...$0].reduce(0, +) }
    #expect(Self.own.passedOver.count == sums.count)
    for (found, expected) in zip(Self.own.passedOver, sums) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  @Test("what was done with a post counts in words, also where nothing would have shown it")
  func done() {
    #expect(Self.own.engaged == 3)
    #expect(ActKind.all(in: Self.own.acts) == [.opened, .read, .starred])
    #expect(Self.own.likedPosts == 1)
    #expect(Self.own.statistics.observablePosts == 4)
  }

  @Test("the newest post that counts, and when it was met last")
  func last() {
    #expect(Self.own.lastPost == Invented.day(-3))
    #expect(Self.own.lastMet == Invented.day(-7))
    #expect(Self.own.window == Span(from: Invented.day(-40), to: Invented.now))
  }
}
