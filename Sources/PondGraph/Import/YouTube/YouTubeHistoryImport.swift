import Foundation

/// What somebody watched and liked on YouTube, as Takeout writes it in JSON: the history of YouTube, or
/// Google's whole record of activity there (`MyActivity.json`), in any language. Advertising is left out;
/// of a video that was removed nothing says whose it was.
package struct YouTubeHistoryImport: Importer {
  package let format = "youtube-history"
  package let learns =
    "The videos that you watched and liked on YouTube, and when, by channel, from Takeout."

  /// Everything that was watched while the history was on.
  static let observability = 0.9

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard !source.isFolder else { return false }
    guard let glance = JSONGlance(source) else { return Self.isWebPage(source) }
    let isYouTube =
      glance.first?["header"]?.text?.hasPrefix("YouTube") == true
      || glance.first?["products"]?.elements.contains { $0.text == "YouTube" } == true
    return isYouTube && (glance.firstHas("title") || glance.firstHas("products"))
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
  private(set) var title: String?
  private(set) var page: String?
  private(set) var at: Date?
  private(set) var channel: String?
  private(set) var channelPage: String?
  /// Advertising says where it came from.
  private(set) var isAdvertising = false
  /// Whether it says under which setting it was kept.
  private(set) var hasControls = false
  /// Whether that is the history of what was watched.
  private(set) var isInWatchHistory = false

  /// Reads the object that is next.
  /// - Throws: `JSONDamage`.
  init(_ cursor: inout JSONCursor) throws {
    try cursor.forEachMember { name, cursor in
      switch name {
      case "title": title = try cursor.text()?.string
      case "titleUrl": page = try cursor.text()?.string
      case "time": at = try cursor.text().flatMap { FeedDate.parse($0.string) }
      case "details":
        if cursor.isAtArray() { try cursor.forEachElement { _ in isAdvertising = true } }
      case "activityControls": if cursor.isAtArray() { try readControls(&cursor) }
      case "subtitles": if cursor.isAtArray() { try readChannel(&cursor) }
      default: break
      }
    }
  }

  private mutating func readControls(_ cursor: inout JSONCursor) throws {
    try cursor.forEachElement { cursor in
      guard let control = try cursor.text()?.string else { return }
      hasControls = true
      if YouTubeVerbs.isWatchHistory(control) { isInWatchHistory = true }
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
  private var verbs = YouTubeVerbs()
  private var isLanguageKnown = false
  // Rows whose sentence is unknown, until it is known whether their language is.
  private var untold: [YouTubeRecord] = []

  private enum Left: String, CaseIterable {
    case advertising = "line"
    case removed = "removed video"
    case unnamed = "video"
    case other = "page"
    case disliked = "video disliked"
    case searched = "search"
    case subscribed = "subscription"

    private func rest(_ isOne: Bool) -> String {
      switch self {
      case .advertising: " of advertising"
      case .unnamed: " without a channel"
      case .other: isOne ? " that is no video" : " that are no videos"
      case .removed, .disliked, .searched, .subscribed: ""
      }
    }

    func words(_ count: Int) -> String {
      switch self {
      case .disliked: "\(count) video\(count == 1 ? "" : "s") that you disliked"
      case .searched: count == 1 ? "1 search" : "\(count) searches"
      default: "\(count) \(rawValue)\(count == 1 ? "" : "s")\(rest(count == 1))"
      }
    }

    func why(_ count: Int) -> String {
      let isOne = count == 1
      return switch self {
      case .advertising: "nobody chose to watch it"
      case .unnamed:
        "\(isOne ? "it" : "each") counts only if a followed channel is known to have published it"
      case .other: "nothing was watched there"
      case .removed: "nothing says whose \(isOne ? "it was" : "they were")"
      case .disliked: "a dislike counts neither for a channel nor against it"
      case .searched: "a search is no sign of attention to a channel"
      case .subscribed: "whom you follow now stands in subscriptions.csv"
      }
    }
  }

  init(path: String, format: String) {
    imported = Imported(path: path, format: format)
  }

  mutating func take(_ record: YouTubeRecord) {
    guard !record.isAdvertising else { return leave(.advertising) }
    let deed = record.title.flatMap { verbs.deed($0) }
    if deed != nil || record.isInWatchHistory { isLanguageKnown = true }
    switch deed {
    case .watched: act(.watched, record)
    case .liked: act(.liked, record)
    case .disliked: leave(.disliked)
    case .searched: leave(.searched)
    case .subscribed: leave(.subscribed)
    case nil:
      if record.isInWatchHistory || record.title == nil {
        act(.watched, record)
      } else {
        untold.append(record)
      }
    }
  }

  private mutating func act(_ kind: ActKind, _ record: YouTubeRecord) {
    guard let page = record.page else { return leave(.removed) }
    guard let video = YouTubeVideo(page: page) else { return leave(.other) }
    if let at = record.at, kind == .watched {
      first = min(first ?? at, at)
      last = max(last ?? at, at)
    }
    guard let channel = record.channelPage.flatMap(YouTubeChannel.init(page:)) else {
      leave(.unnamed)
      imported.pageActs.append(PageAct(address: video.page, kind: kind, at: record.at))
      return
    }
    if channels.insert(channel).inserted {
      imported.accounts.append(
        AccountMention(
          key: channel.key, address: channel.feed, title: record.channel, followed: false))
    }
    imported.acts.append(Act(account: channel.key, post: video.post, kind: kind, at: record.at))
  }

  private mutating func leave(_ what: Left) { left[what, default: 0] += 1 }

  // MARK: Sentences that no table has

  // Where not one sentence of the file is known, its language is not: then what was kept under a setting,
  // which is how Google writes its history, was watched.
  private mutating func settle() {
    guard !untold.isEmpty else { return }
    guard !isLanguageKnown else {
      imported.skipped += unknownVerbs
      return
    }
    let areAllBare = !untold.contains(where: \.hasControls)
    let watched = untold.filter { areAllBare || $0.hasControls }
    for record in watched { act(.watched, record) }
    imported.warnings.append(
      "it is written in a language that Pond does not know: every video in it is taken as watched")
    untold.removeAll { areAllBare || $0.hasControls }
    imported.skipped += unknownVerbs
  }

  // A verb stands at the beginning of a sentence or at its end; it is where fewer words are different.
  private var unknownVerbs: [Skipped] {
    let words = untold.map { record in
      (record.title ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }
    let (begins, ends) = (Self.counted(words.map(\.first)), Self.counted(words.map(\.last)))
    let isAtEnd = ends.count < begins.count
    let forms = (isAtEnd ? ends : begins).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = forms.prefix(Self.mostForms)
    let rest = untold.count - named.reduce(0) { $0 + $1.value }
    return named.map { word, count in
      Self.unknown(
        count, " of the form “\(isAtEnd ? "… " : "")\(word.prefix(40))\(isAtEnd ? "" : " …")”")
    } + (rest > 0 ? [Self.unknown(rest, " of other forms")] : [])
  }

  // More of them are no verbs.
  private static let mostForms = 10

  private static func unknown(_ count: Int, _ form: String) -> Skipped {
    Skipped(
      what: "\(count) row\(count == 1 ? "" : "s")\(form)",
      why: "Pond does not know what they say was done", isLoss: false)
  }

  private static func counted(_ words: [String?]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1 ?? "", default: 0] += 1 }
  }

  /// Everything taken.
  func finished() -> Imported {
    var settled = self
    settled.settle()
    return settled.summed()
  }

  private func summed() -> Imported {
    var finished = imported
    finished.skipped =
      Left.allCases.compactMap { what in
        left[what].map { Skipped(what: what.words($0), why: what.why($0), isLoss: false) }
      } + imported.skipped
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
