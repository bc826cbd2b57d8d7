import Foundation
import GRDB

extension InventedWorld {
  /// A kind of source that tells of the world.
  public enum Source: String, CaseIterable, Sendable {
    /// The list of what is followed.
    case list = "subscriptions.opml"
    /// The feeds as they are today.
    case feeds
    /// The feeds as they were when half of the posts were out, built anew and over http.
    case olderFeeds = "older-feeds"
    /// FreshRSS's database: ids and pages, moments of arrival and of reading.
    case freshRSS = "db.sqlite"
    /// The first half of Miniflux's entries: pages alone.
    case minifluxOlder = "entries-1.json"
    /// The second half of Miniflux's entries.
    case minifluxNewer = "entries-2.json"
    /// newsboat's cache: ids and pages, rows in the order of arrival, no times of reading.
    case newsboat = "cache.db"
    /// The history of Chrome: pages with where a visitor came from.
    case history = "History"
    /// Starred posts of a reader of Google's kind: pages, and nothing that was not starred.
    case stars = "starred.json"
    /// Bookmarks of starred posts' pages.
    case bookmarks = "bookmarks.html"

    /// Whether it holds what was read and what was not.
    public var isReader: Bool { [.freshRSS, .newsboat].contains(self) }
  }

  /// Writes a source into a folder.
  /// - Returns: the path to import.
  public func write(_ source: Source, below folder: String) throws -> String {
    let path = "\(folder)/\(source.rawValue)"
    switch source {
    case .list: try text(opml, path)
    case .feeds: try feeds(path) { _ in true }
    case .olderFeeds: try feeds(path) { $0.published < Self.now - 40 * 86_400 }
    case .freshRSS: try freshRSS(path)
    case .minifluxOlder: try miniflux(path) { $0 % 2 == 0 }
    case .minifluxNewer: try miniflux(path) { $0 % 2 == 1 }
    case .newsboat: try newsboat(path)
    case .history: try history(path)
    case .stars: try stars(path)
    case .bookmarks: try text(bookmarks, path)
    }
    return path
  }

  private func text(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func json(_ value: Any, _ path: String) throws {
    try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
      .write(to: URL(fileURLWithPath: path))
  }

  /// Every post with its blog, in the order in which they were published.
  private var all: [(blog: Blog, post: Post)] {
    blogs.flatMap { blog in blog.posts.map { (blog, $0) } }
      .sorted { ($0.1.published, $0.0.number) < ($1.1.published, $1.0.number) }
  }

  // MARK: Lists and feeds

  private var opml: String {
    let outlines = blogs.map {
      #"<outline type="rss" text="Blog \#($0.number)" xmlUrl="\#($0.feed)" htmlUrl="\#($0.home)"/>"#
    }
    return #"<opml version="2.0"><head/><body>\#(outlines.joined(separator: "\n"))</body></opml>"#
  }

  private func feeds(_ folder: String, where isThere: (Post) -> Bool) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let isOlder = folder.hasSuffix("older-feeds")
    for blog in blogs {
      let items = blog.posts.filter(isThere).reversed().map {
        item($0, blog, build: isOlder ? 1 : 2)
      }
      let address = isOlder ? blog.feed.replacing("https:", with: "http:") : blog.feed
      try text(
        """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <title>Blog \(blog.number)</title><link>\(blog.home)</link>
        <atom:link rel="self" href="\(address)"/>
        \(items.joined(separator: "\n"))
        </channel></rss>
        """, "\(folder)/blog-\(blog.number).xml")
    }
  }

  private func item(_ post: Post, _ blog: Blog, build: Int) -> String {
    """
    <item><title>\(blog.title(post))</title><link>\(blog.link(post))</link>
    <guid isPermaLink="false">\(blog.guid(post, build: build))</guid>
    <pubDate>\(Self.mailDate(post.published))</pubDate>
    <description>Words of it.</description></item>
    """
  }

  private static func mailDate(_ seconds: Int) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "UTC")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
    return format.string(from: Date(timeIntervalSince1970: Double(seconds)))
  }

  private static func isoDate(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }

  // MARK: Readers

  /// When a reader that was set up when the world's was took a post in.
  private func arrival(_ post: Post) -> Int { max(post.published + 60, began) }

  private func freshRSS(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inTransaction { database in
      try database.execute(sql: Self.freshRSSSchema)
      for blog in blogs {
        try database.execute(
          sql: "INSERT INTO feed (id, url, category, name, website) VALUES (?, ?, 1, ?, ?)",
          arguments: [blog.number + 1, blog.feed, "Blog \(blog.number)", blog.home])
      }
      for (count, (blog, post)) in all.enumerated() {
        try database.execute(
          sql:
            "INSERT INTO entry VALUES (?, ?, ?, '', 'Words of it.', ?, ?, ?, x'00', ?, ?, ?, '', ?)",
          arguments: [
            arrival(post) * 1_000_000 + count, blog.guid(post, build: 2), blog.title(post),
            blog.link(post), post.published, arrival(post), post.readAt == nil ? 0 : 1,
            post.isStarred ? 1 : 0, blog.number + 1, post.readAt ?? 0,
          ])
      }
      return .commit
    }
    try queue.close()
  }

  private static let freshRSSSchema = """
    CREATE TABLE category (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(191) NOT NULL,
      kind SMALLINT DEFAULT 0, lastUpdate BIGINT DEFAULT 0, error SMALLINT DEFAULT 0,
      attributes TEXT);
    INSERT INTO category (id, name) VALUES (1, 'Blogs');
    CREATE TABLE feed (id INTEGER PRIMARY KEY AUTOINCREMENT, url VARCHAR(511) NOT NULL,
      kind SMALLINT DEFAULT 0, category INTEGER DEFAULT 0, name VARCHAR(191) NOT NULL,
      website VARCHAR(255), description TEXT, lastUpdate BIGINT DEFAULT 0,
      priority TINYINT DEFAULT 10, pathEntries VARCHAR(511), httpAuth VARCHAR(511),
      error BOOLEAN DEFAULT 0, ttl INT DEFAULT 0, attributes TEXT, cache_nbEntries INT DEFAULT 0,
      cache_nbUnreads INT DEFAULT 0);
    CREATE TABLE entry (id BIGINT PRIMARY KEY, guid VARCHAR(760) NOT NULL,
      title VARCHAR(255) NOT NULL, author VARCHAR(255), content TEXT, link VARCHAR(1023) NOT NULL,
      date BIGINT, lastSeen BIGINT DEFAULT 0, hash BLOB, is_read BOOLEAN NOT NULL DEFAULT 0,
      is_favorite BOOLEAN NOT NULL DEFAULT 0, id_feed SMALLINT, tags VARCHAR(1023));
    ALTER TABLE entry ADD COLUMN lastUserModified BIGINT DEFAULT 0;
    CREATE TABLE entrytmp (id BIGINT PRIMARY KEY, guid TEXT, title TEXT, author TEXT, content TEXT,
      link TEXT, date BIGINT, lastSeen BIGINT, hash BLOB, is_read BOOLEAN, is_favorite BOOLEAN,
      id_feed SMALLINT, tags TEXT);
    """

  private func miniflux(_ path: String, where isIn: (Int) -> Bool) throws {
    let entries = all.enumerated().filter { isIn($0.offset) }.map { count, pair in
      let (blog, post) = pair
      return [
        "id": count + 1, "status": post.readAt == nil ? "unread" : "read", "hash": "h\(count)",
        "title": blog.title(post), "url": blog.link(post),
        "published_at": Self.isoDate(post.published), "created_at": Self.isoDate(arrival(post)),
        "changed_at": Self.isoDate(post.readAt ?? arrival(post)), "content": "<p>Words of it.</p>",
        "starred": post.isStarred,
        "feed": [
          "id": blog.number + 1, "feed_url": blog.feed, "site_url": blog.home,
          "title": "Blog \(blog.number)", "category": ["id": 1, "title": "Blogs"],
        ],
      ] as [String: Any]
    }
    try json(["total": entries.count, "entries": entries], path)
  }

  private func newsboat(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inTransaction { database in
      try database.execute(sql: InventedCache.schema)
      for blog in blogs {
        try database.execute(
          sql: "INSERT INTO rss_feed VALUES (?, ?, ?)",
          arguments: [blog.feed, blog.home, "Blog \(blog.number)"])
      }
      // The backlog comes feed by feed, what follows as it is published; the feed that is the first to
      // have something new is not the one that was read last.
      let later = all.filter { $0.post.published > began }
      let order = blogs.sorted { left, _ in left.number == later.first?.blog.number }
      let backlog = order.flatMap { blog in
        blog.posts.filter { $0.published <= began }.map { (blog, $0) }
      }
      for (blog, post) in backlog + later {
        try database.execute(
          sql: """
            INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
            VALUES (?, ?, '', ?, ?, ?, 'Words of it.', ?)
            """,
          arguments: [
            blog.guid(post, build: 2), blog.title(post), blog.link(post), blog.feed,
            post.published, post.readAt == nil ? 1 : 0,
          ])
      }
      return .commit
    }
    try queue.close()
  }

  // MARK: Traces

  private func history(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inTransaction { database in
      try database.execute(
        sql: """
          CREATE TABLE urls (id INTEGER PRIMARY KEY AUTOINCREMENT, url LONGVARCHAR,
            title LONGVARCHAR, visit_count INTEGER DEFAULT 0 NOT NULL,
            typed_count INTEGER DEFAULT 0 NOT NULL, last_visit_time INTEGER NOT NULL,
            hidden INTEGER DEFAULT 0 NOT NULL);
          CREATE TABLE visits (id INTEGER PRIMARY KEY AUTOINCREMENT, url INTEGER NOT NULL,
            visit_time INTEGER NOT NULL, from_visit INTEGER, transition INTEGER DEFAULT 0 NOT NULL,
            segment_id INTEGER, visit_duration INTEGER DEFAULT 0 NOT NULL);
          """)
      for (blog, post) in all {
        guard let at = post.readAt else { continue }
        let moment = (at + 11_644_473_600) * 1_000_000
        try database.execute(
          sql: "INSERT INTO urls (url, title, last_visit_time) VALUES (?, ?, ?)",
          arguments: ["\(blog.link(post))?utm_source=feed", blog.title(post), moment])
        try database.execute(
          sql: "INSERT INTO visits (url, visit_time, transition) VALUES (?, ?, 0)",
          arguments: [database.lastInsertedRowID, moment])
      }
      return .commit
    }
    try queue.close()
  }

  private var starred: [(blog: Blog, post: Post)] { all.filter(\.post.isStarred) }

  private func stars(_ path: String) throws {
    let items = starred.map { blog, post in
      [
        "id": "tag:google.com,2005:reader/item/\(blog.number)-\(post.number)",
        "published": post.published, "title": blog.title(post),
        "canonical": [["href": blog.link(post)]], "alternate": [["href": blog.link(post)]],
        "summary": ["content": "Words of it."],
        "categories": ["user/1/state/com.google/starred"],
        "origin": [
          "streamId": "feed/\(blog.feed)", "title": "Blog \(blog.number)", "htmlUrl": blog.home,
        ],
      ] as [String: Any]
    }
    try json(["id": "user/1/state/com.google/starred", "title": "s", "items": items], path)
  }

  private var bookmarks: String {
    let lines = starred.map { blog, post in
      #"<DT><A HREF="\#(blog.link(post))" ADD_DATE="\#(post.readAt ?? 0)">\#(blog.title(post))</A>"#
    }
    return """
      <!DOCTYPE NETSCAPE-Bookmark-file-1>
      <TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
      <DL><p>
      \(lines.joined(separator: "\n"))
      </DL><p>
      """
  }
}
