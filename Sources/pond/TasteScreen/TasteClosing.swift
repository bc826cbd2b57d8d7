import Foundation
import PondGraph

/// What a tasting came to: how many posts, what became clear, what that frees, what is left, and the
/// command that comes next.
struct TasteClosing {
  let closing: Pond.TastingClosing
  /// Why the tasting is over; nil where the person stopped.
  let end: TastingEnd?
  /// The folder that was tasted; nil for all.
  var folder: String?
  /// What would make posts known, where there are none to taste.
  var steps: [String] = []
  let width: Int
  /// Whether commands are named; a page has buttons.
  var namesCommands = true

  private static let named = 8

  /// The lines, none of them longer than the width where words allow it.
  var lines: [String] {
    if end == .nothingLeft, closing.standing == 0 { return nothingKnown }
    return wrapped([answers, cleared]) + names + wrapped([freed, young, left])
      + (namesCommands ? ["", next] : [])
  }

  private func wrapped(_ paragraphs: [String?]) -> [String] {
    paragraphs.compactMap { $0 }.flatMap { Words.wrap($0, to: width) }
  }

  private var nothingKnown: [String] {
    let whose = folder == nil ? "anybody you follow" : "anybody in this folder"
    return wrapped([
      """
      There is nothing to taste: no post of the last 90 days is known of \(whose) who costs enough \
      for a question.
      """
    ]) + [""] + steps
  }

  private var answers: String {
    guard !closing.answers.isEmpty else {
      return closing.standing == 0
        ? "Nothing was tasted."
        : "Nothing was tasted now; \(Words.count(closing.standing, "answer stands", "answers stand"))."
    }
    let parts: [(TastingAnswer, String)] = [
      (.gladly, "gladly"), (.wouldRead, "you would read"), (.notForMe, "not for you"),
      (.cannotSay, "you could not say"),
    ]
    let counts = parts.compactMap { answer, words -> String? in
      let count = closing.answers.count { $0 == answer }
      return count == 0 ? nil : "\(Words.grouped(count)) \(words)"
    }
    return "You tasted \(Words.count(closing.answers.count, "post")): \(Words.list(counts))."
  }

  private var cleared: String? {
    guard !closing.answers.isEmpty else { return nil }
    guard !closing.cleared.isEmpty else { return "No suggestion became clear yet." }
    let verdicts = Verdict.allCases.compactMap { verdict -> String? in
      let count = closing.cleared.count { $0.assessment.verdict == verdict }
      let word = verdict.rawValue.replacing("-", with: " ")
      return count == 0 ? nil : "\(Words.grouped(count)) \(word)"
    }
    let many = Words.count(
      closing.cleared.count, "suggestion became clear", "suggestions became clear")
    return "\(many): \(Words.list(verdicts))."
  }

  private var names: [String] {
    let shown = closing.cleared.prefix(Self.named).map { overview in
      let verdict = overview.assessment.verdict.rawValue.replacing("-", with: " ")
      return Width.cut(
        "  \(Width.pad(verdict, to: 8)) \(Sanitize.line(overview.name))", to: width)
    }
    let rest = closing.cleared.count - shown.count
    return shown + (rest > 0 ? ["  and \(Words.grouped(rest)) more"] : [])
  }

  private var freed: String? {
    guard closing.minutesFreed >= 1 else { return nil }
    let minutes = closing.minutesFreed
    let time =
      minutes < 99.5
      ? "\(Words.count(Int(minutes.rounded()), "minute"))" : "\(Words.figure(minutes / 60)) hours"
    return "Following them would free about \(time) a week. You decide."
  }

  private var young: String? {
    guard closing.tooYoung > 0 else { return nil }
    let accounts = Words.count(closing.tooYoung, "account")
    return """
      Of \(accounts) that you tasted, too few weeks were seen for a suggestion: fetch again in \
      the coming weeks, and your answers will speak.
      """
  }

  private var left: String? {
    switch end {
    case .littleLeft:
      "You could go on; it would change \(goodPosts)."
        + (namesCommands ? " (pond taste --further)" : "")
    case .nothingLeft: "Every post of the last 90 days that could be asked about was shown."
    case .enoughPosts, .enoughTime, nil:
      closing.open == 0
        ? "Little is left to learn."
        : """
        \(Words.count(closing.open, "account is", "accounts are")) still open; \
        \(goodPosts) \(closing.open == 1 ? "hangs" : "hang") on what you would say.\
        \(namesCommands ? " pond taste goes on." : "")
        """
    }
  }

  private var goodPosts: String {
    let monthly = closing.left * 365.25 / 84
    if monthly >= 10 {
      return "about \(Words.grouped(Int(min(closing.left, 1e6).rounded()))) good posts a week"
    }
    if monthly >= 1.5 { return "about \(Words.whole(monthly)) good posts a month" }
    return monthly >= 0.5 ? "about one good post a month" : "less than one good post a month"
  }

  private var next: String {
    closing.questions > 0
      ? "Next:  pond review   asks about \(Words.count(closing.questions, "account")), one at a time"
      : "Next:  pond plan     shows the pond"
  }
}
