package import GRDB

/// newsboat 2.21's database, statement by statement as that program creates it.
package enum NewsboatCache {
  /// The tables and indexes in the order in which they come to be. The odd blanks are newsboat's.
  package static let schema = [
    """
    CREATE TABLE rss_feed (  rssurl VARCHAR(1024) PRIMARY KEY NOT NULL,  url VARCHAR(1024) NOT NULL\
    ,  title VARCHAR(1024) NOT NULL , lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1\
    ) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT "")
    """,
    """
    CREATE TABLE rss_item (  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,  guid VARCHAR(64) NOT N\
    ULL,  title VARCHAR(1024) NOT NULL,  author VARCHAR(1024) NOT NULL,  url VARCHAR(1024) NOT NULL\
    ,  feedurl VARCHAR(1024) NOT NULL,  pubDate INTEGER NOT NULL,  content VARCHAR(65535) NOT NULL,\
     unread INTEGER(1) NOT NULL , enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024), enqueu\
    ed INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0, bas\
    e VARCHAR(128) NOT NULL DEFAULT "")
    """,
    """
    CREATE TABLE google_replay (  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,  guid VARCHAR(64) \
    NOT NULL,  state INTEGER NOT NULL,  ts INTEGER NOT NULL )
    """,
    "ANALYZE",
    """
    CREATE TABLE metadata (  db_schema_version_major INTEGER NOT NULL,  db_schema_version_minor INT\
    EGER NOT NULL )
    """,
    "CREATE INDEX idx_rssurl ON rss_feed(rssurl)",
    "CREATE INDEX idx_guid ON rss_item(guid)",
    "CREATE INDEX idx_feedurl ON rss_item(feedurl)",
    "CREATE INDEX idx_lastmodified ON rss_feed(lastmodified)",
    "CREATE INDEX idx_deleted ON rss_item(deleted)",
    "INSERT INTO metadata VALUES (2, 11)",
  ]

  /// A feed's row.
  package struct Feed: Sendable {
    package var address: String
    package var site: String
    package var title: String
    package var lastModified = 0
    package var isRightToLeft = false
    package var etag = ""

    package init(address: String, site: String, title: String) {
      self.address = address
      self.site = site
      self.title = title
    }
  }

  /// An item's row.
  package struct Item: Sendable {
    package var guid: String
    package var title: String
    package var author = ""
    package var link: String
    package var feed: String
    package var published: Int
    package var content = ""
    package var isUnread = true
    package var enclosure: (address: String, type: String)?
    package var isEnqueued = false
    package var flags: String?
    package var isDeleted = false

    package init(guid: String, title: String, link: String, feed: String, published: Int) {
      self.guid = guid
      self.title = title
      self.link = link
      self.feed = feed
      self.published = published
    }
  }

  /// Makes the empty tables.
  package static func create(in db: Database) throws {
    for statement in schema { try db.execute(sql: statement) }
  }

  /// Writes feeds in their order.
  package static func insert(_ feeds: [Feed], in db: Database) throws {
    let statement = try db.makeStatement(sql: "INSERT INTO rss_feed VALUES (?, ?, ?, ?, ?, ?)")
    for feed in feeds {
      try statement.execute(arguments: [
        feed.address, feed.site, feed.title, feed.lastModified, feed.isRightToLeft ? 1 : 0,
        feed.etag,
      ])
    }
  }

  /// Writes items in their order.
  package static func insert(_ items: some Sequence<Item>, in db: Database) throws {
    let statement = try db.makeStatement(
      sql: """
        INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread,
          enclosure_url, enclosure_type, enqueued, flags, deleted, base)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
        """)
    for item in items {
      try statement.execute(arguments: [
        item.guid, item.title, item.author, item.link, item.feed, item.published, item.content,
        item.isUnread ? 1 : 0, item.enclosure?.address ?? "", item.enclosure?.type ?? "",
        item.isEnqueued ? 1 : 0, item.flags, item.isDeleted ? 1 : 0,
      ])
    }
  }
}
