import Foundation

/// The address of a page that a browser opens over the net. A person's files, their router and
/// what a browser shows of itself are no pages of accounts.
struct PageAddress {
  /// The address as written.
  let address: Address

  /// Takes an address of http or https.
  init?(_ written: String) {
    let start = written.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://"), written.utf8.count < 65_536
    else { return nil }
    address = Address(written)
  }
}

/// For how long a list of pages would have kept a trace of attention.
enum PageAttention {
  /// The chance that an opened post is found in a browser's history again: reading happens in the
  /// reader itself, on other devices, in windows that keep nothing.
  static let history = 0.3
  /// The chance that a post worth attention was bookmarked or saved.
  static let bookmarks = 0.1

  /// The kinds of account whose posts are pages.
  static let kinds: [AccountKind] = [.feed, .newsletter, .site]

  /// From the first trace to the last; nothing where there is none.
  static func of(_ times: [Date], until now: Date, observability: Double) -> [Attention] {
    let past = times.filter { $0 <= now }
    guard let from = past.min(), let to = past.max() else { return [] }
    return kinds.map { Attention(kind: $0, from: from, to: to, observability: observability) }
  }
}

/// Pages of which a database or file tells, gathered visit by visit. Nothing of them but the
/// address, the sort of act and the time is ever taken.
struct PageGathering {
  private(set) var imported: Imported
  private let now: Date
  private let observability: Double
  private var first: Date?
  private var last: Date?
  private var rows = 0

  init(path: String, format: String, now: Date, observability: Double) {
    imported = Imported(path: path, format: format)
    self.now = now
    self.observability = observability
  }

  /// Takes what was done with a page; addresses that no web server answers say nothing.
  mutating func take(_ written: String?, _ kind: ActKind, _ at: Date?) {
    if let at, at <= now {
      first = min(first ?? at, at)
      last = max(last ?? at, at)
    }
    takeBeside(written, kind, at)
  }

  /// Takes an act whose time says nothing of when the rest was kept: a bookmark may be older by years
  /// than the history beside it.
  mutating func takeBeside(_ written: String?, _ kind: ActKind, _ at: Date?) {
    rows += 1
    guard let written, let page = PageAddress(written) else { return }
    imported.pageActs.append(PageAct(address: page.address, kind: kind, at: at))
  }

  /// Names a row that cannot be read, without a word of what is in it.
  mutating func lose(_ why: String) {
    rows += 1
    imported.skipped.append(Skipped(what: "row \(rows)", why: why, isLoss: true))
  }

  /// Notes that a table was read.
  /// - Throws: `ImportFailure` for one that is cut short, unless the person takes what is there.
  mutating func end(
    _ source: ImportSource, _ cut: TableCut?, _ options: ImportOptions
  ) throws {
    let saved = imported.pageActs.count { $0.kind == .saved }
    let isWhole = try source.isWhole(cut, standing: saved, "page", options)
    imported.isComplete = imported.isComplete && isWhole
  }

  /// Everything taken, with the time that it spans.
  func finished() -> Imported {
    var finished = imported
    finished.attention = PageAttention.of(
      [first, last].compactMap { $0 }, until: now, observability: observability)
    return finished
  }
}
