import Foundation

/// The channels that somebody subscribed to, as Takeout writes them: a table in the language of the
/// account, told by the ids in its first column, or before 2021 a list in JSON with dates.
package struct YouTubeSubscriptionsImport: Importer {
  package let format = "youtube-subscriptions"
  package let learns =
    "The YouTube channels that you subscribed to, from Takeout; the list in JSON has dates too."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard !source.isFolder else { return false }
    if let glance = JSONGlance(source) { return Self.isList(glance) }
    return YouTubeColumns(source.firstRows(4)) != nil
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var list = MentionList(path: source.path, format: format)
    guard JSONGlance(source) != nil else {
      Self.readTable(source, into: &list)
      return [list.imported]
    }
    var records = PickedRecords(source, options: options)
    try records.forEach { _, cursor in Self.take(try cursor.value(), records: &list) }
    var imported = list.imported
    imported.skipped += records.lost
    imported.isComplete = records.isComplete
    return [imported]
  }

  private static func isList(_ glance: JSONGlance) -> Bool {
    glance.first?["kind"]?.text == "youtube#subscription"
      || glance.first?["snippet"]?["resourceId"]?["channelId"] != nil
  }

  private static func readTable(_ source: ImportSource, into list: inout MentionList) {
    var isFirst = true
    let columns = YouTubeColumns(source.firstRows(4)) ?? .usual
    source.table.forEachRow { row in
      defer { isFirst = false }
      guard let channel = row.trimmed(columns.id).flatMap(YouTubeChannel.init(id:)) else {
        if !isFirst { list.skip("a row", "it has no channel's id", row.line) }
        return
      }
      list.keep(
        AccountMention(
          key: channel.key, address: channel.feed, title: row.trimmed(columns.title),
          site: row.trimmed(columns.page).map(Address.init), followed: true))
    }
  }

  private static func take(_ value: JSONValue, records list: inout MentionList) {
    let snippet = value["snippet"]
    let id = snippet?["resourceId"]?["channelId"]?.text
    guard let channel = id.flatMap(YouTubeChannel.init(id:)) else {
      return list.lose("a subscription", "it names no channel")
    }
    list.keep(
      AccountMention(
        key: channel.key, address: channel.feed, title: snippet?["title"]?.text,
        site: channel.key.profile, followed: true,
        followedAt: snippet?["publishedAt"]?.text.flatMap(FeedDate.parse)))
  }
}

/// Which column holds what, told by a row: the headings are in the language of the account.
private struct YouTubeColumns {
  let id: Int
  let page: Int
  let title: Int

  static let usual = YouTubeColumns(id: 0, page: 1, title: 2)

  private init(id: Int, page: Int, title: Int) {
    (self.id, self.page, self.title) = (id, page, title)
  }

  /// Looks at the first rows; nil where none of them has a channel's id.
  init?(_ rows: [[String]]) {
    let found = rows.lazy.compactMap { row in
      row.firstIndex { YouTubeChannel(id: $0) != nil }.map { (row, $0) }
    }
    guard let (row, id) = found.first else { return nil }
    let others = row.indices.filter { $0 != id }
    let page = others.first { row[$0].hasPrefix("http://") || row[$0].hasPrefix("https://") }
    let title = others.first { $0 != page }
    self.init(id: id, page: page ?? row.count, title: title ?? row.count)
  }
}
