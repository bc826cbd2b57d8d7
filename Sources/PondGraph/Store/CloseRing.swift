package import Foundation
import GRDB

extension PondStore {
  /// Whom the close ring held when the person last chose to stay with it; empty where they never
  /// did.
  package func closeRing() throws -> Set<AccountKey> {
    try asking { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT kind, value FROM close_ring JOIN account ON account.id = close_ring.account")
      return Set(try rows.map { try $0.accountKey(0) })
    }
  }

  /// Remembers a close ring in place of the one before.
  package func keepCloseRing(_ accounts: [AccountKey], at now: Date) throws {
    try changing { database in
      var table = try AccountTable(database)
      try database.execute(sql: "DELETE FROM close_ring")
      for account in Set(accounts) {
        try database.execute(
          sql: "INSERT INTO close_ring (account, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [table.row(account), Instant.stored(now) ?? 0])
      }
    }
  }
}
