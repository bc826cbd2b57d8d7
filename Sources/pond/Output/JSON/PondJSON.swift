import PondGraph

/// The recommended pond as JSON: rings by account id, against the caps.
struct PondJSON: Encodable {
  struct Caps: Encodable {
    let size: Int
    let sizeFrom: String
    @Nullable var minutesPerDay: Double?
    @Nullable var postsPerWeek: Double?
    let budgetFrom: String

    init(_ room: ReadingRoom) {
      size = room.size
      sizeFrom = Self.word(room.sizeOrigin)
      budgetFrom = Self.word(room.budgetOrigin)
      switch room.budget {
      case .minutesPerDay(let minutes): (minutesPerDay, postsPerWeek) = (minutes, nil)
      case .postsPerWeek(let posts): (minutesPerDay, postsPerWeek) = (nil, posts)
      }
    }
  }

  struct Unknown: Encodable {
    let onTrial: [String]
    let trialTotals: PlanJSON.Sum
    let waiting: [String]
    let totals: PlanJSON.Sum
    @Nullable var question: String?
    let nothingIsKnown: Bool

    init(_ unknown: RecommendedPond.Unknown) {
      onTrial = unknown.onTrial.map(\.account.id.value)
      trialTotals = PlanJSON.Sum(unknown.trialTotals)
      waiting = unknown.waiting.map(\.account.id.value)
      totals = PlanJSON.Sum(unknown.totals)
      question = unknown.question?.account.id.value
      nothingIsKnown = unknown.nothingIsKnown
    }
  }

  struct Diversity: Encodable {
    let weight: Double
    let paid: Double
    let voices: Int
    let topics: Int
    let communities: Int
    let coming: [String]

    init(_ diversity: RecommendedPond.Diversity) {
      weight = diversity.weight
      paid = diversity.paid
      voices = diversity.voices
      topics = diversity.topics
      communities = diversity.communities
      coming = diversity.coming.map(\.id.value)
    }
  }

  struct Ring: Encodable {
    let ids: [String]
    let totals: PlanJSON.Sum
  }

  struct Move: Encodable {
    @Nullable var leaving: String?
    @Nullable var coming: String?
  }

  struct Week: Encodable {
    @Nullable var all: Int?
    @Nullable var close: Int?
  }

  struct Overlap: Encodable {
    let ids: [String]
    let shared: Int
    let pages: Int
  }

  let caps: Caps
  let close: Ring
  let stream: Ring
  let outside: [String]
  let notYetKnown: Unknown
  let diversity: Diversity
  let pinned: Int
  let keptInStream: Int
  let dissent: [String]
  let certificate: Double
  let moves: [Move]
  let vanishing: [String]
  let overlaps: [Overlap]
  let lastWeek: Week

  init(_ pond: RecommendedPond) {
    caps = Caps(pond.room)
    close = Ring(ids: pond.close.map(\.account.id.value), totals: PlanJSON.Sum(pond.closeTotals))
    stream = Ring(
      ids: pond.stream.map(\.account.id.value), totals: PlanJSON.Sum(pond.streamTotals))
    outside = pond.outside.map(\.account.id.value)
    notYetKnown = Unknown(pond.unknown)
    diversity = Diversity(pond.diversity)
    pinned = pond.pinned
    keptInStream = pond.keptInStream
    dissent = pond.dissenting.map(\.id.value)
    certificate = pond.certificate
    moves = pond.moves.map { Move(leaving: $0.leaving?.id.value, coming: $0.coming?.id.value) }
    vanishing = pond.vanishing
    overlaps = pond.overlaps.map { one, other, overlap in
      Overlap(ids: [one.id.value, other.id.value], shared: overlap.shared, pages: overlap.pages)
    }
    lastWeek = Week(all: pond.lastWeek.all, close: pond.lastWeek.close)
  }
}

extension PondJSON.Caps {
  private static func word(_ origin: ReadingRoom.Origin) -> String {
    switch origin {
    case .usual: "default"
    case .remembered: "remembered"
    case .said: "said"
    }
  }
}
