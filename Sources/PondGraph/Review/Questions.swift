/// Which accounts are worth asking about, and in which order.
package enum Questions {
  /// The doubtful cases: a suggestion other than keep or wait that the person has not answered yet,
  /// or answered with wait. Held and kept accounts are not asked again (R6). The costliest first,
  /// ties by key.
  package static func open(among overviews: [AccountOverview]) -> [AccountOverview] {
    overviews.filter(isOpen).sorted(by: costsMore)
  }

  private static func isOpen(_ overview: AccountOverview) -> Bool {
    guard overview.account.isFollowed else { return false }
    switch overview.decision?.answer {
    case nil, .wait: break
    case .keep, .hold, .thin, .archive, .letGo: return false
    }
    switch overview.assessment.verdict {
    case .letGo, .thin, .archive, .repair: return true
    case .keep, .wait: return false
    }
  }

  private static func costsMore(_ left: AccountOverview, _ right: AccountOverview) -> Bool {
    let (a, b) = (left.assessment.noise ?? 0, right.assessment.noise ?? 0)
    return a != b ? a > b : left.account.key < right.account.key
  }
}
