import Foundation

/// Whom somebody follows on Threads: two lists beside Instagram's, and never mixed with them.
package struct ThreadsImport: Importer {
  package let format = "threads"
  package let learns = "Whom you follow on Threads and since when, from Instagram's export."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    JSONGlance(source)?.names.contains { Self.lists.contains($0) } ?? false
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var list = MentionList(path: source.path, format: format)
    var followers: Set<String> = []
    var records = PickedRecords(source, options: options)
    try records.forEach(in: Self.lists.contains) { member, cursor in
      let entry = try MetaEntry(&cursor)
      guard let user = entry.user?.lowercased() else {
        return list.lose("an entry", "it has no user name")
      }
      guard member == Self.following else {
        followers.insert(user)
        return
      }
      list.keep(
        AccountMention(
          key: AccountKey(kind: .threads, value: user), title: user,
          site: entry.page.map(Address.init), followed: true, followedAt: entry.at))
    }
    var imported = list.imported
    imported.followers = followers.count
    imported.followerKeys = followers.sorted().map { AccountKey(kind: .threads, value: $0) }
    imported.skipped += records.lost
    imported.isComplete = records.isComplete
    return [imported]
  }

  private static let following = "text_post_app_text_post_app_following"
  private static let lists: Set<String> = [following, "text_post_app_text_post_app_followers"]
}
