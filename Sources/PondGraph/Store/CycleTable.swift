package import Foundation
import GRDB

extension PondStore {
  /// Every cycle, the oldest first.
  package func cycles() throws -> [Cycle] {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT number, begun_at, step, ended_at, accounts, unseen, posts_per_week, minutes_per_day,
                 close
          FROM cycle ORDER BY number
          """)
      return try rows.map { row in
        Cycle(
          number: Int(try row.number(0)), begunAt: Instant.date(try row.number(1)),
          step: try row.choice(2, of: CycleStep.self), endedAt: row.moment(3),
          asked: row.integer(4).map {
            Cycle.Asked(
              accounts: Int($0), unseen: Int(row.integer(5) ?? 0), postsPerWeek: row.real(6),
              minutesPerDay: row.real(7), close: Int(row.integer(8) ?? 0))
          })
      }
    }
  }

  /// Begins a cycle. Durable when this returns.
  package func beginCycle(at now: Date) throws {
    try changing { database in
      try database.execute(
        sql: "INSERT INTO cycle (begun_at, step) VALUES (?, ?)",
        arguments: [Instant.stored(now) ?? 0, CycleStep.sources.rawValue])
    }
  }

  /// Writes down which step of a cycle comes next. Durable when this returns.
  package func move(cycle number: Int, to step: CycleStep) throws {
    try changing { database in
      try database.execute(
        sql: "UPDATE cycle SET step = ? WHERE number = ?", arguments: [step.rawValue, number])
    }
  }

  /// Ends a cycle, with what the list asks for now.
  package func end(cycle number: Int, asked: Cycle.Asked, at now: Date) throws {
    try changing { database in
      try database.execute(
        sql: """
          UPDATE cycle SET ended_at = ?, accounts = ?, unseen = ?, posts_per_week = ?,
            minutes_per_day = ?, close = ? WHERE number = ?
          """,
        arguments: [
          Instant.stored(now) ?? 0, asked.accounts, asked.unseen, asked.postsPerWeek,
          asked.minutesPerDay, asked.close, number,
        ])
    }
  }
}

/// Cycles as rows.
enum CycleTable {
  /// When those were begun that were ended, oldest first; none that a wrong clock began after now.
  static func ended(_ database: Database, until now: Int64) throws -> [Date] {
    let rows = try Row.fetchAll(
      database,
      sql:
        "SELECT begun_at FROM cycle WHERE ended_at IS NOT NULL AND begun_at <= ? ORDER BY begun_at",
      arguments: [now])
    return try rows.map { Instant.date(try $0.number(0)) }
  }
}
