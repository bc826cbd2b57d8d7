#if Web
  import Foundation
  import PondGraph

  /// The room that the sliders say; what they do not say is as the person had it remembered.
  struct PlanWish {
    /// How many accounts the close ring may hold; nil where nothing is said.
    let size: Int?
    /// How many minutes a day there are; nil where nothing is said.
    let minutes: Double?

    /// Reads what an address or a form says; what is no room counts as not said.
    init(_ fields: WebFields) {
      size = fields["size"].flatMap { Int($0) }.flatMap { $0 >= 1 && $0 <= 100_000 ? $0 : nil }
      minutes = fields["minutes"].flatMap { Double($0) }.flatMap {
        $0 > 0 && $0 <= 1_440 ? $0 : nil
      }
    }

    /// The room.
    func room(in pond: Pond) throws -> ReadingRoom {
      try pond.room(size: size, budget: minutes.map(ReadingRoom.Budget.minutesPerDay))
    }

    /// The room as a form says it; what is as remembered is left out.
    var fields: [(String, String)] {
      [("size", size.map { "\($0)" }), ("minutes", minutes.map(Self.written))]
        .compactMap { name, value in value.map { (name, $0) } }
    }

    /// The address of a page for this room.
    var place: String { WebLink.to("/plan", fields) }

    /// Minutes as a form has them: whole where they are.
    static func written(_ minutes: Double) -> String {
      Int(exactly: minutes).map { "\($0)" } ?? "\(minutes)"
    }
  }
#endif
