import Seeded

/// A file to be written: its path inside its folder, and its bytes.
struct MadeFile {
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(_ path: String, _ text: String) {
    self.init(path, Array(text.utf8))
  }
}

extension Source {
  /// Its feed as it was found: one file, or one for each day on which it was looked at.
  func feedFiles(_ history: [Item], seed: UInt64) -> [MadeFile] {
    guard let shown else { return [] }
    let suffix = grammar == .json ? "json" : "xml"
    guard snapshots.isEmpty else {
      return snapshots.map { day in
        MadeFile("feeds/\(slug)/\(day).\(suffix)", snapshot(history, shown: shown, on: day))
      }
    }
    var chance = SplitMix64(seed: seed, name: slug + " built")
    let newest = history.last?.published ?? .now
    // A site that still lives was built this morning, one that ended with its last post.
    let isLive = newest > .daysAgo(100)
    let built = isLive ? Moment.now.adding(-600 - chance.below(30_000)) : newest.adding(300)
    let feed = FeedText(source: self, items: history.suffix(shown).reversed(), built: built)
    return [MadeFile("feeds/\(slug).\(suffix)", slug == "harrow-vane" ? feed.careless : feed.bytes)]
  }

  private func snapshot(_ history: [Item], shown: Int, on day: String) -> [UInt8] {
    let moment = Moment.atSeven(on: day)
    if archetype == "unreachable", day >= "2026-05-12" {
      return Array(ErrorPage.text(for: self, at: moment).utf8)
    }
    let items = history.filter { $0.published <= moment }.suffix(shown).reversed()
    let respelled = items.map { slug == "tidewater" ? $0.respelled(on: day) : $0 }
    return FeedText(source: self, items: respelled, built: moment.adding(-900)).bytes
  }
}

extension FeedText {
  /// The feed with its ampersands bare, as a careless template writes it. The last `</item>` and
  /// everything else is in order, so that all of it can be read.
  fileprivate var careless: [UInt8] { Array(text.replacing("&amp;", with: "&").utf8) }
}

extension Item {
  /// The same post as the almanac wrote it at different times: its id changed its tail in April,
  /// scheme and parameters in May, and came back in June.
  func respelled(on day: String) -> Item {
    var item = self
    switch day {
    case "2026-04-01", "2026-06-01": item.id += "/"
    case "2026-05-01":
      item.id =
        item.id.replacing("https://", with: "http://") + "/?utm_source=feed&utm_medium=rss"
    default: break
    }
    item.link = item.id
    return item
  }
}

extension Moment {
  /// Seven in the morning of a day like `2026-05-12`.
  static func atSeven(on day: String) -> Moment {
    (0..<500).lazy.map { Moment.now.adding(-3_600 - $0 * 86_400) }.first { $0.day == day } ?? .now
  }
}
