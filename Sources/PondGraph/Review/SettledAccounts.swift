/// Whom the person said they keep or hold, also under the address that those came to have since:
/// they are not asked about again (R6).
struct SettledAccounts {
  private let keys: Set<AccountKey>

  /// Looks among everything that was answered.
  /// - Parameters:
  ///   - overviews: with accounts that are not followed any more, for a list that was mended names
  ///     the old address no longer.
  ///   - moves: where accounts say that they have moved to.
  init(among overviews: [AccountOverview], moves: [AccountKey: Address]) {
    let kept = overviews.filter {
      $0.decision?.answer == .keep || $0.decision?.answer == .hold
    }.map(\.account)
    var keys = Set(kept.map(\.key))
    for account in kept { keys.formUnion(Self.followed(account.key, moves)) }
    keys.formUnion(Self.returned(kept, overviews.map(\.account)))
    self.keys = keys
  }

  /// Whether the person has spoken about it for good.
  func covers(_ account: Account) -> Bool { keys.contains(account.key) }

  // A chain of moves, none of them taken twice.
  private static func followed(
    _ start: AccountKey, _ moves: [AccountKey: Address]
  ) -> Set<AccountKey> {
    var reached: Set<AccountKey> = []
    var place = start
    while let address = moves[place] {
      let next = AccountKey(profile: address) ?? AccountKey(reading: address)
      guard reached.insert(next).inserted else { break }
      place = next
    }
    return reached
  }

  // Who left the list with an old address and stands in it with a new one: the same home page, which
  // nobody else has.
  private static func returned(_ kept: [Account], _ accounts: [Account]) -> [AccountKey] {
    let homes = Dictionary(grouping: accounts.filter(\.isFollowed), by: home)
    return kept.compactMap { account in
      guard !account.isFollowed, let home = home(account), let there = homes[home],
        there.count == 1
      else { return nil }
      return there.first?.key
    }
  }

  private static func home(_ account: Account) -> String? {
    account.site.map { site in
      let canonical = site.canonical
      return canonical.hasPrefix("www.") ? String(canonical.dropFirst(4)) : canonical
    }
  }
}
