public import Foundation

/// A list of whom the person follows, as it was imported.
public struct ImportedList: Hashable, Sendable {
  /// Whether it counts.
  public enum State: Hashable, Sendable {
    /// Whom it names is followed.
    case counts
    /// A newer list, at this path, took its place.
    case replaced(by: String)
  }

  /// Its number in the pond file, by which it can be named.
  public let number: Int
  /// The importer's name: `opml`, `mastodon-following`.
  public let format: String
  /// Where it was read from, absolute; of one that was brought to the page, what the person calls it.
  public let path: String
  /// Whose it is; nil where nobody said.
  public let owner: AccountKey?
  /// What it calls itself; nil where it does not say.
  public let title: String?
  /// When it last taught something new, UTC; nil for one that an older Pond learned.
  public let learnedAt: Date?
  /// When it says that it was made; nil where it does not say.
  public let documentDate: Date?
  /// How many accounts it names as followed.
  public let accounts: Int
  /// Whether it counts.
  public let state: State

  /// Makes it of its parts.
  public init(
    number: Int, format: String, path: String, owner: AccountKey?, title: String?,
    learnedAt: Date?, documentDate: Date?, accounts: Int, state: State
  ) {
    self.number = number
    self.format = format
    self.path = path
    self.owner = owner
    self.title = title
    self.learnedAt = learnedAt
    self.documentDate = documentDate
    self.accounts = accounts
    self.state = state
  }
}

/// What an import does with an older list.
public enum ListPlacing: Hashable, Sendable {
  /// A newer export of a list that is known takes its place, where the two can be told to be one.
  case recognized
  /// It stands beside whatever there is.
  case beside
  /// It takes the place of this list, by its path or the end of it, or its number.
  case replacing(String)
}
