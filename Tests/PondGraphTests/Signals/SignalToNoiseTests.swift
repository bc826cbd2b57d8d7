import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("The ratio of signal to noise (model §2)")
struct SignalToNoiseTests {
  private func ratio(_ posts: [ObservedPost], days: Double = 400) -> SignalToNoiseRatio? {
    Readings(Here.evidence("ratio", days: days, posts), now: Here.now).ratio
  }

  @Test("it counts posts, not credits: what was opened or read to the last post is no noise (E-15)")
  func countsPosts() throws {
    func all(_ acts: [ActKind]) throws -> SignalToNoiseRatio {
      try #require(ratio(Here.posts(from: 360, to: 1, count: 52) { _ in acts }))
    }
    let (opened, read, answered) = (try all([.opened]), try all([.read]), try all([.replied]))
    #expect(opened == read && read == answered)
    #expect(read.mean > 8 && read.low > 0)
    let half = try #require(
      ratio(Here.posts(from: 360, to: 1, count: 500) { $0 % 2 == 0 ? [.read] : [] }))
    #expect(abs(half.mean) < 0.5)
    #expect(try #require(ratio(Here.posts(from: 360, to: 1, count: 52) { _ in [.seen] })).high < 0)
  }

  @Test("credits weigh the signal: the same posts answered give more a week than opened")
  func creditsWeighTheSignal() throws {
    func signal(_ act: ActKind) throws -> Double {
      let posts = Here.posts(from: 360, to: 1, count: 52) { _ in [act] }
      return try #require(
        Readings(Here.evidence("signal", days: 400, posts), now: Here.now).reading?.signal)
    }
    #expect(try signal(.opened) < signal(.read))
    #expect(try signal(.read) < signal(.replied))
  }

  @Test("below five posts there is too little to say")
  func fewPosts() {
    #expect(ratio(Here.posts(from: 80, to: 1, count: 4) { _ in [.read] }) == nil)
    #expect(ratio(Here.posts(from: 80, to: 1, count: 5) { _ in [.read] }) != nil)
    let hidden = Here.posts(from: 80, to: 1, count: 50, observability: 0) { _ in [.read] }
    #expect(ratio(hidden) == nil, "of fifty posts, none whose reading would have shown")
  }

  @Test("where less than 2.5 is left after fading, the prior would be told as the account's own")
  func faded() {
    // Eight posts of one age: one half-life leaves four, two leave two.
    func eight(_ weeks: Double) -> SignalToNoiseRatio? {
      ratio((0..<8).map { ObservedPost(at: Here.ago(weeks * 7 + Double($0) / 100)) }, days: 900)
    }
    #expect(eight(28.4) != nil && eight(28.7) == nil)
  }

  @Test("the share has an interval of its own, weighed by credits, where the ratio is told")
  func shareInterval() throws {
    let posts = Here.posts(from: 360, to: 1, count: 52) { _ in [.opened] }
    let found = Assessor.assess(
      Here.evidence("opened", days: 400, posts), prior: .fallback, now: Here.now)
    let (share, interval) = (
      try #require(found.actualShare), try #require(found.actualShareInterval)
    )
    #expect(interval.contains(share) && interval.upperBound < 0.6)
    let four = Assessor.assess(Archetype.quietBlog.evidence, prior: .fallback, now: Here.now)
    #expect(four.actualShareInterval == nil)
  }
}
