// What would change a suggestion: computed by weighing other figures, never guessed.

extension Suggestion.Part {
  /// What would change the suggestion for an account.
  static func whatWouldChange(_ ruling: Ruling, _ readings: Readings) -> Suggestion.Part {
    switch ruling.ground {
    case .word, .declared: wordTakenBack(readings)
    case .unreachable: repaired(readings, first: "Its address, once it answers again.")
    case .gone:
      repaired(readings, first: "Following it at another address; its own is asked no more.")
    case .moved(let address):
      repaired(readings, first: "Following it at its new address, \(address.masked).")
    case .tooLittle(let missing), .question(let missing):
      Suggestion.Part(
        missing.flatMap { $0.remedies(readings) }, orElse: "Seeing more of it.")
    case .notWorthAsking: dearer(readings)
    case .ended: returned(readings)
    case .conversing: conversationEnded(readings)
    case .folder: folderWordTakenBack(readings)
    case .belowBar: moreAttention(readings)
    case .free:
      Scarcity.ofAttention(in: readings.statistics).isEmpty
        ? moreVolume(readings) : dearer(readings)
    case .standing: moreVolume(readings)
    }
  }

  private static func wordTakenBack(_ readings: Readings) -> Suggestion.Part {
    let otherwise = Ruling(readings, after: .yourWord).verdict
    return Suggestion.Part(
      "Only you: your word stands until you take it back.",
      ["The figures alone would say: \(otherwise.rawValue)."])
  }

  private static func repaired(
    _ readings: Readings, first: Suggestion.Sentence
  ) -> Suggestion.Part {
    let otherwise = Ruling(readings, after: .brokenAddress).verdict
    return Suggestion.Part(first, ["What was seen of it would say: \(otherwise.rawValue)."])
  }

  private static func returned(_ readings: Readings) -> Suggestion.Part {
    Suggestion.Part(
      "A single new post: then it has not ended, and is weighed like any other.",
      ["Its address is kept, so that it can come back."])
  }

  private static func conversationEnded(_ readings: Readings) -> Suggestion.Part {
    let otherwise = Ruling(readings, after: .wordsBothWays)
    return Suggestion.Part(
      """
      The exchange keeps it; without that the figures alone would say: \
      \(otherwise.verdict.rawValue).
      """)
  }

  private static func folderWordTakenBack(_ readings: Readings) -> Suggestion.Part {
    let otherwise = Ruling(readings, after: .folderWord).verdict
    return Suggestion.Part(
      "Your answer to it alone, at any time; or pond learn --forget, for its folder.",
      ["The figures alone would say: \(otherwise.rawValue)."])
  }

  /// What is cheap and unknown is asked about once it is cheap no longer.
  private static func dearer(_ readings: Readings) -> Suggestion.Part {
    let rate = Bar.worthAsking * readings.bar.freePosts
    return Suggestion.Part(
      """
      If it posted more than \(Figures.frequency(perWeek: rate)), Pond would ask you about it, for \
      not enough is known of what you read of it.
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
  /// What would end the scarcity, and how long until it is there where that can be told.
  fileprivate func remedies(_ readings: Readings) -> [Suggestion.Sentence] {
    let statistics = readings.statistics
    switch self {
    case .neverLooked: return ["Any source that shows its posts."]
    case .pieces: return ["A source that shows all of its posts of some time."]
    case .undated: return ["A source that dates its posts."]
    case .fewDays(let weeks): return [Self.observing(weeks, of: Scarcity.trial)]
    case .fewWeeks(let weeks): return [Self.observing(weeks, of: Scarcity.weeksNeeded)]
    case .noPosts: return ["Its first post."]
    case .fewPosts(let posts):
      let more = Scarcity.fewestPosts - posts
      return [
        """
        Either \(Figures.counted(more, "more post"))\(Self.pace(more, readings)), or observing it for \
        another \(Figures.duration(weeks: Scarcity.longEnough - statistics.weeks)).
        """
      ]
    case .burst(let weeks):
      let more = Scarcity.fewestWeeks - weeks
      return [
        "Posts in \(Figures.counted(more, "more separate week")); that takes as many weeks at the least."
      ]
    case .attentionUnknown:
      return ["A reader's database or an export that shows what you read of it, or your own word."]
    case .attentionFaint:
      return ["A source in which your attention leaves a trace more often than one time in five."]
    case .attentionScarce(let posts, let weeks):
      return [
        """
        More of what you do with its posts: it could be seen for \(Figures.count(posts)) of \
        \(Figures.count(statistics.posts)), in \(Figures.counted(weeks, "separate week")).
        """
      ]
    case .attentionLongAgo:
      return ["A newer export of what you read: what could be seen is long ago."]
    }
  }

  private static func observing(_ weeks: Double, of needed: Double) -> Suggestion.Sentence {
    let left = needed * 7 - daysSoFar(weeks, of: needed)
    return """
      Observing it for another \(Figures.counted(left, "day")): so far \(days(weeks, of: needed)).
      """
  }

  /// How long so many more posts, or weeks with a post, take at its pace.
  private static func pace(_ more: Int, _ readings: Readings) -> String {
    guard let rate = readings.rate?.mean, rate > 0 else { return "" }
    return " (at its pace in about \(Figures.duration(weeks: max(1 / 7.0, Double(more) / rate))))"
  }
}
