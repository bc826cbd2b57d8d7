public import Foundation

extension Pond {
  /// The recommended pond: the suggestions verdict by verdict, with what they would free, and the
  /// rings.
  public struct RecommendedPlan: Sendable {
    /// The accounts of one verdict.
    public struct Section: Sendable {
      /// The verdict.
      public let verdict: Verdict
      /// Its accounts, those that free most first.
      public let overviews: [AccountOverview]
      /// What following the verdict would free.
      public let freed: Totals
      /// Of how many of its accounts nobody knows what they post, so that it is not known what they free.
      public var unseen: Int { overviews.count { $0.assessment.postsPerWeek == nil } }
    }

    /// The verdicts, those that free most first; some may be empty.
    public let sections: [Section]
    /// What the list asks for now.
    public let now: Totals
    /// What it would ask for, were every suggestion followed.
    public let after: Totals
    /// The pond within the caps.
    public let pond: RecommendedPond
  }

  /// What a plan rests on, whatever the room is: of one moment, so that rooms can be tried one after another
  /// without looking anything up again.
  public struct PlanGround: Sendable {
    let byKey: [AccountKey: AccountOverview]
    let sections: [RecommendedPlan.Section]
    let now: Totals
    let after: Totals
    let competing: CompetingAccounts
    let languages: [AccountKey: String]
    let before: Set<AccountKey>
    let week: LastWeek
    let overlaps: [Overlap]
  }

  /// The recommended pond, from everything that is followed.
  /// - Parameter room: what there is room for; nil for what the person had remembered.
  public func plan(_ room: ReadingRoom? = nil, now: Date) throws -> RecommendedPlan {
    try plan(room ?? self.room(), on: ground(now: now))
  }

  /// The recommended pond for a room.
  /// - Parameter ground: what was looked up before, so that rooms can be tried one after another.
  public func plan(_ room: ReadingRoom, on ground: PlanGround) -> RecommendedPlan {
    RecommendedPlan(
      sections: ground.sections, now: ground.now, after: ground.after, pond: pond(room, on: ground))
  }

  private static func sections(
    _ plan: Plan, of byKey: [AccountKey: AccountOverview]
  ) -> [RecommendedPlan.Section] {
    plan.sections.map { section in
      RecommendedPlan.Section(
        verdict: section.verdict,
        overviews: section.assessments.compactMap { byKey[$0.account] }, freed: section.freed)
    }
  }

  /// Remembers the close ring of a plan: later plans stay with it while none is clearly better.
  public func keep(_ plan: RecommendedPlan, now: Date) throws {
    try store.keepCloseRing(plan.pond.close.map(\.account.key), at: now)
  }

  /// With whom later plans stay; empty where the person never chose to.
  public func keptRing() throws -> [AccountID] {
    try store.closeRing().map(\.id).sorted { $0.value < $1.value }
  }

  /// Takes the choice to stay with a close ring back to an earlier one.
  /// - Parameter ring: what `keptRing()` said then. Whoever is known no more is left out.
  public func stay(with ring: [AccountID], now: Date) throws {
    let wanted = Set(ring)
    let known = try store.accounts().map(\.key).filter { wanted.contains($0.id) }
    try store.keepCloseRing(known, at: now)
  }

  private func costs(
    _ overviews: [AccountOverview], _ room: ReadingRoom
  ) -> [AccountKey: Double] {
    Dictionary(
      overviews.compactMap { one in room.knownCost(one.assessment).map { (one.account.key, $0) } }
    ) { first, _ in first }
  }

  /// The pond within the caps, from overviews of everybody whom any file knows.
  func pond(
    amongKnown overviews: [AccountOverview], _ room: ReadingRoom, _ now: Date
  ) throws -> RecommendedPond {
    let found: PlanGround = try store.once(.ground, at: now) {
      try ground(of: overviews.filter(\.account.isFollowed), now: now)
    }
    return pond(room, on: found)
  }

  private func pond(_ room: ReadingRoom, on ground: PlanGround) -> RecommendedPond {
    let candidates = Candidates(ground.competing, caps: room.caps, cost: room.cost)
    return RecommendedPond(
      Rings(
        candidates, caps: room.caps, before: ground.before, languages: ground.languages,
        costs: costs(ground.competing.unknown, room)), room: room, worths: ground.competing.worths,
      overviews: ground.byKey, lastWeek: ground.week, dissenting: candidates.dissenting,
      hasBefore: !ground.before.isEmpty, overlaps: ground.overlaps)
  }

  /// What a plan rests on, for the accounts that are followed.
  public func ground(now: Date) throws -> PlanGround {
    try store.once(.ground, at: now) {
      try ground(of: overviews(now: now), now: now)
    }
  }

  private func ground(of overviews: [AccountOverview], now: Date) throws -> PlanGround {
    let unlabelled = overviews.filter { CompetingAccounts.labels($0.account).isEmpty }
    let communities = Communities(
      overviews, edges: try store.followEdges().map { ($0.source, $0.target) })
    let everybody = Set(overviews.map(\.account.key))
    let texts = try store.texts(of: everybody, limit: 12)
    let named = Array(texts).mapSideBySide { ($0.key, WrittenLanguage.name(of: $0.value)) }
    let languages = Dictionary(named) { first, _ in first }.compactMapValues { $0 }
    let lately = try lately(overviews, now)
    let plan = Plan(overviews.map(\.assessment))
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    return PlanGround(
      byKey: byKey, sections: Self.sections(plan, of: byKey), now: plan.now, after: plan.after,
      competing: CompetingAccounts(
        overviews, titles: try store.titles(of: Set(unlabelled.map(\.account.key)), limit: 40),
        distant: try distant(among: overviews, texts, languages), communities: communities.names),
      languages: languages, before: try store.closeRing(), week: lately.week,
      overlaps: lately.overlaps)
  }

  /// What each account published in the last week, and who pointed at the same pages in the last
  /// ninety days. Whoever published nothing in these is not looked through.
  private func lately(
    _ overviews: [AccountOverview], _ now: Date
  ) throws -> (week: LastWeek, overlaps: [Overlap]) {
    let quarter = now.addingTimeInterval(-90 * 86_400)
    let posting = overviews.filter { ($0.assessment.lastPost ?? .distantPast) >= quarter }
    let posts = try store.published(by: Set(posting.map(\.account.key)), from: quarter, to: now)
    let pointings = posts.compactMap { post in
      post.page.map { Overlap.Pointing(account: post.account, page: $0.canonical, at: post.at) }
    }
    return (
      LastWeek(posts.lazy.map { (account: $0.account, at: $0.at) }, now: now),
      Overlap.all(pointings)
    )
  }

  /// Who lies far from the pond's centre, in words and in links. The three hundred who give most have
  /// a say in where that is: the cost ends there.
  private func distant(
    among overviews: [AccountOverview], _ texts: [AccountKey: [String]],
    _ languages: [AccountKey: String]
  ) throws -> [AccountKey] {
    let scale = Worths(overviews.map(\.assessment))
    let worths = overviews.filter { $0.isKept && $0.isKnown }
      .map { ($0.account.key, scale.worth($0)) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(300)
    let pointers = try store.pointers(of: Set(worths.map(\.0)), engagedBy: [])
    let places = Dictionary(grouping: pointers, by: \.source).mapValues { pointers in
      Dictionary(pointers.map { ($0.place, $0.posts) }) { $0 + $1 }
    }
    guard places.count >= DistantVoices.fewestAccounts else { return [] }
    return DistantVoices(
      worths.map { account, worth in
        DistantVoices.Member(
          account: account, worth: worth, language: languages[account],
          texts: texts[account] ?? [], places: places[account] ?? [:])
      }
    ).accounts
  }
}
