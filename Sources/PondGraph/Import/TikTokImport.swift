import Foundation

/// What TikTok sends on request as JSON: whom somebody follows, since when. Liked and watched
/// videos stand in it by their number alone, without their maker; messages are not read (I8).
package struct TikTokImport: Importer {
  package let format = "tiktok"
  package let learns = "Whom you follow on TikTok and since when, from user_data.json."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let names = JSONGlance(source)?.names else { return false }
    return names.contains("Your Activity") || names.contains("Likes and Favorites")
      || names.contains("Activity") && (names.contains("Profile") || names.contains("App Settings"))
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var imported = Imported(path: source.path, format: format)
    var list = MentionList(path: source.path, format: format)
    var videos = 0
    for document in try source.documents(&imported, of: "document", options) {
      for group in ["Your Activity", "Activity", "Profile And Settings", "Profile"] {
        for name in ["Following", "Following List"] {
          for entry in document[group]?[name]?["Following"]?.elements ?? [] {
            take(entry, &list)
          }
        }
      }
      for group in ["Likes and Favorites", "Your Activity", "Activity"] {
        videos += document[group]?["Like List"]?["ItemFavoriteList"]?.elements.count ?? 0
      }
    }
    imported.accounts = list.imported.accounts
    imported.skipped += list.imported.skipped
    imported.skipped += [
      .several(videos, "liked video", "", why: "nothing says whose it is")
    ].compactMap { $0 }
    return [imported]
  }

  private func take(_ entry: JSONValue, _ list: inout MentionList) {
    guard let name = (entry["UserName"] ?? entry["userName"])?.text else {
      return list.lose("a followed account", "it has no name")
    }
    let page = Address("https://www.tiktok.com/@\(name)")
    list.keep(
      AccountMention(
        key: AccountKey(kind: .site, value: page.canonical), title: "@\(name)", site: page,
        folders: [[]], followed: true,
        followedAt: (entry["Date"] ?? entry["date"])?.text.flatMap(SavedTableImport.moment)))
  }
}
