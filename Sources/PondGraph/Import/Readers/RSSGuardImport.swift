import Foundation

/// RSS Guard's `database.db`: whom one follows, its posts, what was read, flagged, labelled.
///
/// Times are milliseconds. Older databases say which feed a message is of, and which message a label
/// is on, by the ids that the feed's service gave them. Proxy passwords and the settings of accounts
/// are never asked for.
package struct RSSGuardImport: Importer {
  package let format = "rssguard"
  package let learns =
    "RSS Guard's database: the feeds you follow, their posts, what you read, flagged and labelled."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && ForeignDatabase.speaks(of: ["Messages", "Feeds", "inf_key"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["Feeds", "Messages"], of: "RSS Guard")
    var reading = RSSGuardReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of RSS Guard that is being read.
struct RSSGuardReading {
  /// What a service calls a thing of an account.
  private struct ServiceID: Hashable {
    let account: Int64?
    let id: String
  }

  private struct Category {
    let parent: Int64?
    let title: String?
  }

  private var gathering: ReaderGathering
  private var categories: [Int64: Category] = [:]
  private var byID: [String: AccountKey] = [:]
  private var byServiceID: [ServiceID: AccountKey] = [:]
  private var labelled: Set<String> = []
  private var labelsNameServiceIDs = false
  private var namesServiceIDs = false

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    if database.has("Categories") {
      try database.forEachRow("SELECT id, parent_id, title FROM Categories") { row in
        guard let id = try? row.integer(0, "id") else { return }
        categories[id] = Category(parent: try? row.integer(1, "parent_id"), title: row.name(2))
      }
    }
    let feeds = try database.columns(of: "Feeds")
    try database.forEachRow(Self.select(Self.feedColumns, feeds, "Feeds ORDER BY id")) {
      takeFeed($0)
    }
    namesServiceIDs = try Self.isText("feed", of: "Messages", database)
    try readLabels(database)
    let messages = try database.columns(of: "Messages")
    let contents = messages.contains("contents") ? "contents" : "NULL"
    let sql = Self.select(Self.messageColumns, messages, "Messages", and: contents)
    try database.forEachRow(sql) { takeMessage($0) }
  }

  private mutating func readLabels(_ database: ForeignDatabase) throws {
    guard database.has("LabelsInMessages") else { return }
    labelsNameServiceIDs = try Self.isText("message", of: "LabelsInMessages", database)
    try database.forEachRow("SELECT message FROM LabelsInMessages") { row in
      if let message = row.word(0) { labelled.insert(message) }
    }
  }

  private static let feedColumns = [
    "id", "title", "source", "category", "is_off", "is_quiet", "custom_id", "account_id",
    "date_created",
  ]
  private static let messageColumns = [
    "id", "is_read", "is_important", "is_deleted", "is_pdeleted", "feed", "title", "url", "author",
    "date_created", "custom_id", "account_id", "date_retrieved",
  ]

  private static func select(
    _ wanted: [String], _ there: Set<String>, _ from: String, and more: String = "NULL"
  ) -> String {
    let read = wanted.map { there.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    return "SELECT \(read), \(more) FROM \(from)"
  }

  private static func isText(
    _ column: String, of table: String, _ database: ForeignDatabase
  ) throws -> Bool {
    var type = ""
    try database.forEachRow(
      "SELECT type FROM pragma_table_info('\(table)') WHERE name = '\(column)'"
    ) { type = $0.name(0) ?? "" }
    return type.uppercased().contains("TEXT") || type.uppercased().contains("CHAR")
  }

  // MARK: Feeds

  private mutating func takeFeed(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      let serviceID = row.word(6)
      guard let address = Self.address(row.name(2), serviceID) else {
        return gathering.skip(
          "the feed “\(row.name(1) ?? "?")”", "it has no address", isLoss: true)
      }
      let key = gathering.key(address)
      if let id = row.word(0) { byID[id] = key }
      if let serviceID {
        byServiceID[ServiceID(account: try row.integer(7, "account_id"), id: serviceID)] = key
      }
      gathering.take(
        AccountMention(
          reading: Address(address), title: try row.text(1, "title"),
          folders: [path(of: try row.integer(3, "category"))],
          tags: (row.isSet(4) ? ["muted"] : []) + (row.isSet(5) ? ["quiet"] : []), followed: true,
          followedAt: Date(plausible: try row.integer(8, "date_created"), per: 1_000)))
    } catch {
      gathering.skip("a feed", error.sentence, isLoss: true)
    }
  }

  // Feeds of a service may have no address but the service's id, which often holds it.
  private static func address(_ source: String?, _ serviceID: String?) -> String? {
    if let source { return source }
    guard let serviceID, serviceID.hasPrefix("feed/"), serviceID.contains(":") else { return nil }
    return String(serviceID.dropFirst(5))
  }

  // A category may claim to stand within itself.
  private func path(of id: Int64?) -> FolderPath {
    var path: FolderPath = []
    var next = id
    while let id = next, path.count < 100, let category = categories[id] {
      if let title = category.title { path.insert(title, at: 0) }
      next = category.parent == id ? nil : category.parent
    }
    return path
  }

  // MARK: Messages

  private mutating func takeMessage(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      guard let account = try account(row) else {
        return gathering.lose("it belongs to no feed")
      }
      var post = ReaderPost(account: account, observability: ReaderTrace.rssGuard)
      post.title = try row.text(6, "title")
      post.link = try row.text(7, "url")
      post.author = try row.text(8, "author")
      post.published = Date(plausible: try row.integer(9, "date_created"), per: 1_000)
      post.writtenID = row.word(10)
      post.witnessed = Date(plausible: try row.integer(12, "date_retrieved"), per: 1_000)
      post.arrived = post.witnessed
      post.text = row.withUTF8(13) { ReaderText($0) }
      takeMarks(row, &post)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }

  private func account(_ row: ForeignRow) throws(ForeignRow.Odd) -> AccountKey? {
    guard let feed = row.word(5) else { return nil }
    let named = ServiceID(account: try row.integer(11, "account_id"), id: feed)
    return namesServiceIDs ? byServiceID[named] ?? byID[feed] : byID[feed] ?? byServiceID[named]
  }

  // What was thrown away was seen; whether it was read is not known, for throwing away marks it.
  private func takeMarks(_ row: ForeignRow, _ post: inout ReaderPost) {
    let isDeleted = row.isSet(3) || row.isSet(4)
    let isLabelled = row.word(labelsNameServiceIDs ? 10 : 0).map(labelled.contains) ?? false
    if isDeleted {
      post.marks.append((.seen, nil))
    } else if row.isSet(1) {
      post.marks.append((.read, nil))
    }
    if row.isSet(2) { post.marks.append((.starred, nil)) }
    if isLabelled { post.marks.append((.saved, nil)) }
    post.isKept = row.isSet(2) || isLabelled
  }
}
