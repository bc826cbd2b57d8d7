/// What Pond suggests for one account, with its case. It cannot be made without the four parts, and
/// a part cannot be made without a sentence (R3).
public struct Suggestion: Hashable, Sendable {
  /// What could become of the account.
  public let verdict: Verdict
  /// The name of the rule that decided: `pond explain verdicts` tells each.
  public let rule: String
  /// Whether it is none, but a question: the account costs something, and what it gives is unknown.
  public let isQuestion: Bool
  /// What speaks for leaving it.
  public let forLeaving: Part
  /// What speaks for keeping it.
  public let forKeeping: Part
  /// What would change this suggestion.
  public let whatWouldChange: Part
  /// How much could be seen.
  public let howMuchWasSeen: Part

  /// Makes a suggestion of its verdict and its case.
  package init(
    verdict: Verdict, rule: String, isQuestion: Bool = false, forLeaving: Part, forKeeping: Part,
    whatWouldChange: Part, howMuchWasSeen: Part
  ) {
    self.verdict = verdict
    self.rule = rule
    self.isQuestion = isQuestion
    self.forLeaving = forLeaving
    self.forKeeping = forKeeping
    self.whatWouldChange = whatWouldChange
    self.howMuchWasSeen = howMuchWasSeen
  }

  /// One part of the case: one sentence or more.
  public struct Part: Hashable, Sendable {
    /// Its sentences, at least one, none of them blank. They name durations, not dates, and hold no
    /// text of the account's own but a masked address.
    public let sentences: [String]

    /// The sentences in a row.
    public var text: String { sentences.joined(separator: " ") }

    /// Makes a part of a sentence and any that follow.
    package init(_ first: Sentence, _ further: [Sentence] = []) {
      sentences = ([first] + further).map(\.text)
    }

    /// Makes a part of some sentences, or of another where there are none.
    package init(_ sentences: [Sentence], orElse other: @autoclosure () -> Sentence) {
      self.init(sentences.first ?? other(), Array(sentences.dropFirst()))
    }
  }

  /// A sentence that says something.
  package struct Sentence: Hashable, Sendable, ExpressibleByStringInterpolation {
    let text: String

    /// Makes a sentence; of a blank text it makes the admission that there is nothing to say.
    package init(_ text: String) {
      self.text = text.contains { $0.isLetter } ? text : "There is nothing to say here."
    }

    /// Makes a sentence of a literal.
    package init(stringLiteral value: String) {
      self.init(value)
    }
  }
}

extension Suggestion {
  /// Makes the case for a ruling.
  init(_ ruling: Ruling, _ readings: Readings) {
    self.init(
      verdict: ruling.verdict, rule: ruling.rule, isQuestion: ruling.isQuestion,
      forLeaving: .forLeaving(readings),
      forKeeping: .forKeeping(readings),
      whatWouldChange: .whatWouldChange(ruling, readings),
      howMuchWasSeen: .howMuchWasSeen(ruling, readings))
  }
}
