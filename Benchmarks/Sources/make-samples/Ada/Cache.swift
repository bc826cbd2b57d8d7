internal import GRDB
import Foundation
import Seeded

/// Ada's newsboat database: the items of her feeds, with what she did.
enum Cache {
  /// Writes it anew.
  static func write(_ people: [(source: Source, history: [Item])], to url: URL) throws {
    let known = people.filter { $0.source.isInNewsboat }
    let items = known.flatMap { rows(of: $0.source, $0.history) }
      .enumerated()
      // In the order in which newsboat met them; the place in the list breaks ties.
      .sorted { ($0.element.published, $0.offset) < ($1.element.published, $1.offset) }
      .map(\.element)
    try RepeatableDatabase.write(to: url) { db in
      try NewsboatCache.create(in: db)
      try NewsboatCache.insert(known.map { row(of: $0.source) }, in: db)
      try NewsboatCache.insert(items, in: db)
    }
  }

  private static func row(of source: Source) -> NewsboatCache.Feed {
    var feed = NewsboatCache.Feed(address: source.feed, site: source.site, title: source.title)
    feed.isRightToLeft = source.language == "ar"
    feed.etag = source.grammar == .atom ? "W/\"\(source.slug)-\(source.words)\"" : ""
    return feed
  }

  private static func rows(of source: Source, _ history: [Item]) -> [NewsboatCache.Item] {
    // Following a feed brings what it shows on that day, all of it unread.
    let since = Moment.daysAgo(source.followed ?? 100_000)
    let before = history.filter { $0.published < since }.suffix(source.shown ?? 10)
    let kept = Array(before) + history.filter { $0.published >= since }
    guard source.slug == "tidewater" else { return kept.map { row(of: $0, in: source) } }
    return kept.map { row(of: $0.respelled(on: source.firstSeen($0)), in: source) }
      + respelled(kept, in: source)
  }

  private static func row(of item: Item, in source: Source) -> NewsboatCache.Item {
    var row = NewsboatCache.Item(
      guid: source.guid(of: item), title: item.title, link: item.link, feed: source.feed,
      published: item.published.seconds)
    row.author = source.grammar == .atom ? "" : source.author
    row.content = item.html
    row.isUnread = !item.isRead
    row.flags = item.isFlagged ? "s" : nil
    row.isEnqueued = item.isEnqueued
    row.isDeleted = item.isDeleted
    if source.form == .episode {
      row.enclosure = ("\(source.site)audio/\(source.slug)-\(item.number).mp3", "audio/mpeg")
    }
    return row
  }

  /// When the almanac changed its ids, newsboat took what the feed then showed for new posts. It
  /// keeps those it knew already a second time, unread.
  private static func respelled(_ items: [Item], in source: Source) -> [NewsboatCache.Item] {
    source.snapshots.dropFirst().dropLast().flatMap { day in
      let known = items.filter { $0.published <= Moment.atSeven(on: day) }
      return known.suffix(source.shown ?? 0).filter { source.firstSeen($0) < day }.map {
        var again = $0.respelled(on: day)
        again.isRead = false
        return row(of: again, in: source)
      }
    }
  }
}

extension Source {
  /// The day of the first snapshot that shows a post.
  fileprivate func firstSeen(_ item: Item) -> String {
    snapshots.first { Moment.atSeven(on: $0) >= item.published } ?? snapshots.last ?? ""
  }
}

extension Cache {
  /// How many items a newsboat database holds.
  static func count(in url: URL) throws -> Int {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: url.path, configuration: configuration).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM rss_item") ?? 0
    }
  }
}
