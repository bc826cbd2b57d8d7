package import Foundation
import GRDB

extension PondStore {
  /// Writes down that a question was passed over. Durable when this returns.
  package func skip(_ key: AccountKey, at now: Date) throws {
    try changing { database in
      var accounts = try AccountTable(database)
      try database.execute(
        sql: """
          INSERT INTO skip (account, at, after_decision)
          SELECT ?, ?, ifnull(max(number), 0) FROM decision
          """,
        arguments: [accounts.row(key), Instant.stored(now) ?? 0])
    }
  }

  /// The newest skip of each account that was not taken back.
  package func standingSkips() throws -> [AccountKey: Skip] {
    try asking { database in
      let skips = try Skips.all(database, where: "undone_at IS NULL")
      return Dictionary(skips.map { ($0.account, $0) }) { _, newer in newer }
    }
  }

  /// Takes back the newest thing that was done with a question, an answer or a skip.
  /// - Returns: what was taken back; nil where nothing stands.
  package func undoStep(at now: Date) throws -> ReviewStep? {
    try changing { database in
      guard case .skipped(let skip) = try Skips.newestStep(database) else {
        return try Self.undo(at: now, database).map(ReviewStep.answered)
      }
      try database.execute(
        sql: "UPDATE skip SET undone_at = ? WHERE number = ?",
        arguments: [Instant.stored(now) ?? 0, skip.number])
      return .skipped(skip)
    }
  }

  /// The newest thing that was done with a question and stands; nil where there is none.
  package func newestStep() throws -> ReviewStep? { try asking { try Skips.newestStep($0) } }
}

/// The questions that were passed over, as rows.
private enum Skips {
  static func all(
    _ database: Database, where condition: String, _ arguments: StatementArguments = []
  ) throws -> [Skip] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT number, kind, value, at FROM skip JOIN account ON account.id = skip.account
        WHERE \(condition) ORDER BY number
        """, arguments: arguments)
    return try rows.map { row in
      Skip(
        number: Int(try row.number(0)), account: try row.accountKey(1),
        at: Instant.date(try row.number(3)))
    }
  }

  /// The newest that stands, an answer or a skip.
  static func newestStep(_ database: Database) throws -> ReviewStep? {
    let number = try Row.fetchOne(
      database, sql: "SELECT max(number) FROM decision WHERE undone_at IS NULL")?.integer(0)
    if let skip = try newest(database, after: number ?? 0) { return .skipped(skip) }
    guard let number else { return nil }
    return try Journal.entries(database, where: "number = \(number)").first
      .map(ReviewStep.answered)
  }

  /// The newest that stands, where it is newer than an answer.
  static func newest(_ database: Database, after decision: Int64) throws -> Skip? {
    let number = "(SELECT max(number) FROM skip WHERE undone_at IS NULL)"
    return try all(
      database, where: "number = \(number) AND after_decision >= ?", [decision]
    ).first
  }
}
