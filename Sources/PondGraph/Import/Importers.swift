/// The register of importers. A new origin is a file in this room and a line here.
package enum Importers {
  /// Every importer, in the order in which they are asked: the more particular first.
  package static let all: [any Importer] = [
    XArchiveImport(),
    InstagramImport(),
    ThreadsImport(),
    FacebookImport(),
    LinkedInImport(),
    RedditImport(),
    YouTubeHistoryImport(),
    YouTubeSubscriptionsImport(),
    GitHubImport(),
    NewPipeImport(),
    InvidiousImport(),
    FreeTubeImport(),
    TikTokImport(),
    TumblrImport(),
    LemmyImport(),
    MastodonToolImport(),
    NewsboatCacheImport(),
    FreshRSSImport(),
    NetNewsWireImport(),
    LifereaImport(),
    RSSGuardImport(),
    PythonReaderImport(),
    ApplePodcastsImport(),
    AntennaPodImport(),
    GPodderImport(),
    QuiteRSSImport(),
    YarrImport(),
    FirefoxImport(),
    ChromiumImport(),
    SafariImport(),
    FreshRSSExportImport(),
    GoogleReaderImport(),
    MinifluxImport(),
    FeedbinImport(),
    NextcloudNewsImport(),
    NetscapeBookmarksImport(),
    PocketImport(),
    PocketPageImport(),
    SavedTableImport.raindrop,
    SavedTableImport.instapaper,
    SavedTableImport.readwise,
    SavedRecordsImport.wallabag,
    SavedRecordsImport.omnivore,
    SavedRecordsImport.pinboard,
    OvercastImport(),
    OPMLImport(),
    FeedImport(),
    FeedFolderImport(),
    MastodonArchiveImport(),
    MastodonFollowingImport(),
    MastodonListsImport(),
    FediverseNamesImport.muted,
    FediverseNamesImport.blocked,
    FediverseNamesImport.followers,
    MastodonBookmarksImport(),
    BlueskyRepositoryImport(),
    BlueskyJSONImport(),
    NostrImport(),
    PixelfedFollowsImport(),
    MastodonAccountsImport(),
    NewsboatURLsImport(),
    AddressListImport(),
  ]

  /// Reads what the person named.
  /// - Parameter format: the importer to use; nil asks the bytes.
  /// - Throws: an `ImportFailure` when nothing of it can be used.
  package static func read(
    _ path: String, as format: String?, options: ImportOptions
  ) throws -> [Imported] {
    try read(
      try path == "-" ? ImportSource.standardInput() : ImportSource(path: path), as: format,
      options: options)
  }

  /// Reads what was opened already.
  package static func read(
    _ source: ImportSource, as format: String?, options: ImportOptions
  ) throws -> [Imported] {
    let path = source.path
    if let format {
      guard let importer = all.first(where: { $0.format == format }) else {
        throw ImportFailure.unknownFormat(path: path, looksLike: Looks.like(source))
      }
      if let looks = Looks.media(source) {
        throw ImportFailure.notWhatItClaims(
          path: path, sentence: "this looks like \(looks), from which nothing is learned",
          advice: nil)
      }
      return try importer.read(source, options: options)
    }
    if source.holdsFiles { return try MixedFiles(source).read(options) }
    guard let importer = all.first(where: { $0.recognizes(source) }) else {
      throw ImportFailure.unknownFormat(path: path, looksLike: Looks.like(source))
    }
    return try importer.read(source, options: options)
  }
}
