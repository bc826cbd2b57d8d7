import Foundation
import GRDB

/// The looking for a topic among the posts of accounts.
struct FindingQuery {
  private let database: Database
  private let rows: [Int64: AccountKey]

  init(_ database: Database, _ book: AccountBook, _ accounts: Set<AccountKey>) {
    self.database = database
    rows = book.keys.filter { accounts.contains($0.value) }
  }

  // More posts than a file can hold, and few enough to be added up.
  private static let most: Int64 = 1 << 40

  /// By the index, which has to be up to date. O(posts found).
  func found(_ topic: Topic, _ way: FindingWay) throws -> FoundPosts {
    var found = FoundPosts(way)
    let counts = try BulkStatement(database, "SELECT account, posts FROM indexed_account")
    while try counts.next() {
      if let key = rows[try counts.number(0)] {
        found.add(posts: Int(clamping: min(try counts.number(1), Self.most)), of: key)
      }
    }
    let question = try FindingTerms(database).question(topic)
    let matches = try BulkStatement(
      database,
      """
      SELECT account, ifnull(main, text), text
      FROM finding CROSS JOIN indexed_post ON text = finding.rowid WHERE finding MATCH ?
      """)
    matches.bind(1, question.match)
    var places: [Int64: [FoundPosts.Place]] = [:]
    while try matches.next() {
      let row = try matches.number(0)
      guard rows[row] != nil else { continue }
      places[row, default: []].append(
        FoundPosts.Place(main: try matches.number(1), text: try matches.number(2)))
    }
    for (row, places) in places {
      guard let key = rows[row] else { continue }
      found.add(question.isCertain ? places : try places.filter { try holds($0, topic) }, of: key)
    }
    return found
  }

  private func holds(_ place: FoundPosts.Place, _ topic: Topic) throws -> Bool {
    let words = try Row.fetchOne(
      database, sql: "SELECT title, excerpt FROM post_text WHERE id = ?", arguments: [place.text])
    return topic.isIn([words?.text(0), words?.text(1)])
  }

  /// Post by post, without the index: what it has to be held against. O(posts).
  func read(_ topic: Topic, _ way: FindingWay = .byReading) throws -> FoundPosts {
    var found = FoundPosts(way)
    let posts = try BulkStatement(
      database,
      """
      SELECT ifnull(main.text, post.text), post.text, post.is_same, title, excerpt
      FROM post JOIN post_text ON post_text.id = post.text
      LEFT JOIN same_post ON post.is_same AND same_post.account = post.account
        AND same_post.id = post.id
      LEFT JOIN post AS main ON main.account = main_account AND main.id = main_id
      WHERE post.account = ?
      """)
    for (row, key) in rows {
      posts.bind(1, row)
      var places: [FoundPosts.Place] = []
      while try posts.next() {
        if try posts.number(2) == 0 { found.add(posts: 1, of: key) }
        guard topic.isIn([posts.text(3), posts.text(4)]) else { continue }
        places.append(
          FoundPosts.Place(main: try posts.number(0), text: try posts.number(1)))
      }
      found.add(places, of: key)
    }
    return found
  }

  /// The newest of the posts that were found of an account, newest first, those without a date last. Their
  /// words are those in which the topic stands. O(posts of the account).
  func newest(_ found: FoundPosts, of key: AccountKey, limit: Int) throws -> [Post] {
    let mains = Dictionary(found.places(of: key).map { ($0.text, $0.main) }) { first, _ in first }
    let posts = try BulkStatement(
      database, "SELECT text, published, id FROM post WHERE account = ?")
    var known: [(text: Int64, at: Int64, id: String)] = []
    for row in rows.keys where rows[row] == key {
      posts.bind(1, row)
      while try posts.next() {
        let text = try posts.number(0)
        guard mains[text] != nil else { continue }
        known.append((text, max(posts.integer(1) ?? .min, .min + 1), try posts.word(2)))
      }
    }
    known.sort { (-$0.at, $0.id) < (-$1.at, $1.id) }
    var shown: Set<Int64> = []
    return try known.filter { mains[$0.text].map { shown.insert($0).inserted } ?? false }
      .prefix(limit).map { post in
        let words = try Row.fetchOne(
          database, sql: "SELECT link, title, excerpt FROM post_text WHERE id = ?",
          arguments: [post.text])
        return Post(
          account: key, id: PostID(post.id), link: words?.text(0).map(Address.init),
          title: words?.text(1), published: post.at > .min + 1 ? Instant.date(post.at) : nil,
          excerpt: words?.text(2))
      }
  }
}

extension PondStore {
  /// The newest of the posts that were found of some accounts, as many of each.
  package func newest(
    _ found: FoundPosts, of keys: [AccountKey], limit: Int
  ) throws -> [AccountKey: [Post]] {
    try asking { database in
      let query = FindingQuery(database, try accountBook(database), Set(keys))
      return try keys.reduce(into: [:]) { posts, key in
        posts[key] = try query.newest(found, of: key, limit: limit)
      }
    }
  }
}
