import Foundation

/// Databases of NetNewsWire that are being read.
struct NetNewsWireReading {
  /// An article older than this when it arrives is marked read by NetNewsWire itself: that mark
  /// says nothing.
  static let markedOnArrival: TimeInterval = 183 * 86_400

  private var gathering: ReaderGathering
  private let listed: Set<AccountKey>
  private var addresses: [String: String] = [:]
  private var named: Set<AccountKey> = []
  private var markedOnArrival = 0

  /// - Parameter listed: the accounts that the list beside the databases names.
  init(path: String, format: String, now: Date, listed: Set<AccountKey>) {
    gathering = ReaderGathering(path: path, format: format, now: now)
    self.listed = listed
  }

  mutating func finished() -> Imported { gathering.finished() }

  // MARK: Settings

  /// Reads which feeds the person wants to be told of, and how feeds answered.
  mutating func readSettings(_ database: ForeignDatabase) throws {
    try database.require(["feedSettings"], of: "NetNewsWire")
    let columns = try database.columns(of: "feedSettings")
    let wanted = [
      "feedURL", "feedID", "homePageURL", "editedName", "newArticleNotificationsEnabled",
      "lastCheckDate", "lastResponseCode",
    ]
    let read = wanted.map { columns.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    try database.forEachRow("SELECT \(read) FROM feedSettings ORDER BY feedURL") { takeFeed($0) }
  }

  private mutating func takeFeed(_ row: ForeignRow) {
    guard let address = row.name(0) else {
      return gathering.skip("a feed", "it has no address", isLoss: true)
    }
    let key = gathering.key(address)
    if let id = row.word(1) { addresses[id] = address }
    let isNotified = row.isSet(4)
    // The settings of a feed that was left stay for a while: only the list says who is followed.
    if isNotified || row.name(3) != nil || !listed.contains(key) {
      named.insert(key)
      gathering.take(
        AccountMention(
          reading: Address(address), title: row.name(3), site: row.name(2).map(Address.init),
          tags: isNotified ? ["notifications"] : [], followed: listed.contains(key)))
    }
    if let answer = Self.reachability(row, key) { gathering.take(answer) }
  }

  private static func reachability(_ row: ForeignRow, _ key: AccountKey) -> Reachability? {
    guard let at = Date(plausible: (try? row.number(5, "date")) ?? nil),
      let code = (try? row.integer(6, "code")) ?? nil
    else { return nil }
    switch code {
    case 200..<400: return Reachability(account: key, state: .reached, at: at)
    // Asking too often, or a server at work, is no absence.
    case 429, 503: return nil
    case 400..<600: return Reachability(account: key, state: .unreachable(since: at), at: at)
    default: return nil
    }
  }

  // MARK: Posts

  /// Reads articles with their states.
  mutating func readPosts(_ database: ForeignDatabase) throws {
    try database.require(["articles", "statuses"], of: "NetNewsWire")
    let sql = Self.articles(try database.columns(of: "articles"))
    try database.forEachRow(sql) { takeArticle($0) }
    var gone: Int64 = 0
    let orphans = """
      SELECT count(*) FROM statuses WHERE articleID NOT IN (SELECT articleID FROM articles)
      """
    try database.forEachRow(orphans) { gone = (try? $0.integer(0, "count")) ?? 0 }
    if gone > 0 {
      gathering.skip("\(gone) states of articles", "the articles are gone", isLoss: false)
    }
    if markedOnArrival > 0 {
      gathering.warn(
        "\(markedOnArrival) articles were older than 183 days when they came, and NetNewsWire "
          + "marked them read by itself: they do not count as read")
    }
  }

  private static func articles(_ columns: Set<String>) -> String {
    let wanted = [
      "feedID", "uniqueID", "title", "url", "externalURL", "datePublished", "authors",
      "contentText",
    ]
    let read = wanted.map { columns.contains($0) ? "articles.\($0)" : "NULL" }
    let text = ["contentHTML", "summary"].filter(columns.contains).map { "articles.\($0)" }
    let content = text.isEmpty ? "NULL" : "coalesce(\(text.joined(separator: ", ")), NULL)"
    return """
      SELECT \(read.joined(separator: ", ")), \(content), read, starred, dateArrived
      FROM articles LEFT JOIN statuses ON statuses.articleID = articles.articleID
      """
  }

  private mutating func takeArticle(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      guard let feed = row.word(0) else { return gathering.lose("it belongs to no feed") }
      let address = addresses[feed] ?? feed
      guard address.contains(":") || address.contains(".") else {
        return gathering.lose("nothing says at which address its feed is")
      }
      let account = account(address)
      let published = Date(plausible: try row.number(5, "datePublished"))
      let arrived = Date(plausible: try row.number(11, "dateArrived"))
      let isOld = Self.isOld(published, arrived)
      var post = ReaderPost(
        account: account,
        observability: isOld ? ReaderTrace.starsAlone : ReaderTrace.netNewsWire)
      post.writtenID = try row.text(1, "uniqueID")
      post.title = try row.text(2, "title")
      post.link = row.name(3) ?? row.name(4)
      post.author = row.name(6).flatMap(Self.authors)
      post.published = published
      post.witnessed = arrived
      post.arrived = arrived
      post.text = Self.text(row)
      takeMarks(row, isOld, &post)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }

  private mutating func account(_ address: String) -> AccountKey {
    let key = gathering.key(address)
    if !listed.contains(key), named.insert(key).inserted {
      gathering.take(AccountMention(reading: Address(address), followed: false))
    }
    return key
  }

  private static func isOld(_ published: Date?, _ arrived: Date?) -> Bool {
    guard let published, let arrived else { return false }
    return arrived.timeIntervalSince(published) > markedOnArrival
  }

  private mutating func takeMarks(_ row: ForeignRow, _ isOld: Bool, _ post: inout ReaderPost) {
    if row.isSet(9), isOld {
      markedOnArrival += 1
    } else if row.isSet(9) {
      post.marks.append((.read, nil))
    }
    if row.isSet(10) { post.marks.append((.starred, nil)) }
    // Only what is starred outlives its feed.
    post.isKept = row.isSet(10)
  }

  private static func text(_ row: ForeignRow) -> ReaderText {
    let html = row.withUTF8(8) { ReaderText($0) }
    return html.excerpt == nil ? row.withUTF8(7) { ReaderText($0, isHTML: false) } : html
  }

  // A list of objects in JSON.
  private static func authors(_ json: String) -> String? {
    var json = json
    let value = json.withUTF8 { bytes in
      var cursor = JSONCursor(bytes)
      return try? cursor.value()
    }
    let names = (value?.elements ?? []).compactMap { $0["name"]?.text }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
