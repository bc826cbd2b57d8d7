import Foundation

/// The database of `reader`, the Python library: the one store that keeps when a post was read.
package struct PythonReaderImport: Importer {
  package let format = "reader"
  package let learns =
    "The Python library reader's database: feeds, posts, what you read and found important, when."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder
      && ForeignDatabase.speaks(of: ["entries", "feeds", "user_title", "important"], source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let database = try ForeignDatabase(source)
    try database.require(["feeds", "entries"], of: "reader")
    var reading = PythonReaderReading(path: source.path, format: format, now: options.now)
    try reading.read(database)
    return [reading.finished()]
  }
}

/// A database of reader that is being read.
struct PythonReaderReading {
  private var gathering: ReaderGathering
  private var tags: [String: [String]] = [:]
  private var firstMark: Date?

  init(path: String, format: String, now: Date) {
    gathering = ReaderGathering(path: path, format: format, now: now)
  }

  mutating func finished() -> Imported { gathering.finished() }

  mutating func read(_ database: ForeignDatabase) throws {
    if database.has("feed_tags") {
      try database.forEachRow("SELECT feed, key FROM feed_tags ORDER BY feed, key") { row in
        // What plugins keep for themselves begins with a dot.
        guard let feed = row.name(0), let key = row.name(1), !key.hasPrefix(".") else { return }
        tags[feed, default: []].append(key)
      }
    }
    let feeds = try database.columns(of: "feeds")
    try database.forEachRow(Self.select(Self.feedColumns, feeds, "feeds ORDER BY url")) {
      takeFeed($0)
    }
    let entries = try database.columns(of: "entries")
    if entries.contains("read_modified") {
      try database.forEachRow("SELECT min(read_modified) FROM entries") {
        firstMark = Self.date($0, 0)
      }
    }
    try database.forEachRow(Self.select(Self.entryColumns, entries, "entries")) { takeEntry($0) }
  }

  private static let feedColumns = [
    "url", "title", "user_title", "link", "added", "updates_enabled",
  ]
  private static let entryColumns = [
    "id", "feed", "title", "link", "author", "published", "updated", "summary", "content", "read",
    "read_modified", "important", "important_modified", "added_by", "first_updated",
  ]

  private static func select(_ wanted: [String], _ there: Set<String>, _ from: String) -> String {
    let read = wanted.map { there.contains($0) ? "\"\($0)\"" : "NULL" }.joined(separator: ", ")
    return "SELECT \(read) FROM \(from)"
  }

  private mutating func takeFeed(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      guard let address = try row.text(0, "url") else {
        return gathering.skip("a feed", "it has no address", isLoss: true)
      }
      // Not being updated is 0; a database without the column knows no such thing.
      let isMuted = try row.integer(5, "updates_enabled") == 0
      gathering.take(
        AccountMention(
          reading: Address(address), title: row.name(2) ?? row.name(1),
          site: row.name(3).flatMap(PageAddress.init)?.address, folders: [[]],
          tags: (tags[address] ?? []) + (isMuted ? ["muted"] : []), followed: true,
          followedAt: Self.date(row, 4)))
    } catch {
      gathering.skip("a feed", error.sentence, isLoss: true)
    }
  }

  private mutating func takeEntry(_ row: ForeignRow) {
    do throws(ForeignRow.Odd) {
      guard let feed = try row.text(1, "feed") else {
        return gathering.lose("it belongs to no feed")
      }
      var post = ReaderPost(
        account: gathering.key(feed), observability: ReaderTrace.pythonReader)
      post.writtenID = try row.text(0, "id")
      post.title = try row.text(2, "title")
      post.link = try row.text(3, "link")
      post.author = try row.text(4, "author")
      post.published = Self.date(row, 5) ?? Self.date(row, 6)
      post.witnessed = Self.date(row, 14)
      post.arrived = post.witnessed
      post.text = Self.text(content: row.name(8), summary: row.name(7))
      takeMarks(row, &post)
      gathering.take(post)
    } catch {
      gathering.lose(error.sentence)
    }
  }

  private func takeMarks(_ row: ForeignRow, _ post: inout ReaderPost) {
    if row.isSet(9) {
      let at = Self.date(row, 10)
      post.marks.append((isRule(at, post.witnessed) ? .seen : .read, at))
    }
    if row.isSet(11) { post.marks.append((.starred, Self.date(row, 12))) }
    // The person put it there with their own hand.
    if row.name(13) == "user" { post.marks.append((.saved, post.witnessed)) }
    post.isKept = row.name(13) == "user"
    post.isKnownByActAlone = post.isKept
  }

  /// Whether a plugin marked it as it came: such marks have no time, though times were kept then.
  private func isRule(_ at: Date?, _ arrived: Date?) -> Bool {
    guard at == nil, let arrived, let firstMark else { return false }
    return arrived > firstMark
  }

  // `2026-11-21 02:24:34.855496`, in UTC.
  private static func date(_ row: ForeignRow, _ index: Int32) -> Date? {
    row.name(index).flatMap(FeedDate.parse).flatMap { Date(plausible: $0.timeIntervalSince1970) }
  }

  // The content is a list of pieces in JSON; the first has the words.
  private static func text(content: String?, summary: String?) -> ReaderText {
    guard var content, content.utf8.count < 1 << 20 else { return ReaderText(summary) }
    let value = content.withUTF8 { bytes in
      var cursor = JSONCursor(bytes)
      return try? cursor.value()
    }
    return ReaderText(value?.elements.first?["value"]?.text ?? summary)
  }
}
