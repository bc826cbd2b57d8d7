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
    return source.firstRows(4).contains { YouTubeChannel(id: $0.first ?? "") != nil }
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
    source.table.forEachRow { row in
      defer { isFirst = false }
      guard let channel = row.trimmed(0).flatMap(YouTubeChannel.init(id:)) else {
        if !isFirst { list.skip("a row", "it has no channel's id in front", row.line) }
        return
      }
      list.keep(
        AccountMention(
          key: channel.key, address: channel.feed, title: row.trimmed(2),
          site: row.trimmed(1).map(Address.init), followed: true))
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
