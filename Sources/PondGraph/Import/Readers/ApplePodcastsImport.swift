import Foundation

/// Apple Podcasts' `MTLibrary.sqlite`: which podcasts one follows, their episodes, what was played.
package struct ApplePodcastsImport: Importer {
  package let format = "apple-podcasts"
  package let learns =
    "Apple Podcasts' library: the podcasts you follow, their episodes, what you played."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && ForeignDatabase.speaks(of: ["ZMTPODCAST", "ZMTEPISODE"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["ZMTPODCAST", "ZMTEPISODE"], of: "Apple Podcasts")
    var reading = ApplePodcastsReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A library of Apple Podcasts that is being read.
struct ApplePodcastsReading {
  private var gathering: ReaderGathering
  private var podcasts: [String: AccountKey] = [:]

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    let podcasts = try database.columns(of: "ZMTPODCAST")
    let podcastColumns = [
      "Z_PK", "ZUUID", "ZFEEDURL", "ZTITLE", "ZSUBSCRIBED", "ZADDEDDATE", "ZWEBPAGEURL",
    ]
    try database.forEachRow(
      Self.select(podcastColumns, podcasts, "ZMTPODCAST ORDER BY Z_PK")
    ) { takePodcast($0) }
    let episodes = try database.columns(of: "ZMTEPISODE")
    let episodeColumns = [
      "ZPODCAST", "ZPODCASTUUID", "ZGUID", "ZTITLE", "ZPUBDATE", "ZPLAYCOUNT", "ZPLAYHEAD",
      "ZLASTDATEPLAYED", "ZWEBPAGEURL", "ZSAVED", "ZAUTHOR",
    ]
    try database.forEachRow(Self.select(episodeColumns, episodes, "ZMTEPISODE")) { takeEpisode($0) }
  }

  private static func select(_ wanted: [String], _ there: Set<String>, _ from: String) -> String {
    "SELECT \(wanted.map { there.contains($0) ? $0 : "NULL" }.joined(separator: ", ")) FROM \(from)"
  }

  private mutating func takePodcast(_ row: ForeignRow) {
    guard let address = row.name(2) else {
      return gathering.skip(
        "the podcast “\(row.name(3) ?? "?")”", "it has no feed, only Apple offers it", isLoss: false
      )
    }
    let key = gathering.key(address)
    for id in [row.word(0), row.word(1)].compactMap({ $0 }) { podcasts[id] = key }
    gathering.take(
      AccountMention(
        reading: Address(address), title: row.name(3),
        site: row.name(6).flatMap(PageAddress.init)?.address, folders: [[]],
        followed: row.isSet(4), followedAt: Self.date(row, 5)))
  }

  private mutating func takeEpisode(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      let ids = [row.word(0), row.word(1)].compactMap { $0 }
      guard let account = ids.compactMap({ podcasts[$0] }).first else {
        return gathering.skip(
          "an episode", "it belongs to no podcast with a feed", isLoss: false)
      }
      var post = ReaderPost(account: account, observability: ReaderTrace.applePodcasts)
      post.writtenID = row.word(2)
      post.title = try row.text(3, "title")
      post.published = Self.date(row, 4)
      post.link = row.name(8)
      post.author = row.name(10)
      post.form = .episode
      takeMarks(row, &post)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }

  // Played to its end, or begun.
  private func takeMarks(_ row: ForeignRow, _ post: inout ReaderPost) {
    let at = Self.date(row, 7)
    let playhead = ((try? row.number(6, "playhead")) ?? nil) ?? 0
    if row.isSet(5) {
      post.marks.append((.watched, at))
    } else if playhead > 0 || at != nil {
      post.marks.append((.opened, at))
    }
    if row.isSet(9) { post.marks.append((.saved, nil)) }
    post.isKept = row.isSet(9)
  }

  // Seconds since 2001.
  private static func date(_ row: ForeignRow, _ index: Int32) -> Date? {
    let seconds = (try? row.number(index, "date")) ?? nil
    return Date(plausible: seconds.map { $0 + 978_307_200 })
  }
}
