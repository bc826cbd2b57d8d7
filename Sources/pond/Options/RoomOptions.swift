import ArgumentParser
import PondGraph

/// What there is room for, for `plan` and `report`.
struct RoomOptions: ParsableArguments {
  @Option(help: "How many accounts the close ring may hold; default 60.")
  var size: Int?

  @Option(help: "How many minutes a day you have for the close ring.")
  var minutesPerDay: Double?

  @Option(help: "Or how many posts a week.")
  var postsPerWeek: Double?

  func validate() throws {
    guard size ?? 1 >= 1 else { throw ValidationError("--size takes 1 or more.") }
    let budgets = [minutesPerDay, postsPerWeek].compactMap { $0 }
    guard budgets.count < 2, budgets.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw ValidationError("Give one budget above 0: --minutes-per-day or --posts-per-week.")
    }
  }

  /// The same as the library takes it.
  var room: ReadingRoom { ReadingRoom(size: size, budget: budget) }

  private var budget: ReadingRoom.Budget {
    if let minutesPerDay { return .minutesPerDay(minutesPerDay) }
    return postsPerWeek.map(ReadingRoom.Budget.postsPerWeek) ?? .unlimited
  }
}
