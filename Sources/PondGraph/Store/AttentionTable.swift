import GRDB

/// In which stretches of time files would have kept a trace of the person's attention.
struct AttentionTable {
  private let database: Database
  private let document: DocumentRow

  init(_ database: Database, _ document: DocumentRow) {
    self.database = database
    self.document = document
  }

  /// Adds what the file says to what it said before: an act stays when a browser forgets the visit, and
  /// so does the time in which it could have been seen (I9). Stretches that meet become one.
  func add(_ imported: Imported) throws {
    var told: [Trace: [Stretch]] = [:]
    for stretch in imported.attention {
      guard let from = Instant.stored(stretch.from), let to = Instant.stored(stretch.to) else {
        continue
      }
      let trace = Trace(
        kind: stretch.kind.rawValue, observability: min(max(stretch.observability, 0), 1))
      told[trace, default: []].append(Stretch(from, to))
    }
    for (trace, stretches) in told {
      let known = document.isNew ? [] : try self.known(trace)
      let all = Stretch.union(known + stretches)
      if all != known { try replace(trace, all) }
    }
  }

  /// What leaves a trace: attention to a kind of account, with a chance.
  private struct Trace: Hashable {
    let kind: String
    let observability: Double
  }

  private func known(_ trace: Trace) throws -> [Stretch] {
    let find = try database.cachedStatement(
      sql: """
        SELECT starts, ends FROM attention WHERE document = ? AND kind = ? AND observability = ?
        ORDER BY starts, ends
        """)
    return try Row.fetchAll(find, arguments: [document.id, trace.kind, trace.observability]).map {
      Stretch(try $0.number(0), try $0.number(1))
    }
  }

  private func replace(_ trace: Trace, _ stretches: [Stretch]) throws {
    try database.cachedStatement(
      sql: "DELETE FROM attention WHERE document = ? AND kind = ? AND observability = ?"
    ).execute(arguments: [document.id, trace.kind, trace.observability])
    // Two chances for one stretch: the larger counts, as it does wherever they overlap.
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO attention (document, kind, starts, ends, observability)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET observability = max(observability, excluded.observability)
        """)
    for stretch in stretches {
      try insert.execute(arguments: [
        document.id, trace.kind, stretch.from, stretch.to, trace.observability,
      ])
    }
  }

  /// Every stretch with its observability, by kind of account; those of one source together.
  static func all(_ database: Database) throws -> [AccountKind: [[Watched]]] {
    var all: [AccountKind: [String: [Watched]]] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT DISTINCT attention.kind, starts, ends, observability, format
        FROM attention JOIN document ON document.id = attention.document
        """)
    while let row = try rows.next() {
      let stretch = Stretch(try row.number(1), try row.number(2))
      let source = Self.source(try row.word(4))
      all[try row.choice(0, of: AccountKind.self), default: [:]][source, default: []]
        .append(Watched(stretch: stretch, observability: row.real(3) ?? 0))
    }
    return all.mapValues { sources in sources.sorted { $0.key < $1.key }.map(\.value) }
  }

  // One network's own record of what was done is one source, in whatever form it was handed out.
  private static func source(_ format: String) -> String {
    format == "mastodon-archive-json" ? "mastodon-archive" : ListFamily.name(format)
  }

  /// A stretch in which attention left a trace.
  struct Watched: Equatable, Sendable {
    let stretch: Stretch
    let observability: Double
  }
}

extension [AttentionTable.Watched] {
  /// The chance that attention to a post of that moment left a trace in this source: two exports of one
  /// source are no two chances.
  func observability(at moment: Int64) -> Double {
    reduce(0) { best, watched in
      watched.stretch.from <= moment && moment <= watched.stretch.to
        ? Swift.max(best, watched.observability) : best
    }
  }
}
