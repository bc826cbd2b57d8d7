/// Who an account became: the same source under another address. What the person said of the one is
/// said of the other (S8, R6).
package struct Heirs {
  /// For each account that somebody became, who they were.
  package let ancestors: [AccountKey: AccountKey]

  /// Looks for them.
  /// - Parameters:
  ///   - spoken: the accounts of which the person said something.
  ///   - accounts: every account, with those that are not followed any more, for a list that was mended
  ///     names the old address no longer.
  ///   - moves: where accounts say that they have moved to, and where the person said that they are
  ///     read now.
  package init(
    of spoken: Set<AccountKey>, among accounts: [Account], moves: [AccountKey: Address]
  ) {
    var ancestors: [AccountKey: AccountKey] = [:]
    for key in spoken.sorted() {
      for heir in Self.followed(key, moves) where heir != key {
        ancestors[heir] = ancestors[heir] ?? key
      }
    }
    let homes = Dictionary(grouping: accounts.filter(\.isFollowed), by: Self.home)
    for account in accounts where spoken.contains(account.key) && !account.isFollowed {
      guard let home = Self.home(account), let there = homes[home],
        let heir = Self.only(of: there, like: account)
      else { continue }
      ancestors[heir.key] = ancestors[heir.key] ?? account.key
    }
    self.ancestors = ancestors
  }

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
  // nobody else has, or nobody else of that title.
  private static func only(of there: [Account], like account: Account) -> Account? {
    if there.count == 1 { return there.first }
    let alike = there.filter { $0.title != nil && $0.title == account.title }
    return alike.count == 1 ? alike.first : nil
  }

  private static func home(_ account: Account) -> String? {
    account.site.map { site in
      let canonical = site.canonical
      return canonical.hasPrefix("www.") ? String(canonical.dropFirst(4)) : canonical
    }
  }
}
