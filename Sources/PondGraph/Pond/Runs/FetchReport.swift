public import Foundation

extension Pond {
  /// What a fetch came to.
  public struct FetchReport: Sendable {
    /// What came of asking for one account.
    public enum Outcome: Sendable {
      /// It came, with so many posts that were not known, and so many that say more now.
      case read(new: Int, changed: Int)
      /// It is what it was.
      case unchanged
      /// It could not be looked at.
      case trouble(FetchTrouble)
      /// It was not asked, because its server asked for patience.
      case postponed(until: Date)
    }

    /// One account.
    public struct Line: Sendable {
      /// Whose feed it is.
      public let account: Account
      /// Where it was asked for.
      public let address: Address
      /// What came of it.
      public let outcome: Outcome
      /// How many times in a row it could not be looked at.
      public let failures: Int
      /// Since when it could not be; nil where it can.
      public let failingSince: Date?
      /// Where it is read now: where it says, for good, that it has gone, or where it was found; nil where
      /// that is its address.
      public let movedTo: Address?
      /// Whether the move is believed.
      public let isMoveBelieved: Bool
      /// When it is due again; nil for one that is gone.
      public let dueAt: Date?
      /// Whether its feed was not at its address, was looked for, and was found at another.
      public let isFound: Bool
    }

    /// Every account that was to be asked, in the order in which their answers came.
    public let lines: [Line]
    /// What was not due, and the next moment at which something is; nil where nothing ever is.
    public let notDue: (count: Int, next: Date?)
    /// Accounts that said that they are gone for good, and are not asked any more.
    public let gone: Int
    /// Accounts with an address that cannot be asked over HTTP.
    public let withoutAddress: Int
    /// Accounts whose address is a file or a server of this machine: nobody was asked.
    public let onThisMachine: Int
    /// Accounts whose blogroll was read.
    public let blogrolls: Int
    /// What the clock showed when something was asked at a moment that is still to come; nil where
    /// nothing was.
    public let clockWas: Date?

    /// Whether all that was asked could be looked at.
    public var isComplete: Bool {
      !lines.contains { line in
        switch line.outcome {
        case .trouble, .postponed: true
        case .read, .unchanged: false
        }
      }
    }
  }
}

/// The lines of a report, one for an account.
struct FetchLines {
  private(set) var all: [Pond.FetchReport.Line] = []
  /// How many could not be looked at.
  private(set) var troubled = 0
  private var places: [AccountKey: Int] = [:]

  /// Adds what came of asking. What was found in place of a broken feed says more than that it is
  /// broken, so it stands for what was said before, at the address that was asked first.
  mutating func add(
    _ account: Account?, _ address: Address, _ outcome: Pond.FetchReport.Outcome,
    _ memory: FetchMemory?
  ) {
    guard let account else { return }
    let earlier = places[account.key].map { all[$0] }
    // That a place at which it might be was put off says nothing new of it.
    if case .postponed = outcome, earlier != nil { return }
    let line = Pond.FetchReport.Line(
      account: account, address: earlier?.address ?? address, outcome: outcome,
      failures: memory?.failures ?? 0, failingSince: memory?.failingSince, movedTo: memory?.movedTo,
      isMoveBelieved: memory?.believedMove != nil,
      dueAt: memory?.goneAt == nil ? memory?.dueAt : nil,
      isFound: earlier != nil && memory?.movedTo != nil)
    if case .trouble = outcome { troubled += 1 }
    if let place = places[account.key] {
      if case .trouble = all[place].outcome { troubled -= 1 }
      all[place] = line
    } else {
      places[account.key] = all.count
      all.append(line)
    }
  }
}

extension FetchResult {
  /// What came of it, with what the store made of it.
  func outcome(_ summary: ImportSummary?) -> Pond.FetchReport.Outcome {
    if let trouble = memory.trouble { return .trouble(trouble) }
    if isUnchanged { return .unchanged }
    return .read(new: summary?.posts.new ?? 0, changed: summary?.posts.updated ?? 0)
  }
}

/// Nobody answered.
struct FetchOffline: Failure {
  let hosts: Int
  var kind: FailureKind { .unavailable }
  var sentence: String { "none of \(hosts) servers can be reached, so there is no network here" }
  var state: String? { "Nothing was changed; no feed is held to be broken for it." }
  var advice: String? { "Run pond fetch again when you are online." }
}

/// libcurl could not begin.
struct FetchImpossible: Failure {
  var kind: FailureKind { .software }
  var sentence: String { "libcurl could not be started" }
  var state: String? { "Nothing was changed." }
  var advice: String? { "Look whether this machine has memory left." }
}
