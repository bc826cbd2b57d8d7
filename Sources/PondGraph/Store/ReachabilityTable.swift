import Foundation
import GRDB

/// The newest word on whether accounts can be reached.
struct ReachabilityTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Adds words; of two about one account the newer stays, of two of one moment the graver, so
  /// that the order in which they come makes no difference. A word of a moment that is still to come
  /// was dated by a clock that was ahead, and gives way.
  func add(_ words: [Reachability], _ accounts: inout AccountTable, at now: Date) throws {
    guard !words.isEmpty else { return }
    let forget = try database.cachedStatement(
      sql: "DELETE FROM reachability WHERE account = ? AND at > ?")
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO reachability (account, state, since, moved_to, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (account) DO UPDATE
        SET state = excluded.state, since = excluded.since, moved_to = excluded.moved_to,
            at = excluded.at
        WHERE (excluded.at, \(Self.gravity("excluded")), -ifnull(excluded.since, 0),
               ifnull(excluded.moved_to, ''))
            > (reachability.at, \(Self.gravity("reachability")), -ifnull(reachability.since, 0),
               ifnull(reachability.moved_to, ''))
        """)
    for word in words {
      guard let at = Instant.stored(word.at) else { continue }
      try forget.execute(
        arguments: [try accounts.row(word.account), Instant.stored(now) ?? Int64.max])
      let (state, since, movedTo) = Self.columns(word.state, at)
      try insert.execute(
        arguments: [try accounts.row(word.account), state, since, movedTo, at])
    }
  }

  private static func gravity(_ row: String) -> String {
    """
    CASE \(row).state WHEN 'moved' THEN 3 WHEN 'gone' THEN 2 WHEN 'unreachable' THEN 1 ELSE 0 END
    """
  }

  private static func columns(
    _ state: Reachability.State, _ at: Int64
  ) -> (String, Int64?, String?) {
    switch state {
    case .reached: ("reached", nil, nil)
    case .unreachable(let since): ("unreachable", Instant.stored(since) ?? at, nil)
    case .gone(let since): ("gone", Instant.stored(since) ?? at, nil)
    case .moved(let address): ("moved", nil, address.written)
    }
  }

  /// Every word, by account row.
  static func all(_ database: Database) throws -> [Int64: Reachability] {
    var words: [Int64: Reachability] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT account, kind, value, state, since, moved_to, at
        FROM reachability JOIN account ON account.id = reachability.account
        """)
    while let row = try rows.next() {
      words[try row.number(0)] = Reachability(
        account: try row.accountKey(1), state: try state(row), at: Instant.date(try row.number(6)))
    }
    return words
  }

  private static func state(_ row: Row) throws -> Reachability.State {
    switch try row.word(3) {
    case "reached": .reached
    case "unreachable": .unreachable(since: Instant.date(try row.number(4)))
    case "gone": .gone(since: Instant.date(try row.number(4)))
    case "moved": .moved(to: Address(try row.word(5)))
    case let other: throw OddValue(sentence: "there is no reachability called \"\(other)\"")
    }
  }
}
