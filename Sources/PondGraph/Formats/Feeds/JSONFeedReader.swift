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
    }
  }

  private mutating func members(_ cursor: inout JSONCursor) throws {
    while cursor.peek() != nil, !cursor.take(UInt8(ascii: "}")) {
      let name = try cursor.memberName()
      if name == "items", cursor.take(UInt8(ascii: "[")) {
        try items(&cursor)
      } else {
        takeForFeed(name, try member(&cursor))
      }
      _ = cursor.take(UInt8(ascii: ","))
      if cursor.peek() == nil { throw JSONDamage.atEnd(cursor.index) }
    }
  }

  /// The value of a member; null for one that cannot be read.
  private mutating func member(_ cursor: inout JSONCursor) throws -> JSONValue {
    let start = cursor.index
    do {
      return try cursor.value()
    } catch let error as JSONDamage {
      if error.isCutShort { throw error }
      cursor.rewind(to: start)
      try cursor.skipValue()
      return .null
    }
  }

  private mutating func items(_ cursor: inout JSONCursor) throws {
    var number = 0
    while cursor.peek() != nil, !cursor.take(UInt8(ascii: "]")) {
      number += 1
      let start = cursor.index
      do {
        take(item: try cursor.value(), number: number)
      } catch let error as JSONDamage {
        lost.append(FeedLoss(what: "item \(number)", why: error.message, place: nil))
        if error.isCutShort { throw error }
        cursor.rewind(to: start)
        try cursor.skipValue()
      }
      _ = cursor.take(UInt8(ascii: ","))
      // What stands before the next item and is none would keep this loop for ever.
      if cursor.index == start { try cursor.skipStray() }
      if cursor.peek() == nil { throw JSONDamage.atEnd(cursor.index) }
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
    case "rss": RSSInJSON.take(value, into: &document)
    default: break
    }
  }

  private mutating func take(item value: JSONValue, number: Int) {
    guard case .object = value else {
      lost.append(FeedLoss(what: "item \(number)", why: "it is no object", place: nil))
      return
    }
    document.items.append(item(value))
  }

  private func item(_ value: JSONValue) -> FeedItem {
    var draft = FeedDraft()
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
