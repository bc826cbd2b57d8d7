import Foundation
import GRDB

/// The rows of accounts, found or made by key. It lives as long as one transaction.
struct AccountTable {
  private var rows: [AccountKey: Int64] = [:]
  private var made: Set<Int64> = []
  private let find: BulkStatement
  private let insert: BulkStatement
  private let database: Database
  // Posts come in runs of one account: the last one asked for is the likeliest next.
  private var last: (key: AccountKey, row: Int64)?

  init(_ database: Database) throws {
    self.database = database
    find = try BulkStatement(database, "SELECT id FROM account WHERE kind = ? AND value = ?")
    insert = try BulkStatement(database, "INSERT INTO account (kind, value) VALUES (?, ?)")
  }

  /// The row of a key; nil where the pond never heard of it.
  mutating func existing(_ key: AccountKey) throws -> Int64? {
    if let last, last.key == key { return last.row }
    if let row = rows[key] {
      last = (key, row)
      return row
    }
    find.bind(1, key.kind.rawValue)
    find.bind(2, key.value.asIdentity)
    guard try find.next() else { return nil }
    defer { find.stop() }
    let row = try find.number(0)
    rows[key] = row
    last = (key, row)
    return row
  }

  /// The row of a key, made where there was none.
  mutating func row(_ key: AccountKey) throws -> Int64 {
    if let row = try existing(key) { return row }
    insert.bind(1, key.kind.rawValue)
    insert.bind(2, key.value.asIdentity)
    try insert.run()
    let row = database.lastInsertedRowID
    made.insert(row)
    rows[key] = row
    last = (key, row)
    return row
  }

  /// Whether the row was made for the present input.
  func isNew(_ row: Int64) -> Bool { made.contains(row) }

  /// Another input begins: what the ones before it made is known.
  mutating func beginInput() { made = [] }
}
