import Foundation

/// The kinds of records from which Pond learns.
enum BlueskyCollection: Hashable {
  case follow, like, repost, post, block, list, listItem

  private static let names: [(StaticString, BlueskyCollection)] = [
    ("app.bsky.feed.like", .like), ("app.bsky.graph.follow", .follow),
    ("app.bsky.feed.repost", .repost), ("app.bsky.feed.post", .post),
    ("app.bsky.graph.block", .block), ("app.bsky.graph.list", .list),
    ("app.bsky.graph.listitem", .listItem),
  ]

  /// The kind by its name; nil for one that teaches nothing.
  init?(_ name: UnsafeBufferPointer<UInt8>) {
    for (word, kind) in Self.names where word.utf8CodeUnitCount == name.count {
      if name.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: name.count)) {
        self = kind
        return
      }
    }
    return nil
  }

  /// The same by a text.
  init?(_ name: some StringProtocol) {
    var name = String(name)
    let kind = name.withUTF8 { BlueskyCollection($0) }
    guard let kind else { return nil }
    self = kind
  }
}

/// The few members of a record that is no post, as far as it has them.
struct BlueskyFields {
  /// Whom or which record it is about: a DID, or the address of a record. In very old follows the
  /// DID stands one level down, in likes and reposts the address does.
  private(set) var subject: String?
  private(set) var createdAt: String?
  private(set) var list: String?
  private(set) var name: String?
  private(set) var purpose: String?

  /// Reads a record.
  init(_ cursor: inout CBORCursor) throws(CBORDamage) {
    try cursor.members { member, cursor throws(CBORDamage) in
      if cursor.holds(member, "subject") {
        subject = try Self.subject(&cursor)
      } else if cursor.holds(member, "createdAt") {
        createdAt = try cursor.textIfAny().map(cursor.string)
      } else if cursor.holds(member, "list") {
        list = try cursor.textIfAny().map(cursor.string)
      } else if cursor.holds(member, "name") {
        name = try cursor.textIfAny().map(cursor.string)
      } else if cursor.holds(member, "purpose") {
        purpose = try cursor.textIfAny().map(cursor.string)
      } else {
        return false
      }
      return true
    }
  }

  private static func subject(_ cursor: inout CBORCursor) throws(CBORDamage) -> String? {
    if cursor.kind == .text { return cursor.string(try cursor.text()) }
    return try cursor.text(under: "uri", or: "did")
  }
}

/// The members of a post that say whom it answers, quotes and names; never its words.
struct BlueskyPostFields {
  private(set) var createdAt: String?
  /// The post that it answers.
  private(set) var parent: String?
  /// The record that it quotes.
  private(set) var quoted: String?
  /// The accounts that it names in its text, by DID.
  private(set) var mentions: [String] = []

  /// Makes them of what another reader found.
  init(createdAt: String?, parent: String?, quoted: String?, mentions: [String]) {
    self.createdAt = createdAt
    self.parent = parent
    self.quoted = quoted
    self.mentions = mentions
  }

  /// Reads a record.
  init(_ cursor: inout CBORCursor) throws(CBORDamage) {
    try cursor.members { member, cursor throws(CBORDamage) in
      if cursor.holds(member, "createdAt") {
        createdAt = try cursor.textIfAny().map(cursor.string)
      } else if cursor.holds(member, "reply") {
        parent = try Self.parent(&cursor)
      } else if cursor.holds(member, "embed") {
        quoted = try Self.quoted(&cursor)
      } else if cursor.holds(member, "facets") {
        mentions = try Self.mentions(&cursor)
      } else {
        return false
      }
      return true
    }
  }

  private static func parent(_ cursor: inout CBORCursor) throws(CBORDamage) -> String? {
    var parent: String?
    try cursor.members { member, cursor throws(CBORDamage) in
      guard cursor.holds(member, "parent") else { return false }
      parent = try cursor.text(under: "uri", or: "uri")
      return true
    }
    return parent
  }

  // `{record: {uri}}`, or with pictures beside it `{record: {record: {uri}}, media}`.
  private static func quoted(_ cursor: inout CBORCursor) throws(CBORDamage) -> String? {
    var quoted: String?
    try cursor.members { member, cursor throws(CBORDamage) in
      guard cursor.holds(member, "record") else { return false }
      try cursor.members { member, cursor throws(CBORDamage) in
        if cursor.holds(member, "uri") {
          quoted = try cursor.textIfAny().map(cursor.string)
        } else if cursor.holds(member, "record") {
          quoted = try cursor.text(under: "uri", or: "uri")
        } else {
          return false
        }
        return true
      }
      return true
    }
    return quoted
  }

  private static func mentions(_ cursor: inout CBORCursor) throws(CBORDamage) -> [String] {
    var mentions: [String] = []
    try cursor.elements { facet throws(CBORDamage) in
      try facet.members { member, facet throws(CBORDamage) in
        guard facet.holds(member, "features") else { return false }
        try facet.elements { feature throws(CBORDamage) in
          if let did = try feature.text(under: "did", or: "did") { mentions.append(did) }
        }
        return true
      }
    }
    return mentions
  }
}

extension CBORCursor {
  /// Reads the text of a member of a map, by one name or another.
  fileprivate mutating func text(
    under name: StaticString, or other: StaticString
  ) throws(CBORDamage) -> String? {
    var found: String?
    try members { member, cursor throws(CBORDamage) in
      guard cursor.holds(member, name) || cursor.holds(member, other) else { return false }
      found = try cursor.textIfAny().map(cursor.string) ?? found
      return true
    }
    return found
  }

  /// Reads an array, or passes whatever stands in its place.
  fileprivate mutating func elements(
    _ take: (inout CBORCursor) throws(CBORDamage) -> Void
  ) throws(CBORDamage) {
    guard kind == .array else { return try skip() }
    for _ in 0..<(try array()) { try take(&self) }
  }
}

extension BlueskyLedger {
  /// A post of the person's own: whom it answers, quotes or, where it answers nobody, speaks to.
  /// Whether it does any of that.
  mutating func take(_ post: BlueskyPostFields, at: Date?) -> Bool {
    var says = false
    if let parent = post.parent { says = act(.replied, with: parent, at: at) }
    if let quoted = post.quoted { says = act(.quoted, with: quoted, at: at) || says }
    guard post.parent == nil else { return says }
    for did in post.mentions.uniqued() { wrote(to: did, at: at) }
    return says || !post.mentions.isEmpty
  }
}
