public import Foundation

extension Pond {
  /// What is known of asking for the followed feeds.
  public struct FetchStatus: Sendable {
    /// One account.
    public struct Line: Sendable {
      /// Whose feed it is.
      public let account: Account
      /// Where it is asked for; nil for an account that `pond fetch` asks nobody for.
      public let address: Address?
      /// What is remembered of asking; nil for what was never asked.
      public let memory: FetchMemory?
      /// The end of the newest stretch that any source showed; nil where it was never seen.
      public let seenAt: Date?
    }

    /// The followed accounts, in the order of their keys.
    public let lines: [Line]
    /// Hosts that asked for patience, and until when.
    public let paused: [String: Date]
  }

  /// When each followed account was last seen and asked for, what is due, broken or moved.
  public func fetchStatus(now: Date) throws -> FetchStatus {
    let memories = try store.fetchMemories(.feed).mapValues { $0.believed(at: now) }
    let readers = try store.accountsInReaders()
    let seen = try store.lastSeen(now: now)
    let lines = try store.accounts().filter(\.isFollowed).map { account in
      FetchStatus.Line(
        account: account,
        address: FetchAddress.of(
          account, isInReader: readers.contains(account.key),
          networks: memories[account.key] == nil ? [] : Set(FetchNetwork.allCases)
        ).flatMap { WebAddress($0.written) == nil ? nil : $0 },
        memory: memories[account.key], seenAt: seen[account.key])
    }
    return FetchStatus(lines: lines, paused: try store.hostPauses(after: now))
  }

  /// The private hosts that the person lets Pond ask.
  public func allowedHosts() throws -> [String] { try store.allowedHosts() }

  /// Lets Pond ask a private host, with its port or with any.
  /// - Returns: the entry in its one spelling; nil for what names no host.
  public func allow(host: String) throws -> String? {
    guard let entry = AllowedHosts.entry(host) else { return nil }
    try store.allow(host: entry)
    return entry
  }

  /// Takes that back.
  /// - Returns: whether it was allowed.
  public func deny(host: String) throws -> Bool {
    try store.deny(host: AllowedHosts.entry(host) ?? host)
  }
}
