import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// What the person could mean to do, from evidence alone.
@Suite("Proposals of what to do")
struct ProposalTests {
  private func overview(
    _ evidence: Evidence, _ answer: Answer? = nil, isFollowed: Bool = true
  ) -> AccountOverview {
    AccountOverview(
      account: Account(
        id: AccountID(evidence.account.value), key: evidence.account, title: evidence.account.value,
        feed: nil, site: nil, folders: [], tags: [], isFollowed: isFollowed, followedAt: nil,
        importance: nil),
      assessment: Assessor.assess(evidence, prior: .fallback, now: Here.now),
      decision: answer.map {
        Decision(
          account: evidence.account, answer: $0, at: Here.ago(100), reason: nil, evidenceSeen: nil)
      })
  }

  private func proposals(
    _ all: [(Evidence, Answer?)], besides intentions: [Intention] = []
  ) -> [Proposal] {
    Proposal.all(
      all.map { overview($0.0, $0.1) }, all.map(\.0), besides: intentions, now: Here.now)
  }

  private func posts(
    _ ages: [Double], acts: [ActKind] = [], observability: Double = 0.9
  ) -> [ObservedPost] {
    ages.map { ObservedPost(at: Here.ago($0), acts: acts, observability: observability) }
  }

  private func addressed(_ name: String, _ age: Double, written: [Double] = []) -> Evidence {
    var evidence = Here.evidence(name, days: 400, [])
    evidence.addressed = [Here.ago(age)]
    evidence.written = written.map(Here.ago)
    return evidence
  }

  @Test("somebody wrote to the person, and they wrote nothing since: within 90 days, not after")
  func addressed() {
    let ground = proposals([(addressed("maren", 90), nil)]).map(\.ground)
    #expect(ground == [.addressed(at: Here.ago(90))])
    #expect(proposals([(addressed("maren", 90.1), nil)]).isEmpty)
    #expect(proposals([(addressed("maren", 10, written: [9]), nil)]).isEmpty)
    #expect(proposals([(addressed("maren", 10, written: [11]), nil)]).count == 1)
  }

  @Test(
    "a kept voice is visited after 45 days and three posts, and only where reading leaves a trace")
  func visit() {
    func ground(
      _ last: Double, _ since: Int, _ answer: Answer?, observability: Double = 0.9
    ) -> [Proposal.Ground] {
      let newer = (0..<since).map { Double($0) + 1 }
      let evidence = Here.evidence(
        "ferry", days: 400,
        posts([last], acts: [.read]) + posts(newer, observability: observability))
      return proposals([(evidence, answer)]).map(\.ground)
    }
    #expect(ground(45, 3, .keep) == [.elsewhere(posts: 3, since: Here.ago(45))])
    #expect(ground(45, 3, .hold).count == 1)
    #expect(ground(44.9, 3, .keep).isEmpty)
    #expect(ground(45, 2, .keep).isEmpty)
    #expect(ground(45, 3, nil).isEmpty && ground(45, 3, .wait).isEmpty)
    #expect(ground(45, 3, .letGo).isEmpty)
    #expect(ground(45, 3, .keep, observability: 0).isEmpty)
  }

  @Test("ten saved posts that nothing shows opened are a shelf, nine are none")
  func shelf() {
    func ground(_ saved: Int, opened: Int = 0) -> [Proposal.Ground] {
      let ages = (1...saved).map(Double.init)
      let evidence = Here.evidence(
        "radio", days: 400,
        posts(ages, acts: [.saved])
          + posts((0..<opened).map { Double($0) + 200 }, acts: [.saved, .read]))
      return proposals([(evidence, nil)]).map(\.ground)
    }
    #expect(ground(10, opened: 5) == [.shelf(posts: 10, accounts: 1)])
    #expect(ground(9, opened: 5).isEmpty)
  }

  @Test("whoever is not followed, or was let go or archived, is proposed to nobody")
  func followedAlone() {
    let evidence = addressed("maren", 10)
    func count(_ answer: Answer?, isFollowed: Bool = true) -> Int {
      Proposal.all(
        [overview(evidence, answer, isFollowed: isFollowed)], [evidence], besides: [], now: Here.now
      ).count
    }
    #expect(count(nil) == 1 && count(.keep) == 1)
    #expect(count(nil, isFollowed: false) == 0 && count(.keep, isFollowed: false) == 0)
    #expect(count(.letGo) == 0 && count(.archive) == 0)
  }

  @Test("nothing is proposed twice, nor for a year after it was dropped")
  func settled() {
    func intention(_ state: Intention.State) -> Intention {
      Intention(
        number: 1, text: "answer", account: addressed("maren", 1).account, due: nil,
        at: Here.ago(500), state: state)
    }
    let maren = [(addressed("maren", 5), Answer?.none)]
    #expect(proposals(maren, besides: [intention(.open)]).isEmpty)
    #expect(proposals(maren, besides: [intention(.done(at: Here.ago(6)))]).count == 1)
    #expect(proposals(maren, besides: [intention(.dropped(at: Here.ago(365)))]).isEmpty)
    #expect(proposals(maren, besides: [intention(.dropped(at: Here.ago(366)))]).count == 1)
  }

  @Test("at most five, the same whatever the order in which the evidence comes")
  func order() {
    var chance = SplitMix64(seed: 52)
    let shelf = Here.evidence("radio", days: 400, posts((1...12).map(Double.init), acts: [.saved]))
    let kept = (0..<4).map { number in
      Here.evidence(
        "kept-\(number)", days: 400,
        posts([60], acts: [.read]) + posts((0..<(3 + number)).map { Double($0) + 1 }))
    }
    let all =
      (0..<4).map { (addressed("a-\($0)", 10 + Double($0)), Answer?.none) }
      + kept.map { ($0, Answer?.some(.keep)) } + [(shelf, nil)]
    let first = proposals(all)
    #expect(first.count == 5)
    #expect(
      first.map(\.account.key.value).prefix(2).allSatisfy {
        $0.contains("a-0") || $0.contains("a-1")
      })
    for _ in 0..<20 {
      #expect(proposals(all.shuffled(using: &chance)) == first)
    }
  }
}
