import Foundation
import GRDB

/// What the person did, and words addressed to them: each once.
struct ActTable {
  private let database: Database
  /// The accounts' rows towards which something new was done.
  private(set) var touched: Set<Int64> = []

  init(_ database: Database) {
    self.database = database
  }

  /// Adds acts. A source that keeps no time is told apart from one that does by a time of 0.
  mutating func add(
    _ acts: [Act], _ accounts: inout AccountTable, _ counts: inout ImportSummary.Counts
  ) throws {
    guard !acts.isEmpty else { return }
    let insert = try BulkStatement(
      database,
      "INSERT INTO act (account, post, kind, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
    for act in acts {
      let account = try accounts.row(act.account)
      insert.bind(1, account)
      insert.bind(2, act.post?.value.asIdentity ?? "")
      insert.bind(3, act.kind.rawValue)
      insert.bind(4, Instant.stored(act.at) ?? 0)
      try insert.run()
      if insert.changedSomething {
        counts.new += 1
        touched.insert(account)
      } else {
        counts.known += 1
      }
    }
  }

  /// Adds words addressed to the person.
  func add(_ words: [AddressedWords], _ accounts: inout AccountTable) throws {
    guard !words.isEmpty else { return }
    let insert = try BulkStatement(
      database, "INSERT INTO addressed (account, at) VALUES (?, ?) ON CONFLICT DO NOTHING")
    for word in words {
      guard let at = Instant.stored(word.at) else { continue }
      insert.bind(1, try accounts.row(word.account))
      insert.bind(2, at)
      try insert.run()
    }
  }
}
