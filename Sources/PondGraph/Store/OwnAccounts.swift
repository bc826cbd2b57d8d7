import GRDB

extension PondStore {
  /// The accounts whose own exports were imported as the person's: themselves.
  package func ownAccounts() throws -> Set<AccountKey> {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT owner FROM document
          WHERE owner IS NOT NULL AND is_forgotten = 0
            AND id NOT IN (SELECT document FROM edge)
          """)
      return Set(try rows.compactMap { AccountKey(stored: try $0.word(0)) })
    }
  }
}
