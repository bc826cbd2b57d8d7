package import Foundation
import GRDB

/// Which rows stand for which account at one moment, kept so that question after question can be
/// asked without merging all accounts again.
package struct AccountPlaces: Sendable {
  fileprivate let rows: [AccountKey: [Int64]]
  /// For every row the key it counts for.
  let keys: [Int64: AccountKey]

  /// The rows of an account, as a list for SQL.
  func list(_ key: AccountKey) -> String {
    (rows[key] ?? []).map(String.init).joined(separator: ", ")
  }
}

extension PondStore {
  /// The rows of every account as they are now.
  package func accountRows() throws -> AccountPlaces {
    try asking { database in
      let keys = try accountBook(database).keys
      return AccountPlaces(
        rows: Dictionary(grouping: keys.keys.sorted()) { keys[$0] ?? .nobody }, keys: keys)
    }
  }

  /// The newest posts of an account, as `recentPosts(of:limit:)` gives them.
  package func recentPosts(
    of key: AccountKey, limit: Int, in rows: AccountPlaces
  ) throws -> [RememberedPost] {
    try asking { try Self.recentPosts(of: key, rows.rows[key] ?? [], limit: limit, $0) }
  }

  /// What passed between the person and an account.
  package func exchange(with key: AccountKey, in rows: AccountPlaces) throws -> Exchange {
    try asking { database in
      let list = rows.list(key)
      let acts = try Row.fetchAll(
        database,
        sql: """
          SELECT kind, count(DISTINCT CASE act.post WHEN '' THEN at ELSE ifnull(main_id, act.post) END),
            max(at)
          FROM act LEFT JOIN met ON met.account = act.account AND met.post = act.post
          WHERE act.account IN (\(list)) GROUP BY kind
          """)
      let words = try Row.fetchOne(
        database,
        sql: "SELECT count(DISTINCT at), max(at) FROM addressed WHERE account IN (\(list))")
      var counts: [ActKind: Int] = [:]
      var last: Int64 = 0
      for row in acts {
        let kind = try row.choice(0, of: ActKind.self)
        counts[kind] = Int(try row.number(1))
        if kind != .seen { last = max(last, try row.number(2)) }
      }
      return Exchange(
        acts: counts, lastAct: last > 0 ? Instant.date(last) : nil,
        addressed: Int(try words?.number(0) ?? 0), lastAddressed: words?.moment(1))
    }
  }

  /// How many posts an account published in each of the last weeks, the oldest week first.
  package func postsByWeek(
    of key: AccountKey, weeks: Int, now: Date, in rows: AccountPlaces
  ) throws -> [Int] {
    try asking { database in
      let week = 7 * 86_400.0
      let found = try Row.fetchAll(
        database,
        sql: """
          SELECT (? - published) / ? AS age, count(*) FROM post
          WHERE account IN (\(rows.list(key))) AND is_same = 0 AND published > ? AND published <= ? GROUP BY age
          """,
        arguments: [
          Instant.stored(now) ?? 0, Int64(week * 1000),
          Instant.stored(now.addingTimeInterval(-Double(weeks) * week)) ?? 0,
          Instant.stored(now) ?? 0,
        ])
      var counts = [Int](repeating: 0, count: max(0, weeks))
      for row in found {
        let place = weeks - 1 - Int(try row.number(0))
        if counts.indices.contains(place) { counts[place] = Int(try row.number(1)) }
      }
      return counts
    }
  }

  /// How many posts of an account are known that it published after a moment.
  package func postCount(
    of key: AccountKey, since: Date, now: Date, in rows: AccountPlaces
  ) throws -> Int {
    try asking { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM post
          WHERE account IN (\(rows.list(key))) AND is_same = 0 AND published > ? AND published <= ?
          """, arguments: [Instant.stored(since) ?? 0, Instant.stored(now) ?? 0]) ?? 0
    }
  }

  /// The formats of the kept lists in which one of these accounts still stands as followed.
  package func listFormats(naming accounts: Set<AccountKey>) throws -> Set<String> {
    guard !accounts.isEmpty else { return [] }
    return try asking { database in
      let keys = try accountBook(database).keys
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT format, mention.account
          FROM mention JOIN document ON document.id = mention.document
          JOIN original ON original.document = document.id
          WHERE is_followed = 1 AND is_current = 1 AND replaced_by IS NULL
          """)
      return try rows.reduce(into: []) { formats, row in
        guard let key = keys[try row.number(1)], accounts.contains(key) else { return }
        formats.insert(try row.word(0))
      }
    }
  }

  /// Where accounts say that they have moved to.
  package func moves() throws -> [AccountKey: Address] {
    try asking { database in
      let book = try accountBook(database)
      return try ReachabilityTable.all(database).reduce(into: [:]) { moves, word in
        guard case .moved(let address) = word.value.state, let key = book.keys[word.key] else {
          return
        }
        moves[key] = address
      }
    }
  }
}

extension AccountKey {
  // A row without a key is in no dictionary that is asked.
  fileprivate static let nobody = AccountKey(kind: .site, value: "")
}
