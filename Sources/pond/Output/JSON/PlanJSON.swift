import PondGraph

/// The recommended pond as JSON.
struct PlanJSON: Encodable {
  struct Sum: Encodable {
    let accounts: Int
    let unseen: Int
    @Nullable var postsPerWeek: Double?
    @Nullable var minutesPerDay: Double?

    // What nobody looked at is null, not 0 (I10).
    init(_ totals: Totals) {
      accounts = totals.accounts
      unseen = totals.unseen
      postsPerWeek = totals.isUnknown ? nil : totals.postsPerWeek
      minutesPerDay = totals.isUnknown ? nil : totals.minutesPerDay
    }

    // Whom a verdict thins stays in the list, and is counted here all the same where it is unseen.
    init(freedBy section: Pond.RecommendedPlan.Section) {
      let isUnknown = section.unseen > 0 && section.unseen == section.overviews.count
      accounts = section.freed.accounts
      unseen = section.unseen
      postsPerWeek = isUnknown ? nil : section.freed.postsPerWeek
      minutesPerDay = isUnknown ? nil : section.freed.minutesPerDay
    }
  }

  struct NowAndAfter: Encodable {
    let now: Sum
    let after: Sum
  }

  struct Pace: Encodable {
    let wordsPerMinute: Double
    let measured: Bool
  }

  let accounts: [AccountJSON]
  let totals: NowAndAfter
  let frees: [String: Sum]
  let pace: Pace
  let pond: PondJSON

  init(_ plan: Pond.RecommendedPlan) {
    accounts = plan.sections.flatMap(\.overviews).map(AccountJSON.init)
    totals = NowAndAfter(now: Sum(plan.now), after: Sum(plan.after))
    let freeing = plan.sections.map { ($0.verdict, Sum(freedBy: $0)) }
      .filter { [.letGo, .thin, .archive].contains($0.0) }
    pace = Pace(wordsPerMinute: Pond.wordsPerMinute, measured: false)
    pond = PondJSON(plan.pond)
    frees = Dictionary(uniqueKeysWithValues: freeing.map { ($0.0.rawValue, $0.1) })
  }
}
