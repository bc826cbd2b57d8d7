/// The recommended pond as it is shown: the rings with what they ask for, how good the choice is at
/// least, what diversity cost, what would change, what would vanish, and what is not yet known.
public struct RecommendedPond: Sendable {
  /// One step from the pond that the person stayed with before.
  public struct Move: Sendable {
    /// Who leaves the close ring; nil where there was room.
    public let leaving: Account?
    /// Who comes; nil where somebody only leaves.
    public let coming: Account?
  }

  /// Those of whom nothing is known of the person's attention, and who stay followed.
  public struct Unknown: Sendable {
    /// Those on trial, the cheapest first.
    public let onTrial: [AccountOverview]
    /// What those on trial ask for.
    public let trialTotals: Totals
    /// The others, those that cost most first.
    public let waiting: [AccountOverview]
    /// What all of them ask for.
    public let totals: Totals
    /// Whether nothing is known of anybody, so that cost alone decides.
    public let nothingIsKnown: Bool

    /// The one of whom an answer settles most minutes; nil where no cost is known.
    public var question: AccountOverview? {
      (waiting + onTrial.reversed()).first { $0.assessment.minutesPerWeek != nil }
    }

    /// Everybody, those on trial first.
    public var all: [AccountOverview] { onTrial + waiting }
  }

  /// What diversity cost, and what it bought, beside the close ring that gives most by the estimates.
  public struct Diversity: Sendable {
    /// t: what diversity counted beside what is given.
    public let weight: Double
    /// The share of the signal that it costs, 0…1.
    public let paid: Double
    /// How many more accounts have a place; negative where there are fewer.
    public let voices: Int
    /// How many more topics have a voice.
    public let topics: Int
    /// How many more communities have a voice.
    public let communities: Int
    /// Who stands in the close ring and would not stand in the one that gives most.
    public let coming: [Account]
  }

  /// More accounts than so many nobody can follow; above it that is said.
  public static let mostFollowed = Rings.mostFollowed

  /// What the person has room for.
  public let room: ReadingRoom
  /// The close ring in the order of worth, the most first; equals by key.
  public let close: [AccountOverview]
  /// What the close ring asks for.
  public let closeTotals: Totals
  /// The stream: who was kept by word, then those that add most.
  public let stream: [AccountOverview]
  /// What the stream asks for, once those are thinned of whom less would be more.
  public let streamTotals: Totals
  /// Those for whom there is no place in either ring.
  public let outside: [AccountOverview]
  /// Those who are not yet known.
  public let unknown: Unknown
  /// Whoever is in the close ring because the person declared them close.
  public let pinned: Int
  /// Who stays followed by the person's word and stands in the stream.
  public let keptInStream: Int
  /// Whoever has a place because somebody has to disagree: read often, and liked
  /// rarely or far from the rest in words and links.
  public let dissenting: [Account]
  /// The close ring is worth at least this share of the best one there is under the caps, 0…1.
  public let certificate: Double
  /// What its diversity cost and bought.
  public let diversity: Diversity
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
  /// How many posts came in the last seven days, of everybody and of the close ring; nil where none of them
  /// was looked at in these.
  public let lastWeek: (all: Int?, close: Int?)

  /// Puts rings into the words of the people in them.
  /// - Parameter overviews: everybody's, by key.
  package init(
    _ rings: Rings, room: ReadingRoom, worths: Worths,
    overviews byKey: [AccountKey: AccountOverview], lastWeek: LastWeek,
    dissenting: Set<AccountKey>, hasBefore: Bool, overlaps: [Overlap] = []
  ) {
    func known(_ keys: [AccountKey]) -> [AccountOverview] { keys.compactMap { byKey[$0] } }
    self.room = room
    close = known(rings.close.accounts).sorted { left, right in
      (worths.worth(right), left.account.key) < (worths.worth(left), right.account.key)
    }
    stream = known(rings.stream)
    outside = known(rings.outside)
    closeTotals = Totals(close.map(\.assessment))
    streamTotals = Totals(stream.map(\.assessment), share: \.shareLeft)
    unknown = Unknown(
      onTrial: known(rings.notYetKnown.onTrial), waiting: known(rings.notYetKnown.waiting),
      nothingIsKnown: rings.notYetKnown.nothingIsKnown)
    pinned = rings.close.choice.pins.count - dissenting.count
    keptInStream = stream.count(where: \.staysByWord)
    self.dissenting = dissenting.sorted().compactMap { byKey[$0]?.account }
    leastMissed = rings.close.leastMissed.flatMap { byKey[$0]?.account }
    certificate = rings.close.certificate
    diversity = Diversity(rings.bought, known(rings.bought.coming).map(\.account))
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
    self.lastWeek = (all: lastWeek.posts(of: byKey.values), close: lastWeek.posts(of: close))
  }
}

extension RecommendedPond.Unknown {
  fileprivate init(onTrial: [AccountOverview], waiting: [AccountOverview], nothingIsKnown: Bool) {
    self.onTrial = onTrial
    self.waiting = waiting
    self.nothingIsKnown = nothingIsKnown
    trialTotals = Totals(onTrial.map(\.assessment))
    totals = Totals((onTrial + waiting).map(\.assessment))
  }
}

private typealias Bought = Diversity.Bought

extension RecommendedPond.Diversity {
  fileprivate init(_ bought: Bought, _ coming: [Account]) {
    self.init(
      weight: bought.weight, paid: bought.paid, voices: bought.voices, topics: bought.topics,
      communities: bought.communities, coming: coming)
  }
}
