import GRDB
import Synchronization

/// The chance that attention to a post left a trace anywhere: each source has its own, and they come
/// together as 1 − Π(1 − oᵢ). A source with read state has none for the backlog of its first fetch, and
/// none for what was published after it was last used. A class, for it remembers, for whichever thread asks.
final class AttentionChances: Sendable {
  /// What can be said of a post.
  enum Chance: Equatable, Sendable {
    /// Attention would have shown with this chance, above 0.
    case some(Double)
    /// It was there already when the reader first showed the account.
    case backlog
    /// It was published after the reader was last used.
    case afterLastUse
    /// No source would show attention to it.
    case unknown
  }

  /// A reader that was last used has been left a week later.
  static let patience: Int64 = 7 * 86_400_000

  /// What sources claim of some posts of one kind of account, made ready for millions of them.
  struct Claims: Sendable {
    fileprivate let hasBacklog: Bool
    /// The chances, each with the moment after which it is none.
    fileprivate let sources: [(chance: Double, until: Int64)]
    fileprivate let watched: [[AttentionTable.Watched]]
    /// Up to this moment none of the sources was left, and nothing else depends on the moment.
    let steadyUntil: Int64
    /// The chance until then.
    let steady: Chance

    fileprivate init(
      _ claims: PostClaims, until: (PostClaims.Claim) -> Int64,
      _ watched: [[AttentionTable.Watched]]
    ) {
      hasBacklog = claims.counting.contains(where: \.isBacklog)
      sources = claims.counting.filter { $0.thousandths > 0 && $0.isShown && !$0.isBacklog }
        .map { (Double($0.thousandths) / 1000, until($0)) }
      self.watched = watched
      let first = sources.map(\.until).min() ?? .max
      steadyUntil = watched.isEmpty ? first : .min
      steady = Self.chance(sources, watched, hasBacklog: hasBacklog, at: steadyUntil)
    }

    /// The chance for a post of a moment.
    func chance(at moment: Int64) -> Chance {
      moment <= steadyUntil
        ? steady : Self.chance(sources, watched, hasBacklog: hasBacklog, at: moment)
    }

    private static func chance(
      _ sources: [(chance: Double, until: Int64)], _ watched: [[AttentionTable.Watched]],
      hasBacklog: Bool, at moment: Int64
    ) -> Chance {
      var missed = 1.0
      var wasLeft = false
      for source in sources {
        if moment <= source.until { missed *= 1 - source.chance } else { wasLeft = true }
      }
      for source in watched { missed *= 1 - source.observability(at: moment) }
      if missed < 1 { return .some(1 - missed) }
      return hasBacklog ? .backlog : wasLeft ? .afterLastUse : .unknown
    }
  }

  private let kinds: [AccountKind: [[AttentionTable.Watched]]]
  private let uses: [String: Int64]
  private let prepared = Mutex<[AccountKind: [String: Claims]]>([:])

  /// Reads when sources were used and in which stretches they would have kept a trace.
  init(_ database: Database) throws {
    kinds = try AttentionTable.all(database)
    uses = try DocumentTable.lastUses(database)
  }

  /// Whether every post has the same chance by both.
  func areSame(as other: AttentionChances) -> Bool {
    self === other || uses == other.uses && kinds == other.kinds
  }

  /// What is claimed of posts of a kind of account.
  /// - Parameter text: the claims as `PostClaims` has them in text.
  func claims(_ text: String, kind: AccountKind) throws -> Claims {
    if let known = prepared.withLock({ $0[kind]?[text] }) { return known }
    let made = Claims(try PostClaims(text: text), until: until, kinds[kind] ?? [])
    prepared.withLock { $0[kind, default: [:]][text] = made }
    return made
  }

  private func until(_ claim: PostClaims.Claim) -> Int64 {
    guard claim.source != PostClaims.earlier else { return .max }
    return uses[claim.source].map { $0 + Self.patience } ?? .min
  }
}
