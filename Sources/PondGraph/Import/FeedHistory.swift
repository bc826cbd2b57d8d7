import Foundation

/// The posts of one account, gathered from one feed file or from many of different days.
struct FeedHistory {
  let account: AccountKey
  /// Items that were not taken: without any identity, or standing twice in one file.
  private(set) var skipped: [Skipped] = []
  private var order: [PostID] = []
  private var newest: [PostID: FeedItem] = [:]

  /// Starts an empty history.
  init(account: AccountKey) {
    self.account = account
  }

  /// The posts, in the order in which they were first seen.
  var posts: [Post] {
    order.compactMap { id in newest[id].map { post($0, id: id) } }
  }

  /// Adds the items of a file. Files are added from the oldest to the newest: of an item seen
  /// twice the later edit counts, with what only the earlier one says.
  mutating func add(_ items: [FeedItem]) {
    var seen: Set<PostID> = []
    for (number, item) in items.enumerated() {
      guard let id = PostID(item) else {
        skip("item \(number + 1)", item, why: "it has no id, no link and no words")
        continue
      }
      if !seen.insert(id).inserted {
        skip(item.title ?? item.writtenID ?? id.value, item, why: "it stands in the file twice")
      }
      add(item, id: id)
    }
  }

  private mutating func skip(_ what: String, _ item: FeedItem, why: String) {
    let place = item.line > 0 ? "line \(item.line)" : nil
    skipped.append(Skipped(what: what, why: why, place: place, isLoss: false))
  }

  private mutating func add(_ item: FeedItem, id: PostID) {
    guard let known = newest[id] else {
      order.append(id)
      newest[id] = item
      return
    }
    let isOlderEdit = (item.updated ?? .distantPast) < (known.updated ?? .distantPast)
    newest[id] = isOlderEdit ? known.completed(by: item) : item.completed(by: known)
  }

  private func post(_ item: FeedItem, id: PostID) -> Post {
    Post(
      account: account, id: id, writtenID: item.writtenID, link: item.link.map(Address.init),
      title: item.title, published: item.date,
      author: item.authors.isEmpty ? nil : item.authors.joined(separator: ", "),
      kind: item.isRepost ? .repost : item.isReply ? .reply : .original, form: item.form,
      words: item.words, excerpt: item.excerpt, observability: 0)
  }
}

extension PostID {
  /// The identity of an item; what is attached stands in for a page, the first words for a title.
  /// Nil for an item with nothing.
  fileprivate init?(_ item: FeedItem) {
    self.init(
      writtenID: item.writtenID, link: item.link ?? item.attachment,
      title: item.title ?? item.excerpt,
      published: item.date)
  }
}

extension FeedItem {
  /// What the item asks of its reader where its length is not known.
  fileprivate var form: PostForm {
    switch media {
    case .audio: .episode
    case .video: .video
    case nil: title == nil ? .note : .article
    }
  }

  /// This item, with what only an earlier state of it says.
  fileprivate func completed(by earlier: FeedItem) -> FeedItem {
    var item = self
    item.link = link ?? earlier.link
    item.title = title ?? earlier.title
    item.published = published ?? earlier.published
    item.authors = authors.isEmpty ? earlier.authors : authors
    item.words = words ?? earlier.words
    item.excerpt = excerpt ?? earlier.excerpt
    item.media = media ?? earlier.media
    return item
  }
}
