import PondGraph

/// Whom the kept point at, as JSON.
struct DiscoveriesJSON: Encodable {
  struct Voter: Encodable {
    let id: String
    let kind: String
    let key: String
    @Nullable var title: String?
    let recommends: Bool
    let linkingPosts: Int
    let engagedPosts: Int

    init(_ voter: Pond.Voter) {
      id = voter.account.id.value
      kind = voter.account.key.kind.rawValue
      key = voter.account.key.shown
      title = voter.account.title
      recommends = voter.recommends
      linkingPosts = voter.posts
      engagedPosts = voter.engaged
    }
  }

  struct Find: Encodable {
    let account: ProposalsJSON.Side
    @Nullable var address: String?
    let voters: [Voter]
    @Nullable var postsPerWeek: Double?
  }

  let found: [Find]
  let witnesses: Int
  let kept: Int
  @Nullable var leastMissed: ProposalsJSON.Side?

  init(_ discoveries: Pond.Discoveries, limit: Int) {
    let most = limit == 0 ? Int.max : limit
    found = discoveries.found.prefix(most).map { one in
      Find(
        account: ProposalsJSON.Side(one.account),
        address: (one.account.feed ?? one.account.key.profile)?.masked,
        voters: one.voters.map(Voter.init),
        postsPerWeek: one.assessment?.postsPerWeek)
    }
    witnesses = discoveries.witnesses
    kept = discoveries.kept
    leastMissed = discoveries.leastMissed.map(ProposalsJSON.Side.init)
  }
}
