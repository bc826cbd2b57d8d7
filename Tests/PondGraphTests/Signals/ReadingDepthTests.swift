import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Depth of reading (model §5.1)")
struct ReadingDepthTests {
  private func depth(_ posts: [ObservedPost], touched: [Double] = []) -> ReadingDepth? {
    var evidence = Here.evidence("depth", days: 400, posts)
    evidence.touched = touched.map(Here.ago)
    return ReadingDepth(Observation(evidence, now: Here.now))
  }

  @Test("ten posts of ten are read deeper than ten of a hundred")
  func runs() {
    let ten = depth(Here.posts(from: 300, to: 1, count: 10) { _ in [.read] })
    #expect(ten?.longestRun == 10)
    #expect(depth(Here.posts(from: 300, to: 1, count: 100) { $0 % 10 == 0 ? [.read] : [] }) == nil)
    #expect(depth(Here.posts(from: 300, to: 1, count: 4) { _ in [.read] }) == nil)
    #expect(depth(Here.posts(from: 300, to: 1, count: 5) { _ in [.read] })?.longestRun == 5)
  }

  @Test("posts of over 1,500 words that were read, and weeks in which one came by oneself")
  func longPostsAndVisits() {
    func long(_ words: Int) -> ReadingDepth? {
      depth([ObservedPost(at: Here.ago(9), acts: [.read], words: words)])
    }
    #expect(long(1500) == nil && long(1501)?.longPosts == 1)
    #expect(depth([], touched: [3, 20]) == nil)
    #expect(depth([], touched: [3, 20, 40])?.weeksVisited == 3)
  }

  @Test("it is told in words, and changes no verdict")
  func words() {
    let found = Assessor.assess(Archetype.quietBlog.evidence, prior: .fallback, now: Here.now)
    var evidence = Archetype.quietBlog.evidence
    evidence.touched = [3, 20, 40].map(Here.ago)
    let visited = Assessor.assess(evidence, prior: .fallback, now: Here.now)
    #expect(
      visited.suggestion.forKeeping.text.contains("You came to it by yourself in 3 separate weeks.")
    )
    #expect(visited.verdict == found.verdict && visited.signal == found.signal)
    // Of a person it is not told; long posts are, and only where there are any.
    func told(_ kind: AccountKind, words: Int) -> String {
      Assessor.assess(
        Evidence(
          account: AccountKey(kind: kind, value: "a.example"),
          observed: [Span(from: Here.ago(200), to: Here.now)],
          posts: (1...6).map {
            ObservedPost(at: Here.ago(Double(140 - $0 * 20)), acts: [.read], words: words)
          }), prior: .fallback, now: Here.now
      ).suggestion.forKeeping.text
    }
    let row = "You read 6 of its posts in a row"
    #expect(told(.feed, words: 100).contains(row + "."))
    #expect(told(.feed, words: 2000).contains(row + " and 6 posts of over 1,500 words."))
    #expect(!told(.fediverse, words: 2000).contains("in a row"))
  }
}
