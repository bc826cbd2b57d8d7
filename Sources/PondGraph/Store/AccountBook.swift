import Foundation
import GRDB

extension PondStore {
  /// Every account that any file ever named, in the order of their keys: what all files say of
  /// each of them merged, the same way whatever the order in which they came. An account that no
  /// list names any more is there and not followed. O(accounts + mentions).
  package func accounts() throws -> [Account] {
    try asking { try AccountBook($0).accounts }
  }
}

/// Every account at one moment, merged, with the rows that stand for it.
struct AccountBook {
  /// In the order of their keys.
  let accounts: [Account]
  /// For every row of the account table that knows something, the key it counts for: its own, or
  /// for a site that turned out to be a followed feed, that feed's.
  let keys: [Int64: AccountKey]
  /// Keys for which more than one row counts.
  let joined: Set<AccountKey>

  /// Reads and merges everything that files say of accounts.
  init(_ database: Database) throws {
    let own = try Self.keys(database)
    let mentions = try Self.mentions(database)
    let sites = SiteResolution(
      own.compactMap { row, key in
        key.kind == .site ? nil : mentions[row].map { AccountMerge.account(key, $0) }
      })
    var rows: [AccountKey: [Int64]] = [:]
    var keys: [Int64: AccountKey] = [:]
    for (row, key) in own {
      let target = key.kind == .site ? sites.feed(for: key) ?? key : key
      rows[target, default: []].append(row)
      keys[row] = target
    }
    self.keys = keys
    joined = Set(rows.filter { $0.value.count > 1 }.keys)
    accounts = rows.compactMap { key, rows in
      let said = rows.flatMap { mentions[$0] ?? [] }
      return said.isEmpty ? nil : AccountMerge.account(key, said)
    }.sorted { $0.key < $1.key }
  }

  /// The rows that count for a key.
  func rows(_ key: AccountKey) -> [Int64] {
    keys.filter { $0.value == key }.keys.sorted()
  }

  private static func keys(_ database: Database) throws -> [Int64: AccountKey] {
    var keys: [Int64: AccountKey] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT id, kind, value FROM account")
    while let row = try rows.next() { keys[try row.number(0)] = try row.accountKey(1) }
    return keys
  }

  private static func mentions(_ database: Database) throws -> [Int64: [DatedClaim]] {
    var mentions: [Int64: [DatedClaim]] = [:]
    let coder = ListCoder()
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT format, document_date, \(Claim.columns)
        FROM mention JOIN document ON document.id = mention.document
        """)
    while let row = try rows.next() {
      let claim = try Claim(row, from: 2)
      let dated = DatedClaim(
        precedence: Precedence(format: try row.word(0), documentDate: row.integer(1)),
        claim: claim, folders: try coder.folders(claim.folders), tags: try coder.tags(claim.tags))
      mentions[claim.account, default: []].append(dated)
    }
    return mentions
  }
}
