package import Foundation
import GRDB

// Changes of the measures stand among the settings, each in a row of its own: its number, the newest line
// of the journal and the newest word on an intention at that moment, when, and the change in words.

extension PondStore {
  /// The changes of the measures that stand, the oldest first.
  package func learned() throws -> [LearnedChange] {
    try asking { try Learned.all($0) }
  }

  /// Remembers a change. Durable when this returns.
  @discardableResult
  package func learn(_ change: MeasureChange, at now: Date) throws -> LearnedChange {
    try changing { try Learned.add(change, at: now, $0) }
  }

  /// Takes the newest change back: the file is what it was before it.
  /// - Returns: the change; nil where none stands.
  package func unlearn() throws -> LearnedChange? {
    try changing { database in
      guard let newest = try Learned.all(database).last else { return nil }
      try Learned.remove(newest, database)
      return newest
    }
  }
}

/// The changes of the measures, as rows.
enum Learned {
  /// The name of their settings.
  static let name = "learned"

  /// Those that stand, the oldest first.
  static func all(_ database: Database) throws -> [LearnedChange] {
    try Row.fetchAll(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
      .map { try read($0.word(0)) }.sorted { $0.number < $1.number }
  }

  static func add(
    _ change: MeasureChange, at now: Date, _ database: Database
  ) throws -> LearnedChange {
    let newest = try Row.fetchOne(database, sql: "SELECT max(number) FROM decision")?.integer(0)
    let intended = try Row.fetchOne(database, sql: "SELECT max(number) FROM intention")?.integer(0)
    let learned = LearnedChange(
      number: (try all(database).last?.number ?? 0) + 1, change: change,
      at: Instant.date(Instant.stored(now) ?? 0), afterDecision: Int(newest ?? 0),
      afterIntention: Int(intended ?? 0))
    try database.execute(
      sql: "INSERT INTO setting (name, value) VALUES (?, ?)",
      arguments: [name, written(learned).storable])
    return learned
  }

  static func remove(_ learned: LearnedChange, _ database: Database) throws {
    try database.execute(
      sql: "DELETE FROM setting WHERE name = ? AND value = ?",
      arguments: [name, written(learned).storable])
  }

  private static func written(_ learned: LearnedChange) -> String {
    let at = Instant.stored(learned.at) ?? 0
    return "\(learned.number) \(learned.afterDecision) \(learned.afterIntention) \(at) "
      + learned.change.words
  }

  private static func read(_ value: String) throws -> LearnedChange {
    let parts = value.split(separator: " ", maxSplits: 4).map(String.init)
    guard parts.count == 5, let number = Int(parts[0]), let after = Int(parts[1]),
      let intended = Int(parts[2]), let at = Int64(parts[3]),
      let change = MeasureChange(parts[4])
    else { throw OddValue(sentence: "a learned measure is written as no Pond writes it") }
    return LearnedChange(
      number: number, change: change, at: Instant.date(at), afterDecision: after,
      afterIntention: intended)
  }
}
