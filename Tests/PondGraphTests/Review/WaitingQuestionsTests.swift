import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// The questions as a pure function of what is shown: nothing is imported, nothing stored.
@Suite("When is somebody asked about again, and who first (R6)")
struct WaitingQuestionsTests {
  /// Out of reach for a year, so that there is something to ask; `posts` in the last hundred days.
  private func overview(
    _ name: String = "a", posts: Int = 0, folders: [[String]] = [], followedAt: Date? = nil,
    _ decision: (AccountKey) -> Decision? = { _ in nil }
  ) -> AccountOverview {
    let ages = Here.posts(from: 99, to: 1, count: posts) { _ in [] }
    var evidence = Here.evidence(name, days: 100, ages)
    evidence.reachability = .unreachable(since: Here.ago(400))
    let key = evidence.account
    return AccountOverview(
      account: Account(
        id: key.id, key: key, title: name, feed: nil, site: nil, folders: folders, tags: [],
        isFollowed: true, followedAt: followedAt, importance: nil),
      assessment: Assessor.assess([evidence], now: Here.now)[0], decision: decision(key))
  }

  private func isAsked(_ overview: AccountOverview) -> Bool {
    !Questions(among: [overview], now: Here.now).asked().isEmpty
  }

  private func waits(_ age: Double, trial: Int? = nil, posts: Int = 0) -> Bool {
    !isAsked(
      overview(posts: posts) {
        Decision(
          account: $0, answer: .wait, at: Here.ago(age), reason: nil, evidenceSeen: nil,
          trialDays: trial)
      })
  }

  @Test("waiting lasts four weeks; a wait that begins in the future is over")
  func patience() {
    #expect(waits(0) && waits(27.9) && !waits(28))
    #expect(waits(-0.9) && waits(-1) && !waits(-1.1))
  }

  @Test("a trial lasts its days and until there are five posts, half a year at most")
  func trials() {
    #expect(waits(29, trial: 30, posts: 5) && !waits(30, trial: 30, posts: 5))
    #expect(waits(30, trial: 30, posts: 4) && !waits(30, trial: 30, posts: 6))
    #expect(waits(181, trial: 30) && !waits(182, trial: 30))
    #expect(waits(182, trial: 200) && !waits(200, trial: 200))
    #expect(waits(-1, trial: 30, posts: 5) && !waits(-1.1, trial: 30, posts: 5))
  }

  @Test("who is kept is asked about after a year, or at twice the posts and one more a week")
  func kept() {
    func rests(_ age: Double, before: Double?, posts: Int = 0) -> Bool {
      !isAsked(
        overview(posts: posts) {
          Decision(
            account: $0, answer: .keep, at: Here.ago(age), reason: nil, evidenceSeen: nil,
            postsPerWeek: before)
        })
    }
    #expect(rests(365, before: nil) && !rests(365.25, before: nil))
    let rate = overview(posts: 100).assessment.postsPerWeek ?? 0
    #expect(rate > 4)
    #expect(!rests(1, before: rate / 2, posts: 100))
    #expect(rests(1, before: rate / 2 + 0.001, posts: 100))
    #expect(rests(1, before: nil, posts: 100))
    // Twice next to nothing is next to nothing.
    let few = overview(posts: 10).assessment.postsPerWeek ?? 0
    #expect(few < 1 && rests(1, before: 0, posts: 10))
    let one = overview(posts: 20).assessment.postsPerWeek ?? 0
    #expect(one > 1)
    #expect(!rests(1, before: one - 1, posts: 20) && rests(1, before: one - 0.999, posts: 20))
  }

  @Test(
    "what costs something and is unknown is asked about first, the most minutes before (model §4.7, S11)"
  )
  func worthAsking() {
    func unread(_ name: String, posts: Int, _ answer: Answer? = nil) -> AccountOverview {
      let evidence = Here.evidence(
        name, days: 100, Here.posts(from: 99, to: 1, count: posts, observability: 0) { _ in [] })
      let key = evidence.account
      return AccountOverview(
        account: Account(
          id: key.id, key: key, title: name, feed: nil, site: nil, folders: [], tags: [],
          isFollowed: true, followedAt: nil, importance: nil),
        assessment: Assessor.assess([evidence], now: Here.now)[0],
        decision: answer.map {
          Decision(account: key, answer: $0, at: Here.ago(1), reason: nil, evidenceSeen: nil)
        })
    }
    let all = [
      overview("broken", posts: 200), unread("a", posts: 300), unread("b", posts: 900),
      unread("quiet", posts: 9), unread("kept", posts: 900, .keep),
      unread("waiting", posts: 900, .wait),
    ]
    let asked = Questions(among: all, now: Here.now)
    #expect(asked.asked().compactMap(\.account.title) == ["b", "a", "broken"])
    #expect(asked.asked(.quietest).count == 3)
    #expect(all[1].assessment.rule == "worth asking")
  }

  @Test("the orders: each by its figure, equals by their keys, the unknown last")
  func orders() {
    let all = [
      overview("c", posts: 50, folders: [["B"]], followedAt: Here.ago(1)),
      overview("b", posts: 50, folders: [["A", "x"]]),
      overview("a", posts: 5, folders: [["B"]], followedAt: Here.ago(2)),
      overview("e", posts: 5, folders: [[]], followedAt: Here.ago(1)),
      overview("d", posts: 9, folders: [["B"]]),
    ]
    func names(_ order: QuestionOrder) -> String {
      order.applied(to: all, now: Here.now).compactMap(\.account.title).joined()
    }
    #expect(names(.costliest) == "bcdae")
    #expect(names(.quietest) == "aedbc")
    #expect(names(.oldest) == "acebd")
    #expect(names(.folder) == "bcdae")
    #expect(names(.random).count == 5)
  }

  @Test("of whom nothing is known: the longest silence first, then who was followed longest")
  func untouched() {
    func silent(_ name: String, followedAt: Date? = nil) -> AccountOverview {
      let key = AccountKey(kind: .x, value: name)
      return AccountOverview(
        account: Account(
          id: key.id, key: key, title: name, feed: nil, site: nil, folders: [], tags: [],
          isFollowed: true, followedAt: followedAt, importance: nil),
        assessment: Assessor.assess([Evidence(account: key)], now: Here.now)[0], decision: nil)
    }
    let all = [
      silent("f"), silent("e"), silent("d", followedAt: Here.ago(9)),
      silent("c", followedAt: Here.ago(20)), silent("b"), silent("a"),
    ]
    let days: [String: Double] = ["a": 30, "b": 300]
    let untouched = all.map { one in
      Untouched(
        account: one.account.key,
        covered: Span(from: Here.ago(days[one.account.key.value] ?? 100), to: Here.now),
        lastAddressed: one.account.title == "b" ? Here.ago(50) : nil)
    }
    let asked = Questions(
      among: all, untouched: Dictionary(uniqueKeysWithValues: untouched.map { ($0.account, $0) }),
      now: Here.now
    ).asked()
    // Who wrote to the person comes last, however long the file that tells of it.
    #expect(asked.compactMap(\.account.title).joined() == "cdefab")
  }
}
