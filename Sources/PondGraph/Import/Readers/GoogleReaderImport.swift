import Foundation

/// Posts with their states as the Google Reader API gives them: FreshRSS's starred and feed files,
/// Inoreader, The Old Reader, BazQux, the last export of Google Reader itself.
package struct GoogleReaderImport: Importer {
  package let format = "google-reader"
  package let learns =
    "Posts with what you read, starred, liked and shared, from a Google Reader JSON file."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let first = source.firstRecord(below: "items") else { return false }
    if let id = first["id"]?.text { return id.hasPrefix("tag:google.com,2005:reader/item/") }
    return first == .object([:]) && Self.namesStream(source)
  }

  // A list without an item is told by its own id.
  private static func namesStream(_ source: ImportSource) -> Bool {
    let head = String(decoding: source.bytes.prefix(1_000), as: UTF8.self)
    return head.contains(#/"id"\s*:\s*"(user|feed)\//#)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var reading = GoogleReaderReading(path: source.path, format: format, now: options.now)
    try reading.read(source, options)
    return [reading.finished()]
  }
}

/// Files of the Google Reader API that are being read; several of them may speak of one post.
struct GoogleReaderReading {
  private var gathering: ReaderGathering
  private var named: Set<AccountKey>
  private var posts: Set<Told> = []
  private var alone: [Told: Int] = [:]
  private var warnings: [String] = []

  private struct Told: Hashable {
    let account: AccountKey
    let post: PostID
  }

  /// The list that is being read: whose it is and what it was asked for.
  private struct List {
    var id = ""
    var isStarred: Bool { id.hasSuffix("/starred") }
    /// Whether it holds only what the person did something with: stars, likes, shared posts, labels
    /// where labels are their own.
    var isOfActs: Bool {
      let states = ["/starred", "/like", "/broadcast", "/read", "/saved-web-pages", "/created"]
      return id.hasPrefix("user/")
        && (states.contains { id.hasSuffix("/state/com.google" + $0) }
          || isFreshRSS && id.contains("/label/"))
    }
    /// FreshRSS forgets the posts of a feed that is unfollowed, and puts nothing but the person's
    /// own labels among the categories.
    var isFreshRSS: Bool { id.contains("org.freshrss") }
  }

  /// Starts with nothing.
  /// - Parameter named: accounts of which a list beside says all that is here.
  init(path: String, format: String, now: Date, named: Set<AccountKey> = []) {
    gathering = ReaderGathering(path: path, format: format, now: now)
    self.named = named
  }

  mutating func finished() -> Imported {
    var finished = gathering.finished()
    finished.warnings = warnings
    return finished
  }

  mutating func read(_ source: ImportSource, _ options: ImportOptions) throws {
    var file = RecordFile(source, list: "items")
    var list = List()
    var items: [JSONValue] = []
    // The name of the list may stand behind it, so the first items wait for it.
    try file.read(takesPartial: options.takesPartial) { name, value in
      if name == "id", let id = value.text { list.id = id }
    } record: { item in
      if list.id.isEmpty { items.append(item) } else { take(item, list) }
    }
    for item in items { take(item, list) }
    for loss in file.lost { gathering.skip(loss.what, loss.why, isLoss: true) }
    warnings += file.warnings
  }

  private mutating func take(_ item: JSONValue, _ list: List) {
    guard case .object = item else { return gathering.lose("it is no object") }
    guard let account = account(item, list) else {
      return gathering.lose("nothing says which feed it is of")
    }
    let marks = marks(item, list)
    var post = ReaderPost(
      account: account,
      observability: list.isOfActs ? ReaderTrace.starsAlone : ReaderTrace.states)
    post.writtenID = item["guid"]?.text
    post.link =
      item["canonical"]?.elements.first?["href"]?.text
      ?? item["alternate"]?.elements.first?["href"]?.text
    post.title = item["title"]?.text.map(FreshRSSText.plain)
    post.author = item["author"]?.text.flatMap(FreshRSSText.author)
    post.published = Date(plausible: item["published"]?.integer)
    post.witnessed = Date(plausible: item["crawlTimeMsec"]?.integer, per: 1_000)
    post.form = GoogleReaderForm(item).form
    post.text = ReaderText(item["content"]?["content"]?.text ?? item["summary"]?["content"]?.text)
    post.marks = marks.map { ($0, nil) }
    post.isKept = list.isOfActs || marks.contains { $0 == .starred || $0 == .saved }
    post.isKnownByActAlone = list.isOfActs
    // Other services crawled a feed before the person came to it.
    if list.isFreshRSS, !list.isOfActs { post.arrived = post.witnessed }
    keep(post)
  }

  // A post that stands in two lists is one post.
  private mutating func keep(_ post: ReaderPost) {
    guard let id = post.id else { return gathering.take(post) }
    let told = Told(account: post.account, post: id)
    if posts.insert(told).inserted {
      if post.isKnownByActAlone { alone[told] = gathering.imported.posts.count }
      gathering.take(post)
    } else {
      // A list of everything shows it too.
      if !post.isKnownByActAlone, let number = alone.removeValue(forKey: told) {
        gathering.show(number, post)
      }
      gathering.again(post, id)
    }
  }

  // MARK: Whose it is

  private mutating func account(_ item: JSONValue, _ list: List) -> AccountKey? {
    guard let origin = item["origin"] else { return nil }
    let title = origin["title"]?.text.map(FreshRSSText.plain)
    let site = origin["htmlUrl"]?.text.map(FreshRSSText.address).map(Address.init)
    if let address = Self.feed(origin) {
      let key = gathering.key(address)
      if named.insert(key).inserted {
        gathering.take(
          AccountMention(
            reading: Address(address), title: title, site: site, followed: follows(list)))
      }
      return key
    }
    guard let site, site.written.hasPrefix("http") else { return nil }
    let key = AccountKey(kind: .site, value: site.canonical)
    if named.insert(key).inserted {
      gathering.take(AccountMention(key: key, title: title, site: site, followed: false))
    }
    return key
  }

  /// A starred post of a feed that was left stays starred in most readers.
  private func follows(_ list: List) -> Bool { list.isFreshRSS || !list.isStarred }

  // Some services write a number of their own where others write the address.
  private static func feed(_ origin: JSONValue) -> String? {
    if let address = origin["feedUrl"]?.text { return FreshRSSText.address(address) }
    guard let stream = origin["streamId"]?.text, stream.hasPrefix("feed/") else { return nil }
    let rest = String(stream.dropFirst(5))
    return rest.contains(":") || rest.contains(".") ? rest : nil
  }

  // MARK: What was done with it

  private func marks(_ item: JSONValue, _ list: List) -> [ActKind] {
    var marks: [ActKind] = []
    for category in item["categories"]?.elements ?? [] {
      guard let name = category.text, name.hasPrefix("user/") else { continue }
      if let mark = Self.mark(name, list), !marks.contains(mark) { marks.append(mark) }
    }
    if list.isStarred, !marks.contains(.starred) { marks.append(.starred) }
    return marks
  }

  // A label may be the folder of the feed, which most services put beside the person's labels.
  private static func mark(_ category: String, _ list: List) -> ActKind? {
    let parts = category.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return switch parts[2] {
    case "state/com.google/read": .read
    case "state/com.google/starred": .starred
    case "state/com.google/like": .liked
    case "state/com.google/broadcast", "state/com.google/broadcast-friends": .reshared
    default: list.isFreshRSS && parts[2].hasPrefix("label/") ? .saved : nil
    }
  }
}

/// What an item asks of its reader, by what hangs on it.
private struct GoogleReaderForm {
  let form: PostForm?

  init(_ item: JSONValue) {
    let types = (item["enclosure"]?.elements ?? []).compactMap { $0["type"]?.text }
    form =
      types.contains { $0.hasPrefix("audio/") }
      ? .episode : types.contains { $0.hasPrefix("video/") } ? .video : nil
  }
}

extension JSONValue {
  /// A whole number, written as one or as text; nil for anything else and past 64 bits.
  var integer: Int64? { word.flatMap { Int64($0) } }
  /// Whether it is `true`, or a number other than 0.
  var isSet: Bool { self == .bool(true) || (integer ?? 0) != 0 }
}
