import Foundation

/// Learns from what Bluesky's interfaces answer: `getFollows`, `getFollowers`, `getProfiles`,
/// `listRecords`; a page, several after each other, or one a line.
///
/// How many follow an account, and how much it posts, may stand there and are not read.
package struct BlueskyJSONImport: Importer {
  package let format = "bluesky-json"
  package let learns =
    "Whom you follow on Bluesky, with names and links, and who follows you, from getFollows, "
    + "getFollowers and listRecords as JSON."

  static let lists: Set<String> = ["follows", "followers", "records", "profiles"]

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    let first = source.firstRecords(Self.lists)
    return !first.isEmpty
      && first.allSatisfy { Self.isProfile($0.record) || Self.isRecord($0.record) }
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    // Whose pages they are stands in the first of them, behind its records or before.
    let (owner, subject) = whose(source)
    let me = options.me.flatMap { ATURI.isDID($0.utf8) ? $0 : nil } ?? owner ?? subject
    var reading = BlueskyPages(owner: me, isOwn: subject == nil || subject == me, options)
    let outcome = JSONDocuments.forEach(in: source.bytes, lists: Self.lists) { piece in
      switch piece {
      case .record(let record, let list, _): reading.take(record, from: list)
      case .document(let document): reading.turn(document)
      }
    }
    var imported = reading.imported(source.path)
    try outcome.note(in: &imported, source, of: "record", options)
    imported.original = reading.original(source.path, isComplete: imported.isComplete)
    return [imported]
  }

  // Who looked, by the records that are theirs, and whose list is told.
  private func whose(_ source: ImportSource) -> (owner: String?, subject: String?) {
    var (owner, subject): (String?, String?) = (nil, nil)
    _ = JSONDocuments.forEach(in: source.bytes, lists: Self.lists) { piece in
      switch piece {
      case .record(let record, _, _):
        guard owner == nil else { return }
        let uri = record["uri"] ?? record["viewer"]?["following"]
        owner = uri?.text.flatMap(ATURI.init).map { String($0.did) }
      case .document(let document): subject = subject ?? document["subject"]?["did"]?.text
      }
    }
    return (owner, subject)
  }

  static func isProfile(_ record: JSONValue) -> Bool {
    record["did"]?.text.map { ATURI.isDID($0.utf8) } == true && record["handle"] != nil
  }

  static func isRecord(_ record: JSONValue) -> Bool {
    guard case .object = record["value"] else { return false }
    return record["uri"]?.text.flatMap(ATURI.init) != nil
  }
}

/// Pages of profiles and records, gathered.
private struct BlueskyPages {
  private let me: String?
  private let owner: String?
  private let isOwn: Bool
  private var ledger: BlueskyLedger
  private var links: [ProfileLink] = []
  private var followers: [AccountKey] = []
  private var skipped: [Skipped] = []
  private var number = 0
  private var quietPosts = 0
  private var withoutRecord = 0
  private var cursor: String?
  private var known: Set<String> = []
  private var hasProfiles = false
  private var hasFollows = false
  private var holdsOthersList = false

  /// - Parameter isOwn: whether the lists of whom somebody follows are the owner's.
  init(owner: String?, isOwn: Bool, _ options: ImportOptions) {
    self.owner = owner
    self.isOwn = isOwn
    me = options.me
    ledger = BlueskyLedger(owner: owner ?? "", now: options.now)
  }

  /// The end of a page.
  mutating func turn(_ page: JSONValue) {
    cursor = page["cursor"]?.text
  }

  mutating func take(_ record: JSONValue, from list: String?) {
    number += 1
    if BlueskyJSONImport.isProfile(record), let profile = BlueskyProfile(record) {
      take(profile, from: list)
    } else if BlueskyJSONImport.isRecord(record), let uri = record["uri"]?.text,
      let parts = ATURI(uri), let value = record["value"], known.insert(uri).inserted
    {
      if !take(value, uri, parts) { skip("it does not say what its kind must say") }
    } else if record["uri"]?.text.map(known.contains) != true {
      skip("it is neither a profile nor a record")
    }
  }

  private mutating func skip(_ why: String) {
    skipped.append(Skipped(what: "record \(number)", why: why, isLoss: true))
  }

  // MARK: Profiles

  private mutating func take(_ profile: BlueskyProfile, from list: String?) {
    let key = profile.key
    if list == "followers" && isOwn || profile.followedBy { followers.append(key) }
    hasProfiles = true
    let isListed = list == "follows" && isOwn
    if isListed { hasFollows = true }
    if list == "follows", !isOwn { holdsOthersList = true }
    let isFollowed = isListed || profile.following != nil
    guard isFollowed || list != "followers" else { return }
    links += profile.links
    guard known.insert(key.value).inserted else { return }
    ledger.mention(profile.mention(isFollowed: isFollowed))
    if let uri = profile.following {
      ledger.keepRecord(uri, of: key)
    } else if isFollowed {
      withoutRecord += 1
    }
  }

  // MARK: Records

  private mutating func take(_ value: JSONValue, _ uri: String, _ parts: ATURI) -> Bool {
    let at = ledger.date(value["createdAt"]?.text, key: parts.key.utf8)
    let subject = value["subject"]
    switch BlueskyCollection(parts.collection) {
    case .follow:
      hasFollows = true
      return ledger.follow(uri, of: subject?.text ?? subject?["did"]?.text, at: at)
    case .like: return ledger.act(.liked, with: subject?["uri"]?.text, at: at)
    case .repost: return ledger.act(.reshared, with: subject?["uri"]?.text, at: at)
    case .post:
      if !ledger.take(BlueskyPostFields(value), at: at) { quietPosts += 1 }
      return true
    case .block: return ledger.block(subject?.text)
    case .list:
      ledger.list(uri, name: value["name"]?.text, purpose: value["purpose"]?.text)
      return true
    case .listItem: return ledger.member(of: value["list"]?.text, subject?.text)
    case nil: return true
    }
  }

  // MARK: The end

  func imported(_ path: String) -> Imported {
    // Profiles and followers name some of those who are followed: that is no list of them, and takes no
    // list's place.
    let isList = hasFollows || !hasProfiles
    var imported = Imported(path: path, format: isList ? "bluesky-json" : "bluesky-profiles")
    imported.owner = owner.map { AccountKey(kind: .bluesky, value: $0) }
    imported.accounts = ledger.mentions()
    imported.acts = ledger.acts
    imported.attention = ledger.attention.map { [$0] } ?? []
    imported.followerKeys = followers.uniqued()
    imported.followers = imported.followerKeys.count
    imported.links = links.uniqued()
    imported.skipped = skipped + ledger.leftOut(quietPosts: quietPosts)
    if holdsOthersList {
      imported.warnings.append(
        "it is the list of somebody else, by its subject: whom you follow of it counts; --me "
          + "YOUR_DID says that it is yours")
    }
    if cursor != nil {
      imported.isComplete = false
      imported.warnings.append(
        "the last page says that there are more (cursor): fetch the pages that follow, and put "
          + "them behind these")
    }
    return imported
  }

  /// The records of the follows: those of every one, or what there is, marked as a part.
  func original(_ path: String, isComplete: Bool) -> OriginalDocument? {
    ledger.follows.original(path: path, isComplete: isComplete && withoutRecord == 0)
  }
}

extension BlueskyPostFields {
  /// Takes the same members from a record in JSON.
  fileprivate init(_ value: JSONValue) {
    let embedded = value["embed"]?["record"]
    let features = (value["facets"]?.elements ?? []).flatMap { $0["features"]?.elements ?? [] }
    self.init(
      createdAt: nil, parent: value["reply"]?["parent"]?["uri"]?.text,
      quoted: embedded?["uri"]?.text ?? embedded?["record"]?["uri"]?.text,
      mentions: features.compactMap { $0["did"]?.text })
  }
}
