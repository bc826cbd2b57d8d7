import PondGraph

/// What Pond suggests, and by which rule. To wait is no suggestion, and neither is a question.
struct SuggestionText {
  private let suggestion: Suggestion

  init(_ suggestion: Suggestion) {
    self.suggestion = suggestion
  }

  /// One line: `Pond suggests: thin (rule: below the bar)`.
  var line: String {
    let rule = "rule: \(suggestion.rule)"
    guard suggestion.verdict == .wait, suggestion.rule != "your word" else {
      return "Pond suggests: \(suggestion.verdict.rawValue) (\(rule))"
    }
    return suggestion.isQuestion
      ? "Pond suggests nothing, and asks you: wait (\(rule))"
      : "Pond suggests nothing yet: wait (\(rule))"
  }
}
