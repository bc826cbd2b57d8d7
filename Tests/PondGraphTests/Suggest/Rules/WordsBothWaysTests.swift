import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("Rule: words both ways (S3)")
struct WordsBothWaysTests {
  private func ruling(written: [Double], addressed: [Double], _ posts: [ObservedPost]) -> Ruling {
    var evidence = Here.evidence("words", days: 300, posts)
    if posts.isEmpty { evidence.observed = [] }
    evidence.written = written.map(Here.ago)
    evidence.addressed = addressed.map(Here.ago)
    return Ruling(Readings(evidence, now: Here.now))
  }

  private let loud = Here.posts(from: 299, to: 1, count: 3000) { _ in [] }

  @Test("three weeks of exchange keep, two do not", arguments: [true, false])
  func weeks(hasPosts: Bool) {
    let posts = hasPosts ? loud : []
    let three = ruling(written: [9, 40, 90], addressed: [8, 41, 91], posts)
    #expect(three.verdict == .keep && three.ground == .conversing)
    let two = ruling(written: [9, 40], addressed: [8, 41], posts)
    #expect(two.verdict == (hasPosts ? .letGo : .wait))
  }

  @Test("it needs no volume: somebody of whom no post is known is kept (E-14)")
  func noPosts() {
    let ruling = ruling(written: [9, 40, 90], addressed: [8, 41, 91], [])
    #expect(ruling.rule == "words both ways")
  }

  @Test("one side alone keeps nobody, however much it says (P9)")
  func oneSide() {
    let many = (1...20).map { Double($0) * 14 }
    #expect(ruling(written: many, addressed: [], loud).verdict == .letGo)
    #expect(ruling(written: [], addressed: many, loud).verdict == .letGo)
  }
}
