import Foundation

/// Friends and follows of Facebook. The export has names and nothing else: two people of one name
/// are one account here, and the person is told so. Messages are never opened.
package struct FacebookImport: Importer {
  package let format = "facebook"
  package let learns =
    "Your friends on Facebook and whom you follow, by the names they show, since when."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    JSONGlance(source)?.names.contains { FacebookList(member: $0) != nil } ?? false
  }

  package func names(in files: ExportFiles) -> Set<String> {
    Self.exports(in: files).reduce(into: []) { $0.formUnion($1.claimed) }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    guard source.holdsFiles else {
      return [try Self.read(Set(files.names), files, source.path, options)]
    }
    let exports = Self.exports(in: files)
    guard let newest = exports.last else { throw MetaFiles.nothing(source.path, "Facebook") }
    if newest.wanted.isEmpty, newest.claimed.contains(where: { $0.hasSuffix(".html") }) {
      throw MetaPage.refusal(files.path)
    }
    var imported = try Self.read(Set(newest.wanted), files, source.path, options)
    imported.madeAt = newest.madeAt(source)
    imported.skipped += newest.asides + MetaFiles.older(exports)
    return [imported]
  }

  private static func read(
    _ names: Set<String>, _ files: ExportFiles, _ path: String, _ options: ImportOptions
  ) throws -> Imported {
    var reading = FacebookReading(path: path, options: options)
    try files.forEach(names) { _, file in try reading.take(file) }
    return reading.finished()
  }

  private static func exports(in files: ExportFiles) -> [MetaFiles] {
    MetaFiles.all(
      in: files,
      marks: [
        "connections/friends/", "connections/followers/", "friends_and_followers/",
        "your_facebook_activity/", "your_activity_across_facebook/",
      ],
      isWanted: { place in
        place.hasSuffix(".json") && folders.contains { place.hasPrefix($0) }
      },
      isOthers: { place in
        place.hasPrefix("connections/followers_and_following/")
          || place.hasPrefix("your_instagram_activity/")
      })
  }

  private static let folders = [
    "connections/friends/", "connections/followers/", "connections/supervision/",
    "friends_and_followers/", "your_facebook_activity/pages/",
    "your_activity_across_facebook/pages/",
  ]
}

/// What stands under a name in a file of Facebook's.
private enum FacebookList {
  case friends
  case following
  case followers
  case others

  init?(member name: String) {
    switch name {
    case "friends_v2", "friends": self = .friends
    case "following_v2", "following_v3", "pages_followed_v2": self = .following
    case "followers_v2", "followers_v3": self = .followers
    case "deleted_friends_v2", "removed_friends_v2", "received_requests_v2", "sent_requests_v2",
      "rejected_requests_v2":
      self = .others
    default: return nil
    }
  }
}

/// An export of Facebook's that is being read.
private struct FacebookReading {
  private var list: MentionList
  private let options: ImportOptions
  private var friends: Set<String> = []
  private var followers: Set<String> = []
  private var twins: Set<String> = []
  /// Since when each is followed: a friend's posts came since the friendship.
  private var since: [String: Date] = [:]
  private var order: [String] = []
  private var names: Set<String> = []
  private var holdsFollows = false
  private var others = 0
  private var isComplete = true
  private var lost: [Skipped] = []

  init(path: String, options: ImportOptions) {
    list = MentionList(path: path, format: "facebook")
    self.options = options
  }

  mutating func take(_ source: ImportSource) throws {
    var records = PickedRecords(source, options: options)
    try records.forEach(in: { FacebookList(member: $0) != nil }) { member, cursor in
      if let kind = member.flatMap(FacebookList.init(member:)) { take(kind, try cursor.value()) }
    }
    lost += records.lost
    if !records.isComplete { isComplete = false }
  }

  private mutating func take(_ kind: FacebookList, _ value: JSONValue) {
    let written = value["name"]?.text ?? value["data"]?.elements.first?["name"]?.text
    guard let name = written.map(MetaText.repaired)?.trimmingCharacters(in: .whitespaces),
      !name.isEmpty
    else { return list.lose("an entry", "it has no name") }
    switch kind {
    case .friends:
      if !friends.insert(name).inserted { twins.insert(name) }
      follow(name, MetaText.date(value["timestamp"]))
    case .following:
      holdsFollows = true
      follow(name, MetaText.date(value["timestamp"]))
    case .followers: followers.insert(name)
    case .others: others += 1
    }
  }

  private mutating func follow(_ name: String, _ at: Date?) {
    if names.insert(name).inserted { order.append(name) }
    since[name] = [since[name], at].compactMap { $0 }.min()
  }

  func finished() -> Imported {
    var imported = list.imported
    imported.accounts = order.map { name in
      AccountMention(
        key: AccountKey(kind: .facebook, value: name), title: name, followed: true,
        followedAt: since[name])
    }
    // A file by itself is one of two lists.
    if holdsFollows != !friends.isEmpty { imported.listID = holdsFollows ? "following" : "friends" }
    // Friends are mutual.
    let known = followers.union(friends)
    imported.followers = known.count
    imported.followerKeys = known.sorted().map { AccountKey(kind: .facebook, value: $0) }
    imported.isComplete = isComplete
    imported.skipped += lost
    imported.skipped += [
      .several(others, "account", " removed or asked", why: "it is no follow")
    ].compactMap { $0 }
    imported.warnings += twins.sorted().map {
      "There are two friends called \($0); the export does not tell them apart."
    }
    return imported
  }
}
