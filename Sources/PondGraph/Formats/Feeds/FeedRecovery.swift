/// What the words of feeds say about tags that do not fit together.
///
/// An item ends whatever was left open before it; a field of an item or of the feed ends a field
/// that cannot hold it, so that an unclosed `<title>` or `<language>` costs itself alone.
struct FeedRecovery: XMLRecovery {
  func isRecord(_ name: XMLName) -> Bool {
    guard FeedVocabulary(name) == .core else { return false }
    let word = FeedWord(name.local)
    return word == .item || word == .entry
  }

  func holdsRecords(_ name: XMLName) -> Bool {
    switch FeedWord(name.local) {
    case .channel, .feed, .rss, .redirect: FeedVocabulary(name) == .core
    case .rdf: true
    default: false
    }
  }

  func isKnown(_ name: XMLName) -> Bool {
    FeedWord(name.local) != nil && FeedVocabulary(name) != .other
  }

  func isEnd(_ name: XMLName, open: [XMLName], hasRecords: Bool) -> Bool {
    guard hasRecords, holdsRecords(name) else { return false }
    let word = FeedWord(name.local)
    return open.contains { FeedWord($0.local) == word && holdsRecords($0) }
  }

  func staying(_ open: [XMLName], unended: [Bool], before name: XMLName) -> Int {
    if isRecord(name) { return stayingBeforeRecord(open) }
    let frame = open.lastIndex { isRecord($0) || holdsRecords($0) }
    guard let field = frame.map({ $0 + 1 }), field < open.count else { return open.count }
    let mayHold = open.count > field + 1 && !unended[field]
    let isEnded = Field(open[field]).isEnded(
      by: Field(name), mayHold: mayHold, isUnended: unended[field])
    return isEnded ? field : open.count
  }

  private func stayingBeforeRecord(_ open: [XMLName]) -> Int {
    if let frame = open.lastIndex(where: holdsRecords) { return frame + 1 }
    return open.lastIndex(where: isRecord) ?? open.count
  }
}

/// An element that stands right in an item or in the feed, as far as it matters here.
private struct Field {
  let vocabulary: FeedVocabulary
  let word: FeedWord?
  let local: String

  init(_ name: XMLName) {
    vocabulary = FeedVocabulary(name)
    word = FeedWord(name.local)
    local = name.local.lowercased()
  }

  /// Whether this element, still open, was to end before another.
  /// - Parameters:
  ///   - mayHold: whether other elements are open inside of this one, and its end is still to come.
  ///   - isUnended: whether its end is nowhere to be seen.
  func isEnded(by next: Field, mayHold: Bool, isUnended: Bool) -> Bool {
    guard next.isField else { return false }
    if isPerson { return true }
    // The title and the page of a picture without an end are those of the feed, or come after them.
    if isComposed { return next.isMark || isUnended && isPicture }
    // The words that HTML has too may stand in the markup of a text.
    return isText && mayHold ? !next.isHTML : true
  }

  private var isPicture: Bool { local == "image" || local == "textinput" }

  /// Whether an element of this name stands in items or in feeds and holds nothing but text.
  private var isField: Bool {
    switch vocabulary {
    case .core: word.map { Self.fields.contains($0) } ?? false
    case .dublinCore, .dublinCoreTerms, .content, .slash, .thread, .youTube, .syndication: true
    case .media, .itunes, .activity, .rdf, .source, .xhtml, .other: false
    }
  }

  /// Whether nothing but an item has it.
  private var isMark: Bool {
    vocabulary == .content || vocabulary == .core && (word == .guid || word == .pubdate)
  }

  private var isHTML: Bool {
    guard vocabulary == .core else { return false }
    switch word {
    case .title, .link, .summary, .source: return true
    default: return false
    }
  }

  /// Whether it may hold markup.
  private var isText: Bool {
    switch word {
    case .description, .summary, .content, .encoded, .body, .fullitem: true
    default: false
    }
  }

  private var isPerson: Bool { Self.people.contains(local) }

  /// Whether elements of the names of fields may stand inside.
  private var isComposed: Bool {
    Self.composed.contains(local) || vocabulary == .activity || vocabulary == .source
  }

  private static let people: Set = ["author", "contributor", "managingeditor", "creator"]

  private static let composed: Set = [
    "image", "textinput", "source", "owner", "object", "actor", "target", "items", "seq", "li",
  ]

  private static let fields: Set<FeedWord> = [
    .author, .category, .comments, .content, .created, .description, .enclosure, .guid, .id,
    .issued, .language, .link, .managingeditor, .modified, .pubdate, .published, .skipdays,
    .skiphours, .source, .subtitle, .summary, .tagline, .title, .ttl, .updated,
  ]
}
