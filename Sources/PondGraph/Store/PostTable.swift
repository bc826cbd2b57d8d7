import Foundation
import GRDB

/// Posts as sources know them: one row for each set of names, what all sources say under these names
/// joined. Which rows are one post is derived from all of them (`PostJoining`). It lives as long as one
/// transaction.
struct PostTable {
  private let find: BulkStatement
  private let insertPost: BulkStatement
  private let insertText: BulkStatement
  private let updatePost: BulkStatement
  private let updateText: BulkStatement
  private let removeText: BulkStatement
  private let findAny: BulkStatement
  /// The number of the words of the next row: the rows of one input have numbers in a row.
  private(set) var nextText: Int64
  private var last: (account: Int64, isEmpty: Bool)?
  private let claims: ClaimTable
  private let index: FindingIndex
  private var claimed: [Claimed: PostClaims] = [:]
  /// The accounts' rows of which something new was learned.
  private(set) var touched: Set<Int64> = []

  /// What a source claims of a post, before it is made of it: the same few for millions of posts.
  private struct Claimed: Hashable {
    let source: String
    let observability: Double
    let isBacklog: Bool
    let isKnownByActAlone: Bool
  }

  init(_ database: Database) throws {
    find = try BulkStatement(
      database,
      """
      SELECT \(PostKnowledge.columns), post_text.id
      FROM post JOIN post_text ON post_text.id = post.text
      WHERE account = ? AND post.id = ?
      """)
    insertText = try BulkStatement(
      database,
      """
      INSERT INTO post_text (written_id, link, title, author, excerpt, id)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    insertPost = try BulkStatement(
      database,
      """
      INSERT INTO post (published, kind, form, words, claim, account, id, text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """)
    removeText = try BulkStatement(database, "DELETE FROM post_text WHERE id = ?")
    findAny = try BulkStatement(database, "SELECT 1 FROM post WHERE account = ? LIMIT 1")
    updateText = try BulkStatement(
      database,
      """
      UPDATE post_text SET written_id = ?, link = ?, title = ?, author = ?, excerpt = ?
      WHERE id = ?
      """)
    updatePost = try BulkStatement(
      database,
      """
      UPDATE post SET published = ?, kind = ?, form = ?, words = ?, claim = ?
      WHERE account = ? AND id = ?
      """)
    claims = try ClaimTable(database)
    index = FindingIndex(database)
    nextText = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM post_text") ?? 0) + 1
  }

  /// Adds posts to what is known, as the importer of a name tells them.
  mutating func add(
    _ posts: [Post], from source: String, _ accounts: inout AccountTable,
    _ counts: inout ImportSummary.Counts
  ) throws {
    last = nil
    // Account by account, as they stand in the table: a reader's database mixes them.
    let rows = try posts.map { try accounts.row($0.account) }
    for index in posts.indices.sorted(by: { (rows[$0], $0) < (rows[$1], $1) }) {
      let post = posts[index]
      let known = PostKnowledge(post, claims(of: post, source))
      try add(known, rows[index], post.id.value.asIdentity, &counts)
    }
  }

  private mutating func claims(of post: Post, _ source: String) -> PostClaims {
    let key = Claimed(
      source: source, observability: post.observability, isBacklog: post.isBacklog,
      isKnownByActAlone: post.isKnownByActAlone)
    if let known = claimed[key] { return known }
    let made = PostClaims(post, source: source)
    claimed[key] = made
    return made
  }

  private mutating func add(
    _ post: PostKnowledge, _ account: Int64, _ id: String, _ counts: inout ImportSummary.Counts
  ) throws {
    if try isEmpty(account), try insert(post, account, id) {
      counts.new += 1
      touched.insert(account)
    } else if let (known, text) = try known(account, id) {
      let joined = known.joined(with: post)
      if joined == known {
        counts.known += 1
      } else {
        if (known.title, known.excerpt) != (joined.title, joined.excerpt) {
          try index.forget(text, known.title?.text, known.excerpt?.text)
        }
        try write(joined, account, id, text: text, updateText, updatePost)
        counts.updated += 1
        touched.insert(account)
      }
    } else {
      _ = try insert(post, account, id)
      counts.new += 1
      touched.insert(account)
    }
  }

  /// Whether an account had no posts when the run of its posts began: then looking for each of
  /// them is spared.
  private mutating func isEmpty(_ account: Int64) throws -> Bool {
    if let last, last.account == account { return last.isEmpty }
    findAny.bind(1, account)
    let isEmpty = try !findAny.next()
    findAny.stop()
    last = (account, isEmpty)
    return isEmpty
  }

  /// Inserts a post.
  /// - Returns: false where there is one of that name already; then nothing is changed.
  private mutating func insert(
    _ post: PostKnowledge, _ account: Int64, _ id: String
  ) throws -> Bool {
    try write(post, account, id, text: nextText, insertText, insertPost)
    if insertPost.changedSomething {
      nextText += 1
      return true
    }
    removeText.bind(1, nextText)
    try removeText.run()
    return false
  }

  /// What is known of a post, and the row of its words; nil for one that is new.
  private func known(_ account: Int64, _ id: String) throws -> (PostKnowledge, Int64)? {
    find.bind(1, account)
    find.bind(2, id)
    guard try find.next() else { return nil }
    defer { find.stop() }
    return (try PostKnowledge(find, claims), try find.number(10))
  }

  private func write(
    _ post: PostKnowledge, _ account: Int64, _ id: String, text: Int64,
    _ words: BulkStatement, _ facts: BulkStatement
  ) throws {
    words.bind(1, post.writtenID?.text)
    words.bind(2, post.link?.text)
    words.bind(3, post.title?.text)
    words.bind(4, post.author?.text)
    words.bind(5, post.excerpt?.text)
    words.bind(6, text)
    try words.run()
    facts.bind(1, post.published)
    facts.bind(2, post.kind.rawValue)
    facts.bind(3, post.form.rawValue)
    facts.bind(4, post.words)
    facts.bind(5, try claims.row(post.claims))
    facts.bind(6, account)
    facts.bind(7, id)
    // An update has no eighth place: its words keep their row.
    if facts === insertPost { facts.bind(8, text) }
    try facts.run()
  }
}
