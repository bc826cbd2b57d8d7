import GRDB

extension PondStore {
  /// Who follows the person, by any file. For facts and baselines alone.
  package func followers() throws -> Set<AccountKey> {
    try asking { database in
      let rows = try Row.fetchAll(database, sql: "SELECT DISTINCT kind, value FROM follower")
      return Set(try rows.map { try $0.accountKey(0) })
    }
  }
}

/// Who files say follows the person. Kept for facts and for the baseline of `pond check`; nothing
/// that a verdict is made of reads it.
struct FollowerTable {
  private let database: Database
  private let document: DocumentRow

  init(_ database: Database, _ document: DocumentRow) {
    self.database = database
    self.document = document
  }

  /// Replaces what the file said before, unless the file was cut short: then it takes nothing back.
  func replace(_ imported: Imported) throws {
    if imported.isComplete, !document.isNew {
      try database.cachedStatement(sql: "DELETE FROM follower WHERE document = ?")
        .execute(arguments: [document.id])
    }
    guard !imported.followerKeys.isEmpty else { return }
    let insert = try BulkStatement(
      database,
      "INSERT INTO follower (document, kind, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    for key in imported.followerKeys {
      insert.bind(1, document.id)
      insert.bind(2, key.kind.rawValue)
      insert.bind(3, key.value.asIdentity)
      try insert.run()
    }
  }
}
