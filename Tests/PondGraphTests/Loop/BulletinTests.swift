import Foundation
import PondTestSupport
import Testing

@testable import PondGraph

private typealias Here = Neighbourhood

/// What changed in a stretch of time: `pond news`.
@Suite("News: what changed, each once")
struct BulletinTests {
  /// Posts at these ages in days, seen throughout.
  private func evidence(_ name: String, _ ages: [Double], days: Double = 400) -> Evidence {
    Here.evidence(
      name, days: days, ages.map { ObservedPost(at: Here.ago($0), acts: [], observability: 0) })
  }

  private func overview(_ evidence: Evidence, followedAt: Date? = nil) -> AccountOverview {
    AccountOverview(
      account: Account(
        id: AccountID(evidence.account.value), key: evidence.account, title: evidence.account.value,
        feed: nil, site: nil, folders: [], tags: [], isFollowed: true, followedAt: followedAt,
        importance: nil),
      assessment: Assessor.assess(evidence, prior: .fallback, now: Here.now), decision: nil)
  }

  private func news(
    _ all: [Evidence], days: Double = 30, now: Date = Here.now, followedAt: Date? = nil,
    gone: [(String, Date)] = [], failing: [(String, Date)] = []
  ) -> Bulletin {
    let overviews = all.map { overview($0, followedAt: followedAt) }
    let failing = failing.map { name, since in
      (account: overview(evidence(name, [])).account, since: since)
    }
    let gone = gone.map { name, due in (account: overview(evidence(name, [])).account, due: due) }
    return Bulletin(
      Bulletin.Input(overviews: overviews, evidence: all, gone: gone, failing: failing),
      since: now.addingTimeInterval(-days * 86_400), now: now)
  }

  /// The kinds of news, without who costs most.
  private func kinds(_ bulletin: Bulletin) -> [String] {
    bulletin.items.filter(\.isChange).map { item in
      switch item {
      case .returned(let account, _, _): "returned \(account.key.value.dropLast(13))"
      case .fellSilent(let account, _, _): "silent \(account.key.value.dropLast(13))"
      case .changed(let account, let before, let after, _):
        "\(before < after ? "more" : "less") \(account.key.value.dropLast(13))"
      case .new(let accounts): "new \(accounts.count)"
      case .trialOver(let accounts): "trial over \(accounts.count)"
      case .maybeMissed(let accounts): "missed? \(accounts.count)"
      case .unreachable(let accounts): "unreachable \(accounts.count)"
      case .costliest: ""
      }
    }
  }

  private func daily(from oldest: Int, to newest: Int, each: Int = 1) -> [Double] {
    stride(from: oldest, through: newest, by: -1).flatMap { day in
      (0..<each).map { Double(day) + Double($0) / Double(each + 1) }
    }
  }

  @Test("a long silence is named when it became one, and its end when somebody returned")
  func silences() throws {
    // Every other day, then nothing for the last 40 days.
    let quiet = evidence("quiet", stride(from: 200.0, through: 40, by: -2).map { $0 })
    let bulletin = news([quiet])
    #expect(kinds(bulletin) == ["silent quiet"])
    guard case .fellSilent(_, let since, let ninetieth)? = bulletin.items.first else {
      return #expect(Bool(false))
    }
    #expect(since == Here.ago(40) && abs(ninetieth - 2 / 7.0) < 1e-9)
    // It became one at 28 days: not in the ten days up to now, nor a month earlier.
    #expect(kinds(news([quiet], days: 10)).isEmpty)
    let returned = evidence("back", stride(from: 300.0, through: 100, by: -2).map { $0 } + [5])
    let back = news([returned])
    #expect(kinds(back) == ["returned back"])
    guard case .returned(_, let weeks, let at)? = back.items.first else {
      return #expect(Bool(false))
    }
    #expect(abs(weeks - 95 / 7.0) < 1e-9 && at == Here.ago(5))
    #expect(kinds(news([returned], days: 4)).isEmpty)
  }

  @Test("a silence that the rhythm explains is none, and time in which nobody looked is no silence")
  func noSilence() {
    let slow = evidence("slow", stride(from: 390.0, through: 60, by: -30).map { $0 })
    #expect(kinds(news([slow])).isEmpty)
    var unseen = evidence("unseen", stride(from: 200.0, through: 40, by: -2).map { $0 })
    unseen = Evidence(
      account: unseen.account, observed: [Span(from: Here.ago(400), to: Here.ago(39))],
      posts: unseen.posts)
    #expect(kinds(news([unseen])).isEmpty)
    // Three times the gap that nine in ten do not exceed, here two weeks.
    for (days, isLong) in [(41.9, false), (42.1, true)] {
      let ages = (0..<12).reversed().map { days + Double($0) * 14 }
      #expect(kinds(news([evidence("slow", ages)])) == (isLong ? ["silent slow"] : []), "\(days)")
      let ended = evidence("slow", ages.map { $0 + 5 } + [5])
      #expect(kinds(news([ended])) == (isLong ? ["returned slow"] : []), "\(days)")
    }
    // Too few posts are no rhythm.
    #expect(kinds(news([evidence("few", [200, 198, 196, 194])])).isEmpty)
  }

  @Test("a change of volume is told with both rates, in the stretch in which it came, once")
  func volume() throws {
    let louder = evidence("louder", daily(from: 300, to: 36) + daily(from: 35, to: 0, each: 4))
    guard
      case .changed(_, let before, let after, let since)? = news([louder]).items.first
    else { return #expect(Bool(false), "\(kinds(news([louder])))") }
    #expect(abs(before - 7) < 0.7 && abs(after - 28) < 2)
    #expect(abs(since.timeIntervalSince(Here.ago(35))) <= 7 * 86_400)
    #expect(kinds(news([louder], days: 7)).isEmpty)
    // Imported nine days ago, and not since: the weeks that were seen tell as much.
    var stale = evidence("stale", daily(from: 300, to: 45) + daily(from: 44, to: 10, each: 4))
    stale.observed = [Span(from: Here.ago(400), to: Here.ago(9))]
    #expect(kinds(news([stale])) == ["more stale"])
    let quieter = evidence("quieter", daily(from: 300, to: 42, each: 3) + [30, 20, 10])
    #expect(kinds(news([quieter])) == ["less quieter"])
  }

  @Test("steady posting, and posting in bursts, is no change: under 2 in 100 of 500 invented pasts")
  func falseAlarms() {
    var random = SplitMix64(seed: 16)
    var alarms = 0
    for round in 0..<500 {
      let perDay = Double.random(in: 0.05...3, using: &random)
      let burst = round.isMultiple(of: 2) ? 1 : Int.random(in: 2...8, using: &random)
      var ages: [Double] = []
      for day in 0..<364 {
        let isDay = Double.random(in: 0..<1, using: &random) < perDay / Double(burst)
        let count = isDay ? max(1, Int((perDay).rounded(.up))) * burst : 0
        ages += (0..<count).map { _ in Double(day) + Double.random(in: 0..<1, using: &random) }
      }
      let observation = Observation(evidence("steady", ages), now: Here.now)
      if VolumeChange(observation, within: 52) != nil { alarms += 1 }
    }
    #expect(alarms < 10, "\(alarms) of 500")
  }

  @Test("of whom the person does not follow, or let go, there is no news")
  func followedAlone() {
    let one = evidence("a", daily(from: 300, to: 40))
    func count(_ answer: Answer?, isFollowed: Bool = true) -> Int {
      let shown = overview(one)
      let account = Account(
        id: shown.account.id, key: shown.account.key, title: "a", feed: nil, site: nil, folders: [],
        tags: [], isFollowed: isFollowed, followedAt: nil, importance: nil)
      let decision = answer.map {
        Decision(account: account.key, answer: $0, at: Here.ago(50), reason: nil, evidenceSeen: nil)
      }
      let input = AccountOverview(
        account: account, assessment: shown.assessment, decision: decision)
      return Bulletin(
        Bulletin.Input(overviews: [input], evidence: [one], gone: [], failing: []),
        since: Here.ago(30), now: Here.now
      ).items.count { $0.isChange }
    }
    #expect(count(nil) == 1 && count(.keep) == 1)
    #expect(count(nil, isFollowed: false) == 0 && count(.keep, isFollowed: false) == 0)
    #expect(count(.letGo) == 0 && count(.archive) == 0)
  }

  @Test("who is new, and who cannot be reached since then; the same whatever comes first")
  func newAndUnreachable() {
    let steady = [evidence("a", daily(from: 300, to: 0)), evidence("b", daily(from: 300, to: 0))]
    let bulletin = news(
      steady, followedAt: Here.ago(12), failing: [("c", Here.ago(3)), ("d", Here.ago(90))])
    #expect(kinds(bulletin) == ["new 2", "unreachable 1"])
    #expect(kinds(news(steady.reversed(), followedAt: Here.ago(12))) == ["new 2"])
    // Three weeks after the following, to the moment.
    #expect(kinds(news(steady, followedAt: Here.ago(50.99))) == ["trial over 2"])
    #expect(kinds(news(steady, days: 10, followedAt: Here.ago(21))) == ["trial over 2"])
    #expect(kinds(news(steady, days: 10, followedAt: Here.ago(20.9))).isEmpty)
    #expect(kinds(news(steady, followedAt: Here.ago(52))).isEmpty)
    // Who may be missed is told in the stretch in which the question falls due.
    for (days, asks) in [(0, 1), (29.9, 1), (30, 0), (90, 0), (-1, 0)] {
      let asked = kinds(news(steady, gone: [("g", Here.ago(days))]))
      #expect(asked == (asks == 1 ? ["missed? 1"] : []), "\(days)")
    }
    guard case .costliest(_, let minutes, let all)? = bulletin.items.last else {
      return #expect(Bool(false))
    }
    #expect(minutes * 2 == all)
    // A clock that goes backwards: nothing lies after now.
    let early = Here.ago(500)
    #expect(kinds(news(steady, now: early)).isEmpty)
  }
}
