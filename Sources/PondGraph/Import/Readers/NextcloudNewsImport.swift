import Foundation

/// Nextcloud News's `articles.json`: the articles that are unread or starred. Those that were read
/// are not in it, so that it shows whom one starred, and no share.
package struct NextcloudNewsImport: Importer {
  package let format = "nextcloud-news"
  package let learns = "Nextcloud News's articles.json: the posts of your feeds that you starred."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let first = source.firstRecords([], atMost: 1).first?.record else { return false }
    return ["feedLink", "pubDate", "unread", "starred"].allSatisfy { first[$0] != nil }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var imported = Imported(path: source.path, format: format)
    var feeds: Set<String> = []
    var number = 0
    let outcome = JSONDocuments.forEach(in: source.bytes) { piece in
      guard case .record(let record, _, _) = piece else { return }
      number += 1
      guard let feed = record["feedLink"]?.text, let post = Self.post(record, feed) else {
        imported.skipped.append(
          Skipped(what: "article \(number)", why: "nothing says which feed it is of", isLoss: true))
        return
      }
      if feeds.insert(feed).inserted {
        imported.accounts.append(AccountMention(reading: Address(feed), followed: false))
      }
      let isStarred = record["starred"]?.isSet ?? false
      guard isStarred else { return }
      imported.posts.append(post)
      imported.acts.append(Act(account: post.account, post: post.id, kind: .starred))
    }
    try outcome.note(in: &imported, source, of: "article", options)
    return [imported]
  }

  private static func post(_ record: JSONValue, _ feed: String) -> Post? {
    let (written, link) = (record["guid"]?.word, record["url"]?.text)
    let published = Date(plausible: record["pubDate"]?.integer)
    let title = record["title"]?.text
    guard let id = PostID(writtenID: written, link: link, title: title, published: published)
    else { return nil }
    let text = ReaderText(record["body"]?.text)
    return Post(
      account: AccountKey(reading: Address(feed)), id: id, writtenID: written,
      link: link.map(Address.init), title: title, published: published,
      author: record["author"]?.text, form: title == nil ? .note : .article, words: text.words,
      excerpt: text.excerpt, observability: ReaderTrace.starsAlone, isKnownByActAlone: true)
  }
}
