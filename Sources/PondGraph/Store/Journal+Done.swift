import Foundation
import GRDB

// What newer lists show of the answers: which took effect, and who left without one.

extension Journal {
  /// Those of some rows about whom no answer stands that explains why they left a list: neither that
  /// they leave nor that they are read elsewhere.
  static func undecided(_ rows: Set<Int64>, _ database: Database) throws -> Set<Int64> {
    guard !rows.isEmpty else { return [] }
    return rows.subtracting(try explained(database).keys)
  }

  /// Marks the answers that explain why these rows left as done.
  /// - Returns: of how many accounts.
  static func markDone(left rows: Set<Int64>, at now: Date, _ database: Database) throws -> Int {
    guard !rows.isEmpty else { return 0 }
    let done = try explained(database).filter { rows.contains($0.key) }
    for number in done.values {
      try database.execute(
        sql: "UPDATE decision SET done_at = ? WHERE number = ? AND done_at IS NULL",
        arguments: [Instant.stored(now) ?? 0, number])
    }
    return done.count
  }

  /// Marks what was followed here as done, where a list names it now.
  static func markDone(came rows: Set<Int64>, at now: Date, _ database: Database) throws {
    let waiting = try Row.fetchAll(
      database,
      sql: """
        SELECT number, account FROM decision
        WHERE answer = 'follow' AND undone_at IS NULL AND done_at IS NULL
        """)
    for decision in waiting where rows.contains(try decision.number(1)) {
      try database.execute(
        sql: "UPDATE decision SET done_at = ? WHERE number = ?",
        arguments: [Instant.stored(now) ?? 0, try decision.number(0)])
    }
  }

  // For each row the standing answer that takes it off a list, or to another address: what was said
  // of it besides does not change where it is read.
  private static func explained(_ database: Database) throws -> [Int64: Int64] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT account, number, answer FROM decision WHERE undone_at IS NULL ORDER BY number
        """)
    var isLeaving: [Int64: Bool] = [:]
    return try rows.reduce(into: [:]) { numbers, row in
      let answer = try row.choice(2, of: Answer.self)
      let account = try row.number(0)
      if answer.leavesTheList || answer == .repair {
        numbers[account] = try row.number(1)
        isLeaving[account] = answer.leavesTheList
      } else if isLeaving[account] == true {
        numbers[account] = nil
      }
    }
  }
}
