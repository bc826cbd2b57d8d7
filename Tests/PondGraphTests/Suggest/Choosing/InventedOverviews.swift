import PondGraph

extension Invented {
  /// What would be shown of these accounts, all of them followed and none answered.
  static func overviews(
    _ evidence: [Evidence], declared: [AccountKey: [DeclaredWord]] = [:]
  ) -> [AccountOverview] {
    let told = evidence.map { one in
      var one = one
      one.declared = declared[one.account] ?? []
      return one
    }
    return overviews(Assessor.assess(told, now: Invented.now), declared: declared)
  }

  /// The same of what was assessed already.
  static func overviews(
    _ assessments: [Assessment], declared: [AccountKey: [DeclaredWord]] = [:]
  ) -> [AccountOverview] {
    assessments.map { assessment in
      let key = assessment.account
      return AccountOverview(
        account: Account(
          id: key.id, key: key, title: nil, feed: nil, site: nil, folders: [], tags: [],
          isFollowed: true, followedAt: nil, importance: nil),
        assessment: assessment, decision: nil, declared: declared[key] ?? [])
    }
  }
}
