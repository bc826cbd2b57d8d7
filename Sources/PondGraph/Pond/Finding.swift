public import Foundation

extension Pond {
  /// Who among those who are kept writes about a topic: those whom the person follows, as their newest lists
  /// have it, and has not let go or archived.
  /// - Parameters:
  ///   - limit: how many are told; nil for all.
  ///   - anew: whether the index by which they are found is made anew before.
  public func who(
    _ topic: Topic, limit: Int?, anew: Bool = false, now: Date
  ) throws -> WhoWrites {
    let kept = try keptAccounts()
    let keys = Set(kept.keys)
    let found = try store.found(topic, of: keys, anew: anew)
    let ranked = WhoWrites.ranked(
      found.posts.map { key, posts in
        WhoWrites.Tally(account: key, matching: found.count(of: key), posts: posts)
      })
    let told = Array(ranked.prefix(limit ?? ranked.count))
    let posts = try store.newest(found, of: told.map(\.account), limit: WhoWrites.mostShown)
    let rungs = try rungs(of: Set(told.map(\.account)), now: now)
    return WhoWrites(
      topic: topic,
      people: told.compactMap { tally in
        kept[tally.account].map {
          WhoWrites.Somebody(
            account: $0, matching: tally.matching, posts: tally.posts,
            shown: posts[tally.account] ?? [], rung: rungs[tally.account] ?? .unseen)
        }
      },
      count: ranked.count, accounts: (kept.count, found.posts.count), way: found.way)
  }

  /// Whom the person follows and has not let go or archived.
  func keptAccounts() throws -> [AccountKey: Account] {
    let decisions = try store.standingDecisions()
    let kept = try store.accounts().filter {
      $0.isFollowed && decisions[$0.key]?.answer.leavesTheList != true
    }
    return Dictionary(kept.map { ($0.key, $0) }) { first, _ in first }
  }

  private func rungs(of keys: Set<AccountKey>, now: Date) throws -> [AccountKey: Rung] {
    guard !keys.isEmpty else { return [:] }
    return try store.evidence(of: keys, now: now).reduce(into: [:]) { rungs, evidence in
      let ladder = Ladder(Observation(evidence, now: now), declared: evidence.declared)
      rungs[evidence.account] = ladder.said
    }
  }
}
