import Seeded

/// Ada's answers, as she would write them into a file.
enum Answers {
  static func text(_ sources: [Source]) -> String {
    let bySlug = Dictionary(sources.map { ($0.slug, $0) }) { first, _ in first }
    return lines.map { line in
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, !line.hasPrefix("#"), let source = bySlug[parts[1]] else {
        return line
      }
      return "\(parts[0]) \(source.feed) # \(source.title) — \(parts[2])"
    }.joined(separator: "\n") + "\n"
  }

  private static let lines = """
    # Ada's answers of 1 June 2026. One line each: VERDICT ADDRESS # title — reason
    # The evidence was read first, with tea.

    let-go everything-daily I have not opened it once since March
    let-go rumour-mill I do not want to want things
    let-go bargain-barn one lamp was enough
    let-go harrow-vane I no longer work there
    let-go kaltenmoos I have moved away; my sister will tell me

    # those who have finished what they came to say
    archive weekly-kiln I hope she is well; if the kiln is lit again I want to know
    archive nine-bridges told to the end, and well

    # against the advice, and I know it
    keep pip-all-day we were at school together; I shall mute the rest

    keep other-side he is mostly wrong, and I would miss it
    hold small-hours company at three in the morning; do not ask me again
    thin harbour-wire only the ferries, please
    """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
