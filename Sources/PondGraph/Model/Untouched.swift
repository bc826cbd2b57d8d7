public import Foundation

/// Somebody on a network with whom no file shows that the person ever did anything, and for how long one
/// would have shown it.
public struct Untouched: Hashable, Sendable {
  /// Whom it is about.
  public let account: AccountKey
  /// The time, since the person followed, over which an export would have kept what they did; nil where no
  /// file keeps what the person did on that network.
  public let covered: Span?
  /// When its words were last addressed to the person; nil where they never were.
  public let lastAddressed: Date?

  /// Makes it of its parts.
  public init(account: AccountKey, covered: Span?, lastAddressed: Date?) {
    self.account = account
    self.covered = covered
    self.lastAddressed = lastAddressed
  }
}
