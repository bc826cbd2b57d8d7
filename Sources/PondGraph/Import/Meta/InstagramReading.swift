import Foundation

/// An export of Instagram's that is being read, file by file.
struct InstagramReading {
  /// The person's user name; nil as long as nothing says it.
  var owner: String?
  private let options: ImportOptions
  private var imported: Imported
  private var order: [String] = []
  private var people: [String: Person] = [:]
  private var followers: Set<String> = []
  private var acts: [(user: String, act: Act)] = []
  private var others = 0
  private var nameless = 0

  private struct Person {
    var isFollowed = false
    var since: Date?
    var page: String?
    var name: String?
    var tags: [String] = []
  }

  init(path: String, owner: String?, options: ImportOptions) {
    imported = Imported(path: path, format: "instagram")
    self.options = options
    self.owner = owner ?? options.me.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 }
  }

  // MARK: Files

  /// Takes one file.
  /// - Throws: `ImportFailure` for one that is cut short.
  mutating func take(_ name: String, _ source: ImportSource) throws {
    guard let glance = JSONGlance(source) else {
      imported.skipped.append(Skipped(what: source.path, why: "it is no JSON", isLoss: true))
      return
    }
    guard let list = InstagramList(glance) else { return leaveOut(source, glance) }
    if list == .dated { return try takeDated(source) }
    var records = PickedRecords(source, options: options)
    try records.forEach(in: { InstagramList(member: $0) != nil }) { member, cursor in
      let list = member.flatMap(InstagramList.init(member:)) ?? list.refined(by: name)
      if let list { take(list, try MetaEntry(&cursor)) }
    }
    imported.skipped += records.lost
    if !records.isComplete { imported.isComplete = false }
  }

  private mutating func leaveOut(_ source: ImportSource, _ glance: JSONGlance) {
    guard !glance.names.isEmpty || glance.first != nil else { return }
    imported.skipped.append(
      Skipped(what: source.path, why: "Pond learns nothing from it", isLoss: false))
  }

  private mutating func take(_ list: InstagramList, _ entry: MetaEntry) {
    switch list {
    case .following:
      with(entry) { person in
        person.isFollowed = true
        person.since = entry.at
        person.page = entry.page
      }
    case .followers:
      if let user = entry.user { followers.insert(user.lowercased()) } else { nameless += 1 }
    case .closeFriends: with(entry) { $0.tags.append("close friends") }
    case .favorites: with(entry) { $0.tags.append("favorites") }
    case .unfollowed: with(entry) { _ in }
    case .others: others += 1
    case .liked, .storyLiked: did(.liked, entry, isStory: list == .storyLiked)
    case .storyAnswered: did(.replied, entry, isStory: true)
    case .commented: did(.replied, entry)
    case .saved: did(.saved, entry)
    case .shown: did(.seen, entry)
    case .profile: takeProfile(entry)
    case .dated: break
    }
  }

  // Under foreign labels nothing tells a user name from a first name.
  private mutating func takeProfile(_ entry: MetaEntry) {
    let labelled = entry.facts.first { $0.label == "Username" }?.value["value"]?.text
    owner = labelled.flatMap { MetaText.isUserName($0) ? $0 : nil } ?? owner
  }

  private mutating func takeDated(_ source: ImportSource) throws {
    let value = source.bytes.withUnsafeBytes { raw -> Result<JSONValue, any Error> in
      var cursor = JSONCursor(raw.bindMemory(to: UInt8.self))
      return Result { try cursor.value() }
    }
    guard let lists = try? value.get() else {
      throw ImportFailure.damaged(
        path: source.path, where: "its end", reason: "this list of connections cannot be read")
    }
    for (user, since) in Self.dated(lists["following"]) {
      with(user) { person in
        person.isFollowed = true
        person.since = since
      }
    }
    followers.formUnion(Self.dated(lists["followers"]).map { $0.user.lowercased() })
    others += Self.dated(lists["blocked_users"]).count
  }

  private static func dated(_ value: JSONValue?) -> [(user: String, since: Date?)] {
    guard case .object(let members)? = value else { return [] }
    return members.sorted { $0.key < $1.key }.filter { MetaText.isUserName($0.key) }
      .map { ($0.key, $0.value.text.flatMap(FeedDate.parse)) }
  }

  // MARK: People and acts

  private mutating func with(_ entry: MetaEntry, _ change: (inout Person) -> Void) {
    guard let user = entry.user else {
      nameless += 1
      return
    }
    with(user) { person in
      person.name = entry.name ?? person.name
      change(&person)
    }
  }

  private mutating func with(_ user: String, _ change: (inout Person) -> Void) {
    let key = user.lowercased()
    if people[key] == nil { order.append(key) }
    change(&people[key, default: Person()])
  }

  private mutating func did(_ kind: ActKind, _ entry: MetaEntry, isStory: Bool = false) {
    // The page of a comment that was liked is the post's, and that is another's.
    let post = isStory ? nil : entry.page.flatMap(Self.post)
    guard let user = entry.user else {
      nameless += 1
      if let page = entry.page, post != nil {
        imported.pageActs.append(PageAct(address: Address(page), kind: kind, at: entry.at))
      }
      return
    }
    with(entry) { _ in }
    let account = AccountKey(kind: .instagram, value: user.lowercased())
    acts.append((account.value, Act(account: account, post: post, kind: kind, at: entry.at)))
  }

  private static func post(_ page: String) -> PostID? {
    guard page.contains("/p/") || page.contains("/reel/") || page.contains("/tv/") else {
      return nil
    }
    return PostID(writtenID: nil, link: page, title: nil, published: nil)
  }

  // MARK: The end

  /// Everything that was learned.
  func finished() -> Imported {
    var imported = imported
    let me = owner?.lowercased()
    imported.owner = me.map { AccountKey(kind: .instagram, value: $0) }
    imported.acts = acts.filter { $0.user != me }.map(\.act)
    imported.accounts = order.filter { $0 != me }.compactMap(mention)
    imported.followers = followers.count
    imported.followerKeys = followers.sorted().map { AccountKey(kind: .instagram, value: $0) }
    let dates = imported.acts.filter { $0.kind != .seen }.compactMap(\.at)
    if let first = dates.min(), let last = dates.max() {
      imported.attention = [
        Attention(
          kind: .instagram, from: first, to: last, observability: InstagramImport.observability)
      ]
    }
    imported.skipped += [
      .several(
        others, "account", " blocked, restricted, asked or hidden from", why: "that is no follow"),
      .several(nameless, "line", " without a user name", why: "nothing says whose it is"),
    ].compactMap { $0 }
    return imported
  }

  private func mention(_ user: String) -> AccountMention? {
    guard let person = people[user] else { return nil }
    let shown = person.name.map { "\($0) (@\(user))" } ?? user
    return AccountMention(
      key: AccountKey(kind: .instagram, value: user), title: shown,
      site: person.page.map(Address.init), tags: person.tags,
      followed: person.isFollowed, followedAt: person.since)
  }
}
