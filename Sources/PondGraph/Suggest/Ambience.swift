/// When *ambient* is proposed as a word for the person to say (model §5.2).
enum Ambience {
  /// In how many of the last twelve weeks it has to have posted.
  static let weeks = 8
}

extension Readings {
  /// Whether it is steady, costs nothing, and is never reacted to, as far as reactions would show.
  var isAmbient: Bool {
    guard let rate, rate.mean <= bar.freePosts,
      Scarcity.ofAttention(in: statistics).isEmpty,
      statistics.engagedPosts == 0, !elsewhere.contains(where: { $0.kind != .seen }),
      own.written.isEmpty, own.addressed.isEmpty
    else { return false }
    return own.weeks.posts.count { ($0 ?? 0) > 0 } >= Ambience.weeks
  }
}
