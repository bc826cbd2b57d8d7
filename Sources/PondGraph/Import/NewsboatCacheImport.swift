import Foundation

/// newsboat's `cache.db`: which posts it fetched, which of them were read, flagged, enqueued.
///
/// It keeps no time of reading and no time of fetching, but gives every row the next number: the first
/// block of rows of a feed is the backlog that its first fetch brought, unless it was gone through. What
/// was seen ends with the newest post of the whole file: later than that nothing says that newsboat ran.
/// A post the person deleted was seen; whether it was read is not known, for deleting marks it. Who is
/// followed stands in the `urls` file, not here. Every schema since the first is read: missing columns
/// say nothing.
package struct NewsboatCacheImport: Importer {
  package let format = "newsboat-cache"
  package let learns = "posts, what was read, flagged and enqueued, from newsboat's cache.db"

  /// Reading newsboat's state leaves a trace unless somebody reads elsewhere.
  static let observability = 0.9

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && ForeignDatabase.speaks(of: ["rss_item", "rss_feed"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["rss_feed", "rss_item"], of: "newsboat")
    var reading = NewsboatReading(path: source.path, format: format, now: options.now)
    try database.forEachRow(NewsboatReading.feeds) { reading.takeFeed($0) }
    // What depends on all rows is seen ahead, so that they may flow.
    let marks = try NewsboatReading.marks(database.columns(of: "rss_item"))
    try database.forEachRow(marks) { reading.foresee($0) }
    reading.beginItems()
    if let count = options.postsOfPart {
      var imported = reading.takeOut()
      imported.flow = ImportedFlow(reading, database, posts: count)
      return [imported]
    }
    try database.forEachRow("SELECT count(*) FROM rss_item") { reading.expect($0) }
    try reading.readItems(database)
    return [reading.finished()]
  }
}

/// A cache that is being read, row by row.
private struct NewsboatReading: PartReading {
  private var imported: Imported
  private let now: Date
  private var keys: [String: AccountKey?] = [:]
  private var oldest: [AccountKey: Date] = [:]
  private var newest: Date?
  private var rows = 0
  private var gathering = LinkGathering()
  private var blocks = FirstBlocks()
  private var gone = GoneThrough()

  init(path: String, format: String, now: Date) {
    imported = Imported(path: path, format: format)
    self.now = now
  }

  static let feeds = "SELECT rssurl, url, title FROM rss_feed ORDER BY rssurl"

  /// Asks for what `foresee` reads.
  static func marks(_ columns: Set<String>) -> String {
    ask(for: ["feedurl", "unread", "enqueued", "flags", "deleted", "pubDate"], columns)
  }

  private static func items(_ columns: Set<String>) -> String {
    let wanted = [
      "guid", "title", "author", "url", "feedurl", "pubDate", "unread", "enqueued", "flags",
      "deleted", "content_mime_type", "content",
    ]
    return ask(for: wanted, columns)
  }

  private static func ask(for wanted: [String], _ columns: Set<String>) -> String {
    let read = wanted.map { columns.contains($0) ? $0 : "NULL" }.joined(separator: ", ")
    return "SELECT \(read) FROM rss_item ORDER BY rowid"
  }

  /// Looks whether a row stands in the first block of its feed, and was acted on.
  mutating func foresee(_ row: ForeignRow) {
    guard let address = row.name(0) else { return }
    let key = key(of: address)
    guard blocks.hold(key), let key else { return }
    let isDeleted = row.isSet(4)
    let isRead = !isDeleted && (try? row.integer(1, "unread")) == 0
    guard isRead || row.isSet(2) || row.name(3) != nil else { return }
    gone.note(key, published: (try? row.integer(5, "pubDate")).flatMap(Self.date))
  }

  /// Begins with the first row anew, once all were foreseen.
  mutating func beginItems() { blocks = FirstBlocks() }

  /// Hands over what was taken so far, as a part.
  mutating func takeOut() -> Imported {
    var part = imported
    part.postLinks = gathering.takeOut()
    imported = Imported(path: part.path, format: part.format)
    return part
  }

  /// Reads every row of an item.
  mutating func readItems(_ database: ForeignDatabase) throws {
    let items = try Self.items(database.columns(of: "rss_item"))
    try database.forEachRow(items) { takeItem($0) }
  }

  mutating func readParts(
    _ database: ForeignDatabase, posts count: Int, _ put: (Imported) throws -> Void
  ) throws -> Imported {
    let items = try Self.items(database.columns(of: "rss_item"))
    try database.forEachRow(items) { row in
      takeItem(row)
      if imported.posts.count == count { try put(takeOut()) }
    }
    try put(takeOut())
    return finished()
  }

  /// Makes room at once: an array that grows is there twice for a moment.
  mutating func expect(_ row: ForeignRow) {
    let count = ((try? row.integer(0, "count")) ?? nil) ?? 0
    imported.posts.reserveCapacity(Int(clamping: min(max(count, 0), 10_000_000)))
  }

  mutating func takeFeed(_ row: ForeignRow) {
    do {
      guard let address = try row.text(0, "rssurl") else {
        return skip("a feed", "it has no address", isLoss: false)
      }
      guard let key = key(of: address) else {
        return skip("the search \(address)", "it shows posts of other feeds", isLoss: false)
      }
      let site = try row.text(1, "url").map(Address.init)
      imported.accounts.append(
        AccountMention(
          key: key, address: Address(address), title: try row.text(2, "title"), site: site,
          followed: false))
      gathering.know(site, of: key)
    } catch {
      skip("a feed", error.sentence, isLoss: true)
    }
  }

  mutating func takeItem(_ row: ForeignRow) {
    rows += 1
    do throws(ForeignRow.Odd) {
      guard let address = try row.text(4, "feedurl") else {
        return skip("item \(rows)", "it belongs to no feed", isLoss: true)
      }
      let key = key(of: address)
      let isFirst = blocks.hold(key)
      guard let account = key else {
        return skip("item \(rows)", "it belongs to a search", isLoss: false)
      }
      let isHTML = row.name(10) != "text/plain"
      let text = row.withUTF8(11) { ReaderText($0, isHTML: isHTML) }
      let isBacklog = isFirst && !gone.contains(account)
      guard let post = try post(row, account, text, isBacklog: isBacklog) else {
        return skip("item \(rows)", "it has neither id nor link nor title", isLoss: true)
      }
      let acts = try acts(row)
      gathering.take(
        text.pointed, link: post.link?.written, of: account, post: imported.posts.count)
      imported.posts.append(post)
      imported.acts += acts.map { Act(account: account, post: post.id, kind: $0) }
      notice(post)
    } catch {
      skip("item \(rows)", error.sentence, isLoss: true)
    }
  }

  /// Everything taken, with the stretches that it shows.
  func finished() -> Imported {
    var finished = imported
    finished.postLinks = gathering.links
    if let newest {
      finished.coverage = oldest.sorted { $0.key < $1.key }.map { account, oldest in
        Coverage(account: account, from: oldest, to: newest)
      }
    }
    return finished
  }

  private mutating func skip(_ what: String, _ why: String, isLoss: Bool) {
    imported.skipped.append(Skipped(what: what, why: why, isLoss: isLoss))
  }

  private mutating func key(of address: String) -> AccountKey? {
    if let known = keys[address] { return known }
    let key = address.hasPrefix("query:") ? nil : AccountKey(reading: Address(address))
    keys[address] = .some(key)
    return key
  }

  private mutating func notice(_ post: Post) {
    guard let published = post.published, published <= now else { return }
    oldest[post.account] = min(oldest[post.account] ?? published, published)
    newest = max(newest ?? published, published)
  }

  private func post(
    _ row: ForeignRow, _ account: AccountKey, _ text: ReaderText, isBacklog: Bool
  ) throws(ForeignRow.Odd) -> Post? {
    let link = try row.text(3, "url")
    let written = try row.text(1, "title")
    let guid = Self.ownID(try row.text(0, "guid"), link, written).sharing(link)
    let published = try Self.date(row.integer(5, "pubDate"))
    guard let id = PostID(writtenID: guid, link: link, title: written, published: published) else {
      return nil
    }
    let title = RepeatedTitle.own(written, excerpt: text.excerpt, words: text.words)
    return Post(
      account: account, id: id, writtenID: guid, link: link.map(Address.init), title: title,
      published: published ?? PostName.moment(in: link ?? guid ?? "", now: now),
      author: try row.text(2, "author"), form: title == nil ? .note : .article, words: text.words,
      excerpt: text.excerpt,
      observability: NewsboatCacheImport.observability, isBacklog: isBacklog)
  }

  private func acts(_ row: ForeignRow) throws(ForeignRow.Odd) -> [ActKind] {
    var acts: [ActKind] = []
    let isDeleted = try (row.integer(9, "deleted") ?? 0) != 0
    if isDeleted {
      acts.append(.seen)
    } else if try row.integer(6, "unread") == 0 {
      acts.append(.read)
    }
    if try row.text(8, "flags") != nil { acts.append(.starred) }
    if try (row.integer(7, "enqueued") ?? 0) != 0 { acts.append(.saved) }
    return acts
  }

  /// An item without an id of its own gets one from newsboat: its link with its date as written
  /// behind it, its link, or its title. None of them is the feed's.
  private static func ownID(_ guid: String?, _ link: String?, _ title: String?) -> String? {
    guard let guid, guid != title else { return nil }
    guard let link, guid.utf8.starts(with: link.utf8) else { return guid }
    let rest = guid.utf8.dropFirst(link.utf8.count)
    let looksLikeDate =
      rest.contains(AddressByte.colon) && rest.first.map(Self.beginsDate) ?? false
    return looksLikeDate ? nil : guid
  }

  private static func beginsDate(_ byte: UInt8) -> Bool {
    AddressByte.isDigit(byte) || (0x41...0x5A).contains(byte)
  }

  private static func date(_ seconds: Int64?) -> Date? {
    guard let seconds, seconds > 0, seconds < 100_000_000_000 else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }
}
