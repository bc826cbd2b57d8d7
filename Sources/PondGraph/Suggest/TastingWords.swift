// What a blind tasting told, in sentences of the case.

/// How often the person said what of an account's posts.
package struct TastingTally: Hashable, Sendable {
  /// Posts of which they said whether they would read them.
  package let posts: Int
  /// Those that they would read, gladly or not.
  package let wanted: Int
  /// Those that they would read gladly.
  package let gladly: Int

  /// Counts; posts of which they could not say are not counted.
  package init(_ tasted: [TastedPost]) {
    posts = tasted.count { $0.answer != .cannotSay }
    gladly = tasted.count { $0.answer == .gladly }
    wanted = gladly + tasted.count { $0.answer == .wouldRead }
  }

  /// `You tasted 12 of its posts blind: 1 you would read.`; nil where none was.
  package var sentence: String? {
    guard posts > 0 else { return nil }
    let some = posts == 1 ? "one of its posts" : "\(Figures.count(posts)) of its posts"
    return "You tasted \(some) blind: \(outcome)."
  }

  private var outcome: String {
    guard wanted > 0 else { return posts == 1 ? "you would not read it" : "none you would read" }
    let gladness =
      gladly == 0 ? "" : gladly == wanted ? " gladly" : ", \(Figures.count(gladly)) gladly"
    if posts == 1 { return "you would read it" + gladness }
    return "\(wanted == posts ? "all" : Figures.count(wanted)) you would read" + gladness
  }
}

extension Readings {
  /// What the tasting told, where it speaks for leaving: more was passed over than wanted.
  var tastedInVain: Suggestion.Sentence? {
    tasting.wanted * 2 < tasting.posts ? tasting.sentence.map { Suggestion.Sentence($0) } : nil
  }

  /// What the tasting told, where it speaks for keeping.
  var tastedWell: Suggestion.Sentence? {
    tasting.wanted * 2 >= tasting.posts ? tasting.sentence.map { Suggestion.Sentence($0) } : nil
  }
}
