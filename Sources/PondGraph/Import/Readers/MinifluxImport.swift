import Foundation

/// Posts as Miniflux's interface gives them: `GET /v1/entries`, one page or several. Pages are read as
/// one, in one file or each in a file of one folder: where one ends and the next begins, what came with
/// a first fetch and what was swept away can only be told of both.
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

  /// The pages of an answer; a file that is whole by itself stands for itself.
  package func names(in files: ExportFiles) -> Set<String> {
    let mayBe = files.names.filter { $0.lowercased().hasSuffix(".json") }
    let pages = files.names(among: mayBe, where: isPage)
    return pages.count > 1 ? pages : []
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var reading = MinifluxReading(path: source.path, format: format, now: options.now)
    if source.holdsFiles {
      let files = try source.files()
      try files.forEach(names(in: files)) { _, page in try reading.read(page, options) }
    } else {
      try reading.read(source, options)
    }
    return [reading.finished()]
  }

  // What is damaged is none: it is named when it is read by itself.
  private func isPage(_ source: ImportSource) -> Bool {
    guard recognizes(source) else { return false }
    let options = ImportOptions(now: .distantPast)
    var reading = MinifluxReading(path: source.path, format: format, now: options.now)
    do {
      try reading.read(source, options)
    } catch {
      return false
    }
    return !reading.isWhole
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

  /// Whether as many entries were read as Miniflux says that there are.
  var isWhole: Bool { total <= Int64(entries.count) }

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
    warnings += file.warnings
  }

  mutating func finished() -> Imported {
    if removed > 0 {
      gathering.skip("\(removed) removed posts", "Miniflux only remembers their ids", isLoss: false)
    }
    var finished = gathering.finished(isPart: !isWhole)
    finished.warnings = warnings
    if !isWhole {
      finished.warnings.append(
        "Miniflux says that there are \(total) entries and \(entries.count) of them "
          + "\(entries.count == 1 ? "is" : "are") here; save every page (by the parameter offset), "
          + "put all of them into one folder, and import the folder")
    }
    // Pages are missing, or nothing but stars was asked for: what lies between is not known.
    if !isWhole || isStarredAlone { finished.coverage = [] }
    if isStarredAlone { finished.posts = finished.posts.map(\.asKnownByActAlone) }
    return finished
  }

  private mutating func take(_ entry: JSONValue) {
    let isNew = note(entry)
    guard let feed = entry["feed"], let address = feed["feed_url"]?.text else {
      if isNew { gathering.lose("nothing says which feed it is of") }
      return
    }
    guard entry["status"]?.text != "removed" else {
      if isNew { removed += 1 }
      return
    }
    let account = gathering.key(address)
    if named.insert(account).inserted { gathering.take(Self.mention(address, feed)) }
    let post = post(entry, account)
    if isNew { gathering.take(post) } else if let id = post.id { gathering.again(post, id) }
  }

  // Pages that were saved while new posts came overlap, and so do answers of two days; the numbers of
  // two servers are the same.
  private mutating func note(_ entry: JSONValue) -> Bool {
    guard let id = entry["id"]?.word else { return true }
    return entries.insert("\(id) \(entry["url"]?.text ?? "")").inserted
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
