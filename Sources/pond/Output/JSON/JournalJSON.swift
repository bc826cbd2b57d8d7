import Foundation
import PondGraph

/// The journal as JSON: `{"decisions":[…],"learned":[…]}`, oldest first.
struct JournalJSON: Encodable {
  struct Entry: Encodable {
    let number: Int
    let account: String
    @Nullable var title: String?
    let decision: String
    let at: Date
    @Nullable var reason: String?
    @Nullable var evidenceSeen: String?
    @Nullable var undoneAt: Date?
    @Nullable var doneAt: Date?
    @Nullable var newAddress: String?
    @Nullable var trialDays: Int?
  }

  let decisions: [Entry]
  let learned: [LearnedJSON]

  init(_ lines: [Pond.JournalLine], learned: [LearnedChange]) {
    self.learned = learned.map(LearnedJSON.init)
    decisions = lines.map(Entry.init)
  }
}

extension JournalJSON.Entry {
  init(_ line: Pond.JournalLine) {
    self.init(
      number: line.entry.number, account: line.account.id.value, title: line.account.title,
      decision: line.entry.decision.answer.rawValue, at: line.entry.decision.at,
      reason: line.entry.decision.reason, evidenceSeen: line.entry.decision.evidenceSeen,
      undoneAt: line.entry.undoneAt, doneAt: line.entry.doneAt,
      newAddress: line.entry.decision.newAddress?.masked,
      trialDays: line.entry.decision.trialDays)
  }
}
