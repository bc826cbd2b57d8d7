import Foundation

/// Posts as Miniflux's interface gives them: `GET /v1/entries`, one page or several.
///
/// The record of a feed holds its user name, password and cookies: they are never looked at.
package struct MinifluxImport: Importer {
  package let format = "miniflux"
  package let learns =
    "Miniflux's entries (GET /v1/entries): the feeds, their posts, what you read and starred."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let first = source.firstRecord(below: "entries") else { return false }
    return first["status"]?.text != nil && first["feed"]?["feed_url"] != nil
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var reading = MinifluxReading(path: source.path, format: format, now: options.now)
    try reading.read(source, options)
    return [reading.finished()]
  }
}

/// A dump of Miniflux that is being read.
struct MinifluxReading {
  private var gathering: ReaderGathering
  private var named: Set<AccountKey> = []
  private var entries: Set<String> = []
  private var removed = 0
  private var total: Int64 = 0
  private var isStarredAlone = true
  private var warnings: [String] = []

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func read(_ source: ImportSource, _ options: ImportOptions) throws {
    var file = RecordFile(source, list: "entries")
    try file.read(takesPartial: options.takesPartial) { name, value in
      if name == "total", let count = value.integer { total = max(total, count) }
    } record: {
      take($0)
    }
    for loss in file.lost { gathering.skip(loss.what, loss.why, isLoss: true) }
    warnings = file.warnings
    if removed > 0 {
      gathering.skip("\(removed) removed posts", "Miniflux only remembers their ids", isLoss: false)
    }
  }

  mutating func finished() -> Imported {
    var finished = gathering.finished()
    finished.warnings = warnings
    let isWhole = total <= Int64(entries.count)
    if !isWhole {
      finished.warnings.append(
        "Miniflux says that there are \(total) entries and \(entries.count) of them are here; "
          + "save the other pages too (offset=\(entries.count)), and import them together")
    }
    // Pages are missing, or nothing but stars was asked for: what lies between is not known.
    if !isWhole || isStarredAlone { finished.coverage = [] }
    if isStarredAlone { finished.posts = finished.posts.map(\.asKnownByActAlone) }
    return finished
  }

  private mutating func take(_ entry: JSONValue) {
    // Pages that were saved while new posts came overlap.
    if let id = entry["id"]?.word, !entries.insert(id).inserted { return }
    guard let feed = entry["feed"], let address = feed["feed_url"]?.text else {
      return gathering.lose("nothing says which feed it is of")
    }
    guard entry["status"]?.text != "removed" else {
      removed += 1
      return
    }
    let account = gathering.key(address)
    if named.insert(account).inserted { gathering.take(Self.mention(address, feed)) }
    gathering.take(post(entry, account))
  }

  private static func mention(_ address: String, _ feed: JSONValue) -> AccountMention {
    AccountMention(
      reading: Address(address), title: feed["title"]?.text,
      site: feed["site_url"]?.text.map(Address.init),
      folders: [feed["category"]?["title"]?.text.map { [$0] } ?? []],
      tags: feed["disabled"]?.isSet == true ? ["muted"] : [], followed: true)
  }

  // Miniflux keeps no id of the feed's own, only a hash of it.
  private mutating func post(_ entry: JSONValue, _ account: AccountKey) -> ReaderPost {
    let isStarred = entry["starred"]?.isSet ?? false
    isStarredAlone = isStarredAlone && isStarred
    var post = ReaderPost(account: account, observability: ReaderTrace.miniflux)
    post.link = entry["url"]?.text
    post.title = entry["title"]?.text
    post.author = entry["author"]?.text
    post.published = Self.date(entry["published_at"])
    post.witnessed = Self.date(entry["created_at"])
    post.arrived = post.witnessed
    post.text = ReaderText(entry["content"]?.text)
    post.form = Self.form(entry)
    post.marks = marks(entry, isStarred)
    post.isKept = isStarred
    return post
  }

  /// `changed_at` is the moment of the last change of state: of reading, where nothing was done
  /// after it.
  private func marks(_ entry: JSONValue, _ isStarred: Bool) -> [(kind: ActKind, at: Date?)] {
    let changed = Self.date(entry["changed_at"])
    let created = Self.date(entry["created_at"]) ?? .distantPast
    let touched = changed.flatMap { $0 > created ? $0 : nil }
    var marks: [(kind: ActKind, at: Date?)] = []
    if entry["status"]?.text == "read" { marks.append((.read, touched)) }
    if isStarred { marks.append((.starred, nil)) }
    if entry["share_code"]?.text != nil { marks.append((.reshared, nil)) }
    if Self.enclosures(entry).contains(where: { $0["media_progression"]?.isSet ?? false }) {
      marks.append((.watched, nil))
    }
    return marks
  }

  private static func form(_ entry: JSONValue) -> PostForm? {
    let types = enclosures(entry).compactMap { $0["mime_type"]?.text }
    if types.contains(where: { $0.hasPrefix("audio/") }) { return .episode }
    return types.contains { $0.hasPrefix("video/") } ? .video : nil
  }

  private static func enclosures(_ entry: JSONValue) -> [JSONValue] {
    entry["enclosures"]?.elements ?? []
  }

  private static func date(_ value: JSONValue?) -> Date? {
    value?.text.flatMap(FeedDate.parse).flatMap { Date(plausible: $0.timeIntervalSince1970) }
  }
}
