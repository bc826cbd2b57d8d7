import Foundation

/// Events that are being read, once it is known whose they are.
struct NostrReading {
  private var imported: Imported
  private let me: AccountKey?
  private let lists: NostrLists
  private let followed: Set<AccountKey>
  private var known: Set<String> = []
  private var counts: [String: Int] = [:]
  private var odd = 0
  private var oldest: [AccountKey: Date] = [:]
  private var newest: Date?

  init(_ path: String, format: String, me: AccountKey?, lists: NostrLists) {
    imported = Imported(path: path, format: format)
    imported.owner = me
    self.me = me
    self.lists = lists
    followed = Set(me.flatMap { lists.contacts[$0] }?.event.people ?? [])
    takeContacts()
    takeMutes()
    takeOtherProfiles()
  }

  // MARK: Lists

  private mutating func takeContacts() {
    guard let me, let list = lists.contacts[me]?.event else { return }
    var seen: Set<AccountKey> = []
    for tag in list.tags where tag.first == "p" {
      guard tag.count > 1, let key = AccountKey(nostr: tag[1]) else {
        imported.skipped.append(
          Skipped(
            what: "a follow (\(tag.dropFirst().first ?? ""))", why: "it names no key",
            isLoss: true))
        continue
      }
      guard seen.insert(key).inserted else { continue }
      let petname = tag.count > 3 && !tag[3].isEmpty ? tag[3] : nil
      mention(key, Address(tag[1]), called: petname, followed: true)
    }
    if imported.accounts.isEmpty {
      imported.warnings.append("your newest follow list is there and names nobody")
    }
  }

  private mutating func mention(
    _ key: AccountKey, _ address: Address?, called petname: String? = nil, followed: Bool
  ) {
    let profile = lists.profiles[key].map(NostrProfile.init)
    imported.accounts.append(
      AccountMention(
        key: key, address: address, title: petname ?? profile?.name, site: profile?.website,
        followed: followed))
    if let website = profile?.website {
      imported.links.append(ProfileLink(account: key, address: website, proof: .named))
    }
  }

  // The list that follows them may stand in another file.
  private mutating func takeOtherProfiles() {
    for key in lists.profiles.keys.sorted() where key != me && !followed.contains(key) {
      mention(key, nil, followed: false)
    }
  }

  private mutating func takeMutes() {
    guard let me, let list = lists.mutes[me] else { return }
    for key in list.people.uniqued() {
      imported.accounts.append(AccountMention(key: key, tags: ["muted"], followed: false))
    }
  }

  // MARK: Events

  /// Takes an event; nil for a record that is none.
  mutating func take(_ event: NostrEvent?) {
    guard let event else {
      odd += 1
      return
    }
    // A dump of several relays has most events several times.
    if let id = event.id, !known.insert(id).inserted { return }
    newest = [newest, event.at].compactMap { $0 }.max()
    switch event.kind {
    case 0, 10000: break
    case 3: if event.author == me, !isNewest(event) { count("older follow list") }
    case 4, 13, 14, 1059: count("private message")
    case 1, 6, 7, 16:
      if let me, event.author == me { act(event, me) } else { word(event) }
    default: count("event of kind \(event.kind)")
    }
  }

  private func isNewest(_ event: NostrEvent) -> Bool {
    lists.contacts[event.author]?.event.id == event.id
  }

  private mutating func count(_ what: String) { counts[what, default: 0] += 1 }

  // MARK: The person's own

  private mutating func act(_ event: NostrEvent, _ me: AccountKey) {
    switch event.kind {
    case 7:
      // NIP 25: a minus is the opposite of a like.
      guard event.content != "-" else { return count("dislike") }
      about(event.tags("e").last, event, 4, .liked, me)
    case 6, 16: about(event.tags("e").last, event, 3, .reshared, me)
    default: note(event, me)
    }
  }

  private mutating func about(
    _ post: [String]?, _ event: NostrEvent, _ place: Int, _ kind: ActKind, _ me: AccountKey
  ) {
    guard let post, let author = event.people.last ?? event.author(of: post, at: place) else {
      return count("act whose event does not say with whose post")
    }
    add(kind, author, post[1], event.at, me)
  }

  private mutating func note(_ event: NostrEvent, _ me: AccountKey) {
    var isToSomebody = false
    if let parent = event.parent {
      guard let author = event.author(of: parent, at: 4) else {
        return count("act whose event does not say with whose post")
      }
      add(.replied, author, parent[1], event.at, me)
      isToSomebody = true
    }
    for quoted in event.tags("q") {
      guard let author = event.author(of: quoted, at: 3) else { continue }
      add(.quoted, author, quoted[1], event.at, me)
      isToSomebody = true
    }
    if isToSomebody { return }
    let people = event.people.uniqued()
    for person in people { add(.wrote, person, nil, event.at, me) }
    if people.isEmpty { count("note of your own, to nobody") }
  }

  private mutating func add(
    _ kind: ActKind, _ account: AccountKey, _ post: String?, _ at: Date?, _ me: AccountKey
  ) {
    guard account != me else { return count("act with your own posts") }
    imported.acts.append(
      Act(account: account, post: post.map { PostID($0.lowercased()) }, kind: kind, at: at))
  }

  // MARK: Others

  private mutating func word(_ event: NostrEvent) {
    if event.kind == 1, let me, let at = event.at, event.people.contains(me) {
      imported.addressed.append(AddressedWords(account: event.author, at: at))
    }
    guard event.kind != 7 else { return count("reaction of others") }
    guard followed.isEmpty || followed.contains(event.author) else {
      return count("note of somebody you do not follow")
    }
    guard let id = event.id else { return odd += 1 }
    if let at = event.at { oldest[event.author] = min(oldest[event.author] ?? at, at) }
    let isRepost = event.kind != 1
    let text = isRepost ? "" : MarkupText.collapsed(event.content)
    imported.posts.append(
      Post(
        account: event.author, id: PostID(id), writtenID: id, published: event.at,
        kind: isRepost ? .repost : event.parent == nil ? .original : .reply, form: .note,
        words: text.isEmpty ? nil : text.split(separator: " ").count,
        excerpt: text.isEmpty ? nil : String(text.prefix(240))))
  }

  // MARK: The end

  /// Everything taken.
  func finished() -> Imported {
    var finished = imported
    let dates = imported.acts.compactMap(\.at)
    if let first = dates.min(), let last = dates.max() {
      finished.attention = [
        Attention(kind: .nostr, from: first, to: last, observability: 0.25)
      ]
    }
    if let newest {
      finished.coverage = oldest.sorted { $0.key < $1.key }.map { account, oldest in
        Coverage(account: account, from: oldest, to: newest)
      }
    }
    if me == nil {
      finished.warnings.append(
        "nothing in it says who you are, so that none of it counts as yours: --me npub1… says it")
    }
    if odd > 0 {
      finished.skipped.append(
        Skipped(
          what: odd == 1 ? "1 record" : "\(odd) records", why: "not an event", isLoss: true))
    }
    finished.skipped += counts.sorted { $0.key < $1.key }.map { what, count in
      Skipped(what: "\(count) × \(what)", why: "Pond learns nothing from it", isLoss: false)
    }
    return finished
  }
}

/// What an account says of itself (kind 0): a JSON object within the event's content.
private struct NostrProfile {
  let name: String?
  let website: Address?

  init(_ event: NostrEvent) {
    var content = event.content
    let value = content.withUTF8 { bytes in
      var cursor = JSONCursor(bytes)
      return try? cursor.value()
    }
    name = value?["display_name"]?.text ?? value?["name"]?.text
    let site = value?["website"]?.text?.trimmedBlanks
    website = site.flatMap {
      $0.hasPrefix("https://") || $0.hasPrefix("http://") ? Address($0) : nil
    }
  }
}
