import Foundation

/// FreeTube's own files, an object a line: `profiles.db` with the channels of each profile, and
/// `history.db` with what was watched, when, and whose it was.
package struct FreeTubeImport: Importer {
  package let format = "freetube"
  package let learns =
    "The channels you subscribed to in FreeTube, by profile, and what you watched, when."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let first = source.firstRecords([], atMost: 1).first?.record else { return false }
    return Self.isProfile(first) || Self.isWatched(first)
  }

  package func names(in files: ExportFiles) -> Set<String> {
    let own = files.names.filter { name in
      ["profiles.db", "history.db"].contains(name.split(separator: "/").last ?? "")
    }
    return Set(
      own.filter { name in
        (try? files.source(of: name)).flatMap { $0 }.map(recognizes) ?? false
      })
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    let files = try source.files()
    let wanted = source.holdsFiles ? names(in: files) : Set(files.names)
    var reading = FreeTubeReading(path: source.path, format: format)
    try files.forEach(wanted) { _, file in try reading.read(file, options) }
    return [reading.finished()]
  }

  static func isProfile(_ record: JSONValue) -> Bool {
    guard case .array? = record["subscriptions"] else { return false }
    return record["name"] != nil && record["bgColor"] != nil
  }

  static func isWatched(_ record: JSONValue) -> Bool {
    record["videoId"]?.text != nil && record["timeWatched"] != nil
  }
}

/// FreeTube's files, being read. A file is a log: a later line with the same `_id` takes the place
/// of an earlier one, and `$$deleted` takes it away.
private struct FreeTubeReading {
  private var list: MentionList
  private var posts: [Post] = []
  private var lost: [Skipped] = []
  private var first: Date?
  private var last: Date?
  private var isComplete = true

  init(path: String, format: String) {
    list = MentionList(path: path, format: format)
  }

  mutating func read(_ source: ImportSource, _ options: ImportOptions) throws {
    var told = Imported(path: source.path, format: "freetube")
    var order: [String] = []
    var newest: [String: JSONValue] = [:]
    for record in try source.documents(&told, of: "line", options) {
      let id = record["_id"]?.word ?? "\(order.count)"
      if newest[id] == nil { order.append(id) }
      newest[id] = record
    }
    lost += told.skipped
    isComplete = isComplete && told.isComplete
    for record in order.compactMap({ newest[$0] }) where record["$$deleted"] == nil {
      if FreeTubeImport.isProfile(record) { takeProfile(record) }
      if FreeTubeImport.isWatched(record) { takeWatched(record) }
    }
  }

  // Everybody stands in the profile of all channels; the others are labels.
  private mutating func takeProfile(_ profile: JSONValue) {
    let isAll = profile["_id"]?.text == "allChannels"
    let tags = isAll ? [] : [profile["name"]?.text].compactMap { $0 }
    for entry in profile["subscriptions"]?.elements ?? [] {
      guard let channel = entry["id"]?.text.flatMap(YouTubeChannel.init(id:)) else {
        list.lose("a subscription", "it has no channel's id")
        continue
      }
      list.keep(VideoLists.mention(channel, title: entry["name"]?.text, tags: tags))
    }
  }

  private mutating func takeWatched(_ record: JSONValue) {
    guard let id = record["videoId"]?.text,
      let video = YouTubeVideo(page: "https://youtu.be/\(id)"),
      let channel = record["authorId"]?.text.flatMap(YouTubeChannel.init(id:))
    else { return list.lose("a video", "nothing says whose it was") }
    let at = Date(plausible: record["timeWatched"]?.integer, per: 1_000)
    if let at {
      first = min(first ?? at, at)
      last = max(last ?? at, at)
    }
    posts.append(
      Post(
        account: channel.key, id: video.post, link: video.page, title: record["title"]?.text,
        published: Date(plausible: record["published"]?.integer, per: 1_000),
        author: record["author"]?.text, form: .video,
        observability: YouTubeHistoryImport.observability, isKnownByActAlone: true))
    list.add(Act(account: channel.key, post: video.post, kind: .watched, at: at))
  }

  func finished() -> Imported {
    var finished = list.imported
    finished.posts = posts
    // Watched, and not subscribed to.
    var known = Set(finished.accounts.map(\.key))
    for post in posts where known.insert(post.account).inserted {
      let channel = YouTubeChannel(id: post.account.value)
      finished.accounts.append(
        AccountMention(
          key: post.account, address: channel?.feed, title: post.author, followed: false))
    }
    finished.skipped += lost
    finished.isComplete = isComplete
    if let first, let last {
      finished.attention = [
        Attention(
          kind: .youtube, from: first, to: last,
          observability: YouTubeHistoryImport.observability)
      ]
    }
    return finished
  }
}
