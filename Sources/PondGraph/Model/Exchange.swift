public import Foundation

/// What passed between the person and an account, counted.
public struct Exchange: Hashable, Sendable {
  /// How many posts the person did something with, by what they did; for words that answer no post,
  /// how often. What never happened is not in it.
  public let acts: [ActKind: Int]
  /// When they last did something besides letting it go by, UTC; nil where no source keeps that.
  public let lastAct: Date?
  /// How often its words were addressed to the person.
  public let addressed: Int
  /// When they last were, UTC; nil where they never were.
  public let lastAddressed: Date?

  /// Makes it of its parts.
  public init(acts: [ActKind: Int], lastAct: Date?, addressed: Int, lastAddressed: Date?) {
    self.acts = acts
    self.lastAct = lastAct
    self.addressed = addressed
    self.lastAddressed = lastAddressed
  }
}
