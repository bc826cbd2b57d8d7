import GRDB

extension PondStore {
  /// The newest posts of an account with what the person did with them, newest first, those
  /// without a date last. What several sources know of one post is joined.
  package func recentPosts(of key: AccountKey, limit: Int) throws -> [RememberedPost] {
    try asking { database in
      try Self.recentPosts(of: key, accountBook(database).rows(key), limit: limit, database)
    }
  }

  /// The same of an account whose rows are known.
  static func recentPosts(
    of key: AccountKey, _ rows: [Int64], limit: Int, _ database: Database
  ) throws -> [RememberedPost] {
    var posts: [String: (known: PostKnowledge, acts: Set<ActKind>)] = [:]
    let claims = try ClaimTable(database)
    let acts = try ActsByAnyName(database, rows)
    for row in rows {
      // Twice as many: a post that two sources know may stand at another date in each.
      for (id, known) in try Self.newest(database, row, claims, limit: limit * 2) {
        let acts = try acts.kinds(of: id)
        let before = posts[id]
        posts[id] = (before?.known.joined(with: known) ?? known, acts.union(before?.acts ?? []))
      }
    }
    return posts.sorted { left, right in
      (-(left.value.known.published ?? .min + 1), left.key)
        < (-(right.value.known.published ?? .min + 1), right.key)
    }.prefix(limit).map { id, post in
      RememberedPost(
        post: post.known.post(of: key, id),
        acts: post.acts.sorted { $0.rawValue < $1.rawValue })
    }
  }

  private static func newest(
    _ database: Database, _ account: Int64, _ claims: ClaimTable, limit: Int
  ) throws -> [(String, PostKnowledge)] {
    let rows = try BulkStatement(
      database,
      """
      SELECT \(PostKnowledge.columns), ifnull(main_id, post.id)
      FROM (
        SELECT * FROM post WHERE account = ?
        ORDER BY published IS NULL, published DESC, id LIMIT ?
      ) AS post JOIN post_text ON post_text.id = post.text
      LEFT JOIN same_post ON same_post.account = post.account AND same_post.id = post.id
      ORDER BY published IS NULL, published DESC, post.id
      """)
    rows.bind(1, account)
    rows.bind(2, Int64(limit))
    var newest: [(String, PostKnowledge)] = []
    while try rows.next() { newest.append((try rows.word(10), try PostKnowledge(rows, claims))) }
    return newest
  }
}

/// What was done with posts of an account, by whatever name the acts have them.
private struct ActsByAnyName {
  private let kinds: BulkStatement

  init(_ database: Database, _ accounts: [Int64]) throws {
    let these = accounts.map(String.init).joined(separator: ", ")
    kinds = try BulkStatement(
      database,
      """
      SELECT kind FROM act WHERE account IN (\(these)) AND post = ?1
      UNION SELECT kind FROM met JOIN act ON act.account = met.account AND act.post = met.post
      WHERE met.account IN (\(these)) AND main_id = ?1
      UNION SELECT kind FROM same_post JOIN act
        ON act.account = same_post.account AND act.post = same_post.id
      WHERE same_post.account IN (\(these)) AND main_id = ?1
      """)
  }

  func kinds(of post: String) throws -> Set<ActKind> {
    kinds.bind(1, post)
    var found: Set<ActKind> = []
    while try kinds.next() { found.insert(try kinds.choice(0, of: ActKind.self)) }
    return found
  }
}

extension PostKnowledge {
  /// As the Model has it.
  func post(of account: AccountKey, _ id: String) -> Post {
    Post(
      account: account, id: PostID(id), writtenID: writtenID?.text,
      link: link.map { Address($0.text) }, title: title?.text,
      published: published.map(Instant.date), author: author?.text, kind: kind, form: form,
      words: words.flatMap(Int.init(exactly:)), excerpt: excerpt?.text)
  }
}
