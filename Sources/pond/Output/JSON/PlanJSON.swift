import PondGraph

/// The recommended pond as JSON.
struct PlanJSON: Encodable {
  struct Sum: Encodable {
    let accounts: Int
    let postsPerWeek: Double
    let minutesPerDay: Double

    init(_ totals: Totals) {
      accounts = totals.accounts
      postsPerWeek = totals.postsPerWeek
      minutesPerDay = totals.minutesPerDay
    }
  }

  struct NowAndAfter: Encodable {
    let now: Sum
    let after: Sum
  }

  let accounts: [AccountJSON]
  let totals: NowAndAfter
  let frees: [String: Sum]
  let pond: PondJSON

  init(_ plan: Pond.RecommendedPlan) {
    accounts = plan.sections.flatMap(\.overviews).map(AccountJSON.init)
    totals = NowAndAfter(now: Sum(plan.now), after: Sum(plan.after))
    let freeing = plan.sections.map { ($0.verdict, Sum($0.freed)) }
      .filter { [.letGo, .thin, .archive].contains($0.0) }
    pond = PondJSON(plan.pond)
    frees = Dictionary(uniqueKeysWithValues: freeing.map { ($0.0.rawValue, $0.1) })
  }
}
