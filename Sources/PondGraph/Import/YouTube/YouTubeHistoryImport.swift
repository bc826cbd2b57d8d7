import Foundation

/// What somebody watched on YouTube, as Takeout writes it in JSON. Advertising is left out; of a
/// video that was removed nothing says whose it was.
package struct YouTubeHistoryImport: Importer {
  package let format = "youtube-history"
  package let learns = "The videos that you watched on YouTube, and when, by channel, from Takeout."

  /// Everything that was watched while the history was on.
  static let observability = 0.9

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard !source.isFolder else { return false }
    guard let glance = JSONGlance(source) else { return Self.isWebPage(source) }
    return glance.first?["header"]?.text?.hasPrefix("YouTube") == true
      && (glance.firstHas("title") || glance.firstHas("products"))
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    guard !Self.isWebPage(source) else {
      throw ImportFailure.notWhatItClaims(
        path: source.path,
        sentence: "this is a history of YouTube as a web page, and Pond reads it as JSON",
        advice: "Ask Takeout for it again, and choose JSON as the format of the history.")
    }
    var records = PickedRecords(source, options: options)
    var reading = YouTubeWatching(path: source.path, format: format)
    try records.forEach { _, cursor in reading.take(try YouTubeRecord(&cursor)) }
    var imported = reading.finished()
    imported.skipped += records.lost
    imported.isComplete = records.isComplete
    return [imported]
  }

  // Takeout's pages are made of such cells, whatever their language.
  private static func isWebPage(_ source: ImportSource) -> Bool {
    guard !source.isFolder else { return false }
    let start = String(decoding: source.bytes.prefix(256), as: UTF8.self).lowercased()
    guard start.contains("<html") else { return false }
    let head = String(decoding: source.bytes.prefix(1 << 18), as: UTF8.self)
    return head.contains("mdl-cell") && head.contains("youtube.com/")
  }
}

/// One line of the history.
struct YouTubeRecord {
  private(set) var page: String?
  private(set) var at: Date?
  private(set) var channel: String?
  private(set) var channelPage: String?
  /// Advertising says where it came from.
  private(set) var isAdvertising = false

  /// Reads the object that is next.
  /// - Throws: `JSONDamage`.
  init(_ cursor: inout JSONCursor) throws {
    try cursor.forEachMember { name, cursor in
      switch name {
      case "titleUrl": page = try cursor.text()?.string
      case "time": at = try cursor.text().flatMap { FeedDate.parse($0.string) }
      case "details":
        if cursor.isAtArray() { try cursor.forEachElement { _ in isAdvertising = true } }
      case "subtitles": if cursor.isAtArray() { try readChannel(&cursor) }
      default: break
      }
    }
  }

  private mutating func readChannel(_ cursor: inout JSONCursor) throws {
    try cursor.forEachElement { cursor in
      guard channel == nil, channelPage == nil, cursor.isAtObject() else { return }
      try cursor.forEachMember { name, cursor in
        switch name {
        case "name": channel = try cursor.text()?.string
        case "url": channelPage = try cursor.text()?.string
        default: break
        }
      }
    }
  }
}

/// A history that is being read.
private struct YouTubeWatching {
  private var imported: Imported
  private var channels: Set<YouTubeChannel> = []
  private var left: [Left: Int] = [:]
  private var first: Date?
  private var last: Date?

  private enum Left: String, CaseIterable {
    case advertising = "line"
    case removed = "removed video"
    case unnamed = "video"
    case other = "page"

    var rest: String {
      switch self {
      case .advertising: " of advertising"
      case .unnamed: " without a channel"
      case .other: " that is no video"
      case .removed: ""
      }
    }

    var why: String {
      switch self {
      case .advertising: "nobody chose to watch it"
      case .removed: "nothing says whose it was"
      case .unnamed: "it counts only if a followed channel is known to have published it"
      case .other: "nothing was watched there"
      }
    }
  }

  init(path: String, format: String) {
    imported = Imported(path: path, format: format)
  }

  mutating func take(_ record: YouTubeRecord) {
    guard !record.isAdvertising else { return leave(.advertising) }
    guard let page = record.page else { return leave(.removed) }
    guard let video = YouTubeVideo(page: page) else { return leave(.other) }
    if let at = record.at {
      first = min(first ?? at, at)
      last = max(last ?? at, at)
    }
    guard let channel = record.channelPage.flatMap(YouTubeChannel.init(page:)) else {
      leave(.unnamed)
      imported.pageActs.append(PageAct(address: video.page, kind: .watched, at: record.at))
      return
    }
    if channels.insert(channel).inserted {
      imported.accounts.append(
        AccountMention(
          key: channel.key, address: channel.feed, title: record.channel, followed: false))
    }
    imported.acts.append(
      Act(account: channel.key, post: video.post, kind: .watched, at: record.at))
  }

  private mutating func leave(_ what: Left) { left[what, default: 0] += 1 }

  func finished() -> Imported {
    var finished = imported
    finished.skipped = Left.allCases.compactMap { what in
      .several(left[what] ?? 0, what.rawValue, what.rest, why: what.why)
    }
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
