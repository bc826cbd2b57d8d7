import Foundation

/// Whom somebody follows on Tumblr, from the answer of its interface to `/v2/user/following`. Every
/// blog there has a feed.
package struct TumblrImport: Importer {
  package let format = "tumblr-following"
  package let learns =
    "The blogs that you follow on Tumblr, from the answer of its API to /v2/user/following."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let first = source.firstRecords([], atMost: 1).first?.record else { return false }
    let blog = Self.blogs(first).first
    return blog?["name"]?.text != nil && blog?["url"]?.text != nil
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var imported = Imported(path: source.path, format: format)
    var list = MentionList(path: source.path, format: format)
    for document in try source.documents(&imported, of: "page", options) {
      for blog in Self.blogs(document) { take(blog, &list) }
    }
    imported.accounts = list.imported.accounts
    imported.skipped += list.imported.skipped
    return [imported]
  }

  private static func blogs(_ document: JSONValue) -> [JSONValue] {
    ((document["response"] ?? document)["blogs"] ?? .null).elements
  }

  // `https://www.tumblr.com/name` shows no feed; `https://name.tumblr.com` and domains of one's own do.
  private func take(_ blog: JSONValue, _ list: inout MentionList) {
    guard let name = blog["name"]?.text, let page = blog["url"]?.text.flatMap(PageAddress.init)
    else { return list.lose("a blog", "it has no name or no address") }
    let host = page.address.canonical.split(separator: "/").first.map(String.init) ?? ""
    let home = ["tumblr.com", "www.tumblr.com"].contains(host) ? "\(name).tumblr.com" : host
    list.keep(
      AccountMention(
        reading: Address("https://\(home)/rss"), title: blog["title"]?.text ?? name,
        site: page.address, folders: [[]], followed: true))
  }
}
