import Foundation

/// QuiteRSS's `feeds.db`: the feeds that are followed, in their folders, their posts, what was read
/// and starred. A moment of reading is not kept.
package struct QuiteRSSImport: Importer {
  package let format = "quiterss"
  package let learns =
    "QuiteRSS's database: the feeds you follow, their posts, what you read and starred."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    ForeignDatabase.speaks(of: ["feeds", "news", "xmlUrl", "feedId"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["feeds", "news"], of: "QuiteRSS")
    var reading = QuiteRSSReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of QuiteRSS that is being read.
private struct QuiteRSSReading {
  private var gathering: ReaderGathering
  private var feeds: [String: AccountKey] = [:]
  private var folders: [String: (parent: String?, title: String?)] = [:]

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    try database.forEachRow("SELECT id, parentId, text, xmlUrl FROM feeds") { row in
      if let id = row.word(0), row.name(3) == nil { folders[id] = (row.word(1), row.name(2)) }
    }
    try database.forEachRow(
      "SELECT id, text, title, xmlUrl, htmlUrl, parentId FROM feeds ORDER BY id"
    ) { takeFeed($0) }
    let columns = try database.columns(of: "news")
    func column(_ name: String) -> String { columns.contains(name) ? name : "NULL" }
    let names = [
      "feedId", "title", "guid", "link_href", "published", "received", "read", "starred",
      "author_name", "content", "description",
    ]
    try database.forEachRow(
      "SELECT \(names.map(column).joined(separator: ", ")) FROM news ORDER BY id"
    ) { takeNews($0) }
  }

  // What has no address is a folder.
  private mutating func takeFeed(_ row: ForeignRow) {
    guard let id = row.word(0), let address = row.name(3) else { return }
    feeds[id] = gathering.key(address)
    gathering.take(
      AccountMention(
        reading: Address(address), title: row.name(1) ?? row.name(2),
        site: row.name(4).map(Address.init), folders: [path(of: row.word(5))], followed: true))
  }

  private func path(of id: String?) -> FolderPath {
    var path: FolderPath = []
    var next = id
    while let id = next, path.count < 100, let folder = folders[id] {
      if let title = folder.title { path.insert(title, at: 0) }
      next = folder.parent == id ? nil : folder.parent
    }
    return path
  }

  private mutating func takeNews(_ row: ForeignRow) {
    guard let feed = row.word(0), let account = feeds[feed] else {
      return gathering.lose("it belongs to no feed")
    }
    var post = ReaderPost(account: account, observability: ReaderTrace.quiteRSS)
    post.title = row.name(1)
    post.writtenID = row.word(2)
    post.link = row.name(3)
    post.published = row.name(4).flatMap(FeedDate.parse)
    post.witnessed = row.name(5).flatMap(FeedDate.parse)
    post.arrived = post.witnessed
    post.author = row.name(8)
    let content = row.withUTF8(9) { ReaderText($0) }
    post.text = content.excerpt == nil ? row.withUTF8(10) { ReaderText($0) } : content
    if row.isSet(6) { post.marks.append((.read, nil)) }
    if row.isSet(7) { post.marks.append((.starred, nil)) }
    post.isKept = row.isSet(7)
    gathering.take(post)
  }
}
