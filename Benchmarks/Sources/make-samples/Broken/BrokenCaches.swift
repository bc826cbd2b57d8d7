internal import GRDB
import Foundation
import Seeded

// Reader databases that are damaged, or are not what they seem.

enum BrokenCaches {
  /// Writes them into a folder of their own making.
  static func write(to folder: URL) throws -> [BrokenFile] {
    [try truncated(in: folder), try endless(in: folder)]
  }

  /// A good database of forty posts, cut within a page.
  private static func truncated(in folder: URL) throws -> BrokenFile {
    let url = folder.appending(path: "cache-truncated.db")
    try RepeatableDatabase.write(to: url) { db in
      try NewsboatCache.create(in: db)
      let feed = "https://keel.example/feed"
      try NewsboatCache.insert(
        [.init(address: feed, site: "https://keel.example/", title: "Keel")], in: db)
      try NewsboatCache.insert((1...40).map { post(number: $0, of: feed) }, in: db)
    }
    let bytes = try Data(contentsOf: url)
    return BrokenFile(
      "cache-truncated.db", Array(bytes.prefix(bytes.count * 5 / 8 + 100)), exit: "65",
      "The database is damaged. Not one byte of it changes.")
  }

  private static func post(number: Int, of feed: String) -> NewsboatCache.Item {
    var item = NewsboatCache.Item(
      guid: "keel-\(number)", title: "Keel, letter \(number)",
      link: "https://keel.example/\(number)", feed: feed,
      published: Moment.daysAgo(Double(300 - number * 7)).seconds)
    item.content =
      "<p>" + String(repeating: "The boat is dry and the day is long. ", count: 9)
      + "</p>"
    item.isUnread = number.isMultiple(of: 2)
    return item
  }

  /// A database whose items are a view that never ends.
  private static func endless(in folder: URL) throws -> BrokenFile {
    let url = folder.appending(path: "cache-view.db")
    try RepeatableDatabase.write(to: url) { db in
      for statement in NewsboatCache.schema where !statement.contains("rss_item") {
        try db.execute(sql: statement)
      }
      try db.execute(
        sql: """
          CREATE VIEW rss_item AS
          WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)
          SELECT id, 'g' || id AS guid, 'again' AS title, '' AS author,
            'https://keel.example/' || id AS url, 'https://keel.example/feed' AS feedurl,
            1780000000 AS pubDate, '' AS content, 1 AS unread, '' AS enclosure_url,
            '' AS enclosure_type, 0 AS enqueued, NULL AS flags, 0 AS deleted, '' AS base
          FROM n
          """)
    }
    return BrokenFile(
      "cache-view.db", Array(try Data(contentsOf: url)), exit: "65",
      "The items are a view that never ends, not a table: refused at once.")
  }
}
