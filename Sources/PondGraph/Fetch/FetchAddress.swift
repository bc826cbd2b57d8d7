/// Where an account's posts are asked for.
package enum FetchAddress {
  /// The address; nil for an account whose posts are shown nowhere, or only on a network that the
  /// person did not name.
  /// - Parameter isInReader: whether a reader's list follows it at its feed.
  package static func of(
    _ account: Account, isInReader: Bool, networks: Set<FetchNetwork>
  ) -> Address? {
    switch account.key.kind {
    case .feed: return account.feed ?? bare(account.key.value)
    case .site where !account.key.value.hasPrefix("file:"):
      return account.site ?? bare(account.key.value)
    case .site, .newsletter, .command: return nil
    default:
      if isInReader, let feed = account.feed, WebAddress(feed.written) != nil,
        AccountKey(reading: feed) == account.key
      {
        return feed
      }
      return networks.sorted { $0.rawValue < $1.rawValue }.lazy
        .compactMap { $0.feed(of: account.key) }.first
    }
  }

  // A canonical form has lost its scheme; what never had one, a path or a word, gets none.
  private static func bare(_ value: String) -> Address {
    Address(value).reach == .web ? Address("https://" + value) : Address(value)
  }
}
