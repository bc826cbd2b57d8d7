import PondGraph

/// What a person's answers say of the measures, in words.
struct LessonText {
  let lesson: Lesson

  /// The most names.
  private static let most = 8
  private static let width = 78

  /// The lines, each within 80 columns.
  var lines: [String] {
    if lesson.isTooEarly { return Words.wrap(tooEarly, to: Self.width) }
    guard let proposal = lesson.proposal else { return Words.wrap(nothing, to: Self.width) }
    let change = MeasureText.sentence(proposal.change, before: proposal.before)
    return Words.wrap(agreeing, to: Self.width) + [""]
      + Words.wrap(change, to: Self.width - 2).map { "  " + $0 } + [""]
      + figures(proposal) + [""] + turned(proposal.turned) + [""]
      + Words.wrap(Self.ground, to: Self.width)
  }

  private var tooEarly: String {
    let seen =
      lesson.answers == 0
      ? "none of your answers was about an account of which something was suggested"
      : "\(Words.count(lesson.answers, "answer of yours was", "answers of yours were")) about an "
        + "account of which something was suggested"
    return "It is too early to learn: \(seen), and it takes \(Lesson.fewest). There is no hurry."
  }

  private var agreeing: String {
    "Of \(Words.count(lesson.answers, "answer")) where something was suggested, "
      + "\(agreed) agreed. One change would have agreed with more:"
  }

  private var agreed: String {
    lesson.agreeing == 0 ? "none" : Words.grouped(lesson.agreeing)
  }

  private var nothing: String {
    "Of \(Words.count(lesson.answers, "answer")) where something was suggested, "
      + "\(agreed) agreed. No change would do better by more than chance, so "
      + "that everything stays as it is."
  }

  private func figures(_ proposal: Lesson.Proposal) -> [String] {
    let all = Words.grouped(lesson.answers)
    let rows = [
      ("agree now", lesson.agreeing), ("would agree", proposal.agreeing),
      ("foretold by the others alone", proposal.foretold),
    ]
    return rows.map { "  \(Width.pad($0.0, to: 30)) \(Words.grouped($0.1)) of \(all)" }
  }

  private func turned(_ turned: [Lesson.Turned]) -> [String] {
    guard !turned.isEmpty else { return ["Today nobody would be suggested otherwise."] }
    let rest = turned.count - Self.most
    return ["Today it would be suggested otherwise:"]
      + turned.prefix(Self.most).map { one in
        let words = "\(one.before.rawValue) → \(one.after.rawValue)"
        let name = Width.cut(Sanitize.title(one.account.name), to: Self.width - 22)
        return "  \(Width.pad(words, to: 18)) \(name)"
      } + (rest > 0 ? ["  and \(Words.grouped(rest)) more"] : [])
  }

  private static let ground = """
    Weighed on what is known today of the time up to each answer. What you answered stays.
    """
}
