import Foundation
import GRDB

/// Posts: one row for each, the knowledge of all sources joined.
struct PostTable {
  private let database: Database
  private let isKnown: Statement
  private let insertPost: Statement
  private let insertText: Statement
  private let find: Statement
  private var nextText: Int64

  init(_ database: Database) throws {
    self.database = database
    isKnown = try database.cachedStatement(sql: "SELECT 1 FROM post WHERE account = ? AND id = ?")
    insertPost = try database.cachedStatement(
      sql: """
        INSERT INTO post (account, id, published, kind, form, words, observability, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertText = try database.cachedStatement(
      sql: """
        INSERT INTO post_text (id, written_id, link, title, author, excerpt)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    find = try database.cachedStatement(
      sql: """
        SELECT published, kind, form, words, observability, written_id, link, title, author,
               excerpt, post_text.id
        FROM post JOIN post_text ON post_text.id = post.text
        WHERE account = ? AND post.id = ?
        """)
    nextText = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM post_text") ?? 0) + 1
  }

  /// Adds posts to what is known.
  func add(
    _ posts: [Post], _ accounts: inout AccountTable, _ counts: inout ImportSummary.Counts
  ) throws {
    var table = self
    for post in posts {
      try table.add(PostKnowledge(post), accounts.row(post.account), post.id, &counts)
    }
  }

  private mutating func add(
    _ post: PostKnowledge, _ account: Int64, _ id: PostID, _ counts: inout ImportSummary.Counts
  ) throws {
    let id = id.value.asIdentity
    if try Int.fetchOne(isKnown, arguments: [account, id]) == nil {
      try insert(post, account, id)
      counts.new += 1
    } else if try join(post, account, id) {
      counts.updated += 1
    } else {
      counts.known += 1
    }
  }

  // The words first: a post whose words come after it is a foreign key in debt, and SQLite looks
  // through the whole table for its debtors at every row of words.
  private mutating func insert(
    _ post: PostKnowledge, _ account: Int64, _ id: String
  ) throws {
    insertText.setUncheckedArguments([
      nextText, post.writtenID?.text, post.link?.text, post.title?.text, post.author?.text,
      post.excerpt?.text,
    ])
    try insertText.execute()
    insertPost.setUncheckedArguments([
      account, id, post.published, post.kind.rawValue, post.form.rawValue, post.words,
      post.observability, nextText,
    ])
    try insertPost.execute()
    nextText += 1
  }

  /// Joins a post with what is known of it.
  /// - Returns: whether that told anything new.
  private func join(_ post: PostKnowledge, _ account: Int64, _ id: String) throws -> Bool {
    find.setUncheckedArguments([account, id])
    let rows = try Row.fetchCursor(find)
    guard let row = try rows.next() else {
      throw OddValue(sentence: "a post has lost its words")
    }
    let known = try PostKnowledge(row)
    let joined = known.joined(with: post)
    let text = try row.number(10)
    guard joined != known else { return false }
    try database.execute(
      sql: """
        UPDATE post SET published = ?, kind = ?, form = ?, words = ?, observability = ?
        WHERE account = ? AND id = ?
        """,
      arguments: [
        joined.published, joined.kind.rawValue, joined.form.rawValue, joined.words,
        joined.observability, account, id,
      ])
    try database.execute(
      sql: """
        UPDATE post_text SET written_id = ?, link = ?, title = ?, author = ?, excerpt = ?
        WHERE id = ?
        """,
      arguments: [
        joined.writtenID?.text, joined.link?.text, joined.title?.text, joined.author?.text,
        joined.excerpt?.text, text,
      ])
    return true
  }
}
