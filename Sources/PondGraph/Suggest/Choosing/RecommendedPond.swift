/// The recommended pond as it is shown: the rings with what they ask for, how good the choice is at
/// least, what would change and what would vanish.
public struct RecommendedPond: Sendable {
  /// One step from the pond that the person stayed with before.
  public struct Move: Sendable {
    /// Who leaves the close ring; nil where there was room.
    public let leaving: Account?
    /// Who comes; nil where somebody only leaves.
    public let coming: Account?
  }

  /// What the person has room for.
  public let room: ReadingRoom
  /// The close ring, by key.
  public let close: [AccountOverview]
  /// What the close ring asks for.
  public let closeTotals: Totals
  /// The stream, those that add most first.
  public let stream: [AccountOverview]
  /// What the stream asks for.
  public let streamTotals: Totals
  /// Those for whom there is no place in either ring.
  public let outside: [AccountOverview]
  /// Whoever stays by the person's word and not for the figures.
  public let pinned: Int
  /// Whoever has a place because somebody has to disagree: read often, and liked
  /// rarely or far from the rest in words and links.
  public let dissenting: [Account]
  /// The close ring is worth at least this share of the best one there is under the caps, 0…1.
  public let certificate: Double
  /// Whom the close ring would miss least, the person's own word apart; nil where there is nobody.
  public let leastMissed: Account?
  /// The steps from the close ring that the person stayed with; empty where it stays as it was.
  public let moves: [Move]
  /// Whether there was a close ring before.
  public let hasBefore: Bool
  /// Folders, tags, communities and languages that have a voice and would have none in the close
  /// ring.
  public let vanishing: [String]
  /// Pairs that tell much the same; for the person to think about.
  public let overlaps: [(one: Account, other: Account, overlap: Overlap)]
  /// How many posts came in the last seven days, of everybody and of the close ring.
  public let lastWeek: (all: Int, close: Int)

  /// Puts rings into the words of the people in them.
  package init(
    _ rings: Rings, room: ReadingRoom, overviews: [AccountOverview], lastWeek: [AccountKey: Int],
    dissenting: Set<AccountKey>, hasBefore: Bool, overlaps: [Overlap] = []
  ) {
    let byKey = Dictionary(overviews.map { ($0.account.key, $0) }) { first, _ in first }
    self.room = room
    close = rings.close.accounts.compactMap { byKey[$0] }
    stream = rings.stream.compactMap { byKey[$0] }
    outside = rings.outside.compactMap { byKey[$0] }
    closeTotals = Totals(close)
    streamTotals = Totals(stream)
    pinned = rings.close.choice.pins.count - dissenting.count
    self.dissenting = dissenting.sorted().compactMap { byKey[$0]?.account }
    leastMissed = rings.close.leastMissed.flatMap { byKey[$0]?.account }
    certificate = rings.close.certificate
    moves = rings.moves.map { move in
      Move(
        leaving: move.leaving.flatMap { byKey[$0]?.account },
        coming: move.coming.flatMap { byKey[$0]?.account })
    }
    self.hasBefore = hasBefore
    vanishing = rings.vanishing
    self.overlaps = overlaps.compactMap { overlap in
      guard let one = overlap.accounts.first.flatMap({ byKey[$0] }), one.isKept,
        let other = overlap.accounts.last.flatMap({ byKey[$0] }), other.isKept
      else { return nil }
      return (one.account, other.account, overlap)
    }
    let inClose = Set(rings.close.accounts)
    self.lastWeek = (
      all: overviews.reduce(0) { $0 + (lastWeek[$1.account.key] ?? 0) },
      close: inClose.reduce(0) { $0 + (lastWeek[$1] ?? 0) }
    )
  }
}

extension Totals {
  fileprivate init(_ overviews: [AccountOverview]) {
    self.init(
      accounts: overviews.count,
      postsPerWeek: overviews.reduce(0) { $0 + ($1.assessment.postsPerWeek ?? 0) },
      minutesPerDay: overviews.reduce(0) { $0 + ($1.assessment.minutesPerWeek ?? 0) } / 7)
  }
}
