package import Foundation

/// Somebody whom a tweet names. The number stays when the handle changes.
package struct XPerson: Hashable, Sendable {
  /// The number of the account.
  package let id: UInt64
  /// The handle, without the sign; nil where it is not said.
  package let handle: String?
  /// The name; nil where it is not said.
  package let name: String?
}

/// What one tweet says of others: the wanted members, read without looking at the rest. Its text is
/// nobody's business but for the first word.
package struct XTweet: Sendable {
  /// Its number.
  package private(set) var id: UInt64?
  /// When it was written; nil for the impossible dates that some archives hold (before 2006).
  package private(set) var createdAt: Date?
  /// Who wrote it; archives since 2018 leave it out, for it is always their owner.
  package private(set) var author: UInt64?
  /// The tweet that it answers.
  package private(set) var answeredTweet: UInt64?
  /// Who wrote that.
  package private(set) var answeredUser: UInt64?
  /// The handle of who wrote that.
  package private(set) var answeredHandle: String?
  /// Whom it names, in the order of the text.
  package private(set) var mentions: [XPerson] = []
  /// The tweets whose pages it links to: their authors' handles and their numbers.
  package private(set) var linked: [(handle: String, tweet: UInt64)] = []
  /// Whose words it passes on, by the handle at its beginning; nil for own words.
  package private(set) var resharedHandle: String?
  /// The tweet that is passed on with its author, where the archive says which it is.
  package private(set) var resharedTweet: (tweet: UInt64, author: XPerson)?
  private var source: (tweet: UInt64?, user: UInt64?) = (nil, nil)

  /// Reads the object that is next: a tweet, or an object around one.
  /// - Throws: `JSONDamage`.
  package init(_ cursor: inout JSONCursor) throws {
    try read(&cursor)
    if resharedTweet == nil, let tweet = source.tweet,
      let author = mentions.first(where: { $0.id == source.user })
    {
      resharedTweet = (tweet, author)
    }
  }

  private mutating func read(_ cursor: inout JSONCursor) throws {
    try cursor.forEachMember { name, cursor in
      // The object around a tweet stands around nothing else.
      if case "tweet" = name, cursor.isAtObject() {
        try cursor.forEachMember { name, cursor in try self.take(name, &cursor) }
      } else {
        try self.take(name, &cursor)
      }
    }
  }

  private mutating func take(_ name: JSONText, _ cursor: inout JSONCursor) throws {
    switch name {
    case "id_str": id = try cursor.text()?.number
    case "created_at": createdAt = try cursor.text().flatMap(XDate.parse)
    case "full_text", "text": resharedHandle = try cursor.text().flatMap(Self.reshared)
    case "in_reply_to_status_id_str": answeredTweet = try cursor.text()?.number
    case "in_reply_to_user_id_str": answeredUser = try cursor.text()?.number
    case "in_reply_to_screen_name": answeredHandle = try cursor.text()?.string
    case "entities", "extended_entities": if cursor.isAtObject() { try readEntities(&cursor) }
    case "user": if cursor.isAtObject() { author = try Self.person(&cursor)?.id }
    case "retweeted_status": if cursor.isAtObject() { try readOriginal(&cursor) }
    default: break
    }
  }

  private mutating func readEntities(_ cursor: inout JSONCursor) throws {
    try cursor.forEachMember { name, cursor in
      guard cursor.isAtArray() else { return }
      switch name {
      case "user_mentions":
        try cursor.forEachElement { cursor in
          if cursor.isAtObject(), let person = try Self.person(&cursor) { mentions.append(person) }
        }
      case "urls":
        try cursor.forEachElement { if $0.isAtObject() { try readLink(&$0) } }
      case "media":
        try cursor.forEachElement { if $0.isAtObject() { try readMedia(&$0) } }
      default: break
      }
    }
  }

  private mutating func readLink(_ cursor: inout JSONCursor) throws {
    try cursor.forEachMember { name, cursor in
      guard case "expanded_url" = name, let link = try cursor.text() else { return }
      if let status = XStatusAddress(link) { linked.append((status.handle, status.tweet)) }
    }
  }

  private mutating func readMedia(_ cursor: inout JSONCursor) throws {
    try cursor.forEachMember { name, cursor in
      switch name {
      case "source_status_id_str": source.tweet = try cursor.text()?.number
      case "source_user_id_str": source.user = try cursor.text()?.number
      default: break
      }
    }
  }

  private mutating func readOriginal(_ cursor: inout JSONCursor) throws {
    var tweet: UInt64?
    var author: XPerson?
    try cursor.forEachMember { name, cursor in
      switch name {
      case "id_str": tweet = try cursor.text()?.number
      case "user": if cursor.isAtObject() { author = try Self.person(&cursor) }
      default: break
      }
    }
    if let tweet, let author { resharedTweet = (tweet, author) }
  }

  private static func person(_ cursor: inout JSONCursor) throws -> XPerson? {
    var id: UInt64?
    var handle: String?
    var name: String?
    try cursor.forEachMember { member, cursor in
      switch member {
      case "id_str": id = try cursor.text()?.number
      case "screen_name": handle = try cursor.text()?.string
      case "name": name = try cursor.text()?.string
      default: break
      }
    }
    return id.map { XPerson(id: $0, handle: handle, name: name) }
  }

  // `RT @handle: …` is how a tweet of others begins that was passed on.
  private static func reshared(_ text: JSONText) -> String? {
    guard text.hasPrefix("RT @") else { return nil }
    return text.withBytes { bytes in
      let handle = bytes.dropFirst(4).prefix { XStatusAddress.isHandleByte($0) }
      guard !handle.isEmpty else { return nil }
      return String(decoding: handle, as: UTF8.self)
    }
  }
}
