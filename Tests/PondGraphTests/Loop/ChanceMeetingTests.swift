import Foundation
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

@Suite("A meeting by chance")
struct ChanceMeetingTests {
  /// An account seen for 400 days that posts every ten days, read until so many days ago.
  private static func overview(
    _ name: String, readUntil last: Double? = 120, answer: Answer? = nil, daysAgo: Double = 200,
    followed: Bool = true, declared: [DeclaredWord] = []
  ) -> AccountOverview {
    let posts = (0..<40).map { index in
      let age = Double(400 - index * 10)
      return ObservedPost(
        at: Here.ago(age), acts: last.map { age >= $0 } ?? false ? [.read] : [], observability: 0.9)
    }
    var evidence = Here.evidence(name, days: 401, posts)
    evidence.declared = declared
    let decision = answer.map {
      Decision(
        account: evidence.account, answer: $0, at: Here.ago(daysAgo), reason: nil,
        evidenceSeen: nil)
    }
    evidence.decision = decision
    let key = evidence.account
    return AccountOverview(
      account: Account(
        id: key.id, key: key, title: name, feed: nil, site: nil, folders: [], tags: [],
        isFollowed: followed, followedAt: nil, importance: nil),
      assessment: Assessor.assess(evidence, prior: .fallback, now: Here.now), decision: decision,
      declared: declared)
  }

  private func met(_ overview: AccountOverview, skips: [AccountKey: Skip] = [:]) -> Bool {
    ChanceMeeting(among: [overview], skips: skips, now: Here.now) != nil
  }

  @Test("in the draw from 90 days on, of reading, of the answer, of passing over")
  func days() {
    #expect(met(Self.overview("a", readUntil: 90)) && !met(Self.overview("a", readUntil: 80)))
    #expect(met(Self.overview("a", answer: .keep, daysAgo: 90)))
    #expect(!met(Self.overview("a", answer: .keep, daysAgo: 89.9)))
    let key = Self.overview("a").account.key
    for (days, isMet) in [(89.0, false), (91, true)] {
      let skip = Skip(number: 1, account: key, at: Here.ago(days))
      #expect(met(Self.overview("a"), skips: [key: skip]) == isMet)
    }
  }

  @Test(
    "only of those who are kept: no other answer, no declared word, nobody who is not followed",
    arguments: [Answer.hold, .thin, .archive, .letGo, .wait, .repair, .follow])
  func kept(answer: Answer) {
    #expect(!met(Self.overview("a", answer: answer)))
    #expect(!met(Self.overview("a", followed: false)))
    #expect(!met(Self.overview("a", declared: [.ambient])))
    #expect(met(Self.overview("a")))
  }

  @Test("that nobody could look is no absence: unasked, what is read of it has to be known (I6)")
  func unknown() {
    let evidence = Here.evidence(
      "a", days: 400, Here.posts(from: 399, to: 1, count: 40, observability: 0) { _ in [] })
    let key = evidence.account
    let blind = AccountOverview(
      account: Account(
        id: key.id, key: key, title: nil, feed: nil, site: nil, folders: [], tags: [],
        isFollowed: true, followedAt: nil, importance: nil),
      assessment: Assessor.assess(evidence, prior: .fallback, now: Here.now), decision: nil)
    #expect(blind.assessment.verdict == .keep && !met(blind))
  }

  @Test("nobody who is asked about anyway, and at most one")
  func asked() {
    let all = ["a", "b", "c"].map { Self.overview($0) }
    let keys = all.map(\.account.key)
    let met = ChanceMeeting(among: all, asked: Set(keys.dropFirst()), now: Here.now)
    #expect(met?.account == keys[0] && met?.keptAt == nil)
    #expect(ChanceMeeting(among: all, asked: Set(keys), now: Here.now) == nil)
    #expect(ChanceMeeting(among: [], now: Here.now) == nil)
  }

  @Test("the same day draws the same, whatever the order; a seed and a day draw others")
  func drawing() {
    let all = (0..<30).map { Self.overview("a\($0)", answer: .keep) }
    let first = ChanceMeeting(among: all, now: Here.now)
    #expect(ChanceMeeting(among: all.reversed(), now: Here.now) == first)
    #expect(first?.keptAt == Here.ago(200))
    let seeded = Set((0..<60).map { ChanceMeeting(among: all, seed: $0, now: Here.now)?.account })
    #expect(seeded.count > 15)
    #expect(
      ChanceMeeting(among: all, seed: 5, now: Here.now)
        == ChanceMeeting(among: all, seed: 5, now: Here.now.addingTimeInterval(86_400)))
  }
}
