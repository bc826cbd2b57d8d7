package import Foundation

/// A verdict with the ground on which it stands and the rule that decided it.
package struct Ruling: Hashable, Sendable {
  /// What a verdict rests on.
  package enum Ground: Hashable, Sendable {
    /// The person's word, which outranks everything.
    case word(Answer)
    /// What the person declared of it, where they gave no answer.
    case declared([DeclaredWord])
    /// It could not be reached since the date.
    case unreachable(since: Date)
    /// Its server said at the date that it is gone for good.
    case gone(since: Date)
    /// It is read at another address now.
    case moved(to: Address)
    /// It ended by its own rhythm.
    case ended
    /// Words go both ways.
    case conversing
    /// Too little could be seen of its posts, for these reasons.
    case tooLittle([Scarcity])
    /// It posts no more than costs nothing.
    case free
    /// What the person wants of its folder, by the folder's path.
    case folder(String)
    /// It costs so little that what is unknown of attention is not worth a question.
    case notWorthAsking([Scarcity])
    /// It costs more, and too little could be seen of attention, for these reasons.
    case question([Scarcity])
    /// Its share lies below the bar, as good as certainly.
    case belowBar
    /// Nothing speaks against it strongly enough.
    case standing
  }

  /// What could become of the account.
  package let verdict: Verdict
  /// Why.
  package let ground: Ground
  /// The name of the rule that decided.
  package let rule: String

  /// Decides.
  package init(_ readings: Readings) {
    self.init(readings, by: Rules.all)
  }

  /// Decides by the rules after one of them, as if it and those before it did not stand.
  package init(_ readings: Readings, after rule: Rule) {
    self.init(readings, by: Rules.after(rule))
  }

  /// Decides as if the person had not answered; what they declared still counts.
  package init(withoutAnswer readings: Readings) {
    self.init(readings.unanswered)
  }

  private init(_ readings: Readings, by rules: some Sequence<Rule>) {
    for rule in rules {
      guard let (verdict, ground) = rule.decide(readings) else { continue }
      (self.verdict, self.ground, self.rule) = (verdict, ground, rule.name)
      return
    }
    (verdict, ground, rule) = (.keep, .standing, Rule.nothingAgainstIt.name)
  }

  /// Whether it asks the person, and suggests nothing.
  package var isQuestion: Bool {
    if case .question = ground { return true }
    return false
  }
}
