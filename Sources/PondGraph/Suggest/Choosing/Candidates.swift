/// Who may stand in the pond, made of what was computed and of the person's words.
package struct Candidates: Sendable {
  /// The candidates for the rings: of each something is known of the person's attention.
  package let all: [Candidate]
  /// Those who stay followed and are not yet known: nothing of attention to them could be seen, or not
  /// how much they post, so they do not compete with what is read (model §6.1). By key.
  package let unknown: [AccountKey]
  /// Those who have their place in the stream: less of them would be more, or their share is surely
  /// below the bar already.
  package let loud: Set<AccountKey>
  /// What each candidate takes of the stream, in the unit of the budget: what is left of it once it is
  /// thinned.
  package let streamCosts: [AccountKey: Double]
  /// Those whom the person's word keeps in the list, so that the stream holds them in any case.
  package let staying: Set<AccountKey>
  /// Those whom the person's word puts in the close ring, even where that exceeds a cap.
  package let declaredClose: Set<AccountKey>
  /// Those who stand in the pond because somebody has to disagree, and not by the person's word.
  package let dissenting: Set<AccountKey>
  /// What they speak of.
  package let topics: TopicMap
  /// The names of the communities by their numbers.
  package let communities: [String]
  /// Whose community the graph tells; a folder that stands in for one is a topic already.
  package let communal: Set<AccountKey>
  /// What they give beside each other.
  package let worths: Worths

  /// Gathers everybody who has not left: not those let go or archived by the person, nor those
  /// who ended, nor those over the bar that have next to nothing to thin.
  /// - Parameters:
  ///   - caps: what the person has room for in the close ring; some of it is for dissent.
  ///   - cost: what reading an account costs in a week, in the unit of the budget.
  ///   - titles: recent titles, for accounts without folders and tags.
  ///   - distant: those who lie far from the pond's centre, the farthest first.
  ///   - communities: the community of each account, where the graph tells; else the outermost
  ///     folder counts.
  ///   - includingLeaving: whether also those stand among them who could leave: choosing on a past is
  ///     tried on everybody, as the rules are that it is held against.
  package init(
    _ overviews: [AccountOverview], caps: Caps, cost: (Assessment) -> Double,
    titles: [AccountKey: [String]], distant: [AccountKey] = [],
    communities told: [AccountKey: String] = [:], includingLeaving: Bool = false
  ) {
    let worths = Worths(overviews.map(\.assessment))
    let kept = overviews.filter { includingLeaving || $0.isKept }
    // An unknown cost is no cost of 0: beside accounts whose cost is known it does not compete either.
    let isAnyPriced = kept.contains { $0.isKnown && $0.assessment.minutesPerWeek != nil }
    func competes(_ overview: AccountOverview) -> Bool {
      overview.isKnown
        && (!isAnyPriced || overview.assessment.minutesPerWeek != nil || overview.hasWord)
    }
    let known = kept.filter(competes)
    unknown = kept.filter { !competes($0) }.map(\.account.key).sorted()
    staying = Set(kept.filter(\.staysByWord).map(\.account.key))
    declaredClose = Set(known.filter(\.isDeclaredClose).map(\.account.key))
    loud = Set(known.filter(\.belongsInStream).map(\.account.key)).subtracting(declaredClose)
    streamCosts = Dictionary(
      known.map { ($0.account.key, cost($0.assessment) * $0.assessment.shareLeft) }
    ) { $1 }
    let pins = Pins(
      known.filter { [loud] in !loud.contains($0.account.key) }, close: declaredClose,
      caps: caps, cost: cost, distant: distant)
    dissenting = pins.dissenting
    topics = TopicMap(
      known.map { overview in
        TopicMap.Member(
          account: overview.account.key, labels: Self.labels(overview.account),
          titles: titles[overview.account.key] ?? [], worth: worths.worth(overview))
      })
    let named = known.map { told[$0.account.key] ?? Self.folder($0.account) }
    let communities = Set(named.compactMap { $0 }).sorted()
    self.communities = communities
    communal = Set(told.keys)
    self.worths = worths
    let numbers = Dictionary(zip(communities, communities.indices)) { first, _ in first }
    let shares = topics.shares
    all = zip(known, named).map { overview, community in
      let assessment = overview.assessment
      let key = overview.account.key
      return Candidate(
        account: key, worth: worths.relative(worths.worth(overview)),
        signal: worths.relative(assessment.signal ?? 0), depth: assessment.ladder.depth,
        cost: cost(assessment), topics: shares[key] ?? [],
        community: community.flatMap { numbers[$0] },
        isPinned: pins.all.contains(key), isRead: overview.isRead)
    }
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

extension Candidates {
  /// Who stands in the close ring before anybody is chosen.
  private struct Pins {
    let all: Set<AccountKey>
    let dissenting: Set<AccountKey>

    /// Only the person's own word exceeds a cap: voices for dissent stand in it as long as they fit.
    init(
      _ overviews: [AccountOverview], close: Set<AccountKey>, caps: Caps,
      cost: (Assessment) -> Double, distant: [AccountKey]
    ) {
      let costs = Dictionary(overviews.map { ($0.account.key, cost($0.assessment)) }) { $1 }
      var pinned = close
      var spent = close.sorted().reduce(0) { $0 + (costs[$1] ?? 0) }
      let reserve = DissentReserve(overviews, size: caps.size, distant: distant)
      for voice in reserve.voices where !pinned.contains(voice) {
        let cost = costs[voice] ?? 0
        guard pinned.count < caps.size, spent + cost <= caps.budget else { continue }
        pinned.insert(voice)
        spent += cost
      }
      all = pinned
      dissenting = pinned.subtracting(close)
    }
  }
}

extension Assessment {
  /// What is left of it where it is thinned as suggested, 0…1; 1 for what is not.
  var shareLeft: Double {
    guard verdict == .thin, let rate = postsPerWeek, rate > 0 else { return 1 }
    return max(0, 1 - postsFreed / rate)
  }
}

extension AccountOverview {
  /// Whether anything is known of the person's attention to it: acts, their way up the ladder, a word of
  /// theirs, or posts whose reading would have shown (model §6.1).
  package var isKnown: Bool {
    if hasWord { return true }
    if assessment.rung > .unseen || assessment.statistics.engagedPosts > 0 { return true }
    return assessment.signal != nil
      && assessment.statistics.observability >= Scarcity.leastObservability
  }

  /// Whether the person said a word for it.
  fileprivate var hasWord: Bool {
    [.keep, .hold, .thin].contains(decision?.answer) || !declared.isEmpty || importance != nil
  }

  /// Whether anything of it was read or answered, or the person said a word of it.
  package var isRead: Bool {
    if staysByWord || decision?.answer == .thin || importance != nil { return true }
    return assessment.statistics.engagedPosts > 0 || assessment.rung > .glimpsed
  }

  /// Whether the person's word keeps it in the list.
  var staysByWord: Bool {
    [.keep, .hold].contains(decision?.answer) || decision == nil && !declared.isEmpty
  }

  /// Whether the person said that it belongs in the close ring.
  var isDeclaredClose: Bool { declared.contains(.close) }

  /// Whether its place is in the stream: what would be thinned or let go without the person's word, and
  /// what is tried out while its share is surely below the bar already.
  var belongsInStream: Bool {
    let verdict = assessment.withoutAnswer
    if [.thin, .letGo].contains(verdict) || decision?.answer == .thin { return true }
    return verdict == .wait && (assessment.probabilityBelowBar ?? 0) >= Certainty.needed
  }
}
