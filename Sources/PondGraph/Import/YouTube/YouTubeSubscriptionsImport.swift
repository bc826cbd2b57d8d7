import Foundation

/// The channels that somebody subscribed to, as Takeout writes them: a table in the language of the
/// account, told by the address of a channel beside its id, or before 2021 a list in JSON with dates.
/// The other tables of a Takeout, of one's own channel and comments, have an id alone.
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
      let cut = Self.readTable(source, into: &list)
      var imported = list.imported
      imported.isComplete = try source.isWhole(
        cut, standing: imported.accounts.count, "channel", options)
      return [imported]
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

  private static func readTable(_ source: ImportSource, into list: inout MentionList) -> TableCut? {
    var isFirst = true
    let rows = source.firstRows(4)
    let columns = YouTubeColumns(rows) ?? YouTubeColumns(rows, needsPage: false) ?? .usual
    return source.forEachWholeRow { row in
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

  /// Looks at the first rows.
  /// - Parameter needsPage: whether a channel's page has to stand beside its id.
  /// - Returns: nil where none of them has what is needed.
  init?(_ rows: [[String]], needsPage: Bool = true) {
    for row in rows {
      guard let id = row.firstIndex(where: { YouTubeChannel(id: $0) != nil }) else { continue }
      let page = row.firstIndex { YouTubeChannel(page: $0)?.id == row[id] }
      guard page != nil || !needsPage else { continue }
      let title = row.indices.first { $0 != id && $0 != page }
      self.init(id: id, page: page ?? row.count, title: title ?? row.count)
      return
    }
    return nil
  }
}
