import GRDB

/// A newsboat database of invented feeds, small and the same for the same seed.
public struct InventedCache: Sendable {
  /// The numbers of the feeds in it: two caches that share numbers overlap.
  public var feeds: Range<Int>
  /// How many posts each feed has.
  public var posts: Int
  /// The titles, told the number of the feed and of the post.
  public var title: @Sendable (Int, Int) -> String = { "Post \($1) of feed \($0)" }

  /// How many seconds lie between two posts of a feed.
  public var seconds = 4_000
  /// Every how manieth post was read.
  public var readEvery = 3

  /// Describes a cache.
  public init(feeds: Range<Int> = 0..<6, posts: Int = 20) {
    self.feeds = feeds
    self.posts = posts
  }

  /// The address of a feed.
  public static func address(_ feed: Int) -> String { "https://feed-\(feed).example/rss" }

  /// Writes the database as newsboat 2.21 would, in place of what stands there.
  public func write(to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inTransaction { database in
      try database.execute(sql: Self.schema)
      for feed in feeds { try add(feed, to: database) }
      // As they came, the oldest first: what newsboat wrote in one go would be a first fetch.
      for post in (0..<posts).reversed() {
        for feed in feeds { try add(post, of: feed, to: database) }
      }
      return .commit
    }
    try queue.close()
  }

  private func add(_ feed: Int, to database: Database) throws {
    let address = Self.address(feed)
    let home = "https://feed-\(feed).example/"
    try database.execute(
      sql: "INSERT INTO rss_feed VALUES (?, ?, ?)",
      arguments: [address, home, "Feed \(feed)"])
  }

  private func add(_ post: Int, of feed: Int, to database: Database) throws {
    let item = try database.cachedStatement(sql: Self.item)
    // Up to the samples' present.
    let date = 1_780_300_000 - post * seconds - feed * 97
    try item.execute(arguments: [
      "tag:\(feed):\(post)", title(feed, post), "https://feed-\(feed).example/\(post)",
      Self.address(feed), date,
      "<p>\(String(repeating: "Words of \(feed) and \(post). ", count: 40))</p>",
      (feed + post) % readEvery == 0 ? 0 : 1,
    ])
  }

  private static let item = """
    INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
    VALUES (?, ?, 'Nobody', ?, ?, ?, ?, ?)
    """

  /// The tables of newsboat 2.21.
  static let schema = """
    CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
      title VARCHAR(1024) NOT NULL);
    CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL,
      url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL,
      content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024),
      enclosure_type VARCHAR(1024), enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52),
      deleted INTEGER(1) NOT NULL DEFAULT 0, base VARCHAR(128) NOT NULL DEFAULT '');
    """
}
