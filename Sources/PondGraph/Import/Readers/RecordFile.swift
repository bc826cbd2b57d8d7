import Foundation

/// A JSON file of records: an array of them, an object with a list of them, several such objects
/// one after the other or in an array, as pages of an interface are saved.
///
/// A record that is broken costs itself alone. A file that is cut short is refused, unless the
/// person takes what stands before the cut.
struct RecordFile {
  private let source: ImportSource
  private let list: String
  private var records = 0
  private var cut: JSONDamage?
  /// What could not be read, each a loss.
  private(set) var lost: [Skipped] = []
  /// What was damaged and read anyway.
  private(set) var warnings: [String] = []

  /// Prepares to read the records that stand below this name.
  init(_ source: ImportSource, list: String) {
    self.source = source
    self.list = list
  }

  /// What an object around a list says: hands over the members besides the list, each before the
  /// list if it stands there; and the records, one by one.
  /// - Throws: `ImportFailure` for a file that is no JSON or is cut short.
  mutating func read(
    takesPartial: Bool, member: (String, JSONValue) -> Void = { _, _ in },
    record: (JSONValue) -> Void
  ) throws {
    let text = Self.utf8(source.bytes)
    let broken: JSONDamage? = text.withUnsafeBytes { raw in
      let bytes = raw.bindMemory(to: UInt8.self)
      var cursor = JSONCursor(bytes)
      do {
        try values(&cursor, member, record)
      } catch let damage as JSONDamage {
        return damage
      } catch {
        return nil
      }
      if let finding = JSONCursor.finding(replacements: cursor.replacements) {
        warnings.append(finding)
      }
      return nil
    }
    guard let broken else { return }
    try refuse(broken, text, takesPartial)
  }

  private mutating func refuse(_ damage: JSONDamage, _ text: Data, _ takesPartial: Bool) throws {
    let line = 1 + text.prefix(damage.offset).count { $0 == 0x0A }
    if takesPartial, records > 0 {
      warnings.append("\(damage.message) at line \(line); what stands before was taken")
      return
    }
    guard damage.isCutShort else {
      throw ImportFailure.damaged(
        path: source.path, where: "line \(line)", reason: damage.message)
    }
    throw ImportFailure.cutShort(
      path: source.path, where: "line \(line)", reason: damage.message,
      standing: records == 1 ? "1 post stands" : "\(records) posts stand")
  }

  // One byte order mark says nothing; text in pairs of bytes is made UTF-8.
  private static func utf8(_ bytes: Data) -> Data {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Data(bytes.dropFirst(3)) }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return isWide ? Data(XMLEncoding.utf8(bytes).bytes) : bytes
  }

  // MARK: Walking

  private mutating func values(
    _ cursor: inout JSONCursor, _ member: (String, JSONValue) -> Void,
    _ record: (JSONValue) -> Void
  ) throws {
    while cursor.peek() != nil {
      if cursor.take(UInt8(ascii: "{")) {
        try members(&cursor, member, record)
      } else if cursor.take(UInt8(ascii: "[")) {
        try elements(&cursor, member, record)
      } else if !cursor.take(UInt8(ascii: ",")) {
        throw JSONDamage(
          offset: cursor.index, message: "it is neither a list nor an object", isCutShort: false)
      }
    }
  }

  private mutating func members(
    _ cursor: inout JSONCursor, _ member: (String, JSONValue) -> Void,
    _ record: (JSONValue) -> Void
  ) throws {
    while !cursor.take(UInt8(ascii: "}")) {
      let name = try cursor.memberName()
      if name == list, cursor.take(UInt8(ascii: "[")) {
        try elements(&cursor, { _, _ in }, record)
      } else if let value = try value(&cursor) {
        member(name, value)
      }
      if !cursor.take(UInt8(ascii: ",")), cursor.peek() != UInt8(ascii: "}") {
        throw end(cursor, "an object is not closed")
      }
    }
  }

  private mutating func elements(
    _ cursor: inout JSONCursor, _ member: (String, JSONValue) -> Void,
    _ record: (JSONValue) -> Void
  ) throws {
    while !cursor.take(UInt8(ascii: "]")) {
      let start = cursor.index
      if let value = try value(&cursor) { take(value, member, record) }
      if cursor.take(UInt8(ascii: ",")) || cursor.peek() == UInt8(ascii: "]") { continue }
      // What stands between two records and is none would keep this loop for ever.
      guard let stray = cursor.peek() else { throw end(cursor, "a list is not closed") }
      if cursor.index == start { _ = cursor.take(stray) }
    }
  }

  // A record, or a page of them.
  private mutating func take(
    _ value: JSONValue, _ member: (String, JSONValue) -> Void, _ record: (JSONValue) -> Void
  ) {
    guard case .object(let members) = value, case .array(let page)? = members[list] else {
      records += 1
      return record(value)
    }
    for (name, value) in members where name != list { member(name, value) }
    records += page.count
    page.forEach(record)
  }

  // Nil for one that cannot be read and was passed.
  private mutating func value(_ cursor: inout JSONCursor) throws -> JSONValue? {
    let start = cursor.index
    do {
      return try cursor.value()
    } catch let damage as JSONDamage {
      if damage.isCutShort { throw damage }
      lost.append(
        Skipped(what: "record \(records + lost.count + 1)", why: damage.message, isLoss: true))
      cursor.rewind(to: start)
      try cursor.skipValue()
      return nil
    }
  }

  private func end(_ cursor: JSONCursor, _ message: String) -> JSONDamage {
    var cursor = cursor
    return JSONDamage(offset: cursor.index, message: message, isCutShort: cursor.peek() == nil)
  }
}

extension ImportSource {
  /// The first record of a JSON file, looked for in its beginning: that of an array, or of the list
  /// of this name in an object; nil where there is none, or it is larger than the beginning.
  func firstRecord(below list: String, within count: Int = 1 << 20) -> JSONValue? {
    guard !isFolder,
      bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) })
        .map({ [UInt8(ascii: "{"), UInt8(ascii: "[")].contains($0) }) ?? false
    else { return nil }
    var head = bytes.prefix(count)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    return head.withUnsafeBytes { raw in
      var cursor = JSONCursor(raw.bindMemory(to: UInt8.self))
      return try? Self.first(&cursor, list)
    }
  }

  private static func first(_ cursor: inout JSONCursor, _ list: String) throws -> JSONValue? {
    if cursor.take(UInt8(ascii: "[")) {
      if cursor.take(UInt8(ascii: "{")) { return try page(&cursor, list) }
      return nil
    }
    guard cursor.take(UInt8(ascii: "{")) else { return nil }
    while cursor.peek() != nil, !cursor.take(UInt8(ascii: "}")) {
      let name = try cursor.memberName()
      if name == list, cursor.take(UInt8(ascii: "[")) {
        return cursor.peek() == UInt8(ascii: "]") ? .object([:]) : try cursor.value()
      }
      try cursor.skipValue()
      _ = cursor.take(UInt8(ascii: ","))
    }
    return nil
  }

  // The first element of an array: a record, or a page whose list holds them.
  private static func page(_ cursor: inout JSONCursor, _ list: String) throws -> JSONValue? {
    var members: [String: JSONValue] = [:]
    while !cursor.take(UInt8(ascii: "}")) {
      let name = try cursor.memberName()
      if name == list, cursor.take(UInt8(ascii: "[")) {
        return cursor.peek() == UInt8(ascii: "]") ? .object([:]) : try cursor.value()
      }
      members[name] = try cursor.value()
      if !cursor.take(UInt8(ascii: ",")), cursor.peek() != UInt8(ascii: "}") { return nil }
    }
    return .object(members)
  }
}
