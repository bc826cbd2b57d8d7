package import Foundation
import GRDB

extension PondStore {
  /// Everybody followed on a network of whom no file shows a post, and with whom none shows that the person
  /// did anything but let them go by. O(acts + accounts).
  package func untouched(now: Date) throws -> [AccountKey: Untouched] {
    try once(.untouched, at: now) { try askedAnew(now) }
  }

  private func askedAnew(_ now: Date) throws -> [AccountKey: Untouched] {
    try asking { database in
      let book = try accountBook(database)
      let candidates = book.accounts.filter { $0.isFollowed && !$0.key.kind.isReadAtAddress }
      guard !candidates.isEmpty else { return [:] }
      // One look for each account, where DISTINCT would read every act and every post.
      let touched = try Self.keys(
        book, database,
        """
        SELECT id FROM account
        WHERE EXISTS (SELECT 1 FROM act WHERE account = account.id AND kind <> 'seen')
        """)
      let shown = try Self.keys(
        book, database,
        "SELECT id FROM account WHERE EXISTS (SELECT 1 FROM post WHERE account = account.id)")
      let addressed = try Self.lastAddressed(book, database)
      let watched = try AttentionTable.all(database)
      let accounts = candidates.filter { !touched.contains($0.key) && !shown.contains($0.key) }
      return Dictionary(
        uniqueKeysWithValues: accounts.map { account in
          let covered = Self.covered(
            (watched[account.key.kind] ?? []).flatMap { $0 },
            since: account.believed(at: now).followedAt, until: now)
          return (
            account.key,
            Untouched(
              account: account.key, covered: covered, lastAddressed: addressed[account.key])
          )
        })
    }
  }

  private static func keys(
    _ book: AccountBook, _ database: Database, _ sql: String
  ) throws -> Set<AccountKey> {
    let rows = try BulkStatement(database, sql)
    var keys: Set<AccountKey> = []
    while try rows.next() {
      if let key = book.keys[try rows.number(0)] { keys.insert(key) }
    }
    return keys
  }

  private static func lastAddressed(
    _ book: AccountBook, _ database: Database
  ) throws -> [AccountKey: Date] {
    let rows = try BulkStatement(
      database, "SELECT account, max(at) FROM addressed GROUP BY account")
    var last: [AccountKey: Date] = [:]
    while try rows.next() {
      guard let key = book.keys[try rows.number(0)] else { continue }
      let date = Instant.date(try rows.number(1))
      last[key] = max(date, last[key] ?? date)
    }
    return last
  }

  // From the first to the last moment of which a file tells, or from the follow on.
  private static func covered(
    _ watched: [AttentionTable.Watched], since followed: Date?, until now: Date
  ) -> Span? {
    guard let first = watched.map(\.stretch.from).min(), let last = watched.map(\.stretch.to).max()
    else { return nil }
    let from = max(Instant.date(first), followed ?? .distantPast)
    let to = min(Instant.date(last), now)
    return from < to ? Span(from: from, to: to) : nil
  }
}
