import Foundation

/// What the tool *mastodon-archive* of Alex Schroeder keeps of an account, as Mastodon's interface
/// answered: one JSON object with statuses, favourites, bookmarks, mentions, whom one follows and
/// by whom one is followed. What is not public is passed over (I8).
package struct MastodonToolImport: Importer {
  package let format = "mastodon-archive-json"
  package let learns =
    "Whom you follow on Mastodon, what you favourited, boosted, answered and bookmarked, from the tool mastodon-archive."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let names = JSONGlance(source)?.names, names.contains("account") else { return false }
    if names.contains("statuses") { return true }
    return !names.isDisjoint(with: ["favourites", "following"])
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var reading = MastodonToolReading(source, options, format: format)
    let outcome = JSONDocuments.forEach(in: source.bytes, lists: MastodonToolReading.lists) {
      piece in
      switch piece {
      case .record(let record, let list?, _): reading.take(record, in: list)
      case .record(let whole, nil, _), .document(let whole): reading.takeOwner(whole)
      }
    }
    var imported = reading.finished()
    try outcome.note(in: &imported, source, of: "record", options)
    return [imported]
  }
}

/// Such a file, being read record by record.
private struct MastodonToolReading {
  static let lists: Set<String> = [
    "statuses", "favourites", "bookmarks", "mentions", "following", "followers",
  ]
  private var list: MentionList
  private var posts: [Post] = []
  private var addressed: [AddressedWords] = []
  private var followers: [AccountKey] = []
  private var owner: AccountKey?
  private var notPublic = 0
  private var times: [Date] = []
  private let home: String?
  private let now: Date

  init(_ source: ImportSource, _ options: ImportOptions, format: String) {
    list = MentionList(path: source.path, format: format)
    // The tool names its file by the server: `social.example.user.ada.json`.
    let name = source.name
    let server = name.range(of: ".user.").map { String(name[..<$0.lowerBound]) }
    home = options.homeServer ?? server
    now = options.now
  }

  mutating func takeOwner(_ whole: JSONValue) {
    owner = whole["account"].flatMap(key) ?? owner
  }

  mutating func take(_ record: JSONValue, in list: String) {
    switch list {
    case "statuses": takeOwn(record)
    case "favourites": takeMarked(record, .liked)
    case "bookmarks": takeMarked(record, .saved)
    case "mentions": takeMention(record)
    case "following": takeFollowed(record)
    default: if let key = key(record) { followers.append(key) }
    }
  }

  // MARK: Whom

  private mutating func takeFollowed(_ record: JSONValue) {
    guard let written = record["acct"]?.text, let key = key(record) else {
      return list.lose("a followed account", "it has no name")
    }
    list.keep(
      AccountMention(
        key: key, address: Address(written), title: record["display_name"]?.text,
        site: record["url"]?.text.map(Address.init), followed: true))
  }

  // An account of the server that answered has no server in its name; its page has.
  private func key(_ account: JSONValue) -> AccountKey? {
    guard let acct = account["acct"]?.text.flatMap(Acct.init) else { return nil }
    let page = account["url"]?.text.flatMap { Address($0).canonical.split(separator: "/").first }
    return acct.key(home: page.map(String.init) ?? home)
  }

  // MARK: What passed between

  private mutating func takeOwn(_ status: JSONValue) {
    guard isPublic(status) else { return notPublic += 1 }
    let at = status["created_at"]?.text.flatMap(FeedDate.parse)
    if let at { times.append(at) }
    if let other = status["reblog"], let author = other["account"].flatMap(key) {
      guard isPublic(other) else { return notPublic += 1 }
      know(other, of: author)
      return list.add(Act(account: author, post: id(other), kind: .reshared, at: at))
    }
    let answered = status["in_reply_to_account_id"]?.word
    for mention in status["mentions"]?.elements ?? [] {
      guard let key = key(mention), key != owner else { continue }
      let isAnswer = answered != nil && mention["id"]?.word == answered
      list.add(Act(account: key, post: nil, kind: isAnswer ? .replied : .wrote, at: at))
    }
  }

  // The date that stands there is that of the post, not of the mark: what its address holds is told, as it
  // is of a mark in Mastodon's own archive.
  private mutating func takeMarked(_ status: JSONValue, _ kind: ActKind) {
    guard isPublic(status) else { return notPublic += 1 }
    guard let author = status["account"].flatMap(key), let post = id(status) else {
      return list.lose("a post that you marked", "nothing says whose it is")
    }
    know(status, of: author)
    let at = (status["uri"] ?? status["url"])?.text.flatMap { PostName.moment(in: $0, now: now) }
    list.add(Act(account: author, post: post, kind: kind, at: at))
  }

  // A notification of being named, or the status itself.
  private mutating func takeMention(_ record: JSONValue) {
    let status = record["status"] ?? record
    guard isPublic(status) else { return notPublic += 1 }
    let at = (record["created_at"] ?? status["created_at"])?.text.flatMap(FeedDate.parse)
    guard let at, let author = (record["account"] ?? status["account"]).flatMap(key) else { return }
    addressed.append(AddressedWords(account: author, at: at))
  }

  private mutating func know(_ status: JSONValue, of author: AccountKey) {
    guard let id = id(status) else { return }
    posts.append(
      Post(
        account: author, id: id, writtenID: status["uri"]?.text,
        link: status["url"]?.text.map(Address.init),
        published: status["created_at"]?.text.flatMap(FeedDate.parse), form: .note,
        isKnownByActAlone: true))
  }

  private func id(_ status: JSONValue) -> PostID? {
    (status["uri"]?.text ?? status["url"]?.text).map(PostID.init(written:))
  }

  private func isPublic(_ status: JSONValue) -> Bool {
    switch status["visibility"]?.text {
    case "private", "direct": false
    default: true
    }
  }

  func finished() -> Imported {
    var finished = list.imported
    var known: Set<PostID> = []
    finished.posts = posts.filter { known.insert($0.id).inserted }
    finished.addressed = addressed
    finished.owner = owner
    finished.followerKeys = followers.uniqued()
    finished.followers = finished.followerKeys.count
    finished.skipped += [
      .several(notPublic, "post", " of limited visibility", why: "it is not read")
    ].compactMap { $0 }
    if let first = times.min(), let last = times.max() {
      finished.attention = [
        Attention(kind: .fediverse, from: first, to: last, observability: 0.25)
      ]
    }
    return finished
  }
}
