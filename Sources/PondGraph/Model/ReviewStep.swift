public import Foundation

/// A question that the person passed over: it is asked again when the others are through.
public struct Skip: Hashable, Sendable {
  /// Its place among everything that was passed over, from 1.
  public let number: Int
  /// Whom the question was about.
  public let account: AccountKey
  /// When, UTC.
  public let at: Date

  /// Makes it of its parts.
  public init(number: Int, account: AccountKey, at: Date) {
    self.number = number
    self.account = account
    self.at = at
  }
}

/// What a person did with a question: answered it, or passed it over. Both can be taken back, in
/// the order in which they were done.
public enum ReviewStep: Hashable, Sendable {
  /// An answer in the journal.
  case answered(JournalEntry)
  /// A question that was passed over.
  case skipped(Skip)

  /// Whom it is about.
  public var account: AccountKey {
    switch self {
    case .answered(let entry): entry.decision.account
    case .skipped(let skip): skip.account
    }
  }
}
