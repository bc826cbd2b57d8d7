import GRDB

/// Whom the person's words are about under another address than the one they were said of.
struct MovedWords {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// For everybody who is read under a new address, the account of which the person spoke. Costs next
  /// to nothing while nobody of whom they spoke moved or left.
  func heirs(of spoken: Set<AccountKey>) throws -> [AccountKey: AccountKey] {
    guard !spoken.isEmpty, try mayHaveMoved() else { return [:] }
    let book = try AccountBook(database)
    var moves: [AccountKey: Address] = [:]
    for (row, word) in try ReachabilityTable.all(database) {
      if case .moved(let address) = word.state, let key = book.keys[row] { moves[key] = address }
    }
    for (key, decision) in try Journal.newest(.repair, database) {
      moves[key] = decision.newAddress ?? moves[key]
    }
    return Heirs(of: spoken, among: book.accounts, moves: moves).ancestors
  }

  private func mayHaveMoved() throws -> Bool {
    try Row.fetchOne(
      database,
      sql: """
        SELECT 1 FROM (SELECT account FROM decision WHERE undone_at IS NULL
                       UNION SELECT account FROM declaration)
        WHERE account IN (SELECT account FROM reachability WHERE state = 'moved')
           OR account IN (SELECT account FROM decision
                          WHERE answer = 'repair' AND undone_at IS NULL)
           OR account NOT IN (SELECT mention.account FROM mention
                              JOIN document ON document.id = mention.document
                              WHERE is_followed = 1 AND replaced_by IS NULL)
        LIMIT 1
        """) != nil
  }
}

extension Decision {
  /// The same answer about the same source under its new address.
  func moved(to heir: AccountKey) -> Decision {
    Decision(
      account: heir, answer: answer, at: at, reason: reason, evidenceSeen: evidenceSeen,
      postsPerWeek: postsPerWeek)
  }
}
