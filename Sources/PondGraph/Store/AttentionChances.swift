import GRDB

/// The chance that attention to a post left a trace anywhere: each source has its own, and they come
/// together as 1 − Π(1 − oᵢ). A source with read state has none for the backlog of its first fetch, and
/// none for what was published after it was last used. A class, for it remembers.
final class AttentionChances {
  /// What can be said of a post.
  enum Chance: Equatable {
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

  private struct Prepared {
    let isShown: Bool
    let hasBacklog: Bool
    /// The chances, each with the moment after which it is none.
    let sources: [(chance: Double, until: Int64)]
  }

  private let kinds: [AccountKind: [[AttentionTable.Watched]]]
  private let table: ClaimTable
  private let uses: [String: Int64]
  private var prepared: [Int64: Prepared] = [:]
  private var made: [PostClaims: Int64] = [:]
  private var others: [Int64: PostClaims] = [:]

  /// Reads what sources claim.
  init(_ database: Database) throws {
    kinds = try AttentionTable.all(database)
    table = try ClaimTable(database)
    uses = try DocumentTable.lastUses(database)
    for (row, claims) in table.all { prepared[row] = prepare(claims) }
  }

  private func prepare(_ claims: PostClaims) -> Prepared {
    let sources = claims.counting.filter { $0.thousandths > 0 && $0.isShown && !$0.isBacklog }
    return Prepared(
      isShown: claims.isShown, hasBacklog: claims.counting.contains(where: \.isBacklog),
      sources: sources.map { claim in
        let isTold = claim.source != PostClaims.earlier
        let until = isTold ? (uses[claim.source].map { $0 + Self.patience } ?? .min) : .max
        return (Double(claim.thousandths) / 1000, until)
      })
  }

  /// Whether a source shows the post whatever the person did with it.
  func isShown(_ claim: Int64) -> Bool { prepared[claim]?.isShown ?? true }

  /// The chance for a post of a moment.
  func chance(_ claim: Int64, kind: AccountKind, at moment: Int64) -> Chance {
    guard let claims = prepared[claim] else { return .unknown }
    var missed = 1.0
    var wasLeft = false
    for source in claims.sources {
      if moment <= source.until { missed *= 1 - source.chance } else { wasLeft = true }
    }
    for source in kinds[kind] ?? [] { missed *= 1 - source.observability(at: moment) }
    if missed < 1 { return .some(1 - missed) }
    return claims.hasBacklog ? .backlog : wasLeft ? .afterLastUse : .unknown
  }

  /// What stands in a row, or what was joined of several.
  func claims(_ row: Int64) -> PostClaims {
    others[row] ?? table.all[row] ?? PostClaims.nothing
  }

  /// A number for joined claims: their row where they have one, else one below 0.
  func row(of claims: PostClaims) -> Int64 {
    if let row = table.existing(claims) ?? made[claims] { return row }
    let row = -1 - Int64(made.count)
    made[claims] = row
    others[row] = claims
    prepared[row] = prepare(claims)
    return row
  }
}
