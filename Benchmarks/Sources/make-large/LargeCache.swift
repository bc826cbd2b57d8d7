internal import GRDB
import Foundation
import Seeded

/// A newsboat database with very many items.
enum LargeCache {
  /// A thousand items to a feed over two years, a tenth of them read.
  static func write(items: Int, to url: URL) throws {
    try? FileManager.default.removeItem(at: url)
    var configuration = Configuration()
    configuration.acceptsDoubleQuotedStringLiterals = true
    configuration.prepareDatabase { db in
      // The file can be made again, so it need not survive a power cut while it is made.
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -300000")
    }
    let queue = try DatabaseQueue(path: url.path, configuration: configuration)
    let feeds = (items + 999) / 1_000
    try queue.write { db in
      try NewsboatCache.create(in: db)
      try NewsboatCache.insert((0..<feeds).map(feed), in: db)
      var chance = SplitMix64(seed: MakeLarge.seed, name: "cache")
      try NewsboatCache.insert((0..<items).lazy.map { item($0, by: &chance) }, in: db)
    }
    try queue.close()
  }

  private static func feed(_ number: Int) -> NewsboatCache.Feed {
    .init(
      address: "https://a\(number).example/feed.xml", site: "https://a\(number).example/",
      title: "Account \(number)")
  }

  private static func item(_ number: Int, by chance: inout SplitMix64) -> NewsboatCache.Item {
    let site = "https://a\(number / 1_000).example/"
    let daysAgo = Double(1_000 - number % 1_000) * 0.73
    var item = NewsboatCache.Item(
      guid: "\(site)post/\(number)", title: "Post \(number), on a day like others",
      link: "\(site)post/\(number)", feed: "\(site)feed.xml",
      published: Moment.daysAgo(daysAgo).seconds)
    item.content = "<p>Something short, said \(chance.below(90) + 2) times, and then once more.</p>"
    item.isUnread = chance.below(10) > 0
    return item
  }
}
