/// What a person has room for in the close ring: a size, and a budget in minutes or in posts.
public struct ReadingRoom: Hashable, Sendable {
  /// How much reading there may be.
  public enum Budget: Hashable, Sendable {
    /// As much as there is.
    case unlimited
    /// So many minutes a day.
    case minutesPerDay(Double)
    /// So many posts a week.
    case postsPerWeek(Double)
  }

  /// The most accounts.
  public let size: Int
  /// The most reading.
  public let budget: Budget

  /// Makes room; without a size, for as many as the close ring usually holds.
  public init(size: Int? = nil, budget: Budget = .unlimited) {
    self.size = size ?? Rings.closeSize
    self.budget = budget
  }

  /// What reading an account costs in a week, in the budget's unit. An account that was never looked
  /// at costs what is not known, which counts as nothing.
  func cost(_ assessment: Assessment) -> Double {
    switch budget {
    case .unlimited, .minutesPerDay: assessment.minutesPerWeek ?? 0
    case .postsPerWeek: assessment.postsPerWeek ?? 0
    }
  }

  /// The same as caps for choosing.
  package var caps: Caps {
    switch budget {
    case .unlimited: Caps(size: size)
    case .minutesPerDay(let minutes): Caps(size: size, budget: minutes * 7)
    case .postsPerWeek(let posts): Caps(size: size, budget: posts)
    }
  }
}
