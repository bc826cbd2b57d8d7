import PondGraph

/// The journal as rows for programs.
struct JournalFields {
  private let rows: Rows<Pond.JournalLine>

  /// Takes the columns of these names, in their order; none takes all.
  init(_ names: [String]) { rows = Rows(Self.columns, names: names) }

  /// The names of the columns, in their order.
  static var names: [String] { columns.map(\.name) }

  /// The header and a row for each entry.
  func lines(_ entries: [Pond.JournalLine]) -> [String] { rows.lines(entries) }

  private typealias Column = Rows<Pond.JournalLine>.Column

  private static var columns: [Column] {
    [
      Column(name: "number") { "\($0.entry.number)" },
      Column(name: "at") { Moment.iso8601($0.entry.decision.at) },
      Column(name: "decision") { $0.entry.decision.answer.rawValue },
      Column(name: "id") { $0.account.id.value },
      Column(name: "address") {
        ($0.account.feed ?? $0.account.key.profile)?.masked ?? $0.account.key.shown
      },
      Column(name: "title") { $0.account.name },
      Column(name: "reason") { $0.entry.decision.reason },
      Column(name: "newAddress") { $0.entry.decision.newAddress?.masked },
      Column(name: "doneAt") { $0.entry.doneAt.map(Moment.iso8601) },
      Column(name: "undoneAt") { $0.entry.undoneAt.map(Moment.iso8601) },
    ]
  }
}
