import Foundation

/// Builds a document out of what a reader of XML tells. A class, for the reader calls back into it.
final class FeedBuilder: XMLHandler {
  /// Where in a feed an element stands, or what its text is.
  enum Place: Hashable {
    case outside
    case feed
    case item
    case media
    case source
    /// `skipHours` or `skipDays`.
    case skipped
    case person(owner: Owner)
    case text(Field, FeedText.Kind)
    /// Markup inside of a text: its words belong to the text.
    case inline
    /// Nothing in here says anything to Pond.
    case ignored
  }

  /// Whose author a person is.
  enum Owner: Hashable { case feed, item, source }

  /// What a text is.
  enum Field: Hashable {
    case title, dublinCoreTitle, mediaTitle, link, guid(isPage: Bool)
    case published, dublinCoreDate, created, updated
    case content, summary, mediaText
    case personName, personMail, author, itunesAuthor
    case category, comments, verb, videoID, language, newAddress
    case ttl, updatePeriod, updateFrequency, skippedHour, skippedDay, blogroll
  }

  private struct Frame {
    var place: Place
    var base: String?
  }

  /// Whether the tags of the text may not fit together: then the first title and page are the
  /// feed's, for later ones may be those of an item whose beginning is lost.
  let isDamaged: Bool

  init(isDamaged: Bool = false) {
    self.isDamaged = isDamaged
  }

  var document = FeedDocument()
  var draft: FeedDraft?
  private var frames: [Frame] = []
  private var text: [UInt8] = []
  private var isCollecting = false
  private var isMute = false
  private var textHasMarkup = false
  private var isBase64 = false
  // What elements within a text point at.
  private var inline = FeedInline()
  private var personName: String?
  private var personMail: String?

  /// The title, or else the id, of the item that is still open; nil when none is.
  var openItem: String? {
    draft.map { $0.title ?? $0.item.writtenID ?? "an item at line \($0.item.line)" }
  }

  /// How many items of a damaged feed had nothing in them: a tag too many, and no item.
  private(set) var emptyItems = 0

  /// Whether the element that holds all items was closed, or nothing was opened at all.
  private(set) var feedIsClosed = false

  var base: String? { frames.last?.base }

  // MARK: What the reader tells

  func startElement(_ name: XMLName, attributes: [XMLAttribute], at place: XMLPlace) {
    let outer = frames.last?.place ?? .outside
    let inner: Place
    switch outer {
    case .text, .inline: inner = startInline(name, attributes)
    case .ignored: inner = startInIgnored(name, attributes, line: place.line)
    case .outside, .feed, .item, .media, .source, .skipped, .person:
      let element = FeedElement(name, attributes)
      if outer == .item { draft?.hasElements = true }
      inner = start(element, in: outer, line: place.line)
      begin(inner, element)
    }
    frames.append(Frame(place: inner, base: base(for: attributes)))
  }

  func endElement(_ name: XMLName) {
    guard let frame = frames.popLast() else { return }
    switch frame.place {
    case .text(let field, let kind): end(field, kind, base: frame.base)
    case .person(let owner): endPerson(owner)
    case .item: endItem()
    case .feed: feedIsClosed = true
    case .inline:
      isMute = false
      if !isInlineHTML(name) { text.append(0x20) }
    case .outside, .media, .source, .skipped, .ignored: break
    }
  }

  func characters(_ utf8: UnsafeBufferPointer<UInt8>) {
    if isCollecting, !isMute { text.append(contentsOf: utf8) }
  }

  // MARK: Texts

  private func begin(_ place: Place, _ element: FeedElement) {
    switch place {
    case .text, .person:
      text.removeAll(keepingCapacity: true)
      isCollecting = true
      isMute = false
      textHasMarkup = false
      isBase64 = element["mode"] == "base64"
      inline = FeedInline()
      if case .person = place { (personName, personMail) = (nil, nil) }
    default: break
    }
  }

  private func startInline(_ name: XMLName, _ attributes: [XMLAttribute]) -> Place {
    textHasMarkup = true
    if name.local == "a", let href = attributes.first(where: { $0.name.local == "href" }) {
      inline.pages.take(address: href.value)
    }
    if name.local == "img", inline.picture == nil {
      inline.picture = attributes.first { $0.name.local == "src" }?.value.trimmed
    }
    if name.local == "script" || name.local == "style" { isMute = true }
    if !isInlineHTML(name) { text.append(0x20) }
    return .inline
  }

  private func isInlineHTML(_ name: XMLName) -> Bool {
    guard name.local.utf8.count <= 8 else { return false }
    let packed = name.local.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1.lowercasedASCII) }
    return HTMLElement.inline.contains(HTMLElement(packed: packed))
  }

  private func end(_ field: Field, _ kind: FeedText.Kind, base: String?) {
    isCollecting = false
    if isBase64, let data = Data(base64Encoded: Data(text), options: .ignoreUnknownCharacters) {
      text = Array(data)
    }
    // What arrived as elements is not markup any more.
    let kind = textHasMarkup && !isBase64 ? .plain : kind
    switch field {
    case .personName:
      personName = FeedText.line(text, kind: .either)
      isCollecting = true
      text.removeAll(keepingCapacity: true)
    case .personMail:
      personMail = FeedText.line(text, kind: .plain)
      isCollecting = true
      text.removeAll(keepingCapacity: true)
    default: take(field, text, kind, base: base, inline: inline)
    }
  }

  // MARK: People

  private func endPerson(_ owner: Owner) {
    isCollecting = false
    let written = FeedText.line(text, kind: .either).map(FeedPerson.name)
    guard let name = personName ?? written ?? personMail else { return }
    add(author: name, of: owner)
  }

  func add(author name: String, of owner: Owner) {
    switch owner {
    case .feed:
      guard document.authors.count < FeedDraft.mostNames else { return }
      if !document.authors.contains(name) { document.authors.append(name) }
    case .item: draft?.take(author: name)
    case .source:
      guard let draft, draft.sourceAuthors.count < FeedDraft.mostNames else { return }
      self.draft?.sourceAuthors.append(name)
    }
  }

  // MARK: Items

  /// Takes the open item into the document; nothing when none is open.
  func endItem() {
    guard let draft else { return }
    self.draft = nil
    if isDamaged, !draft.hasElements {
      emptyItems += 1
      return
    }
    var item = draft.finished()
    if item.authors.isEmpty { item.authors = draft.sourceAuthors }
    document.items.append(item)
  }

  // MARK: Bases

  private func base(for attributes: [XMLAttribute]) -> String? {
    let written = attributes.first { $0.name.local == "base" && $0.name.prefix == "xml" }
    guard let written = written?.value else { return base }
    return FeedAddress.resolve(written, base: base)
  }

  /// The document, its relative links resolved against its own page or address, its items' authors
  /// filled in where the format says that the feed's count.
  func finished() -> FeedDocument {
    var finished = document
    finished.items = document.dated()
    let base = [document.site, document.selfAddress].compactMap { $0 }
      .first { FeedAddress.scheme($0) != nil }
    for index in finished.items.indices {
      finished.items[index].link = finished.items[index].link.map {
        FeedAddress.resolve($0, base: base)
      }
      if document.format == .atom, finished.items[index].authors.isEmpty {
        finished.items[index].authors = document.authors
      }
    }
    return finished
  }
}

/// An element of a feed as Pond looks at it.
struct FeedElement {
  let vocabulary: FeedVocabulary
  let word: FeedWord?
  let attributes: [XMLAttribute]

  init(_ name: XMLName, _ attributes: [XMLAttribute]) {
    vocabulary = FeedVocabulary(name)
    word = FeedWord(name.local)
    self.attributes = attributes
  }

  /// The attribute of this name, in whatever capitals and with whatever prefix; nil where it is
  /// missing or blank.
  subscript(_ name: String) -> String? {
    let found =
      attributes.first { $0.name.local == name }
      ?? attributes.first { $0.name.local.lowercased() == name }
    guard let value = found?.value, !value.allSatisfy(\.isWhitespace) else { return nil }
    return value
  }
}
