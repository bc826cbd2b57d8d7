extension Rule {
  /// Without enough of its posts nothing is said of an account (S7): what is missing is.
  static let tooLittleSeen = Rule(
    name: "too little seen", outcome: "wait",
    paragraph: """
      Too little could be seen of its posts: it was never looked at, or observed for less than \
      \(Figures.duration(weeks: Scarcity.trial)); or it has fewer than \(Scarcity.fewestPosts) \
      posts in less than \(Figures.count(Scarcity.longEnough)) weeks; or its posts stand in fewer \
      than \(Scarcity.fewestWeeks) separate weeks, for a burst is no habit. What is missing is \
      said. To wait is no suggestion.
      """
  ) { readings in
    let missing = Scarcity.ofPosts(in: readings)
    return missing.isEmpty ? nil : (.wait, .tooLittle(missing))
  }
}
