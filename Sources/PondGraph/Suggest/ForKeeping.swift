// What speaks for keeping, in sentences of evidence.

extension Suggestion.Part {
  /// What speaks for keeping an account.
  static func forKeeping(_ readings: Readings) -> Suggestion.Part {
    let words = [readings.wordGiven, readings.wordDeclared, readings.folderKept].compactMap { $0 }
    let counted = [readings.exchange, readings.attention].compactMap { $0 }
    let reasons = [
      readings.tastedWell, readings.depthOfReading, readings.aboveTheBar, readings.smallCost,
      readings.company, readings.seasonKept, readings.glimpses, readings.ownWords,
    ].compactMap { $0 }
    return Suggestion.Part(
      words + counted + readings.deeds + reasons,
      orElse: "Why you began to follow it, no file knows; you may.")
  }
}

extension Readings {
  fileprivate var wordGiven: Suggestion.Sentence? {
    switch word {
    case .keep: "You said that it stays."
    case .hold: "You said that it stays, and that you are not to be asked again."
    case .wait: "You said that you want to see more of it first."
    case .thin: "You said that you want less of it, not none."
    case .repair: "You said where it is to be read from now on."
    case .follow: "You chose to follow it."
    case .letGo, .archive, nil: nil
    }
  }

  fileprivate var wordDeclared: Suggestion.Sentence? {
    let said = declared.map { word in
      switch word {
      case .trusted: "that you trust them"
      case .knownOffline: "that you know them from elsewhere"
      case .challengesMe: "that they challenge you"
      case .ambient: "that it is company, whatever you react to"
      case .close: "that it belongs in the close ring"
      case .importance(let weight): "that they matter to you (\(Figures.measured(weight)))"
      }
    }
    guard let last = said.last else { return nil }
    let rest = said.dropLast().joined(separator: ", ")
    return "You said \(rest.isEmpty ? last : rest + " and " + last)."
  }

  fileprivate var folderKept: Suggestion.Sentence? {
    guard folderWord == .keep, let folder else { return nil }
    return "You agreed that what stands in “\(folder)” stays."
  }

  /// What was done with posts that do not count; words written are told as an exchange.
  fileprivate var deeds: [Suggestion.Sentence] {
    let writing: Set<ActKind> = [.replied, .quoted, .wrote]
    let told = elsewhere.filter { ladder.weeksWritten == 0 || !writing.contains($0.kind) }
    if elsewhere.isEmpty, let last = own.touched.last {
      let times = Figures.counted(own.touched.count, "time")
      return ["You came to it \(times), \(DeedWords.last(days: last * 7))."]
    }
    return DeedWords.sentences(
      told, of: account.kind, besides: attention != nil, now: now
    ).map { Suggestion.Sentence($0) }
  }

  fileprivate var exchange: Suggestion.Sentence? {
    let addressed = SeparateWeeks.beginnings(own.addressed).count
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
    // What was tasted is told in a sentence of its own.
    let engaged = own.engaged
    guard engaged > 0, let latest else { return nil }
    guard latest.engaged > 0, latest.observable > 0 else {
      return """
        You \(allDeeds) \(engaged == 1 ? "one" : Figures.count(engaged)) of its posts in all the \
        time that could be seen.
        """
    }
    let some = "You \(latest.attention) \(latest.when)"
    guard let reading, reading.signal >= 0.095 else { return "\(some)." }
    return """
      \(some); weighed by what you did, \(Figures.measured(reading.signal)) a week were worth your \
      attention.
      """
  }

  private var allDeeds: String {
    DeedWords.alternatives(ActKind.all(in: own.acts)) ?? "opened"
  }

  fileprivate var depthOfReading: Suggestion.Sentence? {
    guard let depth = own.depth, !account.kind.isPerson else { return nil }
    var parts: [String] = []
    if depth.longestRun >= ReadingDepth.run {
      parts.append("\(Figures.count(depth.longestRun)) of its posts in a row")
    }
    if depth.longPosts > 0 {
      parts.append(
        "\(Figures.counted(depth.longPosts, "post")) of over \(Figures.count(Sighting.longWords)) words"
      )
    }
    let read = parts.isEmpty ? nil : "You read " + parts.joined(separator: " and ")
    let visits =
      depth.weeksVisited >= ReadingDepth.weeks
      ? "came to it by yourself in \(Figures.counted(depth.weeksVisited, "separate week"))" : nil
    switch (read, visits) {
    case (let read?, let visits?): return "\(read), and \(visits)."
    case (let read?, nil): return "\(read)."
    case (nil, let visits?): return "You \(visits)."
    case (nil, nil): return nil
    }
  }

  /// Ambient is a word that only the person can say; Pond proposes it where all speaks for it (model
  /// §5.2).
  fileprivate var company: Suggestion.Sentence? {
    guard isAmbient, !declared.contains(.ambient) else { return nil }
    return """
      It posts in most weeks, asks for next to nothing, and you do not react to it. If that is \
      company to you, say so with pond declare: an account declared ambient stays, whatever its volume.
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
    guard let rate, let minutesPerWeek else { return nil }
    if rate.mean > bar.freePosts {
      guard rate.mean <= Bar.worthAsking * bar.freePosts,
        !Scarcity.ofAttention(in: statistics).isEmpty
      else { return nil }
      return """
        It asks for \(Figures.minutes(minutesPerWeek)) a week; so little is not worth a question, \
        though not enough is known of what you read of it.
        """
    }
    return """
      It asks for \(Figures.minutes(minutesPerWeek)) a week, within the \
      \(Figures.minutes(bar.allowance)) that every account has free.
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
