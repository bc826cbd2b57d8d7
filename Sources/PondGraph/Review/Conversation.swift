/// One sitting of the review: who is asked about next, what was done so far, where it ends. A value
/// that stores nothing and knows no terminal; the journal is what lasts, and a conversation that is
/// begun again from it asks about the same account.
package struct Conversation: Hashable, Sendable {
  /// What was done with a question.
  package enum Deed: Hashable, Sendable {
    /// The person's answer.
    case answered(Answer)
    /// It was passed over for now.
    case skipped
  }

  /// A question with what was done with it.
  package struct Step: Hashable, Sendable {
    /// Whom it was about.
    package let account: AccountKey
    /// What was done.
    package let deed: Deed

    /// Makes a step of its parts.
    package init(account: AccountKey, deed: Deed) {
      self.account = account
      self.deed = deed
    }
  }

  /// Who is still to be asked about, the account on show first.
  package private(set) var waiting: [AccountKey]
  /// What was done in this sitting, oldest first.
  package private(set) var past: [Step] = []
  /// The most questions of one sitting.
  package let limit: Int

  /// Begins a sitting.
  /// - Parameters:
  ///   - questions: in the order in which they are asked; each account counts once.
  ///   - last: about whom a sitting of two questions or more ends, though more were to be asked; nil for
  ///     nobody. Alone it is no reason for a sitting.
  ///   - limit: the most questions.
  ///   - past: what was done in it before, where it is gone on with: nobody of it is asked about again.
  package init(
    asking questions: [AccountKey], ending last: AccountKey? = nil, limit: Int,
    after past: [Step] = []
  ) {
    var seen = Set(past.map(\.account))
    waiting = questions.filter { seen.insert($0).inserted }
    self.limit = max(0, limit)
    self.past = past
    guard let last, !(waiting.isEmpty && past.isEmpty), self.limit > 1, past.count < self.limit,
      seen.insert(last).inserted
    else { return }
    waiting.insert(last, at: min(waiting.count, self.limit - 1 - past.count))
  }

  /// Who is asked about now; nil where the sitting is over.
  package var current: AccountKey? { past.count < limit ? waiting.first : nil }
  /// The place of the present question in the sitting, from 1.
  package var place: Int { past.count + 1 }
  /// How many questions the sitting has.
  package var length: Int { min(limit, past.count + waiting.count) }

  /// Goes on to the next question. A step about anybody but the account on show changes nothing:
  /// nobody is answered for unseen (R4).
  package mutating func take(_ step: Step) {
    guard step.account == current else { return }
    waiting.removeFirst()
    past.append(step)
  }

  /// Goes back to an account of which the last step was taken back. A step of an earlier sitting
  /// brings its account to the front.
  package mutating func takeBack(_ account: AccountKey) {
    if let index = past.lastIndex(where: { $0.account == account }) { past.remove(at: index) }
    waiting.removeAll { $0 == account }
    waiting.insert(account, at: 0)
    // After a whole sitting, one of an earlier one has to have room.
    if past.count >= limit, limit > 0 { past.removeFirst(past.count - limit + 1) }
  }
}
