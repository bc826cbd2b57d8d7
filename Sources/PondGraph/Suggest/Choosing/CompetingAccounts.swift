/// Who may stand in the pond, and all of it that is the same whatever the room is: what is made once, so that
/// rooms can be tried one after another.
package struct CompetingAccounts: Sendable {
  /// One of them.
  struct Member: Sendable {
    let overview: AccountOverview
    /// As it competes, but for its cost and for standing in the pond whatever the figures say.
    let candidate: Candidate
    /// What is left of it once it is thinned, 0…1.
    let shareLeft: Double
  }

  /// Those who compete, by key: of each something is known of the person's attention.
  let members: [Member]
  /// Those who stay followed and are not yet known: nothing of attention to them could be seen, or not
  /// how much they post, so they do not compete with what is read (model §6.1). By key.
  let unknown: [AccountOverview]
  /// Those who have their place in the stream: less of them would be more, or their share is surely
  /// below the bar already.
  let loud: Set<AccountKey>
  /// Those whom the person's word keeps in the list, so that the stream holds them in any case.
  let staying: Set<AccountKey>
  /// Those whom the person's word puts in the close ring, even where that exceeds a cap.
  let declaredClose: Set<AccountKey>
  /// Who may stand in the pond because somebody has to disagree.
  let reserve: DissentReserve
  /// What they speak of.
  package let topics: TopicMap
  /// The names of the communities by their numbers.
  let communities: [String]
  /// Whose community the graph tells; a folder that stands in for one is a topic already.
  let communal: Set<AccountKey>
  /// What they give beside each other.
  let worths: Worths

  /// Gathers everybody who has not left: not those let go or archived by the person, nor those
  /// who ended, nor those over the bar that have next to nothing to thin.
  /// - Parameters:
  ///   - titles: recent titles, for accounts without folders and tags.
  ///   - distant: those who lie far from the pond's centre, the farthest first.
  ///   - communities: the community of each account, where the graph tells; else the outermost
  ///     folder counts.
  ///   - includingLeaving: whether also those stand among them who could leave: choosing on a past is
  ///     tried on everybody, as the rules are that it is held against.
  package init(
    _ overviews: [AccountOverview], titles: [AccountKey: [String]], distant: [AccountKey] = [],
    communities told: [AccountKey: String] = [:], includingLeaving: Bool = false
  ) {
    let worths = Worths(overviews.map(\.assessment))
    let kept = overviews.filter { includingLeaving || $0.isKept }
      .sorted { $0.account.key < $1.account.key }
    // An unknown cost is no cost of 0: beside accounts whose cost is known it does not compete either.
    let isAnyPriced = kept.contains { $0.isKnown && $0.assessment.minutesPerWeek != nil }
    func competes(_ overview: AccountOverview) -> Bool {
      overview.isKnown
        && (!isAnyPriced || overview.assessment.minutesPerWeek != nil || overview.hasWord)
    }
    let known = kept.filter(competes)
    unknown = kept.filter { !competes($0) }
    staying = Set(kept.filter(\.staysByWord).map(\.account.key))
    let close = Set(known.filter(\.isDeclaredClose).map(\.account.key))
    let loud = Set(known.filter(\.belongsInStream).map(\.account.key)).subtracting(close)
    (declaredClose, self.loud) = (close, loud)
    reserve = DissentReserve(known.filter { !loud.contains($0.account.key) }, distant: distant)
    topics = TopicMap(
      known.map { overview in
        TopicMap.Member(
          account: overview.account.key, labels: Self.labels(overview.account),
          titles: titles[overview.account.key] ?? [], worth: worths.worth(overview))
      })
    let named = known.map { told[$0.account.key] ?? Self.folder($0.account) }
    communities = Set(named.compactMap { $0 }).sorted()
    communal = Set(told.keys)
    self.worths = worths
    let numbers = Dictionary(zip(communities, communities.indices)) { first, _ in first }
    members = zip(known, named).map { [topics] overview, community in
      Member(
        overview: overview,
        candidate: Candidate(
          overview, worths, topics: topics.shares[overview.account.key] ?? [],
          community: community.flatMap { numbers[$0] }),
        shareLeft: overview.assessment.shareLeft)
    }
  }

  /// The folders of an account and its tags that tell of topics, each once, in order.
  static func labels(_ account: Account) -> [String] {
    let folders = account.folders.filter { !$0.isEmpty }.map { $0.joined(separator: " / ") }
    return Set(folders + account.topicalTags).sorted()
  }

  private static func folder(_ account: Account) -> String? {
    account.folders.compactMap(\.first).min()
  }
}

extension Candidate {
  fileprivate init(
    _ overview: AccountOverview, _ worths: Worths, topics: [TopicShare], community: Int?
  ) {
    let assessment = overview.assessment
    self.init(
      account: overview.account.key, worth: worths.relative(worths.worth(overview)),
      signal: worths.relative(assessment.signal ?? 0), depth: assessment.ladder.depth, cost: 0,
      topics: topics, community: community, isRead: overview.isRead)
  }
}
