import Foundation

/// Liferea's `liferea.db`: whom one follows, its cache of posts, what was read and flagged.
///
/// The cache keeps the newest posts of a feed, a hundred unless set otherwise, and flagged ones for
/// ever. Comments are other people's words below a post and are left out.
package struct LifereaImport: Importer {
  package let format = "liferea"
  package let learns =
    "Liferea's database: the feeds you follow, their posts, what you read and flagged."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder
      && ForeignDatabase.speaks(of: ["subscription", "node_id", "valid_guid", "marked"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["subscription", "items"], of: "Liferea")
    var reading = LifereaReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of Liferea that is being read.
struct LifereaReading {
  private struct Node {
    let parent: String?
    let title: String?
    let type: String?
  }

  private var gathering: ReaderGathering
  private var nodes: [String: Node] = [:]
  private var sites: [String: String] = [:]
  private var feeds: [String: AccountKey] = [:]
  private var comments = 0
  private var blocks = FirstBlocks()
  private var gone = GoneThrough()

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    if database.has("node") {
      try database.forEachRow("SELECT node_id, parent_id, title, type FROM node") { row in
        guard let id = row.word(0) else { return }
        nodes[id] = Node(parent: row.word(1), title: row.word(2), type: row.name(3))
      }
    }
    if database.has("subscription_metadata") {
      let homes = "SELECT node_id, value FROM subscription_metadata WHERE key = 'homepage'"
      try database.forEachRow(homes) { row in
        if let id = row.word(0), let site = row.name(1) { sites[id] = site }
      }
    }
    try database.forEachRow("SELECT node_id, source FROM subscription ORDER BY rowid") {
      takeFeed($0)
    }
    let marks = "SELECT node_id, read, marked, comment, date FROM items ORDER BY item_id"
    try database.forEachRow(marks) { foresee($0) }
    blocks = FirstBlocks()
    try database.forEachRow(Self.items(hasMetadata: database.has("metadata"))) { takeItem($0) }
    if comments > 0 {
      gathering.skip("\(comments) comments", "they are other people's words", isLoss: false)
    }
  }

  private static func items(hasMetadata: Bool) -> String {
    let author =
      "SELECT value FROM metadata WHERE metadata.item_id = items.item_id AND key = 'author'"
    return """
      SELECT node_id, title, read, marked, source, source_id, valid_guid, date, comment,
        \(hasMetadata ? "(\(author) LIMIT 1)" : "NULL"), description
      FROM items ORDER BY item_id
      """
  }

  private mutating func takeFeed(_ row: ForeignRow) {
    guard let id = row.word(0), let address = row.word(1) else {
      return gathering.skip("a subscription", "it has no address", isLoss: false)
    }
    let node = nodes[id]
    guard node?.type != "vfolder" else {
      return gathering.skip(
        "the search folder “\(node?.title ?? id)”", "it shows posts of other feeds", isLoss: false)
    }
    feeds[id] = gathering.key(address)
    gathering.take(
      AccountMention(
        reading: Address(address), title: node?.title, site: sites[id].map(Address.init),
        folders: [path(of: node?.parent)], followed: true))
  }

  // A node may claim to stand within itself.
  private func path(of id: String?) -> FolderPath {
    var path: FolderPath = []
    var next = id
    while let id = next, path.count < 100, let node = nodes[id] {
      if node.type == nil || node.type == "folder", let title = node.title {
        path.insert(title, at: 0)
      }
      next = node.parent == id ? nil : node.parent
    }
    return path
  }

  private mutating func foresee(_ row: ForeignRow) {
    let account = row.word(0).flatMap { feeds[$0] }
    guard blocks.hold(account), let account, row.isSet(1) || row.isSet(2), !row.isSet(3) else {
      return
    }
    gone.note(account, published: Date(plausible: (try? row.integer(4, "date")) ?? nil))
  }

  private mutating func takeItem(_ row: ForeignRow) {
    let isFirst = blocks.hold(row.word(0).flatMap { feeds[$0] })
    if row.isSet(8) {
      comments += 1
      return
    }
    do throws(ForeignRow.Odd) {
      guard let node = row.word(0), let account = feeds[node] else {
        return gathering.lose("it belongs to no feed")
      }
      var post = ReaderPost(account: account, observability: ReaderTrace.liferea)
      post.isBacklog = isFirst && !gone.contains(account)
      post.title = try row.text(1, "title")
      post.link = try row.text(4, "source")
      // An id that Liferea does not trust is one that it made itself.
      if row.isSet(6) { post.writtenID = row.word(5) }
      post.published = Date(plausible: try row.integer(7, "date"))
      post.author = row.name(9)
      post.text = row.withUTF8(10) { ReaderText($0) }
      if row.isSet(2) { post.marks.append((.read, nil)) }
      if row.isSet(3) { post.marks.append((.starred, nil)) }
      post.isKept = row.isSet(3)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }
}
