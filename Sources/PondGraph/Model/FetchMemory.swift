public import Foundation

/// What is asked of an account over HTTP.
public enum FetchPart: String, Hashable, Sendable, CaseIterable {
  /// Its feed: what it posts.
  case feed
  /// Its home page: where its feed has gone, who it is elsewhere, whom it recommends.
  case home
  /// The list of those whom it recommends.
  case blogroll
}

/// What Pond remembers of asking for one part of one account: enough to ask politely the next time.
public struct FetchMemory: Hashable, Sendable {
  /// Whose it is.
  public let account: AccountKey
  /// What was asked for.
  public let part: FetchPart
  /// The address that gave the validators, byte for byte; nil where there are none.
  public var validatedAddress: String?
  /// The ETag as it was sent, quotes and all; nil where none was.
  public var etag: Data?
  /// The Last-Modified as it was sent; nil where none was.
  public var lastModified: Data?
  /// When it was asked for last.
  public var askedAt: Date
  /// When it last answered well, unchanged or not; nil where it never did.
  public var goodAt: Date?
  /// When it last came whole, and not as "unchanged"; nil where it never did.
  public var wholeAt: Date?
  /// How many times in a row it could not be looked at.
  public var failures = 0
  /// Since when it could not be looked at; nil while it can be.
  public var failingSince: Date?
  /// What went wrong the last time; nil where nothing did.
  public var trouble: FetchTrouble?
  /// When it should be asked for again.
  public var dueAt: Date
  /// Before when it must not be asked for, whatever the person says: the server's own word, and an
  /// hour in any case.
  public var notBefore: Date
  /// Where it says, for good, that it has gone; nil where it does not.
  public var movedTo: Address?
  /// In how many runs in a row it said so.
  public var movedTimes = 0
  /// When it said that it is gone for good; nil while it does not.
  public var goneAt: Date?
  /// What the clock showed when it was asked last, where that is still to come; nil otherwise.
  public private(set) var clockWas: Date?

  /// Begins to remember, at the moment of the first asking.
  public init(account: AccountKey, part: FetchPart, askedAt: Date) {
    self.account = account
    self.part = part
    self.askedAt = askedAt
    dueAt = askedAt
    notBefore = askedAt
  }

  /// The longest that anything that is remembered lets Pond wait, in seconds: thirty days. A server's
  /// own wish is cut at the same length.
  package static let longestWait = 30 * 86_400.0

  /// The memory as it can be meant at a moment. What was written down while the clock was ahead lies
  /// in the future now: it keeps nobody from being asked, and what it says of the past is unknown.
  package func believed(at now: Date) -> FetchMemory {
    var memory = self
    // What cannot be waited for by any rule was never meant.
    memory.dueAt = min(dueAt, askedAt.addingTimeInterval(Self.longestWait))
    memory.notBefore = min(notBefore, askedAt.addingTimeInterval(Self.longestWait))
    memory.goodAt = goodAt.flatMap { $0 > now ? nil : $0 }
    memory.failingSince = failingSince.map { min($0, now) }
    memory.goneAt = goneAt.map { min($0, now) }
    // Without the moment at which it came whole its validators are not sent.
    memory.wholeAt = wholeAt.flatMap { $0 > now ? nil : $0 }
    if askedAt.isAhead(of: now) {
      (memory.askedAt, memory.dueAt, memory.notBefore) = (now, now, now)
      memory.clockWas = askedAt
    }
    return memory
  }

  /// After so many runs with the same answer a move is believed.
  public static let runsUntilMoved = 3

  /// The new address, once it is believed; nil before.
  public var believedMove: Address? {
    movedTimes >= Self.runsUntilMoved ? movedTo : nil
  }
}

/// Why something could not be looked at. It never says that an account is inactive.
public struct FetchTrouble: Hashable, Sendable {
  /// What sort of trouble, for scripts.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The address is none that can be asked.
    case address
    /// The name of the server leads nowhere.
    case name
    /// The server cannot be reached.
    case connection
    /// Its certificate or its encryption is not to be trusted.
    case security
    /// It took too long.
    case timeout
    /// It sent more than any feed has.
    case size
    /// It sends from one address to another without end, or where Pond does not follow.
    case redirect
    /// It leads into a private network.
    case inside
    /// The server said no, with a number.
    case status
    /// The server asked for patience.
    case busy
    /// It is gone for good.
    case gone
    /// What came is no feed.
    case content
    /// The answer was no HTTP, or was torn.
    case answer
    /// This machine could not take the answer in.
    case machine
  }

  /// What sort of trouble.
  public let kind: Kind
  /// What happened, as a clause: `the server says 404, no such page`.
  public let words: String

  /// Whether it may be this machine's own, for want of a network.
  package var isMaybeOwn: Bool { kind == .name || kind == .connection }

  /// Whether no server was spoken to.
  package var heardNobody: Bool { isMaybeOwn || [.inside, .address, .machine].contains(kind) }

  /// Makes trouble of its parts.
  public init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}
