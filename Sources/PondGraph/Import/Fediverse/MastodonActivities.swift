import Foundation

/// The activities of one person's archive, gathered; whom they were done to is settled at the end,
/// when every name that stands anywhere in the archive is known.
struct MastodonActivities {
  private var imported: Imported
  private let now: Date
  private var names = FediverseNames()
  private var deeds: [Deed] = []
  private var own: [OwnPost] = []
  private var notPublic = 0
  private var quiet = 0
  private var other: [String: Int] = [:]
  private var oddities = 0
  /// The moment of the newest activity, whatever it is.
  private(set) var newest: Date?

  /// Something that was done with a post, its author not yet settled.
  private struct Deed {
    let kind: ActKind
    let post: String?
    let actor: String?
    let at: Date?
    /// What it is called where its author cannot be told.
    let word: String

    /// Whether it comes out of a list of marked posts.
    var isMark: Bool { kind == .liked || kind == .saved }
  }

  /// A post of the archive's owner: what it is, and no word of it.
  private struct OwnPost {
    let id: String
    let kind: PostKind
    let at: Date?
  }

  /// Mastodon did not exist before.
  private static let earliest = Date(timeIntervalSince1970: 1_451_606_400)

  init(path: String, format: String, now: Date) {
    imported = Imported(path: path, format: format)
    self.now = now
  }

  // MARK: Parts

  /// Whose archive it is.
  mutating func takeActor(_ actor: JSONValue) {
    guard let id = actor["id"]?.text else { return }
    names.takeOwner(id, name: actor["preferredUsername"]?.text)
  }

  /// A part, by its name.
  mutating func take(
    _ source: ImportSource, as part: String, _ options: ImportOptions
  ) throws {
    var count = 0
    var announced: String?
    let outcome = JSONDocuments.forEach(in: source.bytes, lists: ["orderedItems"]) { piece in
      switch piece {
      case .record(let item, "orderedItems", _):
        count += 1
        take(item, of: part)
      case .record(let document, _, _), .document(let document):
        announced = document["totalItems"]?.word ?? announced
      }
    }
    try outcome.note(in: &imported, source, of: "entry of \(part)", options)
    if let announced, Int(announced) != count + outcome.lost.count {
      imported.warnings.append(
        "\(part) says that it holds \(announced) entries, and holds \(count)")
    }
  }

  private mutating func take(_ item: JSONValue, of part: String) {
    switch part {
    case "likes.json": mark(item, .liked, "favourite")
    case "bookmarks.json": mark(item, .saved, "bookmark")
    default: activity(item)
    }
  }

  private mutating func mark(_ item: JSONValue, _ kind: ActKind, _ word: String) {
    guard let uri = item.text ?? item["id"]?.text ?? item["object"]?.text else {
      oddities += 1
      return
    }
    deeds.append(Deed(kind: kind, post: uri, actor: nil, at: nil, word: word))
  }

  // MARK: Activities

  private mutating func activity(_ item: JSONValue) {
    // What is not for everybody is not looked at any further.
    guard Self.isPublic(item),
      item["object"]?["to"] == nil || Self.isPublic(item["object"] ?? .null)
    else {
      notPublic += 1
      return
    }
    let at = date(item["published"]?.text ?? item["object"]?["published"]?.text)
    newest = [newest, at].compactMap { $0 }.max()
    if let actor = item["actor"]?.text { names.takeOwner(actor, name: nil) }
    switch item["type"]?.text {
    case "Announce": announce(item, at)
    case "Create": create(item["object"] ?? .null, at)
    case let type?: other[type, default: 0] += 1
    case nil: oddities += 1
    }
  }

  private mutating func announce(_ item: JSONValue, _ at: Date?) {
    guard let post = item["object"]?.text ?? item["object"]?["id"]?.text else {
      oddities += 1
      return
    }
    let actor = Self.addressees(item, "cc").first { !Self.isCrowd($0) && !names.isOwner($0) }
    if let actor { names.takeAuthor(actor, of: post) }
    keep(item["id"]?.text, .repost, at)
    deeds.append(Deed(kind: .reshared, post: post, actor: actor, at: at, word: "boost"))
  }

  private mutating func create(_ object: JSONValue, _ at: Date?) {
    let mentioned = mentions(object)
    var says = false
    let isAnswer = object["inReplyTo"].map { $0 != .null } ?? false
    keep(object["id"]?.text, isAnswer ? .reply : .original, at)
    if let quoted = Self.quoted(object) {
      deeds.append(Deed(kind: .quoted, post: quoted, actor: nil, at: at, word: "quotation"))
      says = true
    }
    if let parent = object["inReplyTo"]?.text ?? object["inReplyTo"]?["id"]?.text {
      answer(parent, mentioned, at)
      return
    }
    for actor in mentioned {
      deeds.append(Deed(kind: .wrote, post: nil, actor: actor, at: at, word: "mention"))
    }
    if !says, mentioned.isEmpty { quiet += 1 }
  }

  private mutating func keep(_ id: String?, _ kind: PostKind, _ at: Date?) {
    if let id { own.append(OwnPost(id: id, kind: kind, at: at)) }
  }

  // Where the address of the post does not say whose it is, the one account that the answer names
  // is whom it answers; of several nothing says which, so that it is words to each of them.
  private mutating func answer(_ parent: String, _ mentioned: [String], _ at: Date?) {
    let isTold = FediverseURI(parent)?.account != nil || names.author(of: parent) != nil
    if isTold || mentioned.count < 2 {
      if !isTold, let actor = mentioned.first { names.takeAuthor(actor, of: parent) }
      deeds.append(
        Deed(
          kind: .replied, post: parent, actor: isTold ? nil : mentioned.first, at: at,
          word: "answer"))
    } else {
      for actor in mentioned {
        deeds.append(Deed(kind: .wrote, post: nil, actor: actor, at: at, word: "answer"))
      }
    }
  }

  private mutating func mentions(_ object: JSONValue) -> [String] {
    var mentioned: [String] = []
    for tag in object["tag"]?.elements ?? [] where tag["type"]?.text == "Mention" {
      guard let actor = tag["href"]?.text else { continue }
      names.takeName(tag["name"]?.text, of: actor)
      if !names.isOwner(actor) { mentioned.append(actor) }
    }
    return mentioned.uniqued()
  }

  private static func quoted(_ object: JSONValue) -> String? {
    ["quote", "quoteUrl", "quoteUri", "_misskey_quote"].lazy
      .compactMap { object[$0]?.text ?? object[$0]?["id"]?.text }.first
  }

  private static func addressees(_ item: JSONValue, _ member: String) -> [String] {
    if let one = item[member]?.text { return [one] }
    return (item[member]?.elements ?? []).compactMap(\.text)
  }

  private static func isPublic(_ item: JSONValue) -> Bool {
    (addressees(item, "to") + addressees(item, "cc")).contains(where: isEverybody)
  }

  private static func isEverybody(_ address: String) -> Bool {
    address.hasSuffix("as#Public") || address == "as:Public" || address == "Public"
      || address.hasSuffix("activitystreams#Public")
  }

  private static func isCrowd(_ address: String) -> Bool {
    isEverybody(address) || address.hasSuffix("/followers")
  }

  private func date(_ text: String?) -> Date? {
    guard let date = text.flatMap(FeedDate.parse), date >= Self.earliest,
      date <= now.addingTimeInterval(86_400)
    else { return nil }
    return date
  }

  // MARK: The end

  /// Everything taken, with the accounts as far as anything in the archive tells them.
  func finished() -> Imported {
    var finished = imported
    finished.owner = names.owner
    var unattributed: [String: UnattributedPosts] = [:]
    var withOwn = 0
    // Whatever the order in which the parts lie in their container.
    for deed in deeds.filter({ !$0.isMark }) + marks(.liked) + marks(.saved) {
      switch names.settle(deed.post, deed.actor) {
      case .account(let number) where number.kind == .actor && page(deed) != nil:
        page(deed, of: number).map { finished.pageActs.append($0) }
      case .account(let account):
        finished.acts.append(
          Act(
            account: account, post: deed.post.map { PostID(written: $0) }, kind: deed.kind,
            at: deed.at ?? notBefore(deed)))
      case .owner: withOwn += 1
      case .unknown:
        if let page = page(deed) {
          finished.pageActs.append(page)
        } else {
          unattributed[deed.word, default: .init()].add(deed.post ?? "")
        }
      }
    }
    finished.attention = attention(deeds.compactMap(\.at), else: finished.acts.compactMap(\.at))
    finished.skipped += unattributed.sorted { $0.key < $1.key }.flatMap { $1.skipped($0) }
    finished.skipped += leftOut(own: withOwn)
    finished.posts += names.owner.map(posts) ?? []
    return finished
  }

  // Misskey and Pleroma name no author in the addresses of posts, and a number names nobody: the feed of
  // an account shows whose they are.
  private func page(_ deed: Deed, of number: AccountKey? = nil) -> PageAct? {
    guard let post = deed.post, FediverseURI(post)?.isPost == true else { return nil }
    return PageAct(
      address: Address(post), kind: deed.kind, at: deed.at ?? notBefore(deed), account: number)
  }

  // What the owner's own account asks of whoever follows it: boosts and answers too, which its feed
  // leaves out (I7).
  private func posts(of owner: AccountKey) -> [Post] {
    own.map { post in
      Post(
        account: owner, id: PostID(written: post.id), writtenID: post.id, published: post.at,
        kind: post.kind, form: .note)
    }
  }

  private func marks(_ kind: ActKind) -> [Deed] {
    deeds.filter { $0.isMark && $0.kind == kind }
  }

  // Favourites and bookmarks have no date. They were not marked before the post was made, which is all
  // that is known of when.
  private func notBefore(_ deed: Deed) -> Date? {
    deed.post.flatMap { PostName.moment(in: $0, now: now) }
  }

  // Dates of their own count before those of posts: an old post can be marked today.
  private func attention(_ own: [Date], else others: [Date]) -> [Attention] {
    let dates = own.isEmpty ? others : own
    guard let first = dates.min(), let last = dates.max() else { return [] }
    return [Attention(kind: .fediverse, from: first, to: last, observability: 0.25)]
  }

  private func leftOut(own: Int) -> [Skipped] {
    let counts: [(Int, String, String, Bool)] = [
      (notPublic, "post", "not public, and not read", false),
      (
        names.owner == nil ? quiet : 0, "post", "of your own, with no answer to anybody in it",
        false
      ),
      (own, "act", "with your own posts", false), (oddities, "entry", "no activity", true),
    ]
    let others = other.sorted { $0.key < $1.key }.map {
      ($0.value, "activity", "Pond learns nothing from \($0.key)", false)
    }
    return (counts + others).filter { $0.0 > 0 }.map { count, what, why, isLoss in
      let many = what.hasSuffix("y") ? what.dropLast() + "ies" : what + "s"
      return Skipped(what: "\(count) \(count == 1 ? what : many)", why: why, isLoss: isLoss)
    }
  }
}
