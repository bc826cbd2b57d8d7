import PondGraph

/// Whom the kept point at, as JSON.
struct DiscoveriesJSON: Encodable {
  struct Find: Encodable {
    let account: ProposalsJSON.Side
    @Nullable var address: String?
    let voters: [ProposalsJSON.Side]
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
        voters: one.voters.map(ProposalsJSON.Side.init),
        postsPerWeek: one.assessment?.postsPerWeek)
    }
    witnesses = discoveries.witnesses
    kept = discoveries.kept
    leastMissed = discoveries.leastMissed.map(ProposalsJSON.Side.init)
  }
}
