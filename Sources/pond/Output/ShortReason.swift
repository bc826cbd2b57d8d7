import PondGraph

/// Why an account stands in the close ring, in three words.
struct ShortReason {
  private let dissenting: Set<AccountKey>
  private let coming: Set<AccountKey>

  init(_ pond: RecommendedPond) {
    dissenting = Set(pond.dissenting.map(\.key))
    coming = Set(pond.diversity.coming.map(\.key))
  }

  /// The words.
  func words(_ overview: AccountOverview) -> String {
    let assessment = overview.assessment
    let key = overview.account.key
    if overview.declared.contains(.close) { return "by your word" }
    if dissenting.contains(key) { return "there to disagree" }
    if assessment.rung >= .conversing { return "words both ways" }
    if assessment.rung == .responding { return "you write there" }
    let read = assessment.actualShare ?? 0
    if assessment.statistics.engagedPosts > 0, read >= 0.5 { return "most is read" }
    if coming.contains(key) { return "for more variety" }
    if assessment.statistics.engagedPosts > 0, read >= 0.2 { return "read quite often" }
    if assessment.statistics.engagedPosts > 0 { return "read at times" }
    if assessment.signal != nil { return "asks for little" }
    if [.keep, .hold].contains(overview.decision?.answer) { return "kept by you" }
    return assessment.elsewhere.isEmpty ? "by your word" : Self.deed(assessment)
  }

  // Acts with posts that no file shows: they tell of no share.
  private static func deed(_ assessment: Assessment) -> String {
    let kinds = Set(assessment.elsewhere.map(\.kind))
    if !kinds.isDisjoint(with: [.replied, .quoted, .wrote]) { return "you write there" }
    return kinds.isDisjoint(with: [.liked, .starred, .saved, .reshared])
      ? "read at times" : "liked by you"
  }
}
