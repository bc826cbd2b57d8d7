import Foundation
import GRDB

/// What the signals read of accounts, gathered once for all looks: one column for each account of which
/// any post or act is known, true to its rows whenever a transaction ends.
///
/// The rows that count for one account have one column together. Which these are depends on what files say
/// of accounts and may differ for a while from what was derived (a list that was left out, a page that
/// turned out to be a feed's): of those accounts the column is made from the rows at every look, until
/// something is learned that settles it.
struct ObservedTable {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// What is known of accounts, each once, in no order. O(bytes kept).
  /// - Parameter wanted: the accounts.
  func columns(_ book: AccountBook, of wanted: Set<AccountKey>) throws -> [Kept] {
    var columns: [Kept] = []
    let together = try RowsTogether(database, book)
    // Of few, theirs alone are read: there are megabytes.
    let places = wanted.count > 20 ? nil : book.keys.filter { wanted.contains($0.value) }.keys
    let which = places.map { "WHERE account IN (\($0.map(String.init).joined(separator: ", ")))" }
    let rows = try BulkStatement(
      database, "SELECT account, gathered FROM observed \(which ?? "")")
    while try rows.next() {
      let account = try rows.number(0)
      guard let key = book.keys[account], wanted.contains(key), !together.unsettled.contains(key)
      else { continue }
      columns.append(Kept(account: key, form: .bytes(Array(rows.blob(1)))))
    }
    guard !together.unsettled.isDisjoint(with: wanted) else { return columns }
    let posts = try ObservedPosts(database)
    for key in together.unsettled.intersection(wanted).sorted() {
      let column = try posts.column(book.rows(key), isSettled: false)
      if !column.isEmpty { columns.append(Kept(account: key, form: .read(column))) }
    }
    return columns
  }

  /// The column of an account, which may be bytes still: reading them needs no database, so that it can be
  /// done side by side.
  struct Kept: Sendable {
    fileprivate enum Form {
      case bytes([UInt8])
      case read(ObservedColumn)
    }

    let account: AccountKey
    fileprivate let form: Form

    /// Whether anything may have been done with a post from before a moment (`ObservedColumn.Glance`).
    func mayHaveActs(before moment: Int64) throws -> Bool {
      guard moment > .min else { return false }
      switch form {
      case .bytes(let bytes):
        return try bytes.withUnsafeBytes { try ObservedColumn.Glance($0) }.mayHaveActs(
          before: moment)
      case .read(let column): return ObservedColumn.Glance(column).mayHaveActs(before: moment)
      }
    }

    /// - Throws: `OddValue` for bytes that no Pond wrote.
    func column() throws -> ObservedColumn {
      switch form {
      case .bytes(let bytes): try bytes.withUnsafeBytes { try ObservedColumn($0) }
      case .read(let column): column
      }
    }
  }

  /// Gathers anew what is known of groups of rows that count together.
  func derive(_ groups: [[Int64]]) throws {
    guard !groups.isEmpty else { return }
    let posts = try ObservedPosts(database)
    let forget = try BulkStatement(database, "DELETE FROM observed WHERE account = ?")
    let keep = try BulkStatement(
      database, "INSERT INTO observed (account, gathered) VALUES (?, ?)")
    for group in groups {
      for row in group {
        forget.bind(1, row)
        try forget.run()
      }
      let rows = group.sorted()
      let column = try posts.column(rows)
      guard let first = rows.first, !column.isEmpty else { continue }
      keep.bind(1, first)
      keep.bind(2, bytes: column.bytes)
      try keep.run()
    }
  }

  /// Gathers everything, for a pond file in which nothing was.
  func deriveAll() throws {
    let rows = try Int64.fetchAll(database, sql: "SELECT id FROM account ORDER BY id")
    try derive(RowsTogether.groups(of: Set(rows), database))
  }

  /// How many columns are not what the rows come to. O(posts + acts).
  func countOdd() throws -> Int {
    let posts = try ObservedPosts(database)
    let find = try BulkStatement(database, "SELECT gathered FROM observed WHERE account = ?")
    let all = try Int64.fetchAll(database, sql: "SELECT id FROM account ORDER BY id")
    var kept = try Int64.fetchOne(database, sql: "SELECT count(*) FROM observed") ?? 0
    var odd = 0
    for group in try RowsTogether.groups(of: Set(all), database) {
      let rows = group.sorted()
      let column = try posts.column(rows)
      find.bind(1, rows[0])
      let isKept = try find.next()
      defer { find.stop() }
      if isKept { kept -= 1 }
      let isRight = isKept ? find.blob(0).elementsEqual(column.bytes) : column.isEmpty
      if !isRight { odd += 1 }
    }
    return odd + Int(kept)
  }
}

/// Which rows of the account table count together: as it was derived the last time, and where that is no
/// longer what files say.
struct RowsTogether {
  /// The accounts whose rows are others now than when everything was derived.
  let unsettled: Set<AccountKey>
  /// The rows that count for an account of several, as files say now.
  let now: [Int64: AccountKey]
  /// The same, as it was derived.
  let before: [Int64: AccountKey]

  init(_ database: Database, _ book: AccountBook) throws {
    before = try Self.derived(database)
    now = book.joined.isEmpty ? [:] : book.keys.filter { book.joined.contains($0.value) }
    guard now != before else {
      unsettled = []
      return
    }
    let (now, before) = (now, before)
    let changed = Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }
    // A row whose company changed may count for itself alone now.
    unsettled = Set(
      changed.flatMap { [now[$0], before[$0], book.keys[$0]] }.compactMap { $0 })
  }

  /// The rows that counted for the accounts that are not settled, or do now.
  var changed: Set<Int64> {
    Set(now.filter { unsettled.contains($0.value) }.keys)
      .union(before.filter { unsettled.contains($0.value) }.keys)
  }

  static func derived(_ database: Database) throws -> [Int64: AccountKey] {
    let rows = try Row.fetchAll(database, sql: "SELECT account, kind, value FROM counts_for")
    return try rows.reduce(into: [:]) { known, row in
      known[try row.number(0)] = AccountKey(
        kind: try row.choice(1, of: AccountKind.self), value: try row.word(2))
    }
  }

  /// The rows, each with those that count together with it, each group once.
  static func groups(of touched: Set<Int64>, _ database: Database) throws -> [[Int64]] {
    let known = try derived(database)
    let together = Dictionary(grouping: known.keys.sorted()) { known[$0] }
    var groups: Set<[Int64]> = []
    for row in touched { groups.insert(known[row].flatMap { together[$0] } ?? [row]) }
    return groups.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
