/// Reads JSON Feed 1 and 1.1, item by item: one that is broken costs itself.
/// https://www.jsonfeed.org/version/1.1/
struct JSONFeedReader {
  private typealias Field = FeedBuilder.Field

  private var document = FeedDocument()
  private var lost: [FeedLoss] = []
  private var cut: FeedCut?
  private var damage: [String] = []

  /// Reads a feed in UTF-8.
  /// - Throws: `FeedRefusal` when it is no object.
  func read(_ utf8: [UInt8]) throws -> FeedReading {
    var reader = self
    return try utf8.withUnsafeBufferPointer { try reader.run($0) }
  }

  private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) throws -> FeedReading {
    document.format = .jsonFeed
    var cursor = JSONCursor(bytes)
    guard cursor.take(UInt8(ascii: "{")) else { throw FeedRefusal.notAFeed(.otherJSON) }
    do {
      try members(&cursor)
      if cursor.peek() != nil { noteRest(cursor.index, bytes, why: "a file holds one feed") }
    } catch let error as JSONDamage {
      try note(error, bytes)
    }
    if let finding = JSONCursor.finding(replacements: cursor.replacements) {
      damage.append(finding)
    }
    return FeedReading(document: finished(), damage: damage, cut: cut, lost: lost)
  }

  private mutating func note(_ error: JSONDamage, _ bytes: UnsafeBufferPointer<UInt8>) throws {
    let place = "line \(bytes.line(of: error.offset))"
    if error.isCutShort {
      cut = FeedCut(place: place, reason: error.message)
    } else if document.items.isEmpty, document.title == nil {
      throw FeedRefusal.damaged(place: place, reason: error.message)
    } else {
      damage.append("it is not well-formed at \(place): \(error.message)")
      noteRest(error.offset, bytes, why: "it could not be read")
    }
  }

  /// What stands behind the place up to which a document was read: a loss where it may hold items.
  private mutating func noteRest(
    _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, why: String
  ) {
    let place = "line \(bytes.line(of: start))"
    if bytes[min(start, bytes.count)...].contains(UInt8(ascii: "{")) {
      lost.append(FeedLoss(what: "what stands from there on", why: why, place: place))
    } else if damage.isEmpty {
      damage.append("something else stands behind its end, at \(place)")
    }
  }

  private mutating func members(_ cursor: inout JSONCursor) throws {
    var hasItems = false
    while cursor.peek() != nil, !cursor.take(UInt8(ascii: "}")) {
      let name = try cursor.memberName()
      if name == "items" {
        hasItems = try list(&cursor) || hasItems
      } else {
        let value = try member(&cursor)
        if name == "rss", value == nil { lose("they could not be read") }
        hasItems = hasItems || name == "rss"
        takeForFeed(name, value ?? .null)
      }
      _ = cursor.take(UInt8(ascii: ","))
      if cursor.peek() == nil { throw JSONDamage.atEnd(cursor.index) }
    }
    if !hasItems { damage.append("it has no list of items") }
  }

  /// The value of a member; nil for one that cannot be read.
  private mutating func member(_ cursor: inout JSONCursor) throws -> JSONValue? {
    let start = cursor.index
    do {
      return try cursor.value()
    } catch let error as JSONDamage {
      if error.isCutShort { throw error }
      cursor.rewind(to: start)
      try cursor.skipValue()
      return nil
    }
  }

  // MARK: Items

  /// Reads what stands where the items are due; false where nothing does. PHP writes a list with gaps as an
  /// object, by number, and some programs write an only item without a list.
  private mutating func list(_ cursor: inout JSONCursor) throws -> Bool {
    if cursor.take(UInt8(ascii: "[")) {
      try items(&cursor, until: UInt8(ascii: "]"))
      return true
    }
    guard cursor.peek() == UInt8(ascii: "{") else {
      guard try member(&cursor) != .null else { return false }
      lose("they are no list")
      return true
    }
    damage.append("its items are an object, not a list")
    if Self.isOneItem(cursor) {
      try item(1, &cursor)
    } else if cursor.take(UInt8(ascii: "{")) {
      try items(&cursor, until: UInt8(ascii: "}"))
    }
    return true
  }

  private mutating func lose(_ why: String) {
    lost.append(FeedLoss(what: "its items", why: why, place: nil))
  }

  // The first member of an item is a value, that of an object full of items an item.
  private static func isOneItem(_ cursor: JSONCursor) -> Bool {
    var ahead = cursor
    guard ahead.take(UInt8(ascii: "{")), (try? ahead.memberName()) != nil else { return false }
    return ahead.peek() != UInt8(ascii: "{")
  }

  private mutating func items(_ cursor: inout JSONCursor, until end: UInt8) throws {
    var number = 0
    while cursor.peek() != nil, !cursor.take(end) {
      number += 1
      let start = cursor.index
      try item(number, &cursor, isNamed: end == UInt8(ascii: "}"))
      _ = cursor.take(UInt8(ascii: ","))
      // What stands before the next item and is none would keep this loop for ever.
      if cursor.index == start { try cursor.skipStray() }
      if cursor.peek() == nil { throw JSONDamage.atEnd(cursor.index) }
    }
  }

  private mutating func item(
    _ number: Int, _ cursor: inout JSONCursor, isNamed: Bool = false
  ) throws {
    let start = cursor.index
    do {
      if isNamed { _ = try cursor.memberName() }
      take(item: try cursor.value(), number: number)
    } catch let error as JSONDamage {
      lost.append(FeedLoss(what: "item \(number)", why: error.message, place: nil))
      if error.isCutShort { throw error }
      cursor.rewind(to: start)
      try cursor.skipValue()
    }
  }

  // MARK: What members mean

  private mutating func takeForFeed(_ name: String, _ value: JSONValue) {
    switch name {
    case "title": document.title = line(value)
    case "home_page_url": document.site = value.text?.trimmed
    case "feed_url": document.selfAddress = value.text?.trimmed
    case "language": document.language = value.text
    case "author", "authors": addAuthors(value, to: &document.authors)
    case "rss": lost += RSSInJSON.take(value, into: &document)
    default: break
    }
  }

  private mutating func take(item value: JSONValue, number: Int) {
    guard case .object = value else { return lost.append(.noObject(number)) }
    document.items.append(item(value, number: number))
  }

  private func item(_ value: JSONValue, number: Int) -> FeedItem {
    var draft = FeedDraft()
    draft.item.number = number
    draft.title = line(value["title"])
    draft.item.writtenID = value["id"]?.word?.trimmed
    draft.textLink = (value["url"]?.text ?? value["external_url"]?.text)?.trimmed
    for (name, field) in [("date_published", Field.published), ("date_modified", .updated)] {
      if let date = value[name]?.text { draft.take(field, Array(date.utf8), .plain, base: nil) }
    }
    if let author = value["author"] { addAuthors(author, to: &draft.item.authors) }
    if let authors = value["authors"] { addAuthors(authors, to: &draft.item.authors) }
    for tag in value["tags"]?.elements ?? [] { tag.word.map { draft.take(category: $0) } }
    draft.content =
      body(value["content_html"], isHTML: true)
      ?? body(value["content_text"], isHTML: false)
    draft.summary = body(value["summary"], isHTML: false)
    draft.item.media = media(value)
    draft.item.picture = (value["image"] ?? value["banner_image"])?.text?.trimmed
    draft.item.attachment = value["attachments"]?.elements.first?["url"]?.text?.trimmed
    return draft.finished()
  }

  private func body(_ value: JSONValue?, isHTML: Bool) -> FeedBody? {
    value?.text.map { FeedBody(Array($0.utf8), isHTML: isHTML) }
  }

  private func line(_ value: JSONValue?) -> String? {
    value?.line
  }

  private func media(_ value: JSONValue) -> FeedMedia? {
    for attachment in value["attachments"]?.elements ?? [] {
      let type = attachment["mime_type"]?.text?.lowercased() ?? ""
      if type.hasPrefix("audio") { return .audio }
      if type.hasPrefix("video") { return .video }
      if type.isEmpty, let address = attachment["url"]?.text,
        let media = FeedMedia(address: address)
      {
        return media
      }
    }
    return nil
  }

  /// One author or a list of them, each an object with a name or, wrongly, a name.
  private func addAuthors(_ value: JSONValue, to authors: inout [String]) {
    for author in value.elements.isEmpty ? [value] : value.elements {
      guard authors.count < FeedDraft.mostNames else { return }
      guard let name = line(author["name"]) ?? line(author), !authors.contains(name) else {
        continue
      }
      authors.append(name)
    }
  }

  /// The document, links resolved and authors inherited as the specification has it.
  private func finished() -> FeedDocument {
    var finished = document
    finished.items = document.dated()
    let base = [document.site, document.selfAddress].compactMap { $0 }
      .first { FeedAddress.scheme($0) != nil }
    for index in finished.items.indices {
      finished.items[index].link = finished.items[index].link.map {
        FeedAddress.resolve($0, base: base)
      }
      if finished.items[index].authors.isEmpty {
        finished.items[index].authors = document.authors
      }
    }
    return finished
  }
}

extension FeedLoss {
  /// An item of JSON that has no members.
  static func noObject(_ number: Int) -> FeedLoss {
    FeedLoss(what: "item \(number)", why: "it is no object", place: nil)
  }
}

extension JSONDamage {
  static func atEnd(_ offset: Int) -> JSONDamage {
    JSONDamage(offset: offset, message: "it ends before the feed does", isCutShort: true)
  }
}

extension JSONCursor {
  /// Goes past one byte that belongs to nothing.
  mutating func skipStray() throws {
    guard let byte = peek() else { return }
    _ = take(byte)
  }
}

extension JSONValue {
  /// A string as a line of plain text; nil where there are no words.
  var line: String? {
    text.flatMap { FeedText.line(Array($0.utf8), kind: .either) }
  }
}
