// What would change a suggestion: computed by weighing other figures, never guessed.

extension Suggestion.Part {
  /// What would change the suggestion for an account.
  static func whatWouldChange(_ ruling: Ruling, _ readings: Readings) -> Suggestion.Part {
    switch ruling.ground {
    case .word, .declared: wordTakenBack(readings)
    case .unreachable: repaired(readings, first: "Its address, once it answers again.")
    case .moved(let address):
      repaired(readings, first: "Following it at its new address, \(address.masked).")
    case .tooLittle(let scarcities):
      Suggestion.Part(
        scarcities.map { $0.remedy(readings.statistics) }, orElse: "Seeing more of it.")
    case .ended: returned(readings)
    case .conversing: conversationEnded(readings)
    case .belowBar: moreAttention(readings)
    case .free, .standing: moreVolume(readings)
    }
  }

  private static func wordTakenBack(_ readings: Readings) -> Suggestion.Part {
    let otherwise = Ruling(withoutWord: readings).verdict
    return Suggestion.Part(
      "Only you: your word stands until you take it back.",
      ["The figures alone would say: \(otherwise.rawValue)."])
  }

  private static func repaired(
    _ readings: Readings, first: Suggestion.Sentence
  ) -> Suggestion.Part {
    let otherwise = Ruling(reachable: readings).verdict
    return Suggestion.Part(first, ["What was seen of it would say: \(otherwise.rawValue)."])
  }

  private static func returned(_ readings: Readings) -> Suggestion.Part {
    Suggestion.Part(
      "A single new post: then it has not ended, and is weighed like any other.",
      ["Its address is kept, so that it can come back."])
  }

  private static func conversationEnded(_ readings: Readings) -> Suggestion.Part {
    let otherwise = Ruling(
      rate: readings.rate, share: readings.share, bar: readings.bar, rung: .unseen,
      chanceBelowBar: readings.chanceBelowBar)
    return Suggestion.Part(
      """
      The exchange keeps it; without that the figures alone would say: \
      \(otherwise.verdict.rawValue).
      """)
  }

  private static func moreAttention(_ readings: Readings) -> Suggestion.Part {
    let points = TurningPoints(readings)
    var sentences: [Suggestion.Sentence] = []
    if let (posts, verdict) = points?.readingMore() {
      let outcome = verdict == .keep ? "it would be kept" : "there would be less of it, not none"
      let more = posts == 1 ? "one" : Figures.count(posts)
      sentences.append("Had you read \(more) more of its newest posts, \(outcome).")
    }
    if let rate = points?.postingLess() {
      sentences.append(
        """
        If it posted \(Figures.frequency(perWeek: rate)) at most and you read as much of it as \
        now, it would be kept.
        """)
    }
    return Suggestion.Part(sentences, orElse: "Your word, at any time.")
  }

  private static func moreVolume(_ readings: Readings) -> Suggestion.Part {
    guard let (rate, verdict) = TurningPoints(readings)?.postingMore() else {
      return Suggestion.Part(
        "No volume alone would: only a long silence, a broken address, or your word.")
    }
    return Suggestion.Part(
      """
      If it posted \(Figures.frequency(perWeek: rate)) and you read no more of it than now, \
      Pond would suggest: \(verdict.rawValue).
      """)
  }
}

extension Scarcity {
  /// What would end the scarcity.
  fileprivate func remedy(_ statistics: Statistics) -> Suggestion.Sentence {
    switch self {
    case .neverLooked: "Any source that shows its posts."
    case .fewDays(let weeks):
      "Observing it for another \(Figures.duration(weeks: Scarcity.trial - weeks))."
    case .noPosts: "Its first post."
    case .fewPosts(let posts):
      """
      Either \(Figures.counted(Scarcity.fewestPosts - posts, "more post")), or observing it for another \
      \(Figures.duration(weeks: Scarcity.longEnough - statistics.weeks)).
      """
    case .attentionUnknown: "A reader's database or an export that shows what you read of it."
    case .attentionFaint:
      "A source in which your attention leaves a trace more often than one time in five."
    case .burst(let weeks):
      "Posts in \(Figures.counted(Scarcity.fewestWeeks - weeks, "more separate week"))."
    case .attentionScarce(let posts):
      """
      More of what you do with its posts: it could be seen for \(Figures.count(posts)) of \
      \(Figures.count(statistics.posts)).
      """
    case .attentionLongAgo: "A newer export of what you read: what could be seen is long ago."
    }
  }
}
