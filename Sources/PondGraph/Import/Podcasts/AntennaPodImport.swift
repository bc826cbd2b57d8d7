import Foundation

/// AntennaPod's database, as its own backup writes it: the podcasts that are followed, their
/// episodes, which were played or are favourites, and when.
package struct AntennaPodImport: Importer {
  package let format = "antennapod"
  package let learns =
    "AntennaPod's database: the podcasts you follow, their episodes, what you played and favourited."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    ForeignDatabase.speaks(of: ["FeedItems", "FeedMedia", "feed_identifier"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["Feeds", "FeedItems", "FeedMedia"], of: "AntennaPod")
    var reading = AntennaPodReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of AntennaPod that is being read.
private struct AntennaPodReading {
  private var gathering: ReaderGathering
  private var feeds: [String: AccountKey] = [:]
  private var blocks = FirstBlocks()

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    let columns = try database.columns(of: "Feeds")
    let title = columns.contains("custom_title") ? "COALESCE(custom_title, title)" : "title"
    let state = columns.contains("state") ? "state" : "0"
    try database.forEachRow(
      "SELECT id, \(title), download_url, link, \(state) FROM Feeds ORDER BY id"
    ) { takeFeed($0) }
    let favourites =
      database.has("Favorites")
      ? "EXISTS (SELECT 1 FROM Favorites WHERE Favorites.feeditem = FeedItems.id)" : "0"
    let media = try database.columns(of: "FeedMedia")
    func time(_ column: String) -> String {
      media.contains(column) ? "FeedMedia.\(column)" : "NULL"
    }
    try database.forEachRow(
      """
      SELECT FeedItems.feed, FeedItems.title, FeedItems.item_identifier, FeedItems.link,
        FeedItems.pubDate, FeedItems.read, \(favourites), \(time("playback_completion_date")),
        \(time("last_played_time")), \(time("position")), FeedItems.description
      FROM FeedItems LEFT JOIN FeedMedia ON FeedMedia.feeditem = FeedItems.id
      ORDER BY FeedItems.id
      """
    ) { takeEpisode($0) }
  }

  // A feed of state 1 was only looked at, one of state 2 is put away; both are not followed.
  private mutating func takeFeed(_ row: ForeignRow) {
    guard let id = row.word(0), let address = row.name(2) else {
      return gathering.skip("a podcast", "it has no address", isLoss: false)
    }
    feeds[id] = gathering.key(address)
    gathering.take(
      AccountMention(
        reading: Address(address), title: row.name(1), site: row.name(3).map(Address.init),
        folders: [[]], followed: !row.isSet(4)))
  }

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
      post.published = Date(plausible: try row.integer(4, "pubDate"), per: 1_000)
      post.form = .episode
      post.text = row.withUTF8(10) { ReaderText($0) }
      let done = Date(plausible: try row.integer(7, "playback_completion_date"), per: 1_000)
      let last = Date(plausible: try row.integer(8, "last_played_time"), per: 1_000)
      let position = try row.integer(9, "position") ?? 0
      if let done {
        post.marks.append((.watched, done))
      } else if last != nil || position > 0 {
        post.marks.append((.watched, last))
      } else if try row.integer(5, "read") == 1 {
        // Marked as played without a trace of playing: it was put away.
        post.marks.append((.seen, nil))
      }
      if row.isSet(6) { post.marks.append((.starred, nil)) }
      post.isKept = row.isSet(6)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }
}
