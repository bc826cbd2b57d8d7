import PondGraph

/// The recommended pond as JSON: rings by account id, against the caps.
struct PondJSON: Encodable {
  struct Caps: Encodable {
    let size: Int
    @Nullable var minutesPerDay: Double?
    @Nullable var postsPerWeek: Double?

    init(_ room: ReadingRoom) {
      size = room.size
      switch room.budget {
      case .unlimited: (minutesPerDay, postsPerWeek) = (nil, nil)
      case .minutesPerDay(let minutes): (minutesPerDay, postsPerWeek) = (minutes, nil)
      case .postsPerWeek(let posts): (minutesPerDay, postsPerWeek) = (nil, posts)
      }
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
    let all: Int
    let close: Int
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
  let pinned: Int
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
    pinned = pond.pinned
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
