extension Rule {
  /// What costs more and is unknown is asked about: a question is not a suggestion (S11).
  static let worthAsking = Rule(
    name: "worth asking", outcome: "wait",
    paragraph: """
      It costs more, and too little could be seen of what you read of it: attention would leave a \
      trace less often than \(Figures.percent(Scarcity.leastObservability)); or fewer than \
      \(Figures.count(Scarcity.weeksNeeded)) weeks, \(Scarcity.fewestPosts) posts or \
      \(Scarcity.fewestWeeks) separate weeks could be seen; or all of that has faded. It is a \
      question to you, and no suggestion.
      """
  ) { readings in
    let unknown = Scarcity.ofAttention(in: readings.statistics)
    return unknown.isEmpty ? nil : (.wait, .question(unknown))
  }
}
