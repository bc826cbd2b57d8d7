import Foundation
import GRDB

/// Derives what follows from all that sources say together: which rows of posts are one post, which post
/// an act means, whose the visited pages are, what the signals read of an account. Made anew only for
/// accounts of which something was learned, and always from everything that is known of them, so that
/// neither the order of imports nor their number matters (I9). It lives as long as one transaction.
/// O(posts of those accounts).
struct PostJoining {
  private let database: Database
  private let findIDs: BulkStatement
  private let findRecord: BulkStatement
  private let findStrangers: BulkStatement

  init(_ database: Database) throws {
    self.database = database
    findIDs = try BulkStatement(database, "SELECT id FROM post WHERE account = ?")
    findRecord = try BulkStatement(
      database,
      """
      SELECT title, published, text FROM post JOIN post_text ON post_text.id = post.text
      WHERE account = ? AND post.id = ?
      """)
    findStrangers = try BulkStatement(
      database,
      """
      SELECT DISTINCT act.post FROM act
      WHERE act.account = ? AND act.post <> '' AND NOT EXISTS (
        SELECT 1 FROM post WHERE post.account = act.account AND post.id = act.post)
      """)
  }

  /// What was learned since everything was derived the last time.
  struct News {
    /// The rows of accounts with new posts or acts.
    var accounts: Set<Int64> = []
    /// Whether a file says something else of accounts than before.
    var hasClaims = false
    /// Whether there are new pages.
    var hasPages = false
  }

  /// Derives everything that news may have changed.
  /// - Returns: the rows of posts, by the numbers of their words, of which an older row is the same post.
  @discardableResult
  func derive(_ news: News) throws -> [Int64] {
    var touched = news.accounts
    if news.hasClaims {
      let book = try AccountBook(database)
      touched.formUnion(try regroup(book))
      if try !PageTable.isEmpty(database) {
        touched.formUnion(try PageAttribution(database, book).attributeAll())
      }
    } else if try !PageTable.isEmpty(database), news.hasPages || !touched.isEmpty {
      let pages = try PageAttribution(database, try AccountBook(database))
      touched.formUnion(
        news.hasPages ? try pages.attributeAll() : try pages.attribute(toPostsOf: touched))
    }
    let groups = try RowsTogether.groups(of: touched, database)
    let toldAgain = try groups.flatMap { try derive($0) }
    try ObservedTable(database).derive(groups)
    try FindingIndex.outdate(groups, database)
    return toldAgain
  }

  // MARK: Rows that count together

  /// Keeps which rows count together.
  /// - Returns: the rows of which that is new.
  private func regroup(_ book: AccountBook) throws -> Set<Int64> {
    let together = try RowsTogether(database, book)
    guard together.now != together.before else { return [] }
    try database.execute(sql: "DELETE FROM counts_for")
    let insert = try database.cachedStatement(
      sql: "INSERT INTO counts_for (account, kind, value) VALUES (?, ?, ?)")
    for (row, key) in together.now.sorted(by: { $0.key < $1.key }) {
      try insert.execute(arguments: [row, key.kind.rawValue, key.value])
    }
    return together.changed
  }

  // MARK: Posts of one account

  /// A row of a post.
  private struct Place: Hashable {
    let account: Int64
    let id: String
  }

  private func derive(_ numbers: [Int64]) throws -> [Int64] {
    let rows = try inOrderOfTheirNames(numbers)
    for row in rows { try forget(row) }
    let strangers = try rows.flatMap { row in
      try self.strangers(row).map { Place(account: row, id: $0) }
    }
    let shared = try sharedNames(rows)
    guard !shared.names.isEmpty || !strangers.isEmpty || shared.hasTitles else { return [] }
    let wanted = Wanted(strangers.map(\.id), secret: try PageSecret(database))
    let places = try candidates(rows, shared, wanted)
    guard !places.isEmpty else { return [] }
    let records = try places.map { try record($0) }
    let identity = PostIdentity(records.map(\.record), usingTitles: shared.hasTitles)
    try keepSame(places, identity)
    try keepMet(strangers, wanted, places, identity)
    return Self.toldAgain(records.map(\.text), identity.main)
  }

  // Of the rows that are one post all but the oldest, by the numbers of their words.
  private static func toldAgain(_ texts: [Int64], _ main: [Int]) -> [Int64] {
    let oldest = zip(texts, main).reduce(into: [Int: Int64]()) { oldest, row in
      oldest[row.1] = min(row.0, oldest[row.1] ?? row.0)
    }
    return zip(texts, main).filter { $0 != oldest[$1] }.map { text, _ in text }
  }

  // Of two rows with the same names the first stands for both: which that is must not depend on which
  // account was heard of first.
  private func inOrderOfTheirNames(_ rows: [Int64]) throws -> [Int64] {
    guard rows.count > 1 else { return rows }
    let these = rows.map(String.init).joined(separator: ", ")
    return try Row.fetchAll(
      database, sql: "SELECT id FROM account WHERE id IN (\(these)) ORDER BY kind, value"
    ).map { try $0.number(0) }
  }

  private func forget(_ row: Int64) throws {
    try database.cachedStatement(sql: "DELETE FROM same_post WHERE account = ?")
      .execute(arguments: [row])
    try database.cachedStatement(sql: "DELETE FROM met WHERE account = ?").execute(arguments: [row])
  }

  /// The names of acts towards an account that are no names of its rows.
  private func strangers(_ row: Int64) throws -> [String] {
    var names: [String] = []
    findStrangers.bind(1, row)
    while try findStrangers.next() { names.append(try findStrangers.word(0)) }
    return names
  }

  /// Names that stand in more than one row, by their hashes: a hash too many costs time, nothing else.
  private func sharedNames(_ rows: [Int64]) throws -> (names: Set<Int>, hasTitles: Bool) {
    var seen: Set<Int> = []
    var shared: Set<Int> = []
    var hasTitles = false
    for row in rows {
      findIDs.bind(1, row)
      while try findIDs.next() {
        Self.forEachName(findIDs.bytes(0)) { name in
          if !seen.insert(Self.hash(name)).inserted { shared.insert(Self.hash(name)) }
          if !hasTitles, name.starts(with: "title:".utf8) { hasTitles = true }
        }
      }
    }
    return (shared, hasTitles)
  }

  /// The rows that share a name with another or whose names an act may mean; all of them where titles
  /// have to be looked at.
  private func candidates(
    _ rows: [Int64], _ shared: (names: Set<Int>, hasTitles: Bool), _ wanted: Wanted
  ) throws -> [Place] {
    var places: [Place] = []
    for row in rows {
      findIDs.bind(1, row)
      while try findIDs.next() {
        var isCandidate = shared.hasTitles
        Self.forEachName(findIDs.bytes(0)) { name in
          isCandidate =
            isCandidate || shared.names.contains(Self.hash(name)) || wanted.mayMean(name)
        }
        if isCandidate { places.append(Place(account: row, id: try findIDs.word(0))) }
      }
    }
    return places
  }

  /// A record, and the number of its words.
  private func record(_ place: Place) throws -> (record: PostIdentity.Record, text: Int64) {
    findRecord.bind(1, place.account)
    findRecord.bind(2, place.id)
    defer { findRecord.stop() }
    let isThere = try findRecord.next()
    let record = PostIdentity.Record(
      names: place.id.split(separator: PostID.separator),
      title: isThere ? findRecord.text(0) : nil, published: isThere ? findRecord.integer(1) : nil)
    return (record, isThere ? try findRecord.number(2) : 0)
  }

  private func keepSame(_ places: [Place], _ identity: PostIdentity) throws {
    let same = try database.cachedStatement(
      sql: "INSERT INTO same_post (account, id, main_account, main_id) VALUES (?, ?, ?, ?)")
    let mark = try database.cachedStatement(
      sql: "UPDATE post SET is_same = ?3 WHERE account = ?1 AND id = ?2 AND is_same <> ?3")
    for (index, place) in places.enumerated() {
      let main = places[identity.main[index]]
      try mark.execute(arguments: [place.account, place.id, main != place])
      guard main != place else { continue }
      try same.execute(arguments: [place.account, place.id, main.account, main.id])
    }
  }

  private func keepMet(
    _ strangers: [Place], _ wanted: Wanted, _ places: [Place], _ identity: PostIdentity
  ) throws {
    guard !strangers.isEmpty else { return }
    let pages = wanted.hasPages ? wanted.names(of: identity.places.keys) : [:]
    let insert = try database.cachedStatement(
      sql: "INSERT INTO met (account, post, main_account, main_id) VALUES (?, ?, ?, ?)")
    for stranger in strangers {
      let found: Int? =
        if let name = pages[stranger.id] {
          identity.places[name]
        } else {
          one(of: stranger.id.split(separator: PostID.separator).map { identity.places[$0] })
        }
      guard let found else { continue }
      try insert.execute(arguments: [
        stranger.account, stranger.id, places[found].account, places[found].id,
      ])
    }
  }

  // The first name that means a post is the source's own id.
  private func one(of places: [Int?]) -> Int? { places.compactMap { $0 }.first }

  /// Hands over each name of a row's names.
  private static func forEachName(
    _ names: UnsafeRawBufferPointer, _ take: (Slice<UnsafeRawBufferPointer>) -> Void
  ) {
    var start = 0
    for end in 0...names.count where end == names.count || names[end] == 0x09 {
      if end > start { take(names[start..<end]) }
      start = end + 1
    }
  }

  private static func hash(_ name: Slice<UnsafeRawBufferPointer>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: name))
    return hasher.finalize()
  }

  /// The names that acts have and rows do not.
  private struct Wanted {
    let hasPages: Bool
    private let pages: Set<String>
    private let hashes: Set<Int>
    private let secret: PageSecret

    init(_ names: [String], secret: PageSecret) {
      pages = Set(names.filter { $0.hasPrefix(PageSecret.prefix) })
      hasPages = !pages.isEmpty
      self.secret = secret
      hashes = names.reduce(into: []) { hashes, name in
        var name = name
        name.withUTF8 { bytes in
          PostJoining.forEachName(UnsafeRawBufferPointer(bytes)) {
            hashes.insert(PostJoining.hash($0))
          }
        }
      }
    }

    /// Whether an act may mean a name.
    func mayMean(_ name: Slice<UnsafeRawBufferPointer>) -> Bool {
      if !hashes.isEmpty, hashes.contains(PostJoining.hash(name)) { return true }
      guard hasPages else { return false }
      return pages.contains(
        PageSecret.actName(secret.digest(String(decoding: name, as: UTF8.self))))
    }

    /// For every page that one of these is, the name by which acts have it.
    func names(of known: some Sequence<Substring>) -> [String: Substring] {
      known.reduce(into: [:]) { named, name in
        let page = PageSecret.actName(secret.digest(name))
        if pages.contains(page) { named[page] = name }
      }
    }
  }
}
