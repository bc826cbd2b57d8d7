package import Foundation
import GRDB

extension PondStore {
  /// Writes an answer into the journal. Durable when this returns.
  /// - Returns: its number, counted from 1.
  @discardableResult
  package func append(_ decision: Decision) throws -> Int {
    try append([decision]).first ?? 0
  }

  /// Writes several answers, all of them or none.
  @discardableResult
  package func append(_ decisions: [Decision]) throws -> [Int] {
    try changing { try Self.append(decisions, $0) }
  }

  /// Writes everything that a person said in a file, all of it or nothing.
  package func keep(
    _ decisions: [Decision], notes: [AccountKey: String],
    declarations: [(AccountKey, DeclaredWord)], joinings: [[AccountKey]],
    tastings: [TastedPost] = [], at now: Date
  ) throws {
    try changing { database in
      _ = try Self.append(decisions, database)
      for (key, words) in notes { try Self.setNote(words, for: key, at: now, database) }
      for (key, word) in declarations { try Self.declare(word, of: key, at: now, database) }
      for pair in joinings where pair.count == 2 {
        _ = try Self.join(pair[0], pair[1], at: now, database)
      }
      try TastingTable.keep(tastings, database)
    }
  }

  private static func append(_ decisions: [Decision], _ database: Database) throws -> [Int] {
    var accounts = try AccountTable(database)
    return try decisions.map { decision in
      try database.execute(
        sql: """
          INSERT INTO decision (account, answer, at, reason, evidence_seen)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          accounts.row(decision.account), decision.answer.rawValue,
          Instant.stored(decision.at) ?? 0, decision.reason, decision.evidenceSeen,
        ])
      return Int(database.lastInsertedRowID)
    }
  }

  /// Takes the newest standing answer back.
  /// - Returns: the entry as it is now; nil where nothing stands.
  package func undo(at now: Date) throws -> JournalEntry? {
    try changing { try Self.undo(at: now, $0) }
  }

  static func undo(at now: Date, _ database: Database) throws -> JournalEntry? {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT max(number) FROM decision WHERE undone_at IS NULL"),
      let number = row.integer(0)
    else { return nil }
    try database.execute(
      sql: "UPDATE decision SET undone_at = ? WHERE number = ?",
      arguments: [Instant.stored(now) ?? 0, number])
    return try Journal.entries(database, where: "number = \(number)").first
  }

  /// Every answer ever given, the oldest first, those taken back included.
  package func journal() throws -> [JournalEntry] {
    try asking { try Journal.entries($0) }
  }

  /// The newest answer about each account that was not taken back.
  package func standingDecisions() throws -> [AccountKey: Decision] {
    try asking { try Journal.standing($0) }
  }
}

/// The person's answers, as rows.
enum Journal {
  /// Entries, the oldest first.
  static func entries(
    _ database: Database, where condition: String = "true"
  ) throws -> [JournalEntry] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT number, kind, value, answer, at, reason, evidence_seen, undone_at
        FROM decision JOIN account ON account.id = decision.account
        WHERE \(condition) ORDER BY number
        """)
    return try rows.map { row in
      JournalEntry(
        number: Int(try row.number(0)),
        decision: Decision(
          account: try row.accountKey(1), answer: try row.choice(3, of: Answer.self),
          at: Instant.date(try row.number(4)), reason: row.text(5), evidenceSeen: row.text(6)),
        undoneAt: row.moment(7))
    }
  }

  /// The newest answer about each account that stands.
  static func standing(_ database: Database) throws -> [AccountKey: Decision] {
    let entries = try entries(database, where: "undone_at IS NULL")
    return Dictionary(entries.map { ($0.decision.account, $0.decision) }) { _, newer in newer }
  }
}
