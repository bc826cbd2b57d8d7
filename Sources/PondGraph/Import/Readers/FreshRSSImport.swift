import Foundation

/// FreshRSS's database: whom one follows, what it fetched, what was read, starred, labelled.
///
/// `data/users/NAME/db.sqlite`, and what its command for a copy writes out of any database. What holds
/// secrets (`httpAuth`, the cookies among the `attributes`) is never asked for.
package struct FreshRSSImport: Importer {
  package let format = "freshrss"
  package let learns =
    "FreshRSS's database: the feeds you follow, their posts, what you read, starred and labelled."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && ForeignDatabase.speaks(of: ["entrytmp", "id_feed", "is_favorite"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["category", "feed", "entry"], of: "FreshRSS")
    var reading = FreshRSSReading(path: source.path, format: format, now: options.now)
    try reading.readFeeds(database)
    if let count = options.postsOfPart {
      try reading.foresee(database)
      var imported = reading.takeOut()
      imported.flow = ImportedFlow(reading, database, posts: count)
      return [imported]
    }
    return [try reading.readWhole(database)]
  }
}

/// A database of FreshRSS that is being read.
struct FreshRSSReading: PartReading {
  private var gathering: ReaderGathering
  private var categories: [Int64: String] = [:]
  private var entries = FreshRSSEntries()
  private let now: Date

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
    self.now = now
  }

  /// What was told so far.
  mutating func takeOut() -> Imported { gathering.takeOut() }

  /// Reads who is followed, and what entries are told by.
  mutating func readFeeds(_ database: ForeignDatabase) throws {
    try database.forEachRow("SELECT id, name FROM category") { takeCategory($0) }
    try database.forEachRow(Self.feeds(database.columns(of: "feed"))) { takeFeed($0) }
    if database.has("entrytag") {
      try database.forEachRow("SELECT id_entry FROM entrytag") { row in
        if let entry = try? row.integer(0, "id_entry") { entries.labelled.insert(entry) }
      }
    }
    if try database.columns(of: "entry").contains("lastUserModified") {
      let first = "SELECT min(lastUserModified) FROM entry WHERE lastUserModified > 0"
      try database.forEachRow(first) { row in
        entries.firstTouch = Date(plausible: try? row.integer(0, "first"))
      }
    }
  }

  /// Reads all entries behind what is known of feeds.
  mutating func readWhole(_ database: ForeignDatabase) throws -> Imported {
    try database.forEachRow("SELECT count(*) FROM entry") { row in
      gathering.expect(posts: Int(clamping: (try? row.integer(0, "count")) ?? 0))
    }
    gathering = try gathered(database)
    return gathering.finished()
  }

  private mutating func gathered(_ database: ForeignDatabase) throws -> ReaderGathering {
    let rows = ReaderRows(emptying: &gathering)
    try forEachRow(database) { rows.add($0) }
    return rows.gathered()
  }

  /// Looks at the times of all entries before the first is told.
  mutating func foresee(_ database: ForeignDatabase) throws {
    var foreseen = ForeseenRows(now: now)
    try database.forEachRow(FreshRSSEntries.times(database.columns(of: "entry"))) { row in
      entries.foresee(row, &foreseen)
    }
    foreseen.finish()
    entries.foreseen = foreseen
    gathering.isForeseen = true
  }

  mutating func readParts(
    _ database: ForeignDatabase, posts count: Int, _ put: (Imported) throws -> Void
  ) throws -> Imported {
    var gathering = gathering
    try forEachRow(database) { row in
      gathering.take(row)
      if gathering.count == count { try put(gathering.takeOut()) }
    }
    try put(gathering.takeOut())
    return gathering.finished()
  }

  private func forEachRow(_ database: ForeignDatabase, _ take: (ReaderRow) throws -> Void) throws {
    let columns = try database.columns(of: "entry")
    try database.forEachRow(FreshRSSEntries.sql("entry", columns)) { row in
      try take(entries.row(row, isShown: true))
    }
    guard database.has("entrytmp") else { return }
    let sql = try FreshRSSEntries.sql("entrytmp", database.columns(of: "entrytmp"))
    try database.forEachRow(sql) { try take(entries.row($0, isShown: false)) }
  }

  // MARK: Feeds

  private static func feeds(_ columns: Set<String>) -> String {
    let wanted = ["id", "url", "category", "name", "website", "priority", "ttl"]
    let read = wanted.map { columns.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    return
      "SELECT \(read), \(columns.contains("attributes") ? rules : "NULL") FROM feed ORDER BY id"
  }

  // Of what else stands in the attributes, cookies and passwords among it, not a byte is asked for.
  private static let rules = """
    CASE WHEN json_valid(attributes) THEN
      coalesce(json_extract(attributes, '$.read_upon_reception'), 0) NOT IN (0, 'false')
      OR coalesce(json_extract(attributes, '$.mark_when.reception'), 0) NOT IN (0, 'false')
      OR coalesce(json_extract(attributes, '$.keep_max_n_unread'), 0) > 0
    END
    """

  private mutating func takeCategory(_ row: ForeignRow) {
    guard let id = try? row.integer(0, "id"), let name = row.name(1) else { return }
    categories[id] = MarkupText.plain(name)
  }

  private mutating func takeFeed(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      guard let id = try row.integer(0, "id"), let written = try row.text(1, "url") else {
        return gathering.skip("a feed", "it has no address", isLoss: true)
      }
      let address = FreshRSSText.address(written)
      entries.follow(id, gathering.key(address))
      if row.isSet(7) { entries.ruled.insert(id) }
      let folder = try row.integer(2, "category").flatMap { categories[$0] }
      gathering.take(
        AccountMention(
          reading: Address(address), title: try row.text(3, "name").map(MarkupText.plain),
          site: try row.text(4, "website").map { Address(FreshRSSText.address($0)) },
          folders: [folder.map { [$0] } ?? []], tags: try Self.tags(row), followed: true))
    } catch {
      gathering.skip("a feed", error.sentence, isLoss: true)
    }
  }

  // An archived feed is fetched and hidden; a muted one is not fetched for now. Both are followed.
  private static func tags(_ row: ForeignRow) throws(ForeignRow.Odd) -> [String] {
    let isArchived = (try row.integer(5, "priority") ?? 10) < 0
    let isMuted = (try row.integer(6, "ttl") ?? 0) < 0
    return (isArchived ? ["archived"] : []) + (isMuted ? ["muted"] : [])
  }
}

/// What the rows of FreshRSS's entries say.
private struct FreshRSSEntries {
  /// The feeds by their rows.
  private(set) var feeds: [Int64: AccountKey] = [:]
  private var numbers: [Int64: Int] = [:]
  private var byKey: [AccountKey: Int] = [:]
  /// What was seen ahead; nil where all is told at the end.
  var foreseen: ForeseenRows?
  /// The feeds whose posts FreshRSS marks read by itself, as they come or as others come after them.
  var ruled: Set<Int64> = []
  /// The entries that have a label.
  var labelled: Set<Int64> = []
  /// When FreshRSS began to note when somebody touched an entry; nil where it does not.
  var firstTouch: Date?

  /// Takes whose feed stands in a row.
  mutating func follow(_ row: Int64, _ key: AccountKey) {
    feeds[row] = key
    let number = byKey[key] ?? byKey.count
    byKey[key] = number
    numbers[row] = number
  }

  /// Asks for everything that `foresee` reads.
  static func times(_ columns: Set<String>) -> String {
    let wanted = ["id", "id_feed", "is_read", "lastUserModified"]
    let read = wanted.map { columns.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    return "SELECT \(read) FROM entry"
  }

  /// Looks at the times of a row.
  func foresee(_ row: ForeignRow, _ foreseen: inout ForeseenRows) {
    guard let feed = try? row.integer(1, "id_feed"), let number = numbers[feed] else { return }
    let added = Date(plausible: try? row.integer(0, "id"), per: 1_000_000)
    var readAt: Date?
    if row.isSet(2) {
      let touched = Date(plausible: try? row.integer(3, "lastUserModified"))
      readAt = isMachine(feed, added, touched) ? nil : touched
    }
    foreseen.see(account: number, arrived: added, readAt: readAt)
  }

  private func isMachine(_ feed: Int64, _ added: Date?, _ touched: Date?) -> Bool {
    touched == nil && ruled.contains(feed) || isRule(added, touched)
  }

  /// Asks for everything that `row` reads, of the columns that there are.
  static func sql(_ table: String, _ columns: Set<String>) -> String {
    let wanted = [
      "guid", "title", "author", "link", "date", "is_read", "is_favorite", "id_feed", "id",
      "lastUserModified", "content",
    ]
    let read = wanted.map { columns.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    return "SELECT \(read) FROM \(table)"
  }

  /// Reads a row.
  func row(_ row: ForeignRow, isShown: Bool) -> ReaderRow {
    do throws(ForeignRow.Odd) {
      guard let feed = try row.integer(7, "id_feed"), let account = feeds[feed] else {
        return .lost("it belongs to no feed")
      }
      // What is not shown yet can have been read by a rule alone.
      var post = ReaderPost(
        account: account, observability: isShown ? ReaderTrace.freshRSS : 0)
      post.writtenID = try row.text(0, "guid")
      post.title = try row.text(1, "title").map(FreshRSSText.plain)
      post.author = try row.text(2, "author").flatMap(FreshRSSText.author)
      post.link = try row.text(3, "link").map(FreshRSSText.address)
      post.published = Date(plausible: try row.integer(4, "date"))
      if isShown { try takeMarks(row, of: feed, &post) }
      return .post(post, html: row.withUTF8(10) { Array($0.prefix(ReaderText.limit)) })
    } catch {
      return .lost(error.sentence)
    }
  }

  private func takeMarks(
    _ row: ForeignRow, of feed: Int64, _ post: inout ReaderPost
  ) throws(ForeignRow.Odd) {
    let id = try row.integer(8, "id")
    // The id of an entry is the moment at which it was added, in microseconds.
    let added = Date(plausible: id, per: 1_000_000)
    post.witnessed = added
    post.arrived = added
    if row.isSet(5) {
      let touched = Date(plausible: try row.integer(9, "lastUserModified"))
      let isMachine = self.isMachine(feed, added, touched)
      let isSwept = !isMachine && self.isSwept(feed, touched)
      post.marks.append((isMachine || isSwept ? .seen : .read, touched))
      // What is marked already is not marked again by reading.
      if isMachine { post.observability = ReaderTrace.starsAlone }
    }
    if row.isSet(6) { post.marks.append((.starred, nil)) }
    let isLabelled = id.map(labelled.contains) ?? false
    if isLabelled { post.marks.append((.saved, nil)) }
    post.isKept = row.isSet(6) || isLabelled
    if let foreseen, let number = numbers[feed] {
      post.isBacklog = foreseen.isBacklog(account: number, arrived: added)
    }
  }

  private func isSwept(_ feed: Int64, _ touched: Date?) -> Bool {
    guard let foreseen, let touched, let number = numbers[feed] else { return false }
    return foreseen.isSwept(account: number, readAt: touched)
  }

  /// Whether it was a rule that marked it: nobody touched it, though touches were noted already
  /// when it came.
  private func isRule(_ added: Date?, _ touched: Date?) -> Bool {
    guard touched == nil, let added, let firstTouch else { return false }
    return added > firstTouch
  }
}

/// Texts as FreshRSS stores them: escaped for a page.
enum FreshRSSText {
  /// A name or a title.
  static func plain(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "&")) ? MarkupText.plain(text) : text
  }

  /// Authors are joined by semicolons, one may stand twice, and some lists begin with one.
  static func author(_ text: String) -> String? {
    let names = plain(text).utf8.split(separator: UInt8(ascii: ";"))
      .map { MarkupText.collapsed(String(Substring($0))) }
      .filter { !$0.isEmpty }
    return names.isEmpty ? nil : names.uniqued().joined(separator: ", ")
  }

  /// An address: only what PHP's `htmlspecialchars` escapes is undone, for `&copy=2` is no
  /// copyright sign.
  static func address(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#039;", with: "'").replacing("&amp;", with: "&")
  }
}
