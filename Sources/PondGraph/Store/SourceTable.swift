import Foundation
import GRDB

extension PondStore {
  /// Everything that the person gave Pond to learn, in the order of the paths.
  package func sources() throws -> [RememberedSource] { try asking { try SourceTable.all($0) } }

  /// Remembers a source, in place of what was remembered of its path.
  package func remember(_ source: RememberedSource) throws {
    try changing { try SourceTable.remember(source, $0) }
  }

  /// Forgets a source: what was learned from it stays, and it is not looked at again.
  /// - Returns: whether it was remembered.
  package func forget(source path: String) throws -> Bool {
    try changing { database in
      try database.execute(sql: "DELETE FROM source WHERE path = ?", arguments: [path])
      return database.changesCount > 0
    }
  }
}

/// Sources as rows.
enum SourceTable {
  static func all(_ database: Database) throws -> [RememberedSource] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT path, format, me, owner, takes_partial, learned_at, stamp FROM source ORDER BY path
        """)
    return try rows.map { row in
      RememberedSource(
        path: try row.word(0), format: row.text(1), me: row.text(2), owner: row.text(3),
        takesPartial: try row.number(4) != 0, learnedAt: Instant.date(try row.number(5)),
        stamp: try row.word(6))
    }
  }

  /// Remembers a source. What is as it was when it was learned is not learned anew: nothing is written
  /// then.
  static func remember(_ source: RememberedSource, _ database: Database) throws {
    let known = try all(database).first { $0.path == source.path }
    guard known?.settled != source.settled else { return }
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO source (path, format, me, owner, takes_partial, learned_at, stamp)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        source.path.storable, source.format, source.me?.storable, source.owner?.storable,
        source.takesPartial, Instant.stored(source.learnedAt) ?? 0, source.stamp,
      ])
  }
}

extension RememberedSource {
  // All of it but the moment.
  fileprivate var settled: RememberedSource {
    RememberedSource(
      path: path, format: format, me: me, owner: owner, takesPartial: takesPartial,
      learnedAt: .distantPast, stamp: stamp)
  }
}
