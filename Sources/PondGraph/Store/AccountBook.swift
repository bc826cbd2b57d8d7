import Foundation
import GRDB

extension PondStore {
  /// Every account that any file ever named, in the order of their keys: what all files say of
  /// each of them merged, the same way whatever the order in which they came. An account that no
  /// list names any more is there and not followed. O(accounts + mentions).
  package func accounts() throws -> [Account] {
    try asking { try accountBook($0).accounts }
  }
}

extension PondStore {
  /// Every account as it is now. A command asks for it several times and changes nothing between: it is
  /// made anew only where something was written, by whomever.
  func accountBook(_ database: Database) throws -> AccountBook {
    let state = try state(database)
    if let book = shelf.book(state) { return book }
    let book = try AccountBook(database)
    shelf.keep(book, state)
    return book
  }
}

/// Every account at one moment, merged, with the rows that stand for it.
struct AccountBook: Sendable {
  /// In the order of their keys.
  let accounts: [Account]
  /// For every row of the account table that knows something, the key it counts for: its own, or
  /// for a site that turned out to be a followed feed, that feed's, or for a feed that was stored
  /// before Pond knew which network's account it is, that account's.
  let keys: [Int64: AccountKey]
  /// Keys for which more than one row counts.
  let joined: Set<AccountKey>

  /// Reads and merges everything that files say of accounts.
  init(_ database: Database) throws {
    let own = try Self.keys(database)
    let claims = try Self.claims(database)
    var merged: [AccountKey: Account] = [:]
    var rows: [AccountKey: [Int64]] = [:]
    // Few keys are older than what Pond knows of networks now.
    let renamed = own.compactMap { row, key -> (row: Int64, key: AccountKey, to: AccountKey)? in
      let resolved = key.resolved
      return resolved == key ? nil : (row, key, resolved)
    }
    for (row, _, resolved) in renamed { rows[resolved, default: []].append(row) }
    for (row, key) in own {
      if let said = claims[row] { merged[key] = AccountMerge.account(key, said) }
    }
    var keys = Dictionary(own.map { ($0.row, $0.key) }) { first, _ in first }
    for (row, _, resolved) in renamed { keys[row] = resolved }
    let sites = own.compactMap { row, key in
      Self.page(key, merged[key]).map { (row: row, key: key, page: $0) }
    }
    let resolution = sites.isEmpty ? nil : SiteResolution(merged.values)
    for (row, key, page) in sites {
      guard let feed = resolution?.feed(for: page) else { continue }
      keys[row] = feed
      rows[feed, default: []].append(row)
      merged[key] = nil
    }
    for (row, key) in own where rows[key] != nil { rows[key]?.append(row) }
    for (_, key, _) in renamed { merged[key] = nil }
    for (key, rows) in rows {
      let said = rows.flatMap { claims[$0] ?? [] }
      if !said.isEmpty { merged[key] = AccountMerge.account(key, said) }
    }
    self.keys = keys
    joined = Set(rows.keys)
    let inOrder = own.compactMap { merged.removeValue(forKey: $0.key) }
    accounts = merged.isEmpty ? inOrder : (inOrder + merged.values).sorted { $0.key < $1.key }
  }

  /// The rows that count for a key.
  func rows(_ key: AccountKey) -> [Int64] {
    keys.filter { $0.value == key }.keys.sorted()
  }

  /// The home page by which the followed feed of an account may be found: of one that is known by that
  /// page alone, and of one on Bluesky, whose feed is followed under a name that its posts do not hold.
  private static func page(_ key: AccountKey, _ account: Account?) -> AccountKey? {
    switch key.kind {
    case .site: return key
    case .bluesky:
      guard let account, !account.isFollowed, let site = account.site else { return nil }
      return AccountKey(kind: .site, value: site.canonical)
    default: return nil
    }
  }

  /// Every row in the order of its key: SQLite's order of bytes is that of scalars.
  private static func keys(_ database: Database) throws -> [(row: Int64, key: AccountKey)] {
    var keys: [(Int64, AccountKey)] = []
    let rows = try BulkStatement(
      database, "SELECT id, kind, value FROM account ORDER BY kind, value")
    while try rows.next() {
      let key = AccountKey(
        kind: try rows.choice(1, of: AccountKind.self), value: try rows.word(2))
      keys.append((try rows.number(0), key))
    }
    return keys
  }

  // A document has a title of its own.
  private static let mentionColumns = Claim.columns.replacing("title", with: "mention.title")

  private static func claims(_ database: Database) throws -> [Int64: [DatedClaim]] {
    var claims: [Int64: [DatedClaim]] = [:]
    let coder = ListCoder()
    let followedHere = try FollowedHere.rows(database)
    let former = try FormerClaims(database)
    let rows = try BulkStatement(
      database,
      """
      SELECT format, document.document_date, replaced_by, document.id, \(mentionColumns)
      FROM mention JOIN document ON document.id = mention.document
      """)
    while try rows.next() {
      let isReplaced = rows.integer(2) != nil
      let said = try Claim(rows, from: 4)
      let isUnfollowed =
        try rows.word(0) == FollowedHere.format && !followedHere.contains(said.account)
      let claim =
        isReplaced
        ? former.former(said, of: try rows.number(3)) : isUnfollowed ? said.asFormer() : said
      let dated = DatedClaim(
        precedence: Precedence(
          format: try rows.word(0), documentDate: rows.integer(1), isReplaced: isReplaced),
        claim: claim, folders: try coder.folders(claim.folders), tags: try coder.tags(claim.tags))
      claims[claim.account, default: []].append(dated)
    }
    return claims
  }
}
