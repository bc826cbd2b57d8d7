package import Foundation
import GRDB

extension PondStore {
  /// Keeps the person's word that two accounts are one human being's.
  /// - Returns: whether that was new.
  @discardableResult
  package func join(_ account: AccountKey, _ other: AccountKey, at now: Date) throws -> Bool {
    try changing { try Self.join(account, other, at: now, $0) }
  }

  static func join(
    _ account: AccountKey, _ other: AccountKey, at now: Date, _ database: Database
  ) throws -> Bool {
    var accounts = try AccountTable(database)
    let rows = [try accounts.row(account), try accounts.row(other)].sorted()
    try database.execute(
      sql: "INSERT INTO same_person (account, other, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      arguments: [rows[0], rows[1], Instant.stored(now) ?? 0])
    return database.changesCount > 0
  }

  /// Takes an account out of the person it was joined to.
  /// - Returns: whether it was joined.
  @discardableResult
  package func part(_ account: AccountKey) throws -> Bool {
    try changing { database in
      let rows = try accountBook(database).rows(account)
      for row in rows {
        try database.execute(
          sql: "DELETE FROM same_person WHERE account = ?1 OR other = ?1", arguments: [row])
        if database.changesCount > 0 { return true }
      }
      return false
    }
  }

  /// The persons of whom several accounts were joined: each a list of keys in order.
  package func persons() throws -> [[AccountKey]] {
    try asking { try SamePerson($0, accountBook($0)).groups }
  }
}

/// Which accounts are one person's, as the person who keeps this pond said.
struct SamePerson {
  /// The groups of two and more, their keys in order.
  let groups: [[AccountKey]]

  /// Follows every joining to its end.
  init(_ database: Database, _ book: AccountBook) throws {
    var neighbours: [AccountKey: Set<AccountKey>] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT account, other FROM same_person")
    while let row = try rows.next() {
      guard let one = book.keys[try row.number(0)], let other = book.keys[try row.number(1)],
        one != other
      else { continue }
      neighbours[one, default: []].insert(other)
      neighbours[other, default: []].insert(one)
    }
    var groups: [[AccountKey]] = []
    var seen: Set<AccountKey> = []
    for start in neighbours.keys.sorted() where !seen.contains(start) {
      var group: [AccountKey] = []
      var open = [start]
      while let key = open.popLast() {
        guard seen.insert(key).inserted else { continue }
        group.append(key)
        open += neighbours[key] ?? []
      }
      groups.append(group.sorted())
    }
    self.groups = groups
  }

  /// What passed between the person and anybody passed with all of that body's accounts.
  func sharing(_ times: [AccountKey: [Date]]) -> [AccountKey: [Date]] {
    var shared = times
    for group in groups {
      let all = Set(group.flatMap { times[$0] ?? [] }).sorted()
      if !all.isEmpty { for key in group { shared[key] = all } }
    }
    return shared
  }
}
