/// Who may stand in the pond, made of what was computed and of the person's words.
package struct Candidates: Sendable {
  /// The candidates.
  package let all: [Candidate]
  /// Those of whom less would be more: they have their place in the stream.
  package let loud: Set<AccountKey>
  /// Those who stand in the pond because somebody has to disagree, and not by the person's word.
  package let dissenting: Set<AccountKey>
  /// What they speak of.
  package let topics: TopicMap
  /// The names of the communities by their numbers.
  package let communities: [String]
  /// Whose community the graph tells; a folder that stands in for one is a topic already.
  package let communal: Set<AccountKey>

  /// Gathers everybody who has not left: not those let go or archived by the person, nor those
  /// who ended, nor those over the bar that have next to nothing to thin.
  /// - Parameters:
  ///   - size: the places of the close ring, some of which are for dissent.
  ///   - cost: what reading an account costs in a week, in the unit of the budget.
  ///   - titles: recent titles, for accounts without folders and tags.
  ///   - distant: those who lie far from the pond's centre, the farthest first.
  ///   - communities: the community of each account, where the graph tells; else the outermost
  ///     folder counts.
  package init(
    _ overviews: [AccountOverview], size: Int, cost: (Assessment) -> Double,
    titles: [AccountKey: [String]], distant: [AccountKey] = [],
    communities told: [AccountKey: String] = [:]
  ) {
    let staying = overviews.filter(\.isKept)
    loud = Set(staying.filter { $0.assessment.verdict == .thin }.map(\.account.key))
    let reserve = DissentReserve(
      staying.filter { $0.assessment.verdict != .thin }, size: size, distant: distant)
    let byWord = Set(staying.filter(Self.isPinned).map(\.account.key))
    dissenting = reserve.accounts.subtracting(byWord)
    topics = TopicMap(
      staying.map { overview in
        TopicMap.Member(
          account: overview.account.key, labels: Self.labels(overview.account),
          titles: titles[overview.account.key] ?? [], worth: Self.worth(overview.assessment))
      })
    let named = staying.map { told[$0.account.key] ?? Self.folder($0.account) }
    let communities = Set(named.compactMap { $0 }).sorted()
    self.communities = communities
    communal = Set(told.keys)
    let numbers = Dictionary(zip(communities, communities.indices)) { first, _ in first }
    let shares = topics.shares
    all = zip(staying, named).map { overview, community in
      let assessment = overview.assessment
      return Candidate(
        account: overview.account.key, worth: Self.worth(assessment),
        depth: assessment.ladder.depth, cost: cost(assessment),
        topics: shares[overview.account.key] ?? [],
        community: community.flatMap { numbers[$0] },
        isPinned: byWord.contains(overview.account.key)
          || reserve.accounts.contains(overview.account.key))
    }
  }

  // A person's word stands whatever the figures say (S8).
  private static func isPinned(_ overview: AccountOverview) -> Bool {
    [.keep, .hold].contains(overview.decision?.answer)
      || overview.decision == nil && !overview.declared.isEmpty
  }

  /// What an account gives; where nothing could be seen, what the fall-back priors expect of
  /// anybody: to be unknown is neither merit nor fault.
  static func worth(_ assessment: Assessment) -> Double {
    if let worth = assessment.worth { return worth }
    let prior = Prior.fallback
    let rate = assessment.postsPerWeek ?? prior.rate.mean
    let bar = Bar(minutesPerPost: assessment.minutesPerPost)
    return rate * prior.share.mean + Worth.ambience * min(rate / bar.freePosts, 1)
  }

  /// The folders and tags of an account, each once, in order.
  static func labels(_ account: Account) -> [String] {
    let folders = account.folders.filter { !$0.isEmpty }.map { $0.joined(separator: " / ") }
    return Set(folders + account.tags).sorted()
  }

  private static func folder(_ account: Account) -> String? {
    account.folders.compactMap(\.first).min()
  }
}
