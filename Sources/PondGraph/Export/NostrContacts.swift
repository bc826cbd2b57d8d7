package import Foundation

/// Writes the follow list of Nostr without the accounts that a person let go.
package enum NostrContacts {
  /// A whole new event of kind 3, without an id and unsigned: the person's own program signs it.
  /// The tags of those who stay, those that are no follows, and the content stand as they were
  /// written. It is dated after the original, which it replaces. The result was read again, and
  /// holds exactly those who stay.
  /// - Throws: `ExportFailure` when the original is not whole, cannot be read, or the result did
  ///   not pass that; `OverwriteFailure` when nobody would be left.
  package static func write(
    original: OriginalDocument, removing removals: Removals, at now: Date
  ) throws -> TrimmedList {
    guard original.isComplete else { throw ExportFailure.incomplete(path: original.path) }
    let event = try event(original)
    let follows = event.tags.filter { $0.account != nil }
    let staying = event.tags.filter { tag in
      tag.account.map { !removals.accounts.contains($0) } ?? true
    }
    let kept = staying.compactMap(\.account)
    guard !kept.isEmpty else {
      throw OverwriteFailure.nobodyLeft(path: original.path, before: follows.count)
    }
    let bytes = text(event, staying, now)
    try check(bytes, holds: staying, original)
    let removed = follows.compactMap { tag -> TrimmedList.Removed? in
      guard let account = tag.account, removals.accounts.contains(account) else { return nil }
      return TrimmedList.Removed(account: account, address: Address(tag.written), line: tag.line)
    }
    return TrimmedList(bytes: bytes, removed: removed, remaining: Set(kept))
  }

  private struct Tag {
    /// Whom it follows; nil for a tag that is no follow.
    let account: AccountKey?
    let written: String
    let bytes: [UInt8]
    let line: Int
  }

  private struct Event {
    var tags: [Tag] = []
    var content: [UInt8]?
    var author: [UInt8]?
    var createdAt = 0
    var kind: String?
  }

  // MARK: Reading

  private static func event(_ original: OriginalDocument) throws -> Event {
    let event = original.bytes.withUnsafeBytes { raw in
      try? read(raw.bindMemory(to: UInt8.self))
    }
    guard let event, event.kind == "3", event.author != nil, event.content != nil else {
      throw ExportFailure.unreadable(path: original.path)
    }
    return event
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Event {
    var event = Event()
    var cursor = JSONCursor(bytes)
    guard cursor.take(UInt8(ascii: "{")) else { return event }
    while !cursor.take(UInt8(ascii: "}")) {
      let name = try cursor.memberName()
      _ = cursor.peek()
      let start = cursor.index
      if name == "tags", cursor.take(UInt8(ascii: "[")) {
        // Of two members with one name the later counts, as everywhere.
        event.tags = []
        try tags(&cursor, bytes, &event)
      } else {
        let value = try cursor.value()
        switch name {
        case "content": event.content = Array(bytes[start..<cursor.index])
        case "pubkey": event.author = Array(bytes[start..<cursor.index])
        case "created_at": event.createdAt = value.word.flatMap { Int($0) } ?? 0
        case "kind": event.kind = value.word
        default: break
        }
      }
      guard cursor.take(UInt8(ascii: ",")) || cursor.peek() == UInt8(ascii: "}") else {
        return Event()
      }
    }
    return event
  }

  private static func tags(
    _ cursor: inout JSONCursor, _ bytes: UnsafeBufferPointer<UInt8>, _ event: inout Event
  ) throws {
    while !cursor.take(UInt8(ascii: "]")) {
      _ = cursor.peek()
      let start = cursor.index
      let words = try cursor.value().elements.map { $0.word ?? "" }
      let written = words.count > 1 ? words[1] : ""
      let account = words.first == "p" ? AccountKey(nostr: written) : nil
      event.tags.append(
        Tag(
          account: account, written: written, bytes: Array(bytes[start..<cursor.index]),
          line: event.tags.count + 1))
      _ = cursor.take(UInt8(ascii: ","))
    }
  }

  // MARK: Writing

  private static func text(_ event: Event, _ staying: [Tag], _ now: Date) -> Data {
    let present = Int(exactly: now.timeIntervalSince1970.rounded(.down)) ?? 0
    let date = present > event.createdAt ? present : event.createdAt &+ 1
    var bytes = Data("{\"kind\":3,\"created_at\":\(date),\"pubkey\":".utf8)
    bytes.append(contentsOf: event.author ?? [])
    bytes.append(contentsOf: ",\"tags\":[".utf8)
    for (number, tag) in staying.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: tag.bytes)
    }
    bytes.append(contentsOf: "],\"content\":".utf8)
    bytes.append(contentsOf: event.content ?? [])
    bytes.append(contentsOf: "}\n".utf8)
    return bytes
  }

  private static func check(
    _ bytes: Data, holds staying: [Tag], _ original: OriginalDocument
  ) throws {
    let again = OriginalDocument(
      format: original.format, path: original.path, bytes: bytes, isComplete: true)
    guard try event(again).tags.map(\.bytes) == staying.map(\.bytes) else {
      throw ExportFailure.failedCheck(path: original.path)
    }
  }
}
