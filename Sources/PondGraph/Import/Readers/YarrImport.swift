import Foundation

/// yarr's `storage.db`: the feeds that are followed, in their folders, their posts, what was read
/// and starred. A moment of reading is not kept.
package struct YarrImport: Importer {
  package let format = "yarr"
  package let learns =
    "yarr's database: the feeds you follow, their posts, what you read and starred."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    ForeignDatabase.speaks(of: ["feeds", "items", "feed_link", "date_arrived"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["feeds", "items"], of: "yarr")
    var reading = YarrReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of yarr that is being read.
private struct YarrReading {
  private var gathering: ReaderGathering
  private var feeds: [String: AccountKey] = [:]

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    let folder =
      database.has("folders")
      ? "(SELECT title FROM folders WHERE folders.id = feeds.folder_id)" : "NULL"
    try database.forEachRow(
      "SELECT id, title, feed_link, link, \(folder) FROM feeds ORDER BY id"
    ) { takeFeed($0) }
    let columns = try database.columns(of: "items")
    func column(_ name: String) -> String { columns.contains(name) ? name : "NULL" }
    let names = [
      "feed_id", "title", "guid", "link", "date", "date_arrived", "status", "author", "content",
    ]
    try database.forEachRow(
      "SELECT \(names.map(column).joined(separator: ", ")) FROM items ORDER BY id"
    ) { takeItem($0) }
  }

  private mutating func takeFeed(_ row: ForeignRow) {
    guard let id = row.word(0), let address = row.name(2) else {
      return gathering.skip("a feed", "it has no address", isLoss: false)
    }
    feeds[id] = gathering.key(address)
    gathering.take(
      AccountMention(
        reading: Address(address), title: row.name(1), site: row.name(3).map(Address.init),
        folders: [[row.name(4)].compactMap { $0 }], followed: true))
  }

  // 0 is unread, 1 read, 2 starred; what is starred was read.
  private mutating func takeItem(_ row: ForeignRow) {
    guard let feed = row.word(0), let account = feeds[feed] else {
      return gathering.lose("it belongs to no feed")
    }
    var post = ReaderPost(account: account, observability: ReaderTrace.yarr)
    post.title = row.name(1)
    post.writtenID = row.word(2)
    post.link = row.name(3)
    post.published = row.name(4).flatMap(SavedTableImport.moment)
    post.witnessed = row.name(5).flatMap(SavedTableImport.moment)
    post.arrived = post.witnessed
    post.author = row.name(7)
    post.text = row.withUTF8(8) { ReaderText($0) }
    switch (try? row.integer(6, "status")) ?? 0 {
    case 1: post.marks.append((.read, nil))
    case 2: post.marks += [(.read, nil), (.starred, nil)]
    default: break
    }
    post.isKept = post.marks.count > 1
    gathering.take(post)
  }
}
