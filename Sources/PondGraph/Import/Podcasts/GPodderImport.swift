import Foundation

/// gPodder's database (`Database` in its folder): the podcasts that are followed, their episodes,
/// and which were played, when.
package struct GPodderImport: Importer {
  package let format = "gpodder"
  package let learns =
    "gPodder's database: the podcasts you follow, their episodes, what you played, when."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    ForeignDatabase.speaks(of: ["podcast", "episode", "podcast_id", "is_new"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["podcast", "episode"], of: "gPodder")
    var reading = GPodderReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of gPodder that is being read.
private struct GPodderReading {
  private var gathering: ReaderGathering
  private var feeds: [String: AccountKey] = [:]
  private var blocks = FirstBlocks()

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    let section = try database.columns(of: "podcast").contains("section") ? "section" : "NULL"
    try database.forEachRow("SELECT id, title, url, link, \(section) FROM podcast ORDER BY id") {
      takeFeed($0)
    }
    let columns = try database.columns(of: "episode")
    func column(_ name: String) -> String { columns.contains(name) ? name : "NULL" }
    let names = [
      "podcast_id", "title", "guid", "link", "published", "last_playback", "current_position",
      "current_position_updated", "description", "archive",
    ]
    try database.forEachRow(
      "SELECT \(names.map(column).joined(separator: ", ")) FROM episode ORDER BY id"
    ) { takeEpisode($0) }
  }

  private mutating func takeFeed(_ row: ForeignRow) {
    guard let id = row.word(0), let address = row.name(2) else {
      return gathering.skip("a podcast", "it has no address", isLoss: false)
    }
    feeds[id] = gathering.key(address)
    gathering.take(
      AccountMention(
        reading: Address(address), title: row.name(1), site: row.name(3).map(Address.init),
        folders: [[row.name(4)].compactMap { $0 }], followed: true))
  }

  // `is_new` falls also when a podcast is added, so only a playing counts.
  private mutating func takeEpisode(_ row: ForeignRow) {
    let isFirst = blocks.hold(row.word(0).flatMap { feeds[$0] })
    do throws(ForeignRow.Odd) {
      guard let feed = row.word(0), let account = feeds[feed] else {
        return gathering.lose("it belongs to no podcast")
      }
      var post = ReaderPost(account: account, observability: ReaderTrace.podcasts)
      post.isBacklog = isFirst
      post.title = row.name(1)
      post.writtenID = row.word(2)
      post.link = row.name(3)
      post.published = Date(plausible: try row.integer(4, "published"))
      post.form = .episode
      post.text = row.withUTF8(8) { ReaderText($0) }
      let last = Date(plausible: try row.integer(5, "last_playback"))
      let moved = Date(plausible: try row.integer(7, "current_position_updated"))
      let position = try row.integer(6, "current_position") ?? 0
      if last != nil || position > 0 { post.marks.append((.watched, last ?? moved)) }
      post.isKept = row.isSet(9)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }
}
