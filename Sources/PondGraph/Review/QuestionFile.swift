/// The open questions as a text file to be edited, like an interactive rebase: evidence as
/// remarks, one line to answer for each account. What comes back is a `DecisionFile`.
package struct QuestionFile: Sendable {
  /// One account to ask about, with what is shown of it.
  package struct Question: Sendable {
    /// The account and what was computed of it.
    package let overview: AccountOverview
    /// The person's own note; nil where they wrote none.
    package let note: String?
    /// Recent titles, newest first.
    package let titles: [String]
    /// What is said of somebody whom the person never touched; empty for others.
    package let untouched: [String]

    /// Makes a question of its parts.
    package init(
      overview: AccountOverview, note: String?, titles: [String], untouched: [String] = []
    ) {
      self.overview = overview
      self.note = note
      self.titles = titles
      self.untouched = untouched
    }
  }

  private let questions: [Question]

  /// A file that asks these questions in this order.
  package init(asking questions: [Question]) {
    self.questions = questions
  }

  /// The text of the file. Every line to answer begins with `skip`, so that saving the file
  /// untouched decides nothing (R5). Foreign text is put on one line each; `clean` makes it
  /// harmless.
  package func text(clean: (String) -> String) -> String {
    (questions.map { block($0, clean).joined(separator: "\n") } + [Self.footer])
      .joined(separator: "\n\n") + "\n"
  }

  // Evidence first, figures after (R1).
  private func block(_ question: Question, _ clean: (String) -> String) -> [String] {
    let suggestion = question.overview.assessment.suggestion
    let account = question.overview.account
    let title = clean(account.title ?? account.handle).replacing(" — ", with: " – ")
    var lines = ["# \(title)"]
    if let note = question.note { lines.append("#   you wrote: \(clean(note))") }
    lines += question.titles.map { "#   · \(clean($0))" }
    lines += question.untouched.map { "#   \(clean($0))" }
    lines.append("#   for leaving: \(clean(suggestion.forLeaving.text))")
    lines.append("#   for keeping: \(clean(suggestion.forKeeping.text))")
    lines.append("#   what would change this: \(clean(suggestion.whatWouldChange.text))")
    lines.append("#   how much could be seen: \(clean(suggestion.howMuchWasSeen.text))")
    lines.append("#   suggestion: \(Self.suggested(question.overview))")
    lines.append("skip \(DecisionFile.name(of: account)) # \(title) — ")
    return lines
  }

  private static func suggested(_ overview: AccountOverview) -> String {
    if overview.hasNothingToSuggest { return "none, for nothing was seen" }
    let suggestion = overview.assessment.suggestion
    return suggestion.isQuestion ? "none, and a question to you" : suggestion.verdict.rawValue
  }

  private static let footer = """
    # Change "skip" to your answer, and write your reason after the dash if you like:
    #   keep      it stays
    #   thin      fewer of it: a stream folder, a section feed
    #   archive   it has ended: off the list, its address kept
    #   let-go    off the list
    #   wait      ask again later
    #   hold      keep it, and never ask again
    #   repair    read it elsewhere: repair ADDRESS NEW-ADDRESS
    # Lines that begin with # are only read by you. Save without changes to decide nothing.
    """
}
