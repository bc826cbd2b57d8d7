public import Foundation

extension Pond {
  /// What is asked over HTTP, and how.
  public struct FetchOptions: Sendable {
    /// The moment that counts as the present.
    public var now: Date
    /// Only these accounts, each any piece of one; empty for all that are followed.
    public var only: [String] = []
    /// Only accounts in this folder, or below it; nil for all.
    public var folder: String?
    /// What was asked for longer ago than so many seconds is asked, due or not; nil goes by what is
    /// due.
    public var olderThan: Double?
    /// Whether a move is believed at once.
    public var acceptsMoves = false
    /// The networks whose accounts are looked up besides feeds.
    public var networks: Set<FetchNetwork> = []
    /// Whether home pages and blogrolls are asked too: who recommends whom, who is who.
    public var readsBlogrolls = false
    /// Private hosts that may be asked, besides those that the pond file names.
    public var allowedHosts: [String] = []
    /// What Pond calls itself: name, version, the project's address.
    public var agent: String
    var limits = FetchLimits()

    /// Makes options that ask for everything that is due.
    public init(now: Date, agent: String) {
      self.now = now
      self.agent = agent
    }
  }

  /// What a fetch would do.
  public struct FetchPreview: Sendable {
    /// One account.
    public struct Line: Sendable {
      /// Whose feed it is.
      public let account: Account
      /// Where it would be asked for.
      public let address: Address
      /// When it is asked; nil where it is not asked any more.
      public let at: Date?
      /// Why it is not asked now, as a clause; nil where it is.
      public let why: String?
      /// Whether it was never asked before.
      public let isFirst: Bool
    }

    /// What would be asked now.
    public let asked: [Line]
    /// What would not, and when.
    public let others: [Line]
    /// Hosts that would be asked.
    public let hosts: Int
    /// What the clock showed when something was asked at a moment that is still to come; nil where
    /// nothing was.
    public let clockWas: Date?
    /// Whether so much is asked for the first time that the person should hear of it before.
    public var isLongAndFirst: Bool { asked.count(where: \.isFirst) > 50 }
  }

  /// How a fetch stands.
  public struct FetchProgress: Sendable {
    /// Requests that are over.
    public let done: Int
    /// All that are known of.
    public let total: Int
    /// How many could not be looked at.
    public let troubled: Int
    /// Hosts that are being waited for, the longest first, with the seconds.
    public let slow: [(host: String, seconds: Double)]
  }

  /// Says what a fetch would ask, asking nobody.
  public func fetchPreview(_ options: FetchOptions) throws -> FetchPreview {
    try FetchRun(store, options, accounts: accounts(of: options)).preview
  }

  /// Reads what is due, politely, and keeps what it learns account by account: whatever ends it,
  /// at most four answers are asked for again.
  public func fetch(
    _ options: FetchOptions, progress: ((FetchProgress) -> Void)? = nil
  ) throws -> FetchReport {
    try FetchRun(store, options, accounts: accounts(of: options)).run(progress)
  }

  private func accounts(of options: FetchOptions) throws -> [Account] {
    let all = try store.accounts()
    let finder = AccountFinder(among: all)
    let chosen =
      options.only.isEmpty
      ? all.filter(\.isFollowed) : try options.only.map { try finder.account(meant: $0) }
    guard let folder = options.folder else { return chosen }
    let inside = chosen.filter { $0.stands(inFolder: folder) }
    if inside.isEmpty {
      throw NoSuchFolder(folder: folder, folders: try folders())
    }
    return inside
  }
}
