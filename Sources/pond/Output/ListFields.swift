import PondGraph

/// Imported lists as rows for programs.
struct ListFields {
  private let rows: Rows<ImportedList>

  /// Takes the columns of these names, in their order; none takes all.
  init(_ names: [String]) { rows = Rows(Self.columns, names: names) }

  /// The names of the columns, in their order.
  static var names: [String] { columns.map(\.name) }

  /// The header and a row for each list.
  func lines(_ lists: [ImportedList]) -> [String] { rows.lines(lists) }

  private typealias Column = Rows<ImportedList>.Column

  private static var columns: [Column] {
    [
      Column(name: "id") { "\($0.number)" },
      Column(name: "format") { $0.format },
      Column(name: "path") { $0.path },
      Column(name: "owner") { $0.owner?.shown },
      Column(name: "title") { $0.title },
      Column(name: "accounts") { "\($0.accounts)" },
      Column(name: "learnedAt") { $0.learnedAt.map(Moment.iso8601) },
      Column(name: "documentDate") { $0.documentDate.map(Moment.iso8601) },
      Column(name: "counts") { "\($0.state == .counts)" },
      Column(name: "replacedBy") { list in
        guard case .replaced(let newer) = list.state else { return nil }
        return newer
      },
    ]
  }
}
