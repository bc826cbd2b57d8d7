package import Foundation

/// The public author feed of Bluesky's AppView (`app.bsky.feed.getAuthorFeed`): what somebody
/// posted, answered and passed on lately.
package enum BlueskyAuthorFeed {
  /// What it teaches of the account; nil where the bytes are no such answer.
  package static func imported(_ bytes: Data, of account: AccountKey, now: Date) -> Imported? {
    var posts: [Post] = []
    var isFeed = false
    _ = JSONDocuments.forEach(in: bytes, lists: ["feed"]) { piece in
      switch piece {
      case .record(let value, of: "feed", _):
        if let post = post(value, account, now) { posts.append(post) }
      // Only a document that has the list says what follows it.
      case .document: isFeed = true
      case .record: break
      }
    }
    guard isFeed else { return nil }
    var imported = Imported(path: FetchedFeed.path(account, .feed), format: "feed")
    imported.posts = posts
    if let oldest = posts.compactMap(\.published).min(), oldest <= now {
      imported.coverage = [Coverage(account: account, from: oldest, to: now)]
    }
    return imported
  }

  private static func post(
    _ value: JSONValue, _ account: AccountKey, _ now: Date
  ) -> Post? {
    guard let post = value["post"], let uri = post["uri"]?.text else { return nil }
    let record = post["record"]
    let isRepost = value["reason"]?["$type"]?.text?.hasSuffix("reasonRepost") ?? false
    let written = isRepost ? value["reason"]?["indexedAt"]?.text : record?["createdAt"]?.text
    let text = record?["text"]?.text
    return Post(
      account: account, id: PostID(written: uri), writtenID: uri,
      published: written.flatMap(FeedDate.parse)
        ?? (isRepost ? nil : PostName.moment(in: uri, now: now)),
      author: post["author"]?["displayName"]?.text ?? post["author"]?["handle"]?.text,
      kind: isRepost ? .repost : record?["reply"] == nil ? .original : .reply, form: .note,
      words: text.map { $0.split(whereSeparator: \.isWhitespace).count }, excerpt: text)
  }
}
