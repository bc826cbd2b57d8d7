import Foundation
import GRDB

/// Finds whose the pages are that a person visited or saved, and keeps the acts that were done with
/// pages of followed accounts, under the digests of the pages. A page is the account's whose post stands
/// on it (of several the one's in whose home it lies, else the smallest), else the account's of which its
/// source says so, else the account's in whose home it lies.
struct PageAttribution {
  private let database: Database
  private let book: AccountBook
  private let secret: PageSecret
  private let followed: Set<AccountKey>
  private let owners: PageOwners
  private let rows: [AccountKey: Int64]

  init(_ database: Database, _ book: AccountBook) throws {
    self.database = database
    self.book = book
    secret = try PageSecret(database)
    let accounts = book.accounts.filter(\.isFollowed)
    followed = Set(accounts.map(\.key))
    owners = PageOwners(accounts, secret)
    rows = try Self.rows(database, book)
  }

  /// Tells of every page anew whose it is. O(posts of the followed accounts + pages).
  /// - Returns: the rows of the accounts whose acts changed.
  func attributeAll() throws -> Set<Int64> {
    let pages = try self.pages("")
    let names = Set(pages.map(\.name))
    var posts: [[UInt8]: Set<AccountKey>] = [:]
    for (row, key) in book.keys where followed.contains(key) {
      try forEachName(row) { name in
        if names.contains(name) { posts[name, default: []].insert(key) }
      }
    }
    return try keep(pages) { posts[$0.name] ?? [] }
  }

  /// Looks whether posts of some rows stand on pages that are nobody's yet, or another's.
  /// - Returns: the rows of the accounts whose acts changed.
  func attribute(toPostsOf touched: Set<Int64>) throws -> Set<Int64> {
    let find = try database.cachedStatement(sql: "SELECT 1 FROM page WHERE name = ? LIMIT 1")
    var posts: [[UInt8]: Set<AccountKey>] = [:]
    for row in touched {
      guard let key = book.keys[row], followed.contains(key) else { continue }
      try forEachName(row) { name in
        if try Row.fetchOne(find, arguments: [Data(name)]) != nil {
          posts[name, default: []].insert(key)
        }
      }
    }
    let pages = try posts.keys.flatMap { try self.pages("WHERE name = ?", [Data($0)]) }
    return try keep(pages) { page in
      var keys = posts[page.name] ?? []
      if let other = page.account.flatMap({ book.keys[$0] }), try hasPost(page) {
        keys.insert(other)
      }
      return keys
    }
  }

  // MARK: Pages

  /// A page act as it stands in its row.
  private struct Page {
    let name: [UInt8]
    let above: [UInt8]
    let said: Int64?
    let kind: String
    let at: Int64
    let account: Int64?
  }

  private func pages(_ condition: String, _ arguments: StatementArguments = []) throws -> [Page] {
    try Row.fetchAll(
      database, sql: "SELECT name, above, owner, kind, at, account FROM page \(condition)",
      arguments: arguments
    ).map { row in
      Page(
        name: Array(row.bytes(0) ?? Data()), above: Array(row.bytes(1) ?? Data()),
        said: row.integer(2), kind: try row.word(3), at: try row.number(4), account: row.integer(5))
    }
  }

  /// Hands over the digest of each name of an account's posts.
  private func forEachName(_ row: Int64, _ take: ([UInt8]) throws -> Void) throws {
    let find = try BulkStatement(database, "SELECT id FROM post WHERE account = ?")
    find.bind(1, row)
    while try find.next() {
      for name in try find.word(0).split(separator: PostID.separator) where !PostID.isOfTitle(name)
      {
        try take(secret.digest(name))
      }
    }
  }

  private func hasPost(_ page: Page) throws -> Bool {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM met WHERE account = ? AND post = ?"),
      arguments: [page.account, PageSecret.actName(page.name)]) != nil
  }

  private func keep(
    _ pages: [Page], _ posts: (Page) throws -> Set<AccountKey>
  ) throws -> Set<Int64> {
    var changed: Set<Int64> = []
    let delete = try database.cachedStatement(
      sql: "DELETE FROM act WHERE account = ? AND post = ? AND kind = ? AND at = ?")
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO act (account, post, kind, at) VALUES (?, ?, ?, ?)")
    let update = try database.cachedStatement(
      sql: "UPDATE page SET account = ? WHERE name = ? AND kind = ? AND at = ?")
    for page in pages {
      let account = try self.account(of: page, posts)
      let post = PageSecret.actName(page.name)
      guard account != page.account else { continue }
      if let old = page.account {
        try delete.execute(arguments: [old, post, page.kind, page.at])
        changed.insert(old)
      }
      if let account {
        try insert.execute(arguments: [account, post, page.kind, page.at])
        changed.insert(account)
      }
      try update.execute(arguments: [account, Data(page.name), page.kind, page.at])
    }
    return changed
  }

  private func account(of page: Page, _ posts: (Page) throws -> Set<AccountKey>) throws -> Int64? {
    let home = owners.owner(ofPageBelow: page.above)
    let keys = try posts(page)
    let key =
      home.flatMap { keys.contains($0) ? $0 : nil } ?? keys.min()
      ?? page.said.flatMap { book.keys[$0] } ?? home
    return key.flatMap { rows[$0] }
  }

  /// The row under which acts of each account are kept: its own where it has one, else the row of the
  /// smallest name that counts for it.
  private static func rows(_ database: Database, _ book: AccountBook) throws -> [AccountKey: Int64]
  {
    var rows: [AccountKey: Int64] = [:]
    let all = try BulkStatement(
      database, "SELECT id, kind, value FROM account ORDER BY kind, value")
    while try all.next() {
      let row = try all.number(0)
      guard let key = book.keys[row] else { continue }
      let own = AccountKey(kind: try all.choice(1, of: AccountKind.self), value: try all.word(2))
      if own == key || rows[key] == nil { rows[key] = row }
    }
    return rows
  }
}
