package import Foundation

/// The JSON of a file record by record, whether it is one document, several after each other (the
/// pages of an interface), or one a line.
///
/// A record that is broken costs itself. Where a document ends in the middle of another's line, the
/// next one that begins a line is read.
package struct JSONDocuments {
  /// Something that stands in the file.
  package enum Piece {
    /// An element of an array that is a document, an element of one of the arrays that were asked
    /// for, by the name of that member, or a document without such arrays; with its bytes.
    case record(JSONValue, of: String?, bytes: Range<Int>)
    /// The rest of a document after the records in it.
    case document(JSONValue)
  }

  /// What did not go well.
  package struct Outcome: Sendable {
    /// Records that could not be read: their number from 1, and why.
    package var lost: [(number: Int, why: String)] = []
    /// Where and why the text ends too early; nil where it does not.
    package var cut: JSONDamage?
    /// How many halves of pairs and foreign bytes were replaced.
    package var replacements = 0
    /// How many records were handed over.
    package var records = 0
  }

  private let lists: Set<String>
  private let take: (Piece) -> Void
  private var outcome = Outcome()

  /// Walks some bytes.
  /// - Parameter lists: the members of a document whose elements are records.
  package static func forEach(
    in bytes: Data, lists: Set<String> = [], _ take: (Piece) -> Void
  ) -> Outcome {
    withoutActuallyEscaping(take) { take in
      var walk = JSONDocuments(lists: lists, take: take)
      bytes.withUnsafeBytes { walk.run($0.bindMemory(to: UInt8.self)) }
      return walk.outcome
    }
  }

  private init(lists: Set<String>, take: @escaping (Piece) -> Void) {
    self.lists = lists
    self.take = take
  }

  private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    var cursor = JSONCursor(bytes)
    for byte: UInt8 in [0xEF, 0xBB, 0xBF] { _ = cursor.take(byte) }
    while let next = cursor.peek() {
      let start = cursor.index
      // Some tools put a comma, or the record separator of RFC 7464, between documents.
      if next == UInt8(ascii: ",") || next == 0x1E {
        _ = cursor.take(next)
        continue
      }
      do {
        try document(&cursor)
      } catch {
        guard recover(from: error, at: start, &cursor, bytes) else { break }
      }
      if cursor.index == start, !cursor.take(next) { break }
    }
    outcome.replacements = cursor.replacements
  }

  // Whether there is more to read.
  private mutating func recover(
    from error: JSONDamage, at start: Int, _ cursor: inout JSONCursor,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if let next = Self.lineThatBegins(after: start, bytes) {
      outcome.lost.append((outcome.records + outcome.lost.count + 1, error.message))
      cursor.rewind(to: next)
      while cursor.index < next, let byte = cursor.peek(), cursor.take(byte) {}
      return true
    }
    if error.isCutShort {
      outcome.cut = error
    } else {
      outcome.lost.append((outcome.records + outcome.lost.count + 1, error.message))
    }
    return false
  }

  private static func lineThatBegins(
    after start: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var index = start
    while let end = bytes[index...].firstIndex(of: 0x0A) {
      index = end + 1
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") { return index }
    }
    return nil
  }

  // MARK: One document

  private mutating func document(_ cursor: inout JSONCursor) throws(JSONDamage) {
    if cursor.take(UInt8(ascii: "[")) {
      try elements(&cursor, of: nil)
    } else if cursor.peek() == UInt8(ascii: "{") {
      try object(&cursor)
    } else {
      _ = try value(&cursor)
    }
  }

  private mutating func object(_ cursor: inout JSONCursor) throws(JSONDamage) {
    let start = cursor.index
    _ = cursor.take(UInt8(ascii: "{"))
    var members: [String: JSONValue] = [:]
    var hasList = false
    while !cursor.take(UInt8(ascii: "}")) {
      let name = try Self.name(&cursor)
      if lists.contains(name), cursor.take(UInt8(ascii: "[")) {
        hasList = true
        try elements(&cursor, of: name)
      } else {
        members[name] = try value(&cursor)
      }
      if cursor.take(UInt8(ascii: ",")) || cursor.peek() == UInt8(ascii: "}") { continue }
      throw JSONDamage(
        offset: cursor.index, message: "an object is not closed", isCutShort: cursor.peek() == nil)
    }
    if hasList {
      take(.document(.object(members)))
    } else {
      outcome.records += 1
      take(.record(.object(members), of: nil, bytes: start..<cursor.index))
    }
  }

  private mutating func elements(
    _ cursor: inout JSONCursor, of list: String?
  ) throws(JSONDamage) {
    while !cursor.take(UInt8(ascii: "]")) {
      guard cursor.peek() != nil else {
        throw JSONDamage(
          offset: cursor.index, message: "an array is not closed", isCutShort: true)
      }
      let start = cursor.index
      try element(&cursor, of: list, from: start)
      _ = cursor.take(UInt8(ascii: ","))
      // What is neither a value nor an end is passed over.
      if cursor.index == start, let byte = cursor.peek() { _ = cursor.take(byte) }
    }
  }

  private mutating func element(
    _ cursor: inout JSONCursor, of list: String?, from start: Int
  ) throws(JSONDamage) {
    do {
      let value = try self.value(&cursor)
      outcome.records += 1
      take(.record(value, of: list, bytes: start..<cursor.index))
    } catch {
      if error.isCutShort { throw error }
      outcome.lost.append((outcome.records + outcome.lost.count + 1, error.message))
      cursor.rewind(to: start)
      try Self.pass(&cursor)
    }
  }

  // MARK: The cursor throws nothing but damage

  private func value(_ cursor: inout JSONCursor) throws(JSONDamage) -> JSONValue {
    try Self.typed(cursor.index) { try cursor.value() }
  }

  private static func name(_ cursor: inout JSONCursor) throws(JSONDamage) -> String {
    guard cursor.peek() != nil else {
      throw JSONDamage(offset: cursor.index, message: "an object is not closed", isCutShort: true)
    }
    return try typed(cursor.index) { try cursor.memberName() }
  }

  private static func pass(_ cursor: inout JSONCursor) throws(JSONDamage) {
    try typed(cursor.index) { try cursor.skipValue() }
  }

  private static func typed<Read>(
    _ index: Int, _ work: () throws -> Read
  ) throws(JSONDamage) -> Read {
    do {
      return try work()
    } catch let damage as JSONDamage {
      throw damage
    } catch {
      throw JSONDamage(offset: index, message: "it cannot be read", isCutShort: false)
    }
  }
}
