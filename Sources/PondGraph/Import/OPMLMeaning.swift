import Foundation

// Turns the outlines of a document into mentions of accounts.
struct OPMLMeaning {
  private let document: OPMLDocument
  private let source: ImportSource
  private(set) var imported: Imported
  private(set) var tally = OPMLTally()
  private var known = AddressIndex(capacity: 0)
  // The places of the outlines below one folder are one array, shared by all of them.
  private var places: [Int: [FolderPath]] = [-1: [[]]]
  private var lines = LineCounter()

  init(document: OPMLDocument, source: ImportSource) {
    self.document = document
    self.source = source
    imported = Imported(path: source.path, format: "opml")
    imported.isComplete = document.cut == nil
    imported.warnings = document.warnings
    imported.listTitle = document.title
    imported.listID = document.ownerID
    imported.original = OriginalDocument(
      format: "opml", path: source.path, bytes: document.bytes, isComplete: document.cut == nil,
      documentDate: document.dateText.flatMap(FeedDate.parse))
  }

  mutating func read() {
    document.withValues { values in
      known = AddressIndex(capacity: document.outlines.count)
      imported.accounts.reserveCapacity(document.outlines.count)
      for index in document.outlines.indices {
        read(values.row(index), &values)
        if index % 4_096 == 0 { source.releasePages() }
      }
      if values.wronglyEncoded > 0 {
        imported.warnings.append(OPMLRepair.wrongEncoding.sentence(values.wronglyEncoded))
      }
    }
    for loss in document.losses { skip(loss) }
  }

  private mutating func read(_ row: OPMLRow, _ values: inout OPMLValues) {
    tally.seen += 1
    let kind = values.kind(row)
    if kind.isAccount {
      tally.accounts += 1
      mention(row, kind, &values)
    } else if kind == .folder {
      tally.folders += 1
    } else {
      tally.skipped += 1
      skip(row, kind, &values)
    }
  }

  // MARK: Accounts

  private mutating func mention(
    _ row: OPMLRow, _ kind: OPMLOutline.Kind, _ values: inout OPMLValues
  ) {
    guard let written = values.value(.xmlUrl, of: row) else { return }
    let places = places(of: document.outlines[row.index].parent, &values)
    let address = Address(written)
    let labels = values.value(.category, of: row).map(OPMLCategory.init)
    let mention = AccountMention(
      reading: address, title: title(row, &values),
      site: values.value(.htmlUrl, of: row).map(Address.init), folders: places,
      tags: labels?.tags ?? [], followed: kind != .unsubscribedFeed,
      followedAt: followedAt(row, &values), importance: labels?.importance)
    keep(mention, written: written)
  }

  private mutating func keep(_ mention: consuming AccountMention, written: String) {
    if let earlier = known.index(of: written, in: imported.accounts) {
      imported.accounts[earlier] = imported.accounts[earlier].joined(with: mention)
      imported.repeats += 1
    } else {
      imported.accounts.append(mention)
    }
  }

  private func followedAt(_ row: OPMLRow, _ values: inout OPMLValues) -> Date? {
    (values.value(.created, of: row) ?? values.value(.overcastAddedDate, of: row))
      .flatMap(FeedDate.parse)
  }

  private func title(_ row: OPMLRow, _ values: inout OPMLValues) -> String? {
    for name in [OPMLName.text, .title] {
      guard let title = values.value(name, of: row) else { continue }
      return row[name]?.isPlain == true ? title : Self.unescapedTwice(title)
    }
    return nil
  }

  // Some readers escape titles twice. It is certain only where every `&` begins a reference of
  // XML: `AT&amp;T`, but not `Q&A &amp; more`.
  static func unescapedTwice(_ title: String) -> String {
    var plain = ""
    var rest = title[...]
    while let mark = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      let tail = rest.utf8[mark...]
      guard let found = references.first(where: { tail.starts(with: $0.written.utf8) }) else {
        return title
      }
      plain += rest[..<mark] + found.meaning
      rest = rest[rest.utf8.index(mark, offsetBy: found.written.utf8.count)...]
    }
    return plain + rest
  }

  private static let references = [
    (written: "&amp;", meaning: "&"), (written: "&lt;", meaning: "<"),
    (written: "&gt;", meaning: ">"), (written: "&quot;", meaning: "\""),
    (written: "&apos;", meaning: "'"), (written: "&#39;", meaning: "'"),
  ]

  // MARK: Folders

  private mutating func places(of parent: Int?, _ values: inout OPMLValues) -> [FolderPath] {
    if let known = places[parent ?? -1] { return known }
    guard let parent, document.outlines.indices.contains(parent) else { return [[]] }
    var path = places(of: document.outlines[parent].parent, &values).first ?? []
    let isFolder = values.kind(of: parent) == .folder
    // A folder without a name is no place of its own: what it holds stands in the one around it.
    if isFolder, let name = title(values.row(parent), &values) { path.append(name) }
    places[parent] = [path]
    return [path]
  }

  // MARK: What is not taken

  /// Why an episode is not taken for a feed.
  static let episodeSentence = "it is an episode, not a feed"

  private mutating func skip(
    _ row: OPMLRow, _ kind: OPMLOutline.Kind, _ values: inout OPMLValues
  ) {
    let why: String? =
      switch kind {
      case .query, .searchFolder: "it is a search over other feeds, not a follow"
      case .include: "it points to another list, which is not opened"
      case .link: "it is a link to a page, not a feed"
      case .episode: Self.episodeSentence
      case .comment: "it is switched off (isComment)"
      case .text: "it has no address"
      case .folder, .feed, .unsubscribedFeed, .newsletter, .command: nil
      }
    guard let why else { return }
    let name = title(row, &values).map { "the outline “\($0)”" } ?? "an outline"
    let start = document.outlines[row.index].element.lowerBound
    imported.skipped.append(
      Skipped(what: name, why: why, place: place(start), isLoss: false))
  }

  private mutating func skip(_ loss: OPMLLoss) {
    imported.skipped.append(
      Skipped(what: loss.what, why: loss.why, place: place(loss.offset), isLoss: true))
  }

  private mutating func place(_ offset: Int) -> String {
    "line \(lines.line(of: offset, in: document.bytes))"
  }
}
