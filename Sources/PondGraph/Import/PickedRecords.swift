import Foundation

/// The records of a JSON file of an export, one by one: a damaged one is named and costs no other.
///
/// The file is a list, or an object in which lists stand under names, or several of either, one
/// behind the other: pages that somebody joined.
struct PickedRecords {
  private let source: ImportSource
  private let takesPartial: Bool
  /// The records that could not be read, each named.
  private(set) var lost: [Skipped] = []
  /// Whether the file was read to its end.
  private(set) var isComplete = true
  /// How many records were handed over or lost.
  private(set) var seen = 0

  /// More than these are not named one by one.
  private static let mostNamed = 20

  /// Prepares to read a file.
  init(_ source: ImportSource, options: ImportOptions) {
    self.source = source
    takesPartial = options.takesPartial
  }

  /// Hands over the records, each with the name of the list it stands in; nil for the list that the
  /// file itself is. What `take` leaves unread is passed.
  /// - Parameters:
  ///   - start: the byte at which the JSON begins.
  ///   - isWanted: whether the records under a name are wanted.
  /// - Throws: `ImportFailure` where it is cut short and that is not to be taken, or is no JSON.
  mutating func forEach(
    from start: Int = 0, dialect: JSONCursor.Dialect = .json,
    in isWanted: (String) -> Bool = { _ in false },
    _ take: (_ list: String?, inout JSONCursor) throws -> Void
  ) throws {
    do {
      try source.bytes.withUnsafeBytes { raw in
        let bytes = raw.bindMemory(to: UInt8.self)
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var cursor = JSONCursor(bytes, at: max(mark, start), dialect: dialect)
        try documents(&cursor, isWanted, take)
      }
    } catch let damage as JSONDamage {
      try end(damage)
    }
    if lost.count > Self.mostNamed {
      let others = lost.count - Self.mostNamed
      lost.removeLast(others)
      lost.append(
        Skipped(
          what: "\(others) more records of \(source.name)",
          why: "they could not be read", isLoss: true))
    }
  }

  private mutating func documents(
    _ cursor: inout JSONCursor, _ isWanted: (String) -> Bool,
    _ take: (String?, inout JSONCursor) throws -> Void
  ) throws {
    repeat {
      if cursor.isAtObject() {
        try cursor.forEachMember { name, cursor in
          guard cursor.isAtArray() else { return }
          let name = name.string
          if isWanted(name) { try list(name, &cursor, take) }
        }
      } else {
        try list(nil, &cursor, take)
      }
      _ = cursor.take(UInt8(ascii: ";"))
    } while cursor.isAtArray() || cursor.isAtObject()
  }

  private mutating func list(
    _ name: String?, _ cursor: inout JSONCursor,
    _ take: (String?, inout JSONCursor) throws -> Void
  ) throws {
    var damaged: [(number: Int, why: String)] = []
    defer { lost += damaged.map { named($0.number, $0.why) } }
    try cursor.forEachRecord { number, cursor in
      seen += 1
      try take(name, &cursor)
    } losing: { number, damage in
      if !damage.isCutShort || takesPartial { damaged.append((number, damage.message)) }
    }
  }

  private func named(_ number: Int, _ why: String) -> Skipped {
    Skipped(
      what: "record \(number) of \(source.name)", why: why, isLoss: true)
  }

  private mutating func end(_ damage: JSONDamage) throws {
    var lines = LineCounter()
    let place = "line \(lines.line(of: damage.offset, in: source.bytes))"
    guard damage.isCutShort else {
      throw ImportFailure.damaged(path: source.path, where: place, reason: damage.message)
    }
    guard takesPartial else {
      let whole = max(0, seen - 1)
      throw ImportFailure.cutShort(
        path: source.path, where: place, reason: damage.message,
        standing: whole == 1 ? "1 record stands" : "\(whole) records stand")
    }
    isComplete = false
  }
}
