package import Foundation
import GRDB

extension PondStore {
  /// Writes the person's words about an account, in place of those before; nil or blanks take
  /// them away.
  package func setNote(_ text: String?, for key: AccountKey, at now: Date) throws {
    try changing { try Self.setNote(text, for: key, at: now, $0) }
  }

  static func setNote(
    _ text: String?, for key: AccountKey, at now: Date, _ database: Database
  ) throws {
    let text = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    var accounts = try AccountTable(database)
    if text.isEmpty {
      guard let row = try accounts.existing(key) else { return }
      try database.execute(sql: "DELETE FROM note WHERE account = ?", arguments: [row])
    } else {
      try database.execute(
        sql: """
          INSERT INTO note (account, text, at) VALUES (?, ?, ?)
          ON CONFLICT (account) DO UPDATE SET text = excluded.text, at = excluded.at
          """,
        arguments: [accounts.row(key), text, Instant.stored(now) ?? 0])
    }
  }

  /// The person's words about an account; nil where there are none.
  package func note(of key: AccountKey) throws -> String? {
    try notes()[key]
  }

  /// All of the person's words about accounts.
  package func notes() throws -> [AccountKey: String] {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT kind, value, text FROM note JOIN account ON account.id = note.account")
      return Dictionary(try rows.map { (try $0.accountKey(0), try $0.word(2)) }) { _, last in last }
    }
  }
}
