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
  /// sources merely know. Those change nothing of what is said of the followed: there is one figure and
  /// one verdict of an account.
  public func overviews(known: Bool = false, now: Date) throws -> [AccountOverview] {
    try Self.overviews(in: store, known: known, now: now)
  }

  static func overviews(
    in store: PondStore, known: Bool, now: Date
  ) throws -> [AccountOverview] {
    try store.once(.overviews(includingUnfollowed: known), at: now) {
      try overviews(in: store, known: known, only: nil, now: now)
    }
  }

  /// - Parameter only: whose overview is asked for; nil for all.
  private static func overviews(
    in store: PondStore, known: Bool, only: AccountKey?, now: Date
  ) throws -> [AccountOverview] {
    let accounts = try store.accounts()
    let assessments = try assessments(in: store, known: known, only: only, now: now)
    let assessed = Dictionary(assessments.map { ($0.account, $0) }) { first, _ in first }
    let standing = try store.standingDecisions()
    let declared = try store.declarations()
    let correction = try store.correction().map(ShareCorrection.init)
    return accounts.compactMap { account in
      guard account.isFollowed || known, let assessment = assessed[account.key] else { return nil }
      return AccountOverview(
        account: account.believed(at: now), assessment: assessment,
        decision: standing[account.key],
        declared: declared[account.key] ?? [], corrected: correction?.corrected(assessment))
    }
  }

  private static func assessments(
    in store: PondStore, known: Bool, only: AccountKey?, now: Date
  ) throws -> [Assessment] {
    let measures = try measures(in: store)
    guard let only else {
      let evidence = try store.gatheredEvidence(now: now, of: known ? .known : .own)
      return Assessor.assess(
        try evidence.mapSideBySide { OwnReadings($0, measures: measures, now: now) })
    }
    let evidence = try store.gatheredEvidence(now: now, of: .own, and: only)
    guard let asked = try evidence.evidence(of: only) else { return [] }
    let priors = Priors(
      try evidence.mapSideBySide { one in
        Priors.Member(
          kind: one.account.kind, folder: one.folder,
          statistics: Statistics(Observation(one, credits: measures.credits, now: now)),
          isOwn: one.isOwn)
      })
    let prior = priors.prior(kind: only.kind, folder: asked.folder)
    return [Assessor.assess(asked, prior: prior, measures: measures, now: now)]
  }

  /// The one account that a piece of text means, among all that are known.
  public func account(meant piece: String) throws -> Account {
    try AccountFinder(among: try store.accounts()).account(meant: piece)
  }

  /// The account with exactly this id; nil where none has it.
  public func account(id: AccountID) throws -> Account? {
    try store.accounts().first { $0.id == id }
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

  /// The topics that `explanation(of:)` knows.
  public static var topics: [String] { Explanation.Topic.allCases.map(\.rawValue) }

  /// The formulas of one topic as the product states them; nil for an unknown topic.
  public static func explanation(of topic: String) -> String? {
    Explanation.Topic(rawValue: topic).map { Explanation($0).text }
  }

  /// The same with this person's own measures beside the model's, where they agreed to others.
  public func explanation(of topic: String) throws -> String? {
    let measures = try measures()
    return Explanation.Topic(rawValue: topic).map { Explanation($0, for: measures).text }
  }

  private func others(than key: AccountKey) throws -> [Account] {
    guard let group = try store.persons().first(where: { $0.contains(key) }) else { return [] }
    return try store.accounts().filter { group.contains($0.key) && $0.key != key }
  }

  /// What is shown of one account.
  func overview(of account: Account, now: Date) throws -> AccountOverview {
    // Where a memory lasts, the next to be asked for is another account.
    let overviews =
      try store.shelf.lasts
      ? overviews(known: true, now: now)
      : Self.overviews(in: store, known: true, only: account.key, now: now)
    guard let found = overviews.first(where: { $0.account.key == account.key })
    else { throw ReviewFailure.noMatch(piece: account.id.value) }
    return found
  }
}
