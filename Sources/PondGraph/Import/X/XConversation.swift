import Foundation

/// What the person's own tweets say of what they did towards others: answered, passed on, quoted,
/// wrote to. The tweets themselves are not kept.
struct XConversation {
  /// Who is behind the numbers.
  private(set) var people = XPeople()
  private var deeds: [Deed] = []
  private var own: Set<UInt64> = []
  private var first: Date?
  private var last: Date?
  private var authors: Set<UInt64> = []

  private struct Deed {
    let kind: ActKind
    /// The number of the one it was done to, or the handle.
    let id: UInt64?
    let handle: String?
    let tweet: UInt64?
    let at: Date?
  }

  /// What was made of it all.
  struct Spoken {
    var acts: [Act] = []
    /// Whose the tweets are of which that is known.
    var authors: [UInt64: UInt64] = [:]
    var skipped: [Skipped] = []
  }

  // MARK: Taking

  /// Takes one tweet of the person's.
  mutating func take(_ tweet: XTweet) {
    if let id = tweet.id { own.insert(id) }
    if let author = tweet.author { authors.insert(author) }
    noticePeople(of: tweet)
    noticeDate(tweet.createdAt)
    if tweet.resharedHandle != nil || tweet.resharedTweet != nil {
      takeReshared(tweet)
    } else {
      takeOwnWords(tweet)
    }
  }

  /// Takes no more of a tweet than who is who.
  mutating func noticePeople(of tweet: XTweet) {
    for person in tweet.mentions { people.note(person, at: tweet.createdAt) }
    if let original = tweet.resharedTweet { people.note(original.author, at: tweet.createdAt) }
    if let id = tweet.answeredUser {
      people.note(
        XPerson(id: id, handle: tweet.answeredHandle, name: nil), at: tweet.createdAt)
    }
  }

  private mutating func noticeDate(_ date: Date?) {
    guard let date else { return }
    first = min(first ?? date, date)
    last = max(last ?? date, date)
  }

  private mutating func takeReshared(_ tweet: XTweet) {
    if let original = tweet.resharedTweet {
      return add(.reshared, original.author.id, tweet: original.tweet, tweet)
    }
    let handle = tweet.resharedHandle
    let author = tweet.mentions.first { $0.handle?.lowercased() == handle?.lowercased() }
    add(.reshared, author?.id, handle: handle, tweet)
  }

  private mutating func takeOwnWords(_ tweet: XTweet) {
    if let user = tweet.answeredUser {
      add(.replied, user, handle: tweet.answeredHandle, tweet: tweet.answeredTweet, tweet)
    } else if tweet.answeredHandle == nil, tweet.answeredTweet == nil {
      var named: Set<UInt64> = []
      for person in tweet.mentions where named.insert(person.id).inserted {
        add(.wrote, person.id, handle: person.handle, tweet)
      }
    }
    var quoted: Set<UInt64> = []
    for link in tweet.linked where quoted.insert(link.tweet).inserted {
      add(.quoted, nil, handle: link.handle, tweet: link.tweet, tweet)
    }
  }

  private mutating func add(
    _ kind: ActKind, _ id: UInt64?, handle: String? = nil, tweet: UInt64? = nil, _ own: XTweet
  ) {
    deeds.append(
      Deed(kind: kind, id: id, handle: handle, tweet: tweet, at: own.createdAt))
  }

  // MARK: The end

  /// Whose tweets these are, where one of them answers another or every one says it.
  var provenAuthor: UInt64? {
    if authors.count == 1 { return authors.first }
    return deeds.lazy.first { deed in
      deed.kind == .replied && deed.tweet.map { own.contains($0) } == true
    }?.id
  }

  /// The stretch of time in which a reply or a repost would have left a trace.
  var attention: [Attention] {
    guard let first, let last else { return [] }
    return [Attention(kind: .x, from: first, to: last, observability: 0.1)]
  }

  /// The acts, those towards the person themselves left out.
  func acts(me: XOwner) -> Spoken {
    var spoken = Spoken()
    spoken.acts.reserveCapacity(deeds.count)
    var keys: [UInt64: AccountKey] = [:]
    var unknown = 0
    for deed in deeds where !me.isMe(deed.id, deed.handle) {
      guard let id = deed.id ?? deed.handle.flatMap(people.id(of:)) else {
        unknown += 1
        continue
      }
      guard !me.isMe(id, nil) else { continue }
      let key = keys[id] ?? XPeople.key(id)
      keys[id] = key
      if let tweet = deed.tweet { spoken.authors[tweet] = id }
      spoken.acts.append(
        Act(account: key, post: deed.tweet.map(XPost.id), kind: deed.kind, at: deed.at))
    }
    spoken.skipped += [
      .several(
        unknown, "tweet", " quoted or passed on",
        why: "the archive does not say whose the handle is")
    ].compactMap { $0 }
    return spoken
  }
}

/// Posts of X.
enum XPost {
  /// Which post it is: its page, which needs no handle to be found.
  static func id(_ tweet: UInt64) -> PostID { PostID("x.com/i/web/status/\(tweet)") }
}
