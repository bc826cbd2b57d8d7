import Foundation

/// What the records of one person's repository mean, gathered record by record, in whatever form
/// they came.
struct BlueskyLedger {
  private let owner: String
  private let now: Date
  private(set) var accounts: [AccountMention] = []
  private(set) var acts: [Act] = []
  /// The records of follows, as Pond keeps them for unfollowing.
  private(set) var follows: BlueskyFollows
  /// How many acts were done with the person's own posts.
  private(set) var own = 0
  /// How many were done with something that is no post of anybody: a feed, a list.
  private(set) var elsewhere = 0
  private var keys: [String: AccountKey] = [:]
  private var names: [String: String] = [:]
  private var members: [(list: String, account: AccountKey)] = []
  private var silenced: Set<String> = []
  private var first: Date?
  private var last: Date?

  /// The network did not exist before.
  private static let earliest = Date(timeIntervalSince1970: 1_640_995_200)

  init(owner: String, now: Date) {
    self.owner = owner
    self.now = now
    follows = BlueskyFollows(did: owner)
  }

  /// The moment that a record names, else that of its key; nil where neither can be.
  func date(_ written: String?, key: some Sequence<UInt8>) -> Date? {
    plausible(written.flatMap(FeedDate.parse)) ?? plausible(TID.date(key))
  }

  private func plausible(_ date: Date?) -> Date? {
    guard let date, date >= Self.earliest, date <= now.addingTimeInterval(86_400) else {
      return nil
    }
    return date
  }

  /// The account of a DID; nil for a text that is none.
  mutating func account(_ did: String) -> AccountKey? {
    if let key = keys[did] { return key }
    guard ATURI.isDID(did.utf8) else { return nil }
    let key = AccountKey(kind: .bluesky, value: did)
    keys[did] = key
    return key
  }

  // MARK: Records

  /// A follow. Whether it names somebody.
  mutating func follow(_ uri: String, of did: String?, at: Date?) -> Bool {
    guard let did, let account = account(did) else { return false }
    follows.add(uri, of: account.value)
    accounts.append(
      AccountMention(key: account, address: Address(uri), followed: true, followedAt: at))
    return true
  }

  /// What a profile says of an account.
  mutating func mention(_ mention: AccountMention) {
    accounts.append(mention)
  }

  /// The record of a follow that a profile names.
  mutating func keepRecord(_ uri: String, of account: AccountKey) {
    follows.add(uri, of: account.value)
  }

  /// A block.
  mutating func block(_ did: String?) -> Bool {
    guard let did, let account = account(did) else { return false }
    accounts.append(AccountMention(key: account, tags: ["blocked"], followed: false))
    return true
  }

  /// A list, whose members have nothing to fear or are silenced with it.
  mutating func list(_ uri: String, name: String?, purpose: String?) {
    names[uri] = name
    if purpose?.hasSuffix("#modlist") == true { silenced.insert(uri) }
  }

  /// Somebody's place in a list.
  mutating func member(of list: String?, _ did: String?) -> Bool {
    guard let list, let did, let account = account(did) else { return false }
    members.append((list, account))
    return true
  }

  /// Something that was done with a post. Whether its author can be told.
  mutating func act(_ kind: ActKind, with uri: String?, at: Date?) -> Bool {
    guard let uri, let parts = ATURI(uri), let account = account(String(parts.did)) else {
      return false
    }
    guard parts.isPost else {
      elsewhere += 1
      return true
    }
    guard account.value != owner else {
      own += 1
      return true
    }
    // What was done without a date was not done before the post was made.
    acts.append(
      Act(
        account: account, post: PostID(written: uri), kind: kind,
        at: at ?? PostName.moment(in: uri, now: now)))
    notice(at)
    return true
  }

  /// Words to somebody outside of an answer.
  mutating func wrote(to did: String, at: Date?) {
    guard did != owner, let account = account(did) else { return }
    acts.append(Act(account: account, post: nil, kind: .wrote, at: at))
    notice(at)
  }

  private mutating func notice(_ at: Date?) {
    guard let at else { return }
    first = min(first ?? at, at)
    last = max(last ?? at, at)
  }

  // MARK: The end

  /// The stretch over which acts are known; nil where none has a date.
  var attention: Attention? {
    guard let first, let last else { return nil }
    return Attention(kind: .bluesky, from: first, to: last, observability: 0.25)
  }

  /// The accounts, with the lists that they stand in as folders.
  func mentions() -> [AccountMention] {
    var folders: [AccountKey: [FolderPath]] = [:]
    for (list, account) in members where !silenced.contains(list) {
      folders[account, default: []].append([names[list] ?? "a list without a name"])
    }
    guard !folders.isEmpty else { return accounts }
    var unplaced = folders
    var mentions = accounts.map { mention in
      guard let places = folders[mention.key], mention.followed else { return mention }
      unplaced[mention.key] = nil
      return mention.joined(
        with: AccountMention(key: mention.key, folders: places, followed: mention.followed))
    }
    for (account, places) in unplaced.sorted(by: { $0.key < $1.key }) {
      mentions.append(AccountMention(key: account, folders: places.uniqued(), followed: false))
    }
    return mentions
  }
}
