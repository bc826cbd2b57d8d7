// What speaks for keeping, in sentences of evidence.

extension Suggestion.Part {
  /// What speaks for keeping an account.
  static func forKeeping(_ readings: Readings) -> Suggestion.Part {
    let sentences = [
      readings.wordGiven, readings.wordDeclared, readings.exchange, readings.attention,
      readings.aboveTheBar,
      readings.smallCost, readings.seasonKept, readings.glimpses, readings.ownWords,
    ].compactMap { $0 }
    return Suggestion.Part(
      sentences, orElse: "Why you began to follow it, no file knows; you may.")
  }
}

extension Readings {
  fileprivate var wordGiven: Suggestion.Sentence? {
    switch word {
    case .keep: "You said that it stays."
    case .hold: "You said that it stays, and that you are not to be asked again."
    case .wait: "You said that you want to see more of it first."
    case .thin: "You said that you want less of it, not none."
    case .letGo, .archive, nil: nil
    }
  }

  fileprivate var wordDeclared: Suggestion.Sentence? {
    let said = declared.map { word in
      switch word {
      case .trusted: "that you trust them"
      case .knownOffline: "that you know them from elsewhere"
      case .challengesMe: "that they challenge you"
      case .importance(let weight): "that they matter to you (\(Figures.measured(weight)))"
      }
    }
    guard let last = said.last else { return nil }
    let rest = said.dropLast().joined(separator: ", ")
    return "You said \(rest.isEmpty ? last : rest + " and " + last)."
  }

  fileprivate var exchange: Suggestion.Sentence? {
    let addressed = SeparateWeeks.beginnings(observation.addressed).count
    if ladder.weeksMutual > 0 {
      return """
        You and it answered each other in \
        \(Figures.counted(ladder.weeksMutual, "separate week")).
        """
    }
    if ladder.weeksWritten > 0 {
      return "You wrote to it in \(Figures.counted(ladder.weeksWritten, "separate week"))."
    }
    guard addressed > 0 else { return nil }
    return "Its words were addressed to you in \(Figures.counted(addressed, "separate week"))."
  }

  fileprivate var attention: Suggestion.Sentence? {
    guard statistics.engagedPosts > 0, let latest else { return nil }
    guard latest.engaged > 0, latest.observable > 0 else {
      return """
        You came to \(Figures.count(statistics.engagedPosts)) of its posts in all the time that \
        could be seen.
        """
    }
    let some = "You \(latest.attention) \(latest.when)"
    guard let reading, reading.signal >= 0.095 else { return "\(some)." }
    return """
      \(some); weighed by what you did, \(Figures.measured(reading.signal)) a week were worth your \
      attention.
      """
  }

  fileprivate var aboveTheBar: Suggestion.Sentence? {
    guard let rate, let share, rate.mean > bar.freePosts,
      share.mean >= bar.required(at: rate.mean), statistics.engagedPosts > 0
    else { return nil }
    if account.kind.isPerson { return "At its volume enough of it is worth your attention." }
    return """
      At its volume \(Figures.percent(bar.required(at: rate.mean))) of it would have to be worth \
      your attention, and \(Figures.about(share.mean)) is.
      """
  }

  fileprivate var smallCost: Suggestion.Sentence? {
    guard let rate, let minutesPerWeek, rate.mean <= bar.freePosts else { return nil }
    return """
      It asks for \(Figures.minutes(minutesPerWeek)) a week, within the \
      \(Figures.minutes(Bar.allowance)) that every account has free.
      """
  }

  fileprivate var seasonKept: Suggestion.Sentence? {
    guard let season else { return nil }
    return """
      Its posts return at the same time of the year; \(Figures.duration(weeks: season.quiet)) of \
      quiet between are its own rhythm.
      """
  }

  fileprivate var glimpses: Suggestion.Sentence? {
    guard statistics.engagedPosts == 0, let latest,
      latest.acts.contains(.seen)
    else { return nil }
    return "Its posts go by before your eyes; a glimpse is company, and counts a little."
  }

  fileprivate var ownWords: Suggestion.Sentence? {
    guard let latest, latest.reposts * 5 >= latest.posts,
      latest.reposts > 0, latest.weeks > 0
    else { return nil }
    let rate = Double(latest.posts - latest.reposts) / latest.weeks
    return "Without what it passes on, it would post \(Figures.frequency(perWeek: rate))."
  }
}
