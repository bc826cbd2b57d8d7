import PondGraph

/// The verdicts, grouped, each with both sides in words.
struct CaseSection {
  let plan: Pond.RecommendedPlan

  /// The most cases of one verdict.
  static let most = 150

  var html: String {
    plan.sections.filter { !$0.overviews.isEmpty }.map(group).joined(separator: "\n")
  }

  private func group(_ section: Pond.RecommendedPlan.Section) -> String {
    let shown = section.overviews.prefix(Self.most)
    let more = section.overviews.count - shown.count
    return """
      <section aria-labelledby="verdict-\(section.verdict.rawValue)">
      <h3 id="verdict-\(section.verdict.rawValue)">\(Self.title(section.verdict)) \
      <small>\(Words.count(section.overviews.count, "account"))</small></h3>
      <p>\(Self.meaning(section.verdict))\(freed(section))</p>
      <div class="cases">
      \(shown.map { Self.one(ReportEntry(overview: $0, place: .bank)) }.joined(separator: "\n"))
      </div>
      \(more > 0 ? "<p>And \(Words.grouped(more)) more: <code>pond why NAME</code> shows each.</p>" : "")
      </section>
      """
  }

  private func freed(_ section: Pond.RecommendedPlan.Section) -> String {
    guard section.freed.postsPerWeek > 0 else { return "" }
    return " That would free \(Words.figure(section.freed.postsPerWeek)) posts a week and "
      + "\(Words.figure(section.freed.minutesPerDay)) minutes a day."
  }

  private static func title(_ verdict: Verdict) -> String {
    switch verdict {
    case .letGo: "Could be let go"
    case .thin: "Better in smaller doses"
    case .archive: "Came to an end"
    case .repair: "To mend"
    case .wait: "Too early to say"
    case .keep: "To keep"
    }
  }

  private static func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .letGo: "They post more than you make something of. Nobody here did anything wrong."
    case .thin: "Worth having, and more than you read: by a list, a section, or only now and then."
    case .archive: "Silent by their own rhythm. The address is kept, in case they come back."
    case .repair: "The address is broken or has moved."
    case .wait: "Too little could be seen to say anything, and Pond does not guess."
    case .keep: "Within what is free, or worth what they ask."
    }
  }

  private static func one(_ entry: ReportEntry) -> String {
    let suggestion = entry.overview.assessment.suggestion
    return """
      <details class="case"><summary><span class="who">\(entry.heading)</span> \
      <span class="rate">\(entry.rate)</span>\(answer(entry))</summary>
      <dl id="\(HTMLText.escaped(entry.anchor))">\(side("For leaving", suggestion.forLeaving, entry))\
      \(side("For keeping", suggestion.forKeeping, entry))\
      \(side("What would change this", suggestion.whatWouldChange, entry))\
      \(side("How much could be seen", suggestion.howMuchWasSeen, entry))\
      \(RhythmStrip(entry.overview).html)</dl>\(link(entry))
      </details>
      """
  }

  private static func answer(_ entry: ReportEntry) -> String {
    guard let decision = entry.overview.decision else { return "" }
    return " <span class=\"answer\">✓ you decided: \(decision.answer.rawValue)</span>"
  }

  private static func side(
    _ title: String, _ part: Suggestion.Part, _ entry: ReportEntry
  ) -> String {
    let sentences = part.sentences.map { HTMLText.escaped($0, limit: 1_000) }
    return "<dt>\(title)</dt><dd>\(sentences.joined(separator: " "))</dd>"
  }

  private static func link(_ entry: ReportEntry) -> String {
    guard let link = entry.link else { return "" }
    return "<p><a href=\"\(HTMLText.escaped(link, limit: 2_000))\" rel=\"noreferrer noopener\">"
      + "<bdi>\(HTMLText.escaped(link, limit: 120))</bdi></a></p>"
  }
}
