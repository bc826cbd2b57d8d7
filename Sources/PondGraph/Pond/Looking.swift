public import Foundation

extension Pond {
  /// An account with everything that is shown of it: the two-sided case.
  public struct AccountCase: Sendable {
    /// The account, what was computed, and what was answered.
    public let overview: AccountOverview
    /// The person's own note; nil where they wrote none.
    public let note: String?
    /// Its newest posts, newest first.
    public let recent: [RememberedPost]
    /// What most of its posts ask for, as a remark; nil where they do not, or too few are known.
    public let asks: MostlyAsks?
    /// The other accounts of the same human being, as the person joined them.
    public let others: [Account]
  }

  /// Every account that the person follows, ordered by key; with `known`, also those that other
  /// sources merely know.
  public func overviews(known: Bool = false, now: Date) throws -> [AccountOverview] {
    try Self.overviews(in: store, known: known, now: now)
  }

  static func overviews(
    in store: PondStore, known: Bool, now: Date
  ) throws -> [AccountOverview] {
    let accounts = try store.accounts()
    let evidence = try store.evidence(now: now, includingUnfollowed: known)
    let assessments = Assessor.assess(evidence, now: now)
    let last = Dictionary(evidence.map { ($0.account, $0.posts.last?.at) }) { first, _ in first }
    let assessed = Dictionary(assessments.map { ($0.account, $0) }) { first, _ in first }
    let standing = try store.standingDecisions()
    let declared = try store.declarations()
    let correction = try store.correction().map(ShareCorrection.init)
    return accounts.compactMap { account in
      guard account.isFollowed || known, let assessment = assessed[account.key] else { return nil }
      return AccountOverview(
        account: account, assessment: assessment, decision: standing[account.key],
        declared: declared[account.key] ?? [], corrected: correction?.corrected(assessment),
        lastPost: last[account.key] ?? nil)
    }
  }

  /// The one account that a piece of text means, among all that are known.
  public func account(meant piece: String) throws -> Account {
    try AccountFinder(among: try store.accounts()).account(meant: piece)
  }

  /// All that is known of one account.
  public func why(_ piece: String, now: Date) throws -> AccountCase {
    let account = try account(meant: piece)
    let overview = try overview(of: account, now: now)
    let recent = try store.recentPosts(of: account.key, limit: 40)
    return AccountCase(
      overview: overview, note: try store.note(of: account.key),
      recent: Array(recent.prefix(8)), asks: MostlyAsks(recent.map(\.post)),
      others: try others(than: account.key))
  }

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

  /// The recommended pond, from everything that is followed.
  public func plan(_ room: ReadingRoom = ReadingRoom(), now: Date) throws -> RecommendedPlan {
    let overviews = try overviews(now: now)
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    let plan = Plan(overviews.map(\.assessment))
    return RecommendedPlan(
      sections: plan.sections.map { section in
        RecommendedPlan.Section(
          verdict: section.verdict,
          overviews: section.assessments.compactMap { byKey[$0.account] },
          freed: section.freed)
      },
      now: plan.now, after: plan.after, pond: try pond(overviews, room, now))
  }

  /// Remembers the close ring of a plan: later plans stay with it while none is clearly better.
  public func keep(_ plan: RecommendedPlan, now: Date) throws {
    try store.keepCloseRing(plan.pond.close.map(\.account.key), at: now)
  }

  /// The pond within the caps, from what is known of every followed account.
  func pond(
    _ overviews: [AccountOverview], _ room: ReadingRoom, _ now: Date
  ) throws -> RecommendedPond {
    let unlabelled = overviews.filter { Candidates.labels($0.account).isEmpty }
    let communities = Communities(
      overviews, edges: try store.followEdges().map { ($0.source, $0.target) })
    let everybody = Set(overviews.map(\.account.key))
    let texts = try store.texts(of: everybody, limit: 12)
    let languages = texts.compactMapValues(WrittenLanguage.name)
    let candidates = Candidates(
      overviews, size: room.size, cost: room.cost,
      titles: try store.titles(of: Set(unlabelled.map(\.account.key)), limit: 40),
      distant: try distant(among: overviews, texts, languages), communities: communities.names)
    let before = try store.closeRing()
    return RecommendedPond(
      Rings(candidates, caps: room.caps, before: before, languages: languages), room: room,
      overviews: overviews,
      lastWeek: try store.postCounts(from: now.addingTimeInterval(-7 * 86_400), to: now),
      dissenting: candidates.dissenting, hasBefore: !before.isEmpty,
      overlaps: Overlap.all(
        try store.pointings(of: everybody, from: now.addingTimeInterval(-90 * 86_400), to: now)
          .map { Overlap.Pointing(account: $0.account, page: $0.page.canonical, at: $0.at) }))
  }

  /// Who lies far from the pond's centre, in words and in links. The three hundred who give most have
  /// a say in where that is: the cost ends there.
  private func distant(
    among overviews: [AccountOverview], _ texts: [AccountKey: [String]],
    _ languages: [AccountKey: String]
  ) throws -> [AccountKey] {
    let worths = overviews.filter(\.isKept).map { ($0.account.key, $0.assessment.worth ?? 0) }
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

  /// The topics that `explanation(of:)` knows.
  public static var topics: [String] { Explanation.Topic.allCases.map(\.rawValue) }

  /// The formulas of one topic as the product states them; nil for an unknown topic.
  public static func explanation(of topic: String) -> String? {
    Explanation.Topic(rawValue: topic).map { Explanation($0).text }
  }

  private func others(than key: AccountKey) throws -> [Account] {
    guard let group = try store.persons().first(where: { $0.contains(key) }) else { return [] }
    return try store.accounts().filter { group.contains($0.key) && $0.key != key }
  }

  /// What is shown of one account.
  func overview(of account: Account, now: Date) throws -> AccountOverview {
    guard let found = try overviews(known: true, now: now).first(where: { $0.account == account })
    else { throw ReviewFailure.noMatch(piece: account.id.value) }
    return found
  }
}
