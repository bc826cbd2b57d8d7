package import Foundation
import GRDB

extension PondStore {
  /// Keeps what the person said of a post. Durable when this returns.
  package func keep(_ tasted: TastedPost) throws {
    try changing { try TastingTable.keep([tasted], $0) }
  }

  /// Takes the newest answer back that stands, of this sitting or an earlier one. Durable when this
  /// returns.
  /// - Returns: what was taken back; nil where nothing stands.
  package func undoTasting(at now: Date) throws -> TastedPost? {
    try changing { database in
      guard let newest = try TastingTable.standing(database, "ORDER BY number DESC LIMIT 1").first
      else { return nil }
      try database.execute(
        sql: "UPDATE tasting SET undone_at = ? WHERE number = ?",
        arguments: [Instant.stored(now) ?? 0, newest.number])
      return newest.tasted
    }
  }

  /// Every answer that stands, the oldest first, with the accounts as they are known now; of several
  /// about one post the newest alone.
  package func tastings() throws -> [TastedPost] {
    try asking { database in
      TastingTable.newest(try TastingTable.standing(database), try accountBook(database).keys)
    }
  }

  /// The same for a tasting under way, without merging all accounts again.
  package func tastings(in rows: AccountPlaces) throws -> [TastedPost] {
    try asking { TastingTable.newest(try TastingTable.standing($0), rows.keys) }
  }

  /// The answers given after one that has this number.
  package func tastings(in rows: AccountPlaces, after number: Int) throws -> [TastedPost] {
    try asking { database in
      TastingTable.newest(
        try TastingTable.standing(database, "AND number > \(number) ORDER BY number"), rows.keys)
    }
  }

  /// The number of the newest answer that stands; nil where there is none.
  package func newestTasting() throws -> Int? {
    try asking { database in
      try Row.fetchOne(
        database, sql: "SELECT max(number) FROM tasting WHERE undone_at IS NULL")?
        .integer(0).map(Int.init)
    }
  }

  /// Whether there are posts that are known by what was done with them alone, so that no source shows them.
  package func knowsUnshownPosts() throws -> Bool {
    try asking { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM claim WHERE is_shown = 0)")
      return row?.integer(0) == 1
    }
  }

  /// The posts of an account of which somebody can be asked: published after one moment and not after
  /// another, with words to show, and nothing done with them but letting them go by. In the order of
  /// their ids. In O(posts of the account).
  package func tastable(
    of key: AccountKey, after from: Date, until to: Date, in rows: AccountPlaces
  ) throws -> [Post] {
    try asking { database in
      let acted = try TastingTable.acted(database, rows.list(key))
      let claims = try ClaimTable(database)
      let statement = try BulkStatement(
        database,
        """
        SELECT \(PostKnowledge.columns), ifnull(main_id, post.id) AS main
        FROM post JOIN post_text ON post_text.id = post.text
        LEFT JOIN same_post ON same_post.account = post.account AND same_post.id = post.id
        WHERE post.account IN (\(rows.list(key))) AND published > ? AND published <= ?
          AND (trim(ifnull(title, '')) <> '' OR trim(ifnull(excerpt, '')) <> '')
        ORDER BY main
        """)
      statement.bind(1, Instant.stored(from) ?? .min)
      statement.bind(2, Instant.stored(to) ?? .max)
      var posts: [Post] = []
      while try statement.next() {
        let id = try statement.word(10)
        guard posts.last?.id.value != id, !acted.contains(id) else { continue }
        posts.append(try PostKnowledge(statement, claims).post(of: key, id))
      }
      return posts
    }
  }
}

/// The answers of blind tastings, as rows.
enum TastingTable {
  /// A row with its number, and the row of its account.
  struct Standing {
    let number: Int64
    let account: Int64
    let tasted: TastedPost
  }

  /// The answers that stand, the oldest first unless told otherwise.
  static func standing(
    _ database: Database, _ order: String = "ORDER BY number"
  ) throws -> [Standing] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT number, account, kind, value, post, published, answer, at
        FROM tasting JOIN account ON account.id = tasting.account
        WHERE undone_at IS NULL \(order)
        """)
    return try rows.map { row in
      Standing(
        number: try row.number(0), account: try row.number(1),
        tasted: TastedPost(
          account: try row.accountKey(2), post: PostID(try row.word(4)),
          published: Instant.date(try row.number(5)),
          answer: try row.choice(6, of: TastingAnswer.self), at: Instant.date(try row.number(7))))
    }
  }

  /// The newest answer about each post, in the order in which they were given.
  static func newest(_ standing: [Standing], _ keys: [Int64: AccountKey]) -> [TastedPost] {
    var places: [AccountKey: [PostID: Int]] = [:]
    var newest: [TastedPost?] = []
    for one in standing {
      let said = one.tasted
      let key = keys[one.account] ?? said.account
      if let before = places[key]?[said.post] { newest[before] = nil }
      places[key, default: [:]][said.post] = newest.count
      newest.append(
        TastedPost(
          account: key, post: said.post, published: said.published, answer: said.answer,
          at: said.at))
    }
    return newest.compactMap { $0 }
  }

  /// The answers that the model counts, by account, oldest post first: a post with a real act, and one of
  /// which the person could not say, are left out.
  static func observations(
    _ database: Database, _ book: AccountBook, until now: Int64
  ) throws -> [AccountKey: [TastedPost]] {
    let said = newest(try standing(database), book.keys).filter {
      $0.answer != .cannotSay && Instant.stored($0.at) ?? 0 <= now
    }
    guard !said.isEmpty else { return [:] }
    let accounts = Set(said.map(\.account))
    let rows = Dictionary(grouping: book.keys.filter { accounts.contains($0.value) }, by: \.value)
      .mapValues { $0.map(\.key).sorted() }
    return try Dictionary(grouping: said, by: \.account).mapValues { posts in
      let list = (rows[posts[0].account] ?? []).map(String.init).joined(separator: ", ")
      let acted = try Self.acted(database, list)
      return posts.filter { !acted.contains($0.post.value) }
        .sorted { ($0.published, $0.post) < ($1.published, $1.post) }
    }
  }

  /// The posts of some rows of accounts with which the person did more than let them go by, by whatever
  /// name the acts have them.
  static func acted(_ database: Database, _ rows: String) throws -> Set<String> {
    let acts = try BulkStatement(
      database,
      """
      SELECT coalesce(met.main_id, same_post.main_id, act.post) FROM act
      LEFT JOIN met ON met.account = act.account AND met.post = act.post
      LEFT JOIN same_post ON same_post.account = act.account AND same_post.id = act.post
      WHERE act.account IN (\(rows)) AND act.kind <> 'seen'
      """)
    var acted: Set<String> = []
    while try acts.next() { acted.insert(try acts.word(0)) }
    return acted
  }

  /// Adds answers; one that stands already, with its moment, is not there twice.
  static func keep(_ tasted: [TastedPost], _ database: Database) throws {
    var accounts = try AccountTable(database)
    for one in tasted {
      let row = try accounts.row(one.account)
      let post = try known(one.post.value, of: row, database)
      try database.execute(
        sql: """
          INSERT INTO tasting (account, post, published, answer, at)
          SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (
            SELECT 1 FROM tasting WHERE account = ?1 AND post = ?2 AND answer = ?4 AND at = ?5
              AND undone_at IS NULL)
          """,
        arguments: [
          row, post, Instant.stored(one.published) ?? 0, one.answer.rawValue,
          Instant.stored(one.at) ?? 0,
        ])
    }
  }

  // A file names a post whose id holds a secret or a blank by the digest of the id.
  private static func known(_ post: String, of account: Int64, _ database: Database) throws
    -> String
  {
    guard post.hasPrefix(TastedName.mark) else { return post.storable }
    let rows = try BulkStatement(database, "SELECT id FROM post WHERE account = ? ORDER BY id")
    rows.bind(1, account)
    while try rows.next() {
      let id = try rows.word(0)
      if TastedName.digest(of: id) == post { return id }
    }
    return post
  }
}
