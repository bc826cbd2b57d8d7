import GRDB

extension PondStore {
  /// Whose places the posts of accounts point at: how many posts of each account, and with how many of
  /// them the person did something; in the order of the keys. O(links of the accounts).
  /// - Parameter acts: what counts as having done something with a post; without any nothing is
  ///   looked for.
  package func pointers(
    of accounts: Set<AccountKey>, engagedBy acts: Set<ActKind>
  ) throws -> [Pointer] {
    guard !accounts.isEmpty else { return [] }
    return try asking { database in
      let places = try PostLinkTable.places(database)
      guard !places.isEmpty else { return [] }
      let rows = Dictionary(grouping: try accountBook(database).keys, by: \.value)
        .filter { accounts.contains($0.key) }.mapValues { $0.map(\.key).sorted() }
      return try rows.sorted { $0.key < $1.key }.flatMap { key, rows in
        try PostLinkTable.counted(rows, acts, database).compactMap { place, posts, engaged in
          places[place].map { Pointer(source: key, place: $0, posts: posts, engaged: engaged) }
        }.sorted { $0.place < $1.place }
      }
    }
  }

  /// The place at which posts point that has this name, this id, or this address; nil where there is
  /// none.
  package func place(named text: String) throws -> AccountKey? {
    let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
    let address = AccountKey(placeOf: text)
    return try asking { database in
      let places = try PostLinkTable.places(database).values
      return places.first { $0 == address } ?? places.filter { $0.value == name }.min()
        ?? places.first { $0.id.value == text }
    }
  }
}

/// Whose places posts point at, as they stand in the file.
enum PostLinkTable {
  /// A post whose text changes again and again keeps so many of all the places it ever pointed at, those
  /// first by name: the same whatever the order in which its states came.
  static let most = 8

  /// Adds what the posts of an input point at.
  static func add(
    _ imported: Imported, _ accounts: inout AccountTable, _ database: Database
  ) throws {
    guard imported.postLinks.count > 0 else { return }
    let places = try rows(of: imported.postLinks.places, database)
    let text = try BulkStatement(database, "SELECT text FROM post WHERE account = ? AND id = ?")
    let insert = try BulkStatement(
      database,
      "INSERT INTO post_link (account, text, place) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    var changed: [(account: Int64, text: Int64)] = []
    for link in imported.postLinks.all {
      let (number, place) = (Int(link.post), Int(link.place))
      guard imported.posts.indices.contains(number), places.indices.contains(place) else {
        continue
      }
      let post = imported.posts[number]
      let account = try accounts.row(post.account)
      text.bind(1, account)
      text.bind(2, post.id.value.asIdentity)
      guard try text.next() else { continue }
      let words = try text.number(0)
      text.stop()
      insert.bind(1, account)
      insert.bind(2, words)
      insert.bind(3, places[place])
      try insert.run()
      if insert.changedSomething, changed.last.map({ $0 != (account, words) }) ?? true {
        changed.append((account, words))
      }
    }
    try trim(changed, database)
  }

  private static func trim(
    _ posts: [(account: Int64, text: Int64)], _ database: Database
  ) throws {
    let count = try BulkStatement(
      database, "SELECT count(*) FROM post_link WHERE account = ? AND text = ?")
    let trim = try BulkStatement(
      database,
      """
      DELETE FROM post_link WHERE account = ?1 AND text = ?2 AND place NOT IN (
        SELECT place FROM post_link JOIN place ON place.id = post_link.place
        WHERE account = ?1 AND text = ?2 ORDER BY kind, value LIMIT \(most))
      """)
    for post in posts {
      count.bind(1, post.account)
      count.bind(2, post.text)
      guard try count.next() else { continue }
      let links = try count.number(0)
      count.stop()
      guard links > Int64(most) else { continue }
      trim.bind(1, post.account)
      trim.bind(2, post.text)
      try trim.run()
    }
  }

  /// The rows of places, made where there were none.
  private static func rows(of keys: [AccountKey], _ database: Database) throws -> [Int64] {
    let find = try BulkStatement(database, "SELECT id FROM place WHERE kind = ? AND value = ?")
    let insert = try BulkStatement(database, "INSERT INTO place (kind, value) VALUES (?, ?)")
    return try keys.map { key in
      find.bind(1, key.kind.rawValue)
      find.bind(2, key.value.asIdentity)
      if try find.next() {
        defer { find.stop() }
        return try find.number(0)
      }
      insert.bind(1, key.kind.rawValue)
      insert.bind(2, key.value.asIdentity)
      try insert.run()
      return database.lastInsertedRowID
    }
  }

  /// Every place by its row.
  static func places(_ database: Database) throws -> [Int64: AccountKey] {
    var places: [Int64: AccountKey] = [:]
    let rows = try BulkStatement(database, "SELECT id, kind, value FROM place")
    while try rows.next() {
      places[try rows.number(0)] = AccountKey(
        kind: try rows.choice(1, of: AccountKind.self), value: try rows.word(2))
    }
    return places
  }

  /// The places that the posts of an account's rows point at, with how many do, and how many of those
  /// the person did something with.
  static func counted(
    _ rows: [Int64], _ acts: Set<ActKind>, _ database: Database
  ) throws -> [(place: Int64, posts: Int, engaged: Int)] {
    let these = rows.map(String.init).joined(separator: ", ")
    let posts = try counts(
      "SELECT place, count(*) FROM post_link WHERE account IN (\(these)) GROUP BY place", database)
    guard !posts.isEmpty, !acts.isEmpty else { return posts.map { ($0.key, $0.value, 0) } }
    let kinds = acts.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    // From the acts, which are few, to the posts they were done with.
    let engaged = try counts(
      """
      SELECT post_link.place, count(DISTINCT post_link.text)
      FROM act LEFT JOIN met ON met.account = act.account AND met.post = act.post
      CROSS JOIN post ON post.account IN (\(these)) AND post.id = ifnull(main_id, act.post)
      CROSS JOIN post_link ON post_link.account = post.account AND post_link.text = post.text
      WHERE act.account IN (\(these)) AND act.post <> '' AND act.kind IN (\(kinds))
      GROUP BY post_link.place
      """, database)
    return posts.map { ($0.key, $0.value, engaged[$0.key] ?? 0) }
  }

  private static func counts(_ sql: String, _ database: Database) throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    let rows = try BulkStatement(database, sql)
    while try rows.next() { counts[try rows.number(0)] = Int(try rows.number(1)) }
    return counts
  }
}
