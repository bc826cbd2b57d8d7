package import Foundation
import GRDB

extension PondStore {
  /// Makes known that the person follows an account, and keeps their answer that says so, both or
  /// none.
  package func follow(_ mention: AccountMention, _ decision: Decision, at now: Date) throws {
    var imported = Imported(
      path: "/\(FollowedHere.format)/\(mention.key.id)", format: FollowedHere.format)
    imported.accounts = [mention]
    try changing { database in
      var writer = try ImportWriter(database)
      _ = try writer.write(imported, now)
      _ = try Self.append([decision], database)
    }
  }
}

/// Whom the person follows by an answer given here, before any list names them.
enum FollowedHere {
  /// The format of what makes them known.
  static let format = "followed-here"

  /// The rows of accounts of which the newest word on following is that they are followed.
  static func rows(_ database: Database) throws -> Set<Int64> {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT account, answer FROM decision
        WHERE undone_at IS NULL AND answer IN ('follow', 'let-go', 'archive') ORDER BY number
        """)
    return try rows.reduce(into: []) { followed, row in
      if try row.word(1) == "follow" {
        followed.insert(try row.number(0))
      } else {
        followed.remove(try row.number(0))
      }
    }
  }
}
