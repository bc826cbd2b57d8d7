extension Rule {
  /// The person's word outranks everything, for ever, until they take it back (S8): an answer first,
  /// then what they declared.
  static let yourWord = Rule(
    name: "your word", outcome: "",
    paragraph: """
      Your answer outranks every figure until you take it back. Where you gave none, what you \
      declared keeps an account, whatever its volume.
      """
  ) { readings in
    if let answer = readings.word { return (answer.verdict, .word(answer)) }
    return readings.declared.isEmpty ? nil : (.keep, .declared(readings.declared))
  }
}

extension Answer {
  /// The answer as a verdict: what is held is kept.
  package var verdict: Verdict {
    switch self {
    case .keep, .hold, .repair, .follow: .keep
    case .thin: .thin
    case .archive: .archive
    case .letGo: .letGo
    case .wait: .wait
    }
  }
}
