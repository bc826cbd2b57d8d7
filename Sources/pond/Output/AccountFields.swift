import PondGraph

/// The accounts as rows for programs.
struct AccountFields {
  private let rows: Rows<AccountOverview>

  /// Takes the columns of these names, in their order; none takes all.
  init(_ names: [String]) { rows = Rows(Self.columns, names: names) }

  /// The names of the columns, in their order.
  static var names: [String] { columns.map(\.name) }

  /// The header and a row for each account.
  func lines(_ overviews: [AccountOverview]) -> [String] { rows.lines(overviews) }

  private typealias Column = Rows<AccountOverview>.Column

  private static var columns: [Column] {
    [
      Column(name: "id") { $0.account.id.value },
      Column(name: "title") { $0.account.name },
      Column(name: "address") {
        ($0.account.feed ?? $0.account.key.profile)?.masked ?? $0.account.key.shown
      },
      Column(name: "kind") { $0.account.key.kind.rawValue },
      Column(name: "key") { $0.account.key.shown },
      Column(name: "site") { $0.account.site?.masked },
      Column(name: "folders") { overview in
        overview.account.folders.map { $0.joined(separator: "/") }.filter { !$0.isEmpty }
          .joined(separator: "; ")
      },
      Column(name: "tags") { $0.account.tags.joined(separator: "; ") },
      Column(name: "followedAt") { $0.account.followedAt.map(Moment.iso8601) },
      Column(name: "lastPost") { $0.assessment.lastPost.map(Moment.iso8601) },
      Column(name: "posts") { overview in
        // Where nobody looked there is no number (I10).
        overview.assessment.knownPosts.map { "\($0)" }
      },
      Column(name: "postsPerWeek") { figure($0.assessment.postsPerWeek) },
      Column(name: "signal") { measured($0, $0.assessment.signal) },
      Column(name: "noise") { measured($0, $0.assessment.noise) },
      Column(name: "snr") { measured($0, $0.assessment.snr?.mean) },
      Column(name: "snrLow") { measured($0, $0.assessment.snr?.low) },
      Column(name: "snrHigh") { measured($0, $0.assessment.snr?.high) },
      Column(name: "minutesPerWeek") { figure($0.assessment.minutesPerWeek) },
      Column(name: "rung") { $0.assessment.saidRung.name },
      Column(name: "verdict") { $0.assessment.verdict.rawValue },
      Column(name: "decision") { $0.decision?.answer.rawValue },
    ]
  }

  // Sources have figures, people have words (R2).
  private static func measured(_ overview: AccountOverview, _ value: Double?) -> String? {
    overview.account.key.kind.isPerson ? nil : figure(value)
  }

  // Three places, the same in every locale.
  private static func figure(_ value: Double?) -> String? {
    value.flatMap { Int(exactly: ($0 * 1000).rounded()) }.map { "\(Double($0) / 1000)" }
  }
}
