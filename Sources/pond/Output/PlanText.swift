import Foundation
import PondGraph

/// The recommended pond for a person: first what it comes to, in ten lines, then what could leave and
/// what it would free, then who is where.
struct PlanText {
  let plan: Pond.RecommendedPlan
  let width: Int
  let limit: Int

  /// The lines.
  var lines: [String] {
    let overview = PlanSummary(plan: plan, width: width).lines
    let verdicts = plan.sections.compactMap(line(of:))
    return overview + [""] + verdicts + [""] + plan.sections.flatMap(lines(of:))
      + PondText(pond: plan.pond, width: width, limit: limit).lines
  }

  /// How many accounts a verdict is about, and what following it would free; nil where it is about nobody.
  func line(of section: Pond.RecommendedPlan.Section) -> String? {
    guard !section.overviews.isEmpty else { return nil }
    let count = Words.count(section.overviews.count, "account")
    let words = "\(Width.pad(section.verdict.rawValue, to: 8)) \(count)"
    guard section.freed.postsPerWeek > 0 else { return words + meaning(section.verdict) }
    return words + ", which frees \(Words.figure(section.freed.postsPerWeek)) posts a week "
      + "and \(Words.figure(section.freed.minutesPerDay)) minutes a day"
  }

  private func lines(of section: Pond.RecommendedPlan.Section) -> [String] {
    guard !section.overviews.isEmpty else { return [] }
    let shown = limit == 0 ? section.overviews[...] : section.overviews.prefix(limit)
    let count = Words.count(section.overviews.count, "account")
    var lines = ["\(section.verdict.rawValue): \(count)"]
    let reasons = shown.map { Self.reason($0.assessment) }
    for (number, overview) in shown.enumerated() {
      lines.append(head(overview))
      // What holds for several in a row is said once, below the last of them.
      guard reasons.dropFirst(number + 1).first != reasons[number] else { continue }
      let words = Words.wrap(Sanitize.line(reasons[number]), to: width - 6)
      lines += words.map { "      " + $0 }
    }
    if shown.count < section.overviews.count {
      let more = Words.grouped(section.overviews.count - shown.count)
      lines.append("    and \(more) more (--limit 0 shows all)")
    }
    return lines + [""]
  }

  private func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .repair: ", their address is broken or has moved"
    case .wait: ", too little could be seen to say anything"
    case .keep, .letGo, .thin, .archive: ""
    }
  }

  private func head(_ overview: AccountOverview) -> String {
    let assessment = overview.assessment
    let mark = overview.decision == nil ? " " : "✓"
    let rate = assessment.postsPerWeek.map { "\(Words.figure($0))/week" } ?? "–"
    let weeks = Sparkline().row(assessment.weeks.posts, columns: RecentWeeks.count)
    let room = min(48, max(16, width - 4 - 10 - 2 - RecentWeeks.count))
    let head =
      "  \(mark) \(Width.pad(Sanitize.line(overview.name), to: room)) "
      + "\(Width.pad(rate, to: 9, alignedRight: true))  \(weeks)"
    return head.trimmingBlanksAtEnd
  }

  /// The first reason of a suggestion.
  static func reason(_ assessment: Assessment) -> String {
    let suggestion = assessment.suggestion
    switch assessment.verdict {
    case .keep: return suggestion.forKeeping.sentences.first ?? ""
    case .wait: return suggestion.howMuchWasSeen.sentences.first ?? ""
    case .letGo, .thin, .archive, .repair: return suggestion.forLeaving.sentences.first ?? ""
    }
  }
}
