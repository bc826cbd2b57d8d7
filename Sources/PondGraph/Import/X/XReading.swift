import Foundation

/// An archive of X that is being read, file by file. What needs the whole of it, such as whose a
/// handle is, waits for the end.
struct XReading {
  private let archive: XArchive
  private let files: ExportFiles
  private let options: ImportOptions
  private var owner: UInt64?
  private var handle: String?
  private var following: [(id: UInt64, link: String?)] = []
  private var followers: [UInt64] = []
  private var muted: Set<UInt64> = []
  private var blocked = 0
  private var likes = XLikes()
  private var lists = 0
  private var conversation = XConversation()
  private var clicks = XLinkClicks()
  private var counts: [String: Int] = [:]
  private var announced: [XArchiveManifest.File]
  private var skipped: [Skipped] = []
  private var warnings: [String] = []
  private var isComplete = true

  init(_ archive: XArchive, _ files: ExportFiles, _ options: ImportOptions) {
    self.archive = archive
    self.files = files
    self.options = options
    owner = archive.manifest?.accountID
    handle = archive.manifest?.handle
    announced = archive.manifest?.files ?? []
  }

  /// Reads every wanted file.
  /// - Throws: `ImportFailure` for a file that is announced and not there, or cut short.
  mutating func read() throws {
    try require(archive.missingParts)
    try files.forEach(Set(archive.layout.wanted.keys)) { name, file in try take(name, file) }
    try require(archive.missingMonths(announced))
  }

  // MARK: Files

  private mutating func take(_ name: String, _ source: ImportSource) throws {
    let head = source.bytes.withUnsafeBytes { XArchiveFile($0.bindMemory(to: UInt8.self)) }
    guard let head else {
      skipped.append(
        Skipped(what: source.path, why: "it does not begin as X's files do", isLoss: true))
      return
    }
    switch head.name {
    case "manifest", "payload_details": break
    case "user_details": takeDetails(source)
    case "tweet_index": announced += XTweetIndex.files(source.scriptValue ?? .null)
    case let content where XArchiveLayout.isSecret(content):
      skipped.append(Skipped(what: source.path, why: Self.secrecy, isLoss: false))
    default: try takeRecords(head, name, source)
    }
  }

  private static let secrecy = "it is nobody's business and was not read"

  private mutating func takeRecords(
    _ head: XArchiveFile, _ name: String, _ source: ImportSource
  ) throws {
    var records = PickedRecords(source, options: options)
    try records.forEach(from: head.start, dialect: .javaScript) { _, cursor in
      try take(head.name, &cursor)
    }
    counts[name] = records.seen
    skipped += records.lost
    if !records.isComplete { isComplete = false }
  }

  private mutating func take(_ content: String, _ cursor: inout JSONCursor) throws {
    switch content {
    case "account": takeAccount(try cursor.value())
    case "following":
      let edge = try XEdge(&cursor)
      following.append((edge.id, edge.link))
    case "follower": followers.append(try XEdge(&cursor).id)
    case "mute": muted.insert(try XEdge(&cursor).id)
    case "block":
      _ = try XEdge(&cursor)
      blocked += 1
    case "like": likes.take(try cursor.value())
    case "lists_created": lists += 1
    case "tweet", "tweets", "community_tweet", XArchiveFile.monthly:
      conversation.take(try XTweet(&cursor))
    case "deleted_tweet", "deleted_tweets": conversation.noticePeople(of: try XTweet(&cursor))
    case "user_link_clicks": clicks.take(try cursor.value())
    default: break
    }
  }

  private mutating func takeAccount(_ value: JSONValue) {
    let account = value["account"] ?? value
    owner = account["accountId"]?.word.flatMap { UInt64($0) } ?? owner
    handle = account["username"]?.text ?? handle
  }

  private mutating func takeDetails(_ source: ImportSource) {
    let details = source.scriptValue
    owner = details?["id"]?.word.flatMap { UInt64($0) } ?? owner
    handle = details?["screen_name"]?.text ?? handle
  }

  private mutating func require(_ parts: [XArchive.MissingPart]) throws {
    if let first = parts.first(where: \.isNeeded) {
      guard options.takesPartial else { throw missing(first) }
      isComplete = false
    }
    skipped += parts.map {
      Skipped(what: $0.path, why: "it is missing, but \($0.why)", isLoss: true)
    }
  }

  private func missing(_ first: XArchive.MissingPart) -> ImportFailure {
    ImportFailure.notWhatItClaims(
      path: files.path,
      sentence: "this archive is not whole: \(first.path) is missing, but \(first.why)",
      advice: "Download every part of the archive again, and import them in one folder.")
  }

  // MARK: The end

  /// Everything that was learned.
  func finished(path: String, format: String) throws -> Imported {
    var imported = Imported(path: path, format: format)
    let me = XOwner(id: owner, handle: handle, told: options.me, conversation)
    let spoken = conversation.acts(me: me)
    imported.owner = me.id.map(XPeople.key)
    let liked = likes.acts(spoken.authors, now: options.now)
    imported.acts = spoken.acts + clicks.acts(spoken.authors) + liked.acts
    imported.pageActs = clicks.pages + liked.pages
    imported.accounts = accounts(imported.acts)
    imported.followers = Set(followers).count
    imported.followerKeys = Set(followers).sorted().map(XPeople.key)
    imported.attention = conversation.attention
    imported.isComplete = isComplete && archive.manifest?.isPartial != true
    imported.skipped = skipped + spoken.skipped + asides(clicks.unknown(spoken.authors))
    imported.warnings = warnings + remarks(unknownLikes: liked.pages.count + likes.nameless)
    return imported
  }

  private func accounts(_ acts: [Act]) -> [AccountMention] {
    var seen: Set<UInt64> = []
    let followed = following.compactMap { id, link -> AccountMention? in
      guard seen.insert(id).inserted else { return nil }
      return AccountMention(
        key: XPeople.key(id), title: conversation.people.title(id), site: link.map(Address.init),
        tags: muted.contains(id) ? ["muted"] : [], followed: true)
    }
    let others = Set(acts.compactMap { UInt64($0.account.value) }).subtracting(seen).sorted()
    return followed
      + others.map {
        AccountMention(
          key: XPeople.key($0), title: conversation.people.title($0), followed: false)
      }
  }

  private func asides(_ unknownClicks: Int) -> [Skipped] {
    [
      .several(
        archive.layout.secret.count, "file", " with direct messages, numbers, devices, advertising",
        why: "nobody's business, and not opened"),
      .several(
        archive.layout.others.count, "file", " of the archive", why: "Pond learns nothing from it"),
      .several(
        unknownClicks, "click", " on a link",
        why: "the archive does not say whose posts the links stood in"),
      .several(blocked, "blocked account", why: "whoever is blocked is not followed"),
      .several(lists, "list", why: "the archive does not say who is in it"),
    ].compactMap { $0 }
  }

  private func remarks(unknownLikes likes: Int) -> [String] {
    var remarks: [String] = []
    if archive.manifest?.isPartial == true {
      remarks.append("X says itself that this archive is not the whole.")
    }
    if likes > 0 {
      remarks.append(
        "The archive holds \(likes) \(likes == 1 ? "like" : "likes") without saying whose posts "
          + "they were: one counts only where a feed of somebody you follow shows the post.")
    }
    let counts = Dictionary(
      counts.map { (XArchiveLayout.fileName($0.key), $0.value) }
    ) { first, _ in first }
    for file in announced {
      guard let count = file.count, let read = counts[XArchiveLayout.fileName(file.path)],
        read != count
      else { continue }
      remarks.append("\(file.path) should hold \(count) records and holds \(read).")
    }
    return remarks
  }
}
