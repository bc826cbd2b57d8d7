package import Foundation
import GRDB

extension PondStore {
  /// The newest titles of these accounts, at most so many of each.
  package func titles(of accounts: Set<AccountKey>, limit: Int) throws -> [AccountKey: [String]] {
    guard !accounts.isEmpty else { return [:] }
    return try asking { database in
      let book = try accountBook(database)
      // One question for the order and one for each title: a join looks up the words of every post
      // before it sorts.
      let posts = try BulkStatement(
        database,
        "SELECT text FROM post WHERE account = ? AND is_same = 0 ORDER BY published DESC, id")
      let words = try BulkStatement(database, "SELECT title FROM post_text WHERE id = ?")
      var titles: [AccountKey: [String]] = [:]
      for (row, key) in book.keys.sorted(by: { $0.key < $1.key }) where accounts.contains(key) {
        var found: [String] = []
        posts.bind(1, row)
        while found.count < limit, try posts.next() {
          words.bind(1, try posts.number(0))
          if try words.next(), let title = words.text(0) { found.append(title) }
          words.stop()
        }
        posts.stop()
        if !found.isEmpty { titles[key, default: []] += found }
      }
      return titles
    }
  }

  /// A few titles and beginnings of posts of these accounts, at most so many of each: enough to tell in
  /// what language they are.
  package func texts(of accounts: Set<AccountKey>, limit: Int) throws -> [AccountKey: [String]] {
    try asking { database in
      let book = try accountBook(database)
      // In the order of the index, which costs no sorting.
      let rows = try BulkStatement(
        database,
        """
        SELECT coalesce(title, '') || ' ' || coalesce(excerpt, '')
        FROM post JOIN post_text ON post_text.id = post.text
        WHERE account = ? AND is_same = 0 ORDER BY post.id LIMIT ?
        """)
      var texts: [AccountKey: [String]] = [:]
      for (row, key) in book.keys.sorted(by: { $0.key < $1.key }) where accounts.contains(key) {
        rows.bind(1, row)
        rows.bind(2, Int64(limit))
        while try rows.next() { texts[key, default: []].append(try rows.word(0)) }
      }
      return texts
    }
  }

  /// A post of a stretch of time.
  package struct Dated: Sendable {
    /// Whose it is.
    package let account: AccountKey
    /// When it was published.
    package let at: Date
    /// The page at which its link points; nil for none.
    package let page: Address?
  }

  /// What these accounts published between two moments, both included. O(posts of the accounts), one pass.
  package func published(
    by accounts: Set<AccountKey>, from start: Date, to end: Date
  ) throws -> [Dated] {
    guard !accounts.isEmpty else { return [] }
    return try asking { database in
      let book = try accountBook(database)
      let rows = try BulkStatement(
        database,
        """
        SELECT published, link FROM post JOIN post_text ON post_text.id = post.text
        WHERE account = ? AND published BETWEEN ? AND ? AND is_same = 0
        """)
      rows.bind(2, Instant.stored(start) ?? 0)
      rows.bind(3, Instant.stored(end) ?? 0)
      var posts: [Dated] = []
      for (row, key) in book.keys.sorted(by: { $0.key < $1.key }) where accounts.contains(key) {
        rows.bind(1, row)
        while try rows.next() {
          posts.append(
            Dated(
              account: key, at: Instant.date(try rows.number(0)),
              page: rows.text(1).map { Address($0) }))
        }
      }
      return posts
    }
  }
}
