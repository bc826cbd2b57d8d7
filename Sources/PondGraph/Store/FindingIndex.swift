import CSQLite
import GRDB

/// The index of the words of posts. What it says is never stale: whoever learns something of an account takes
/// the account out of `indexed_account`, whoever changes the words of a post takes the post out, both in the
/// transaction that does so, and before every answer the accounts that are asked for are brought up to date.
/// It is a cache: where it is damaged it is emptied and made anew, and nothing is lost. A class, for it keeps
/// statements; it lives as long as one transaction.
final class FindingIndex {
  private let database: Database
  private lazy var terms = Result { try FindingTerms(database) }
  private lazy var takeOut = Result {
    try BulkStatement(database, "DELETE FROM indexed_post WHERE text = ?")
  }
  private var forgotten = 0

  // To take out so many one by one takes longer than to begin anew.
  private static let mostForgotten = 5_000

  init(_ database: Database) {
    self.database = database
  }

  /// Notes that something was learned of accounts.
  static func outdate(_ groups: [[Int64]], _ database: Database) throws {
    let statement = try BulkStatement(database, "DELETE FROM indexed_account WHERE account = ?")
    for row in groups.joined() {
      statement.bind(1, row)
      try statement.run()
    }
  }

  /// Takes a post out, if it is in, before its words change.
  /// - Parameters:
  ///   - text: its row of words.
  ///   - title: its title as it was, and so its beginning.
  func forget(_ text: Int64, _ title: String?, _ excerpt: String?) throws {
    let takeOut = try takeOut.get()
    takeOut.bind(1, text)
    try takeOut.run()
    guard takeOut.changedSomething else { return }
    forgotten += 1
    if forgotten > Self.mostForgotten { return try empty() }
    do {
      let forget = try BulkStatement(
        database, "INSERT INTO finding (finding, rowid, words) VALUES ('delete', ?, ?)")
      forget.bind(1, text)
      forget.bind(2, try terms.get().terms(of: [title, excerpt]))
      try forget.run()
    } catch let error as DatabaseError where Self.isDamage(error) {
      // What is learned counts for more than the index.
      try empty()
    }
  }

  // MARK: Bringing it up to date

  private struct Place {
    let text: Int64
    let account: Int64
    let main: Int64?
  }

  /// Brings the rows of accounts up to date. O(posts of those rows).
  func update(_ accounts: [Int64]) throws {
    var new: [Place] = []
    for account in accounts.sorted() { new += try look(at: account) }
    // In the order of its rows the index is written from the front to the back.
    new.sort { $0.text < $1.text }
    let words = try BulkStatement(database, "SELECT title, excerpt FROM post_text WHERE id = ?")
    let find = try BulkStatement(database, "INSERT INTO finding (rowid, words) VALUES (?, ?)")
    let note = try BulkStatement(
      database, "INSERT INTO indexed_post (text, account, main) VALUES (?, ?, ?)")
    let terms = try terms.get()
    for row in new {
      words.bind(1, row.text)
      guard try words.next() else { throw OddValue(sentence: "the words of a post are gone") }
      find.bind(1, row.text)
      find.bind(2, terms.terms(of: [words.text(0), words.text(1)]))
      words.stop()
      try find.run()
      note.bind(1, row.text)
      note.bind(2, row.account)
      note.bind(3, row.main)
      try note.run()
    }
  }

  /// Puts right which rows of an account are one post, and notes that it is up to date.
  /// - Returns: the rows that are not in yet.
  private func look(at account: Int64) throws -> [Place] {
    let rows = try BulkStatement(
      database,
      """
      SELECT post.text, main.text, post.is_same, indexed_post.text IS NULL, indexed_post.main
      FROM post LEFT JOIN indexed_post ON indexed_post.text = post.text
      LEFT JOIN same_post ON post.is_same AND same_post.account = post.account
        AND same_post.id = post.id
      LEFT JOIN post AS main ON main.account = main_account AND main.id = main_id
      WHERE post.account = ?
      """)
    var (new, moved): ([Place], [Place]) = ([], [])
    var posts: Int64 = 0
    rows.bind(1, account)
    while try rows.next() {
      let row = Place(text: try rows.number(0), account: account, main: rows.integer(1))
      if try rows.number(2) == 0 { posts += 1 }
      if try rows.number(3) == 1 {
        new.append(row)
      } else if rows.integer(4) != row.main {
        moved.append(row)
      }
    }
    let move = try database.cachedStatement(
      sql: "UPDATE indexed_post SET main = ? WHERE text = ?")
    for row in moved { try move.execute(arguments: [row.main, row.text]) }
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO indexed_account (account, posts) VALUES (?, ?)"
    ).execute(arguments: [account, posts])
    return new
  }

  // MARK: Damage

  /// Whether an error says that the index is not what SQLite wrote.
  static func isDamage(_ error: DatabaseError) -> Bool {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: true
    default: false
    }
  }

  /// Empties it, whatever state it is in.
  func empty() throws {
    try database.execute(sql: "DELETE FROM indexed_post; DELETE FROM indexed_account")
    do {
      try database.execute(sql: "INSERT INTO finding (finding) VALUES ('delete-all')")
    } catch let error as DatabaseError where Self.isDamage(error) {
      try layDown()
    }
  }

  // An index that SQLite cannot even open it neither empties nor drops: the tables behind it are
  // written as SQLite writes those of a new one.
  private func layDown() throws {
    let new = try DatabaseQueue(configuration: Connection.configuration())
    try Migrator.migrate(new, Schema.migrations)
    let (data, settings) = try new.read { new in
      (
        try Row.fetchAll(new, sql: "SELECT id, block FROM finding_data"),
        try Row.fetchAll(new, sql: "SELECT k, v FROM finding_config")
      )
    }
    pond_sqlite_open_shadows(database.sqliteConnection, 1)
    defer { pond_sqlite_open_shadows(database.sqliteConnection, 0) }
    try database.execute(
      sql: "DELETE FROM finding_data; DELETE FROM finding_idx; DELETE FROM finding_config")
    for row in data {
      try database.execute(
        sql: "INSERT INTO finding_data (id, block) VALUES (?, ?)",
        arguments: StatementArguments(row.databaseValues))
    }
    for row in settings {
      try database.execute(
        sql: "INSERT INTO finding_config (k, v) VALUES (?, ?)",
        arguments: StatementArguments(row.databaseValues))
    }
  }

  /// Of how many accounts that are said to be up to date it does not hold what they wrote: every post has to
  /// be in, the first and the last row of each with all their words. O(posts).
  func countOdd() throws -> Int {
    let accounts = try Row.fetchAll(database, sql: "SELECT account, posts FROM indexed_account")
    let count = try BulkStatement(
      database,
      """
      SELECT ifnull(sum(post.is_same = 0), 0), count(*) - count(indexed_post.text),
        min(post.text), max(post.text)
      FROM post LEFT JOIN indexed_post ON indexed_post.text = post.text WHERE post.account = ?
      """)
    var odd = 0
    for account in accounts {
      count.bind(1, try account.number(0))
      guard try count.next() else { continue }
      defer { count.stop() }
      let isWhole = try count.number(0) == account.number(1) && count.number(1) == 0
      let ends = [count.integer(2), count.integer(3)].compactMap { $0 }
      if try !isWhole || !ends.allSatisfy(holdsItsWords) { odd += 1 }
    }
    return odd
  }

  /// Whether a few posts, evenly spread over its rows, are found by all their words: damage that SQLite does
  /// not see is seldom that of one post.
  func holdsSome() throws -> Bool {
    // Each by itself: asked for both at once, SQLite reads every row.
    let ends = try Row.fetchOne(
      database,
      sql: "SELECT (SELECT min(text) FROM indexed_post), (SELECT max(text) FROM indexed_post)")
    guard let first = ends?.integer(0), let last = ends?.integer(1) else { return true }
    let next = try BulkStatement(
      database, "SELECT text FROM indexed_post WHERE text >= ? ORDER BY text LIMIT 1")
    for probe in 0..<Self.probes {
      // Whatever numbers stand there, none is too large to be asked for.
      next.bind(1, first &+ (last &- first) / (Self.probes - 1) &* probe)
      defer { next.stop() }
      if try next.next(), try !holdsItsWords(next.number(0)) { return false }
    }
    return true
  }

  private static let probes: Int64 = 4

  private func holdsItsWords(_ text: Int64) throws -> Bool {
    let words = try Row.fetchOne(
      database, sql: "SELECT title, excerpt FROM post_text WHERE id = ?", arguments: [text])
    let all = try terms.get().terms(of: [words?.text(0), words?.text(1)]).split(separator: " ")
    let find = try BulkStatement(
      database, "SELECT 1 FROM finding WHERE finding MATCH ? AND rowid = ?")
    // No longer questions than `pond who` asks.
    for start in stride(from: 0, to: all.count, by: 16) {
      let part = all[start..<min(start + 16, all.count)]
      find.bind(1, part.map { "\"\($0)\"" }.joined(separator: " AND "))
      find.bind(2, text)
      defer { find.stop() }
      guard try find.next() else { return false }
    }
    return true
  }
}
