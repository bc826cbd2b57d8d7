public import Foundation

/// One of the steps of a cycle, in their order.
public enum CycleStep: String, Hashable, Sendable, CaseIterable {
  /// What changed on the disk is learned again.
  case sources
  /// What is due is asked over the network.
  case fetch
  /// What changed is told.
  case news
  /// What came of the last cycle.
  case reflect
  /// The open questions.
  case review
  /// What the person means to do.
  case intentions
  /// The lists leave.
  case exports

  /// The step after it; nil after the last.
  public var next: CycleStep? {
    Self.allCases.firstIndex(of: self).flatMap {
      $0 + 1 < Self.allCases.count ? Self.allCases[$0 + 1] : nil
    }
  }
}

/// One sitting with the whole pond, from what changed on the disk to the lists that leave.
public struct Cycle: Hashable, Sendable {
  /// Its place among all cycles, from 1.
  public let number: Int
  /// When it was begun, UTC.
  public let begunAt: Date
  /// The step that comes next; the last one once it has ended.
  public let step: CycleStep
  /// When it was ended, UTC; nil while it is under way.
  public let endedAt: Date?
  /// What the list asked for at its end; nil while it is under way.
  public let asked: Asked?

  /// What a list of followed accounts asks for.
  public struct Asked: Hashable, Sendable {
    /// How many accounts.
    public let accounts: Int
    /// Of how many of them nothing is known, so that they are in neither figure.
    public let unseen: Int
    /// Expected posts a week of the others; nil where nothing is known of any.
    public let postsPerWeek: Double?
    /// Minutes a day that reading all of them would take; nil likewise.
    public let minutesPerDay: Double?
    /// How many of them stood in the close ring of the plan.
    public let close: Int

    /// Makes it of its parts.
    public init(
      accounts: Int, unseen: Int, postsPerWeek: Double?, minutesPerDay: Double?, close: Int
    ) {
      self.close = close
      self.accounts = accounts
      self.unseen = unseen
      self.postsPerWeek = postsPerWeek
      self.minutesPerDay = minutesPerDay
    }
  }

  package init(number: Int, begunAt: Date, step: CycleStep, endedAt: Date?, asked: Asked?) {
    self.number = number
    self.begunAt = begunAt
    self.step = step
    self.endedAt = endedAt
    self.asked = asked
  }
}
