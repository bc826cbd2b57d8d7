extension Pond {
  /// What there is room for: what is said now, else what the person had remembered, else the defaults.
  public func room(
    size: Int? = nil, budget: ReadingRoom.Budget? = nil
  ) throws -> ReadingRoom {
    ReadingRoom(size: size, budget: budget, remembered: try rememberedRoom())
  }

  /// The room that the person had remembered.
  public func rememberedRoom() throws -> RememberedRoom {
    RememberedRoom(
      size: try store.setting(.size).flatMap { Int($0) },
      minutesPerDay: try store.setting(.minutesPerDay).flatMap { Double($0) })
  }

  /// Remembers how many accounts the close ring may hold; nil takes it back.
  public func remember(size: Int?) throws {
    try store.set(.size, to: size.map { "\($0)" })
  }

  /// Remembers how many minutes a day there are for the close ring; nil takes it back.
  public func remember(minutesPerDay minutes: Double?) throws {
    try store.set(.minutesPerDay, to: minutes.map { "\($0)" })
  }
}

extension Pond {
  /// How many words are read in a minute where the person's own pace is not known.
  public static var wordsPerMinute: Double { ReadingCost.wordsPerMinute }
}
