import ArgumentParser
import PondGraph

/// What there is room for, for `plan` and `report`.
struct RoomOptions: ParsableArguments {
  @Option(help: "How many accounts the close ring may hold. Default: pond config size, else 60.")
  var size: Int?

  @Option(help: "How many minutes a day you have. Default: pond config minutes-per-day, else 45.")
  var minutesPerDay: Double?

  @Option(help: "Or how many posts a week, in place of minutes.")
  var postsPerWeek: Double?

  func validate() throws {
    guard size ?? 1 >= 1 else { throw ValidationError("--size takes 1 or more.") }
    let budgets = [minutesPerDay, postsPerWeek].compactMap { $0 }
    guard budgets.count < 2, budgets.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw ValidationError("Give one budget above 0: --minutes-per-day or --posts-per-week.")
    }
  }

  /// The budget that was said; nil where none was.
  private var budget: ReadingRoom.Budget? {
    if let minutesPerDay { return .minutesPerDay(minutesPerDay) }
    return postsPerWeek.map(ReadingRoom.Budget.postsPerWeek)
  }

  /// What there is room for: what was said, else what the pond file remembers, else the defaults.
  func room(in file: Pond) throws -> ReadingRoom { try file.room(size: size, budget: budget) }
}
