import Foundation

/// Overcast's extended list ("All data"): which podcasts one follows or followed, and every episode
/// that was touched: played, begun, recommended, deleted.
///
/// The list is kept as what it is, an OPML list that can be trimmed. Only touched episodes are
/// listed, so nothing of it says how many there were: the episodes give acts and no posts.
package struct OvercastImport: Importer {
  package let format = "overcast"
  package let learns =
    "Overcast's extended list: the podcasts you follow, and what you played and recommended, when."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    OPMLImport().recognizes(source)
      && source.bytes.prefix(1 << 20).range(of: Data("overcastId=".utf8)) != nil
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    try OPMLImport().read(source, options: options).map { list in
      guard let bytes = list.original?.bytes else { return list }
      var episodes = OvercastEpisodes(bytes)
      episodes.read()
      var list = list
      list.acts = episodes.acts
      list.pageActs = episodes.pages
      list.skipped.removeAll { $0.why == OPMLMeaning.episodeSentence }
      if episodes.untold > 0 {
        list.skipped.append(
          Skipped(
            what: "\(episodes.untold) episodes", why: "they have neither page nor title",
            isLoss: true))
      }
      return list
    }
  }
}

/// The episodes of a list, with what was done to them.
private struct OvercastEpisodes {
  private let bytes: Data
  /// Acts with episodes that have no page.
  private(set) var acts: [Act] = []
  /// Acts with episodes by their page, by which a feed that was fetched knows them too.
  private(set) var pages: [PageAct] = []
  /// Episodes of which nothing says which they are.
  private(set) var untold = 0

  init(_ bytes: Data) {
    self.bytes = bytes
  }

  mutating func read() {
    guard let document = try? OPMLDocument(bytes) else { return }
    var feeds: [Int: AccountKey] = [:]
    document.withValues { values in
      for index in document.outlines.indices {
        switch values.kind(values.row(index)) {
        case .feed, .unsubscribedFeed:
          if let address = values.value(.xmlUrl, of: values.row(index)) {
            feeds[index] = AccountKey(reading: Address(address))
          }
        case .episode:
          let outline = document.outlines[index]
          guard let account = outline.parent.flatMap({ feeds[$0] }) else { continue }
          take(Self.attributes(document.bytes, outline.startTag), account)
        default: break
        }
      }
    }
  }

  private static func attributes(_ bytes: Data, _ tag: Range<Int>) -> [String: String] {
    let start = bytes.startIndex + tag.lowerBound
    guard tag.lowerBound >= 0, start + tag.count <= bytes.endIndex else { return [:] }
    return bytes[start..<start + tag.count].withUnsafeBytes { raw in
      let tag = LooseTag(raw.bindMemory(to: UInt8.self), at: 0)
      return Dictionary(tag.attributes.map { ($0.name, $0.value) }) { first, _ in first }
    }
  }

  private mutating func take(_ episode: [String: String], _ account: AccountKey) {
    let updated = Self.date(episode["userUpdatedDate"])
    var marks: [(kind: ActKind, at: Date?)] = []
    if episode["played"] == "1" {
      marks.append((.watched, updated))
    } else if let progress = episode["progress"], progress != "0" {
      marks.append((.opened, updated))
    } else if episode["userDeleted"] == "1" {
      marks.append((.seen, updated))
    }
    if let recommended = Self.date(episode["userRecommendedDate"]) {
      marks.append((.liked, recommended))
    }
    if let page = episode["url"].flatMap(PageAddress.init) {
      pages += marks.map { mark in
        PageAct(address: page.address, kind: mark.kind, at: mark.at, account: account)
      }
    } else if let id = PostID(
      writtenID: nil, link: nil, title: episode["title"], published: Self.date(episode["pubDate"]))
    {
      acts += marks.map { Act(account: account, post: id, kind: $0.kind, at: $0.at) }
    } else if !marks.isEmpty {
      untold += 1
    }
  }

  private static func date(_ text: String?) -> Date? {
    text.flatMap(FeedDate.parse).flatMap { Date(plausible: $0.timeIntervalSince1970) }
  }
}
