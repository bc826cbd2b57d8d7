import Foundation
import GRDB

/// Posts: one row for each, the knowledge of all sources joined. It lives as long as one
/// transaction.
struct PostTable {
  private let find: BulkStatement
  private let insertPost: BulkStatement
  private let insertText: BulkStatement
  private let updatePost: BulkStatement
  private let updateText: BulkStatement
  private var nextText: Int64

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
      INSERT INTO post (published, kind, form, words, observability, account, id, text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    updateText = try BulkStatement(
      database,
      """
      UPDATE post_text SET written_id = ?, link = ?, title = ?, author = ?, excerpt = ?
      WHERE id = ?
      """)
    updatePost = try BulkStatement(
      database,
      """
      UPDATE post SET published = ?, kind = ?, form = ?, words = ?, observability = ?
      WHERE account = ? AND id = ?
      """)
    nextText = (try Int64.fetchOne(database, sql: "SELECT max(id) FROM post_text") ?? 0) + 1
  }

  /// Adds posts to what is known.
  mutating func add(
    _ posts: [Post], _ accounts: inout AccountTable, _ counts: inout ImportSummary.Counts
  ) throws {
    for post in posts {
      let account = try accounts.row(post.account)
      try add(PostKnowledge(post), account, post.id.value.asIdentity, &counts)
    }
  }

  private mutating func add(
    _ post: PostKnowledge, _ account: Int64, _ id: String, _ counts: inout ImportSummary.Counts
  ) throws {
    guard let (known, text) = try known(account, id) else {
      try write(post, account, id, text: nextText, insertText, insertPost)
      nextText += 1
      counts.new += 1
      return
    }
    let joined = known.joined(with: post)
    if joined == known {
      counts.known += 1
    } else {
      try write(joined, account, id, text: text, updateText, updatePost)
      counts.updated += 1
    }
  }

  /// What is known of a post, and the row of its words; nil for one that is new.
  private func known(_ account: Int64, _ id: String) throws -> (PostKnowledge, Int64)? {
    find.bind(1, account)
    find.bind(2, id)
    guard try find.next() else { return nil }
    defer { find.stop() }
    return (try PostKnowledge(find), try find.number(10))
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
    facts.bind(5, post.observability)
    facts.bind(6, account)
    facts.bind(7, id)
    // An update has no eighth place: its words keep their row.
    if facts === insertPost { facts.bind(8, text) }
    try facts.run()
  }
}
