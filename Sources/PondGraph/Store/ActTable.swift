import Foundation
import GRDB

/// What the person did, and words addressed to them: each once.
struct ActTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Adds acts. A source that keeps no time is told apart from one that does by a time of 0.
  func add(
    _ acts: [Act], _ accounts: inout AccountTable, _ counts: inout ImportSummary.Counts
  ) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO act (account, post, kind, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    for act in acts {
      insert.setUncheckedArguments([
        try accounts.row(act.account), act.post?.value.asIdentity ?? "", act.kind.rawValue,
        Instant.stored(act.at) ?? 0,
      ])
      try insert.execute()
      if database.changesCount > 0 { counts.new += 1 } else { counts.known += 1 }
    }
  }

  /// Adds words addressed to the person.
  func add(_ words: [AddressedWords], _ accounts: inout AccountTable) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO addressed (account, at) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for word in words {
      guard let at = Instant.stored(word.at) else { continue }
      insert.setUncheckedArguments([try accounts.row(word.account), at])
      try insert.execute()
    }
  }
}
