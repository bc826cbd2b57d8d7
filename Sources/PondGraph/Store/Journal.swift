package import Foundation
import GRDB

extension PondStore {
  /// Writes an answer into the journal. Durable when this returns.
  /// - Returns: its number, counted from 1.
  @discardableResult
  package func append(_ decision: Decision) throws -> Int {
    try append([decision]).first ?? 0
  }

  /// Writes several answers, all of them or none.
  @discardableResult
  package func append(_ decisions: [Decision]) throws -> [Int] {
    try changing { try Self.append(decisions, $0) }
  }

  /// Writes everything that a person said in a file, all of it or nothing.
  package func keep(
    _ decisions: [Decision], notes: [AccountKey: String],
    declarations: [(AccountKey, DeclaredWord)], joinings: [[AccountKey]],
    tastings: [TastedPost] = [], learned: [MeasureChange] = [], at now: Date
  ) throws {
    try changing { database in
      _ = try Self.append(decisions, database)
      for (key, words) in notes { try Self.setNote(words, for: key, at: now, database) }
      for (key, word) in declarations { try Self.declare(word, of: key, at: now, database) }
      for pair in joinings where pair.count == 2 {
        _ = try Self.join(pair[0], pair[1], at: now, database)
      }
      try TastingTable.keep(tastings, database)
      for change in learned { _ = try Learned.add(change, at: now, database) }
    }
  }

  static func append(_ decisions: [Decision], _ database: Database) throws -> [Int] {
    var accounts = try AccountTable(database)
    return try decisions.map { decision in
      try database.execute(
        sql: """
          INSERT INTO decision
            (account, answer, at, reason, evidence_seen, new_address, posts_per_week, trial_days)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          accounts.row(decision.account), decision.answer.rawValue,
          Instant.stored(decision.at) ?? 0, decision.reason, decision.evidenceSeen,
          decision.newAddress?.written.storable, decision.postsPerWeek, decision.trialDays,
        ])
      return Int(database.lastInsertedRowID)
    }
  }

  /// Takes the newest standing answer back.
  /// - Returns: the entry as it is now; nil where nothing stands.
  package func undo(at now: Date) throws -> JournalEntry? {
    try changing { try Self.undo(at: now, $0) }
  }

  static func undo(at now: Date, _ database: Database) throws -> JournalEntry? {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT max(number) FROM decision WHERE undone_at IS NULL"),
      let number = row.integer(0)
    else { return nil }
    try database.execute(
      sql: "UPDATE decision SET undone_at = ? WHERE number = ?",
      arguments: [Instant.stored(now) ?? 0, number])
    return try Journal.entries(database, where: "number = \(number)").first
  }

  /// Every answer ever given, the oldest first, those taken back included.
  package func journal() throws -> [JournalEntry] {
    try asking { try Journal.entries($0) }
  }

  /// The newest repair of each account that was not taken back.
  /// - Parameter moment: the moment at which they stood; nil for now.
  package func standingRepairs(asOf moment: Date? = nil) throws -> [AccountKey: Decision] {
    try asking { try Journal.newest(.repair, $0, asOf: moment) }
  }

  /// Who was followed here, as far as that was neither taken back nor ended.
  /// - Parameter moment: the moment at which it stood; nil for now.
  package func standingFollows(asOf moment: Date? = nil) throws -> [AccountKey: Decision] {
    try asking { try Journal.newest(.follow, $0, asOf: moment) }
  }

  /// The newest answer about each account that was not taken back.
  /// - Parameter moment: the moment at which they stood; nil for now.
  package func standingDecisions(asOf moment: Date? = nil) throws -> [AccountKey: Decision] {
    try asking { try Journal.standing($0, asOf: moment) }
  }

  /// The newest answer about each account that stood once.
  /// - Parameters:
  ///   - number: of the newest answer then.
  ///   - moment: what was taken back after it stood.
  package func standingDecisions(
    upTo number: Int, before moment: Date
  ) throws -> [AccountKey: Decision] {
    try asking { try Journal.standing($0, upTo: number, before: moment) }
  }
}

/// The person's answers, as rows.
enum Journal {
  /// Entries, the oldest first.
  static func entries(
    _ database: Database, where condition: String = "true"
  ) throws -> [JournalEntry] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT number, kind, value, answer, at, reason, evidence_seen, undone_at, new_address,
               posts_per_week, done_at, trial_days
        FROM decision JOIN account ON account.id = decision.account
        WHERE \(condition) ORDER BY number
        """)
    return try rows.map { row in
      JournalEntry(
        number: Int(try row.number(0)),
        decision: Decision(
          account: try row.accountKey(1), answer: try row.choice(3, of: Answer.self),
          at: Instant.date(try row.number(4)), reason: row.text(5), evidenceSeen: row.text(6),
          newAddress: row.text(8).map(Address.init), trialDays: row.integer(11).map(Int.init),
          postsPerWeek: row.real(9)),
        undoneAt: row.moment(7), doneAt: row.moment(10))
    }
  }

  /// The newest answer about each account that stands. A repair says where an account is read and not
  /// whether it stays, and to follow is no verdict: after keep, hold, thin or wait that answer goes on
  /// to stand.
  ///
  /// That an account is kept or held goes on to stand where it is read under another address.
  static func standing(
    _ database: Database, asOf moment: Date? = nil
  ) throws -> [AccountKey: Decision] {
    try standing(database, where: stood(at: moment))
  }

  /// The same for the answers up to a number, with those that were taken back after a moment.
  static func standing(
    _ database: Database, upTo number: Int, before moment: Date
  ) throws -> [AccountKey: Decision] {
    let stored = Instant.stored(moment) ?? .min
    return try standing(
      database, where: "number <= \(number) AND (undone_at IS NULL OR undone_at > \(stored))")
  }

  private static func standing(
    _ database: Database, where condition: String
  ) throws -> [AccountKey: Decision] {
    let entries = try entries(database, where: condition)
    let own = Dictionary(entries.map { ($0.decision.account, $0.decision) }) { older, newer in
      newer.answer.standsBeside && !older.answer.leavesTheList && !older.answer.standsBeside
        ? older : newer
    }
    let kept = own.filter { [.keep, .hold].contains($0.value.answer) }
    let heirs = try MovedWords(database).heirs(of: Set(kept.keys))
    return own.merging(
      heirs.compactMap { heir, ancestor in kept[ancestor].map { (heir, $0.moved(to: heir)) } }
    ) { own, _ in own }
  }

  /// The condition of those that stood at a moment; nil for now.
  private static func stood(at moment: Date?) -> String {
    guard let moment else { return "undone_at IS NULL" }
    let stored = Instant.stored(moment) ?? .min
    return "at <= \(stored) AND (undone_at IS NULL OR undone_at > \(stored))"
  }

  /// The newest answer of a kind about each account that stands, unless the account was let go since.
  static func newest(
    _ answer: Answer, _ database: Database, asOf moment: Date? = nil
  ) throws -> [AccountKey: Decision] {
    try entries(database, where: stood(at: moment)).reduce(into: [:]) { newest, entry in
      if entry.decision.answer == answer { newest[entry.decision.account] = entry.decision }
      if entry.decision.answer.leavesTheList { newest[entry.decision.account] = nil }
    }
  }
}
