public import Foundation

/// Something that the person means to do, in their own words. Nothing is counted of what was not done.
public struct Intention: Hashable, Sendable {
  /// How an intention stands.
  public enum State: Hashable, Sendable {
    /// The person still means to.
    case open
    /// Done, as they said then.
    case done(at: Date)
    /// They do not mean to any more, as they said then.
    case dropped(at: Date)
  }

  /// What `pond intend` calls it.
  public let number: Int
  /// What they mean to do.
  public let text: String
  /// Whom it is about; nil for nobody in particular.
  public let account: AccountKey?
  /// The day by which, UTC; nil where none was named.
  public let due: Date?
  /// When they said so, UTC.
  public let at: Date
  /// How it stands.
  public let state: State

  package init(
    number: Int, text: String, account: AccountKey?, due: Date?, at: Date, state: State
  ) {
    self.number = number
    self.text = text
    self.account = account
    self.due = due
    self.at = at
    self.state = state
  }

  /// The longest text, in characters.
  package static let longest = 200
}

/// A word of the person on an intention.
public enum IntentionWord: String, Hashable, Sendable {
  /// They mean to.
  case meant
  /// It is done.
  case done
  /// They do not mean to any more.
  case dropped
}
