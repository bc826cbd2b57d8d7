public import Foundation

extension ImportSummary {
  /// How a list stands to older ones of the same person, and who left with it (I11).
  public struct Succession: Hashable, Sendable {
    /// Somebody who stood in the older list, is followed by no list any more, and was not let go.
    public struct Departed: Hashable, Sendable {
      /// Who it is.
      public let account: AccountKey
      /// What the older list called it; nil where it did not.
      public let title: String?

      /// Makes it of its parts.
      public init(account: AccountKey, title: String?) {
        self.account = account
        self.title = title
      }
    }

    /// Why nobody of an older list left although they do not stand in this one.
    public enum Narrowness: Hashable, Sendable {
      /// It names only whom the person follows since a date: an export of a range of time.
      case since(Date)
      /// It is a part of the older list, of so many accounts, and names nobody new.
      case part(of: Int)
    }

    /// The lists whose place it takes, by their paths.
    public var replaced: [String] = []
    /// How many stood in the older list and do not stand in this one.
    public var left = 0
    /// How many stand in this one and did not stand in the older.
    public var came = 0
    /// Those who left although the person decided nothing about them, in the order of their keys.
    public var undecided: [Departed] = []
    /// With how many a decision of the person's took effect.
    public var done = 0
    /// The path of a newer list that keeps its place; nil where none does.
    public var newer: String?
    /// The older list that stays beside it because this one is narrower, by its path.
    public var narrowerThan: String?
    /// How it is narrower.
    public var narrowness: Narrowness?
    /// The oldest follow in it, where a network may have left out all before; nil elsewhere.
    public var mayBeginAt: Date?

    /// Starts with nothing to say.
    public init() {}
  }
}
