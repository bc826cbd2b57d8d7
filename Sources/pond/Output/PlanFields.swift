import PondGraph

/// A plan as rows for programs: an account each, with its ring.
struct PlanFields {
  private struct Row {
    let overview: AccountOverview
    let ring: String
  }

  private let rows: Rows<Row>

  /// Takes the columns of these names, in their order; none takes all.
  init(_ names: [String]) { rows = Rows(Self.columns, names: names) }

  /// The names of the columns, in their order.
  static var names: [String] { columns.map(\.name) }

  /// The header and a row for each account, verdict by verdict.
  func lines(_ plan: Pond.RecommendedPlan) -> [String] {
    let close = Set(plan.pond.close.map(\.account.key))
    let stream = Set(plan.pond.stream.map(\.account.key))
    return rows.lines(
      plan.sections.flatMap(\.overviews).map { overview in
        let key = overview.account.key
        let ring = close.contains(key) ? "close" : stream.contains(key) ? "stream" : ""
        return Row(overview: overview, ring: ring)
      })
  }

  private typealias Column = Rows<Row>.Column

  private static var columns: [Column] {
    [
      Column(name: "id") { $0.overview.account.id.value },
      Column(name: "title") { $0.overview.account.name },
      Column(name: "address") { row in
        let account = row.overview.account
        return (account.feed ?? account.key.profile)?.masked ?? account.key.shown
      },
      Column(name: "verdict") { $0.overview.assessment.verdict.rawValue },
      Column(name: "decision") { $0.overview.decision?.answer.rawValue },
      Column(name: "ring") { $0.ring },
      Column(name: "postsPerWeek") { figure($0.overview.assessment.postsPerWeek) },
      Column(name: "minutesPerWeek") { figure($0.overview.assessment.minutesPerWeek) },
    ]
  }

  // Three places, the same in every locale.
  private static func figure(_ value: Double?) -> String? {
    value.flatMap { Int(exactly: ($0 * 1000).rounded()) }.map { "\(Double($0) / 1000)" }
  }
}
