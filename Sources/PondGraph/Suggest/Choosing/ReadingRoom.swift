/// What a person has room for: a size of the close ring, and a budget in minutes or in posts.
public struct ReadingRoom: Hashable, Sendable {
  /// Minutes a day, until a person says otherwise (model §6.2).
  package static let minutesPerDay = 45.0

  /// How much reading there may be.
  public enum Budget: Hashable, Sendable {
    /// So many minutes a day.
    case minutesPerDay(Double)
    /// So many posts a week.
    case postsPerWeek(Double)
  }

  /// Where a limit is from.
  public enum Origin: Hashable, Sendable {
    /// Nobody said any.
    case usual
    /// The person said it once for all later plans.
    case remembered
    /// The person said it for this plan.
    case said
  }

  /// The most accounts.
  public let size: Int
  /// Where that is from.
  public let sizeOrigin: Origin
  /// The most reading.
  public let budget: Budget
  /// Where that is from.
  public let budgetOrigin: Origin

  /// Makes room of what is said now, else of what is remembered, else of the defaults.
  public init(size: Int? = nil, budget: Budget? = nil, remembered: RememberedRoom = .none) {
    self.size = max(1, size ?? remembered.size ?? Rings.closeSize)
    sizeOrigin = size != nil ? .said : remembered.size != nil ? .remembered : .usual
    self.budget = budget ?? .minutesPerDay(remembered.minutesPerDay ?? Self.minutesPerDay)
    budgetOrigin =
      budget != nil ? .said : remembered.minutesPerDay != nil ? .remembered : .usual
  }

  /// What reading an account costs in a week, in the budget's unit; nil for an account that was never
  /// looked at.
  func knownCost(_ assessment: Assessment) -> Double? {
    switch budget {
    case .minutesPerDay: assessment.minutesPerWeek
    case .postsPerWeek: assessment.postsPerWeek
    }
  }

  /// The same for choosing among the known: of whom words went both ways and no post is known, reading
  /// takes nothing that could be counted.
  func cost(_ assessment: Assessment) -> Double { knownCost(assessment) ?? 0 }

  /// The same as caps for choosing.
  package var caps: Caps {
    switch budget {
    case .minutesPerDay(let minutes): Caps(size: size, budget: minutes * 7)
    case .postsPerWeek(let posts): Caps(size: size, budget: posts)
    }
  }
}

/// The room that a person told Pond to remember.
public struct RememberedRoom: Hashable, Sendable {
  /// The most accounts of the close ring; nil where they said none.
  public let size: Int?
  /// The most minutes a day; nil where they said none.
  public let minutesPerDay: Double?

  /// Makes it of its parts; what is no room counts as not said.
  public init(size: Int?, minutesPerDay: Double?) {
    self.size = size.flatMap { $0 >= 1 ? $0 : nil }
    self.minutesPerDay = minutesPerDay.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }

  /// Nothing was said.
  public static let none = RememberedRoom(size: nil, minutesPerDay: nil)
}
