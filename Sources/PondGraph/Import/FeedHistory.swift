import Foundation

/// The posts of one account, gathered from one feed file or from many of different days.
struct FeedHistory {
  let account: AccountKey
  private let now: Date
  /// Items that were not taken: without any identity, or standing twice in one file.
  private(set) var skipped: [Skipped] = []
  /// The posts, in the order in which they were first seen.
  private(set) var posts: [Post] = []
  /// Where in `posts` each stands.
  private var places: [PostID: Int] = [:]
  /// When the items that say so were edited last.
  private var edits: [PostID: Date] = [:]
  private var gathering = LinkGathering()

  /// Whose places the posts point at.
  var links: PostLinks { gathering.links }

  /// Starts an empty history.
  /// - Parameter site: the account's home page as the feed has it.
  init(account: AccountKey, site: String?, now: Date) {
    self.account = account
    self.now = now
    gathering.know(site.map(Address.init), of: account)
  }

  /// Adds the items of a file. Files are added from the oldest to the newest: of an item seen
  /// twice the later edit counts, with what only the earlier one says. In a damaged file, an item
  /// without any identity has lost it.
  /// - Returns: the date of each post of the file as it has it; nil for a post without one.
  @discardableResult
  mutating func add(_ items: [FeedItem], isDamaged: Bool) -> [Date?] {
    let before = posts.count
    var dates: [Date?] = []
    posts.reserveCapacity(before + items.count)
    places.reserveCapacity(before + items.count)
    var again: Set<PostID> = []
    let ids = Self.identities(of: items)
    for (place, item) in items.enumerated() {
      guard let id = ids[place] else {
        skip(
          "item \(item.number > 0 ? item.number : place + 1)", item,
          why: "it has no id, no link, no words and no date", isLoss: isDamaged)
        continue
      }
      let post = post(item, id: id)
      let isNew = places[id] == nil
      // One of this file: new in it, or known from an earlier one and met a second time.
      if !isNew, places[id] ?? 0 >= before || !again.insert(id).inserted {
        skip(
          item.title ?? item.writtenID ?? id.value, item, why: "it stands in the file twice",
          isLoss: false)
      } else {
        dates.append(post.published)
      }
      add(post, of: item)
    }
    return dates
  }

  /// Which post each item of one file is. Where a file gives one id and one page to items of different
  /// dates of publication, these say nothing about which item is meant.
  private static func identities(of items: [FeedItem]) -> [PostID?] {
    let ids = items.map { PostID($0) }
    let groups = Dictionary(grouping: ids.indices.filter { ids[$0] != nil }) { ids[$0] }
    guard groups.count < ids.count else { return ids }
    var told = ids
    for places in groups.values where places.count > 1 {
      guard Set(places.compactMap { items[$0].published }).count > 1 else { continue }
      for place in places {
        told[place] = ids[place]?.toldApart(
          title: items[place].title ?? items[place].excerpt, published: items[place].date)
      }
    }
    return told
  }

  private mutating func skip(_ what: String, _ item: FeedItem, why: String, isLoss: Bool) {
    let place = item.line > 0 ? "line \(item.line)" : nil
    skipped.append(Skipped(what: what, why: why, place: place, isLoss: isLoss))
  }

  private mutating func add(_ post: Post, of item: FeedItem) {
    let id = post.id
    if let place = places[id] {
      let isOlderEdit = (item.updated ?? .distantPast) < (edits[id] ?? .distantPast)
      posts[place] =
        isOlderEdit ? posts[place].completed(by: post) : post.completed(by: posts[place])
      gathering.take(item.pointed, link: item.link, of: account, post: place)
      if isOlderEdit { return }
    } else {
      gathering.take(item.pointed, link: item.link, of: account, post: posts.count)
      places[id] = posts.count
      posts.append(post)
    }
    edits[id] = item.updated
  }

  private func post(_ item: FeedItem, id: PostID) -> Post {
    let title = RepeatedTitle.own(item.title, excerpt: item.excerpt, words: item.words)
    return Post(
      account: account, id: id, writtenID: item.writtenID, link: item.link.map(Address.init),
      title: title, published: item.date ?? moment(item),
      author: item.authors.isEmpty ? nil : item.authors.joined(separator: ", "),
      kind: item.isRepost ? .repost : item.isReply ? .reply : .original,
      form: item.form(isTitled: title != nil), words: item.words, excerpt: item.excerpt,
      observability: 0)
  }

  // An item without a date may have one in its address or its id.
  private func moment(_ item: FeedItem) -> Date? {
    [item.link, item.writtenID].lazy.compactMap { $0 }
      .compactMap { PostName.moment(in: $0, now: now) }.first
  }
}

extension PostID {
  /// The identity of an item; what is attached or shown stands in for a page, the first words for a
  /// title. An item with nothing of all this is known by its date; nil for one without any.
  fileprivate init?(_ item: FeedItem) {
    let words = item.title ?? item.excerpt
    let named = PostID(
      writtenID: item.writtenID, link: item.link ?? item.attachment, title: words,
      published: item.date)
    let shown = PostID(writtenID: nil, link: item.picture, title: nil, published: nil)
    let dated = item.date.map { PostID("date:\($0.timeIntervalSince1970)") }
    guard let id = named ?? shown ?? dated else { return nil }
    self = id
  }
}

extension FeedItem {
  /// What the item asks of its reader where its length is not known.
  fileprivate func form(isTitled: Bool) -> PostForm {
    switch media {
    case .audio: .episode
    case .video: .video
    case nil: isTitled ? .article : .note
    }
  }
}

extension Post {
  /// This post, with what only an earlier state of it says, and the earlier date: some feeds give their posts
  /// new dates at every build (E-17).
  fileprivate func completed(by earlier: Post) -> Post {
    Post(
      account: account, id: id, writtenID: writtenID ?? earlier.writtenID,
      link: link ?? earlier.link, title: title ?? earlier.title,
      published: [published, earlier.published].compactMap { $0 }.min(),
      author: author ?? earlier.author, kind: kind,
      form: title == nil && earlier.title != nil ? earlier.form : form,
      words: words ?? earlier.words, excerpt: excerpt ?? earlier.excerpt,
      observability: observability)
  }
}
