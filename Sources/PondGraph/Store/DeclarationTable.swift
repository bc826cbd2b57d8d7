package import Foundation
import GRDB

extension PondStore {
  /// Keeps a word of the person's about an account, in place of the same word before.
  package func declare(_ word: DeclaredWord, of key: AccountKey, at now: Date) throws {
    try changing { try Self.declare(word, of: key, at: now, $0) }
  }

  static func declare(
    _ word: DeclaredWord, of key: AccountKey, at now: Date, _ database: Database
  ) throws {
    var accounts = try AccountTable(database)
    try database.execute(
      sql: """
        INSERT INTO declaration (account, word, weight, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (account, word) DO UPDATE SET weight = excluded.weight, at = excluded.at
        """,
      arguments: [accounts.row(key), word.name, word.weight, Instant.stored(now) ?? 0])
  }

  /// Takes a word back, by its name.
  /// - Returns: whether it stood.
  @discardableResult
  package func withdraw(_ name: String, of key: AccountKey) throws -> Bool {
    try changing { database in
      var stood = false
      for row in try accountBook(database).rows(key) {
        try database.execute(
          sql: "DELETE FROM declaration WHERE account = ? AND word = ?", arguments: [row, name])
        stood = stood || database.changesCount > 0
      }
      return stood
    }
  }

  /// What the person declared, by account; the words of each in the order of their names.
  package func declarations() throws -> [AccountKey: [DeclaredWord]] {
    try asking { try Declarations.all($0) }
  }
}

/// What the person declared.
enum Declarations {
  static func all(_ database: Database) throws -> [AccountKey: [DeclaredWord]] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT kind, value, word, weight FROM declaration
        JOIN account ON account.id = declaration.account ORDER BY kind, value, word
        """)
    let own: [AccountKey: [DeclaredWord]] = try rows.reduce(into: [:]) { all, row in
      guard let word = DeclaredWord(name: try row.word(2), weight: row.real(3)) else {
        throw OddValue(sentence: "there is no declaration called \"\(try row.word(2))\"")
      }
      let key = try row.accountKey(0)
      if all[key]?.contains(where: { $0.name == word.name }) != true {
        all[key, default: []].append(word)
      }
    }
    // A word outranks the figures also under a new address (S8).
    let heirs = try MovedWords(database).heirs(of: Set(own.keys))
    return own.merging(
      heirs.compactMap { heir, ancestor in own[ancestor].map { (heir, $0) } }
    ) { own, _ in own }
  }
}
