public import Foundation

/// A person's answer about one account. It is made in one place, from that answer, and is the only
/// thing that removes an account from an export.
public struct Decision: Hashable, Sendable {
  /// Whom it is about.
  public let account: AccountKey
  /// The answer.
  public let answer: Answer
  /// When it was given, UTC.
  public let at: Date
  /// The person's reason; nil where none was given.
  public let reason: String?
  /// The evidence that was on show when the answer was given, as one line; nil when the person
  /// wrote the answer in a file without being shown any.
  public let evidenceSeen: String?
  /// Where it is to be read from now on; nil unless the answer is repair.
  public let newAddress: Address?
  /// For how many days it is tried out before it is asked about; nil unless the answer is wait, and
  /// was given as a trial.
  public let trialDays: Int?
  /// How many posts a week it had when the answer was given; nil where that was not known.
  public let postsPerWeek: Double?

  /// Makes a decision. Only `Review` does, from a person's answer; HouseTests keep it so.
  public init(
    account: AccountKey, answer: Answer, at: Date, reason: String?, evidenceSeen: String?,
    newAddress: Address? = nil, trialDays: Int? = nil, postsPerWeek: Double? = nil
  ) {
    self.trialDays = trialDays
    self.newAddress = newAddress
    self.postsPerWeek = postsPerWeek
    self.account = account
    self.answer = answer
    self.at = at
    self.reason = reason
    self.evidenceSeen = evidenceSeen
  }
}

/// One line of the journal: a decision, and whether it was taken back.
public struct JournalEntry: Hashable, Sendable {
  /// Its place in the journal, from 1.
  public let number: Int
  /// The decision.
  public let decision: Decision
  /// When it was undone; nil while it stands.
  public let undoneAt: Date?
  /// When a newer list showed that it took effect; nil as long as none does.
  public let doneAt: Date?

  /// Makes an entry of its parts.
  public init(number: Int, decision: Decision, undoneAt: Date?, doneAt: Date? = nil) {
    self.doneAt = doneAt
    self.number = number
    self.decision = decision
    self.undoneAt = undoneAt
  }
}
