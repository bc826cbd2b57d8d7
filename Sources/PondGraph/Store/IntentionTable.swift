package import Foundation
import GRDB

extension PondStore {
  /// Everything that the person means or meant to do, the oldest first; what was taken back is not in it.
  package func intentions() throws -> [Intention] {
    try asking { try IntentionTable.all($0) }
  }

  /// Writes down what the person means to do. Durable when this returns.
  /// - Returns: its number.
  @discardableResult
  package func intend(
    _ text: String, account: AccountKey?, due: Date?, at now: Date
  ) throws -> Int {
    try changing { database in
      var accounts = try AccountTable(database)
      try database.execute(
        sql: """
          INSERT INTO intention (word, account, text, due, at, after_decision)
          SELECT ?, ?, ?, ?, ?, ifnull(max(number), 0) FROM decision
          """,
        arguments: [
          IntentionWord.meant.rawValue, account.map { try accounts.row($0) }, text.storable,
          due.flatMap(Instant.stored), Instant.stored(now) ?? 0,
        ])
      return Int(database.lastInsertedRowID)
    }
  }

  /// Writes down that an intention is done or dropped. Durable when this returns.
  package func close(intention number: Int, _ word: IntentionWord, at now: Date) throws {
    try changing { database in
      try database.execute(
        sql: """
          INSERT INTO intention (about, word, at, after_decision)
          SELECT ?, ?, ?, ifnull(max(number), 0) FROM decision
          """,
        arguments: [number, word.rawValue, Instant.stored(now) ?? 0])
    }
  }

  /// Takes back the newest thing that the person said: an answer, a word on an intention, or their yes
  /// to a change of the measures. Each knows which of the others were there before it, so no clock is asked.
  /// - Returns: what was taken back; nil where nothing stands.
  package func undoNewest(at now: Date) throws -> UndoneWord? {
    try changing { database in
      let newest = try Row.fetchOne(
        database, sql: "SELECT max(number) FROM decision WHERE undone_at IS NULL")?.integer(0)
      if let learned = try Learned.all(database).last, learned.afterDecision >= newest ?? 0,
        learned.afterIntention >= (try IntentionTable.newest(database))
      {
        try Learned.remove(learned, database)
        return .learned(learned)
      }
      guard let taken = try IntentionTable.takeBack(after: newest ?? 0, at: now, database) else {
        return try Self.undo(at: now, database).map(UndoneWord.answer)
      }
      return .intention(taken.intention, taken.word)
    }
  }
}

/// What was taken back.
package enum UndoneWord: Hashable, Sendable {
  /// An answer, as its line of the journal stands now.
  case answer(JournalEntry)
  /// A word on an intention, and the intention as it was before it was taken back.
  case intention(Intention, IntentionWord)
  /// A change of the measures.
  case learned(LearnedChange)
}

/// Intentions as rows.
private enum IntentionTable {
  static func all(_ database: Database) throws -> [Intention] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT intention.number, kind, value, intention.text, intention.due, intention.at,
               last.word, last.at
        FROM intention LEFT JOIN account ON account.id = intention.account
        LEFT JOIN intention AS last ON last.number =
          (SELECT max(number) FROM intention AS said
           WHERE said.about = intention.number AND said.undone_at IS NULL)
        WHERE intention.about IS NULL AND intention.undone_at IS NULL ORDER BY intention.number
        """)
    return try rows.map { row in
      Intention(
        number: Int(try row.number(0)), text: try row.word(3),
        account: row.text(1) == nil ? nil : try row.accountKey(1), due: row.moment(4),
        at: Instant.date(try row.number(5)), state: try state(row))
    }
  }

  private static func state(_ row: Row) throws -> Intention.State {
    guard row.text(6) != nil else { return .open }
    let at = Instant.date(try row.number(7))
    return switch try row.choice(6, of: IntentionWord.self) {
    case .meant: .open
    case .done: .done(at: at)
    case .dropped: .dropped(at: at)
    }
  }

  /// The number of the newest word that stands; 0 for none.
  static func newest(_ database: Database) throws -> Int {
    let row = try Row.fetchOne(
      database, sql: "SELECT max(number) FROM intention WHERE undone_at IS NULL")
    return Int(row?.integer(0) ?? 0)
  }

  /// Takes the newest word back, where it is newer than an answer.
  static func takeBack(
    after decision: Int64, at now: Date, _ database: Database
  ) throws -> (intention: Intention, word: IntentionWord)? {
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT number, ifnull(about, number), word FROM intention WHERE number =
            (SELECT max(number) FROM intention WHERE undone_at IS NULL) AND after_decision >= ?
          """, arguments: [decision])
    else { return nil }
    let (number, meant) = (try row.number(0), try row.number(1))
    let word = try row.choice(2, of: IntentionWord.self)
    guard let intention = try all(database).first(where: { $0.number == Int(meant) }) else {
      return nil
    }
    try database.execute(
      sql: "UPDATE intention SET undone_at = ? WHERE number = ?",
      arguments: [Instant.stored(now) ?? 0, number])
    return (intention, word)
  }
}
